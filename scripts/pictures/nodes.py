"""A terse way to wire shader nodes: Graph.node(type, Input=value_or_socket)."""
import bpy


def linear(hex_code, alpha=1.0):
    """'#rrggbb' as the linear RGBA tuple that Cycles expects."""
    def channel(i):
        c = int(hex_code[i:i + 2], 16) / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
    return (channel(1), channel(3), channel(5), alpha)


def shade(colour, factor):
    """The colour made darker (factor < 1) or lighter (factor > 1)."""
    return tuple(min(1.0, c * factor) for c in colour[:3]) + (1.0,)


class Graph:
    def __init__(self, tree):
        self.tree = tree
        tree.nodes.clear()

    @classmethod
    def material(cls, name):
        material = bpy.data.materials.new(name)
        material.use_nodes = True
        return material, cls(material.node_tree)

    def node(self, kind, props=None, **inputs):
        """Adds a node; an input is a value, or a socket to link from.

        Underscores in input names stand for spaces; 'i0' means input 0.
        """
        node = self.tree.nodes.new('ShaderNode' + kind)
        for key, value in (props or {}).items():
            setattr(node, key, value)
        for key, value in inputs.items():
            is_index = key[0] == 'i' and key[1:].isdigit()
            socket = node.inputs[int(key[1:]) if is_index else key.replace('_', ' ')]
            self.feed(socket, value)
        return node

    def feed(self, socket, value):
        if isinstance(value, bpy.types.NodeSocket):
            self.tree.links.new(value, socket)
        else:
            socket.default_value = value

    def math(self, operation, a, b=0.0, clamp=False):
        node = self.node('Math', {'operation': operation, 'use_clamp': clamp}, i0=a, i1=b)
        return node.outputs[0]

    def mix(self, factor, a, b, blend='MIX'):
        return self.node('MixRGB', {'blend_type': blend},
                         Fac=factor, Color1=a, Color2=b).outputs[0]

    def mix_shader(self, factor, a, b):
        return self.node('MixShader', i0=factor, i1=a, i2=b).outputs[0]

    def ramp(self, value, low, high, to_low=0.0, to_high=1.0):
        """Smooth step of value between low and high."""
        node = self.node('MapRange', {'interpolation_type': 'SMOOTHSTEP'},
                         Value=value, From_Min=low, From_Max=high,
                         To_Min=to_low, To_Max=to_high)
        return node.outputs[0]

    def place(self, stretch=(1, 1, 1), kind='Object'):
        """Texture coordinates in centimetres, stretched per axis."""
        coords = self.node('TexCoord').outputs[kind]
        return self.node('Mapping', Vector=coords, Scale=stretch).outputs[0]

    def noise(self, scale, detail=3.0, where=None, roughness=0.5):
        return self.node('TexNoise', Vector=where or self.place(), Scale=scale,
                         Detail=detail, Roughness=roughness).outputs[0]

    def wave(self, scale, where=None, distortion=0.0, axis='X', bands='BANDS'):
        props = {'wave_type': bands}
        props['bands_direction' if bands == 'BANDS' else 'rings_direction'] = axis
        return self.node('TexWave', props, Vector=where or self.place(),
                         Scale=scale, Distortion=distortion, Detail=2.0).outputs[1]

    def height(self):
        """The object's own z coordinate."""
        return self.node('SeparateXYZ', Vector=self.place()).outputs[2]

    def bump(self, value, depth, strength=1.0):
        return self.node('Bump', Height=value, Distance=depth, Strength=strength).outputs[0]

    def principled(self, **inputs):
        return self.node('BsdfPrincipled', **inputs).outputs[0]

    def surface(self, shader):
        self.node('OutputMaterial', Surface=shader)
