"""Takes the grain out of the light, without touching texture.

Cycles hands out the light that falls on matt surfaces apart from their colour.
That light is smooth, so it is blurred where neighbours face the same way and
have the same colour; what the blur changed is then added to the picture.
"""
import bpy

PASSES = ('diffuse_direct', 'diffuse_indirect', 'diffuse_color', 'normal')


def set_up(strength=7.0):
    scene = bpy.context.scene
    layer = scene.view_layers[0]
    for name in PASSES:
        setattr(layer, 'use_pass_' + name, True)
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    source = tree.nodes.new('CompositorNodeRLayers').outputs

    def mix(operation, a, b):
        node = tree.nodes.new('CompositorNodeMixRGB')
        node.blend_type = operation
        tree.links.new(a, node.inputs[1])
        tree.links.new(b, node.inputs[2])
        return node.outputs[0]

    light = mix('ADD', source['DiffDir'], source['DiffInd'])
    blur = tree.nodes.new('CompositorNodeBilateralblur')
    blur.iterations, blur.sigma_color, blur.sigma_space = 2, 0.12, strength
    tree.links.new(light, blur.inputs[0])
    tree.links.new(mix('ADD', source['Normal'], source['DiffCol']), blur.inputs[1])
    change = mix('SUBTRACT', blur.outputs[0], light)
    clean = mix('ADD', source['Image'], mix('MULTIPLY', change, source['DiffCol']))
    output = tree.nodes.new('CompositorNodeComposite')
    tree.links.new(clean, output.inputs[0])
