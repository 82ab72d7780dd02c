"""Takes the grain out of the light, without touching texture.

Cycles hands out the light that falls on surfaces apart from their colour. That
light is smooth, so it is blurred where neighbours face the same way and have
the same colour; what the blur changed is then added to the picture. Mirrored
light has finer detail than matt light and is blurred much less.
"""
import bpy

# Kind of light: the name of its passes, and the width of its blur in pixels.
KINDS = (('diffuse', 'Diff', 7.0), ('glossy', 'Gloss', 2.0))


def set_up():
    scene = bpy.context.scene
    layer = scene.view_layers[0]
    layer.use_pass_normal = True
    for kind, _, _ in KINDS:
        for part in ('direct', 'indirect', 'color'):
            setattr(layer, f'use_pass_{kind}_{part}', True)
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new('CompositorNodeRLayers').outputs
    guide = mix(tree, 'ADD', source['Normal'], source['DiffCol'])
    clean = source['Image']
    for _, name, width in KINDS:
        light = mix(tree, 'ADD', source[name + 'Dir'], source[name + 'Ind'])
        change = mix(tree, 'SUBTRACT', blurred(tree, light, guide, width), light)
        clean = mix(tree, 'ADD', clean, mix(tree, 'MULTIPLY', change, source[name + 'Col']))
    tree.links.new(clean, tree.nodes.new('CompositorNodeComposite').inputs[0])


def mix(tree, operation, a, b):
    node = tree.nodes.new('CompositorNodeMixRGB')
    node.blend_type = operation
    tree.links.new(a, node.inputs[1])
    tree.links.new(b, node.inputs[2])
    return node.outputs[0]


def blurred(tree, light, guide, width):
    node = tree.nodes.new('CompositorNodeBilateralblur')
    node.iterations, node.sigma_color, node.sigma_space = 2, 0.12, width
    tree.links.new(light, node.inputs[0])
    tree.links.new(guide, node.inputs[1])
    return node.outputs[0]
