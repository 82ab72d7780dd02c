"""The one studio that all product pictures share.

Lengths are centimetres. All light comes from infinitely far away (a sky with
soft boxes painted on it), so the seamless floor is evenly lit and every card
on the shop's pages gets the same backdrop; only objects cast shadows on it.
"""
import math

import bpy
from mathutils import Vector

import finish
from nodes import Graph, linear

BACKDROP = '#f3efe8'
EXPOSURE = -0.47         # stops; set so that the lit floor shows as BACKDROP
FLOOR_TINT = (0.840, 0.8298, 0.7963, 1.0)


def reset():
    bpy.ops.wm.read_factory_settings(use_empty=True)
    build_floor()
    build_sky()


def build_floor():
    bpy.ops.mesh.primitive_plane_add(size=4000)
    floor = bpy.context.object
    floor.name = 'floor'
    material, g = Graph.material('backdrop')
    g.surface(g.node('BsdfDiffuse', Color=FLOOR_TINT).outputs[0])
    floor.data.materials.append(material)
    floor.visible_glossy = False    # upright glaze then mirrors the soft boxes, not the floor


def soft_box(g, direction, towards, width, height, edge=0.25):
    """Brightness (0..1) of a rectangular soft box seen in the sky."""
    axis = Vector(towards).normalized()
    side = axis.cross(Vector((0, 0, 1))).normalized()
    up = side.cross(axis)

    def along(vector):
        return g.node('VectorMath', {'operation': 'DOT_PRODUCT'},
                      i0=direction, i1=vector).outputs['Value']
    depth = g.math('MAXIMUM', along(axis), 0.001)
    mask = g.ramp(depth, 0.05, 0.15)
    for vector, half in ((side, width), (up, height)):
        offset = g.math('ABSOLUTE', g.math('DIVIDE', along(vector), depth))
        mask = g.math('MULTIPLY', mask, g.ramp(offset, half * (1 + edge), half * (1 - edge)))
    return mask


def build_sky(key=5.2, fill=0.9, ambient=0.36):
    world = bpy.data.worlds.new('sky')
    bpy.context.scene.world = world
    world.use_nodes = True
    g = Graph(world.node_tree)
    direction = g.node('TexCoord').outputs['Generated']
    lights = (
        (linear('#fffaf4'), key, soft_box(g, direction, (-0.80, -0.22, 0.72), 0.46, 0.55)),
        (linear('#fffcf8'), fill, soft_box(g, direction, (0.9, -0.55, 0.35), 0.35, 0.6)),
        (linear('#f4f7ff'), 1.7 * fill, soft_box(g, direction, (0.10, 0.72, 0.68), 0.9, 0.40, 0.95)),
        (linear('#fffdf9'), 2.6, soft_box(g, direction, (-0.85, -0.50, -0.33), 0.16, 0.30)),
        (linear('#fffdf9'), 0.9, soft_box(g, direction, (0.95, -0.20, -0.33), 0.12, 0.30)),
    )
    total = g.node('Background', Color=linear('#fcfaf6'), Strength=ambient).outputs[0]
    for colour, power, mask in lights:
        light = g.node('Background', Color=colour, Strength=g.math('MULTIPLY', mask, power))
        total = g.node('AddShader', i0=total, i1=light.outputs[0]).outputs[0]
    g.node('OutputWorld', Surface=total)
    world.cycles.sampling_method = 'MANUAL'
    world.cycles.sample_map_resolution = 512


def subjects():
    return [o for o in bpy.context.scene.objects
            if o.type in {'MESH', 'CURVE'} and o.name != 'floor']


def corner_points():
    """World positions of every vertex of the evaluated subjects."""
    graph = bpy.context.evaluated_depsgraph_get()
    for item in subjects():
        if item.get('unframed'):
            continue
        evaluated = item.evaluated_get(graph)
        mesh = evaluated.to_mesh()
        for vertex in mesh.vertices:
            yield evaluated.matrix_world @ vertex.co
        evaluated.to_mesh_clear()


def frame(fill=0.66, pitch=22, lens=70, aspect=1.0, shift=(0, 0)):
    """Aims the camera so that the subjects fill that share of the frame."""
    pitch = math.radians(pitch)
    forward = Vector((0, math.cos(pitch), -math.sin(pitch)))
    right, up = Vector((1, 0, 0)), Vector((0, math.sin(pitch), math.cos(pitch)))
    points = list(corner_points())
    target = sum(points, Vector()) / len(points)
    distance = 100.0
    view_width = 36 / lens
    view_height = view_width / aspect
    for _ in range(20):
        eye = target - forward * distance
        seen = [((p - eye).dot(right), (p - eye).dot(up), (p - eye).dot(forward)) for p in points]
        xs = [x / z for x, _, z in seen]
        ys = [y / z for _, y, z in seen]
        target += right * (max(xs) + min(xs)) / 2 * distance
        target += up * (max(ys) + min(ys)) / 2 * distance
        size = max((max(xs) - min(xs)) / view_width, (max(ys) - min(ys)) / view_height)
        distance *= size / fill
    add_camera(target - forward * distance, math.pi / 2 - pitch, lens, shift, distance)


def close_up(at, across, pitch=26, lens=100, stop=0.08):
    """Aims the camera at a spot of which it shows so many centimetres; what is nearer or farther is soft."""
    tilt = math.radians(pitch)
    distance = across * lens / 36
    eye = Vector(at) - Vector((0, math.cos(tilt), -math.sin(tilt))) * distance
    add_camera(eye, math.pi / 2 - tilt, lens, (0, 0), distance)
    bpy.context.scene.camera.data.dof.aperture_fstop = stop


def add_camera(eye, tilt, lens, shift, focus):
    data = bpy.data.cameras.new('camera')
    data.lens, data.sensor_width, data.clip_end = lens, 36, 5000
    data.shift_x, data.shift_y = shift
    data.dof.use_dof, data.dof.focus_distance = True, focus
    data.dof.aperture_fstop = 0.22      # f/22 at this scale (1 unit = 1 cm)
    camera = bpy.data.objects.new('camera', data)
    camera.location, camera.rotation_euler = eye, (tilt, 0, 0)
    bpy.context.scene.collection.objects.link(camera)
    bpy.context.scene.camera = camera


def render(path, width, height, samples):
    scene = bpy.context.scene
    scene.render.engine = 'CYCLES'
    cycles = scene.cycles
    cycles.samples, cycles.use_adaptive_sampling = samples, True
    cycles.adaptive_threshold, cycles.use_denoising = 0.012, False
    cycles.sample_clamp_indirect, cycles.blur_glossy = 3.0, 1.0
    cycles.max_bounces, cycles.transparent_max_bounces = 10, 16
    cycles.caustics_refractive = cycles.caustics_reflective = False
    scene.view_settings.view_transform = 'Standard'
    scene.view_settings.exposure = EXPOSURE
    scene.render.resolution_x, scene.render.resolution_y = width, height
    scene.render.image_settings.file_format = 'PNG'
    scene.render.filepath = path
    finish.set_up()
    bpy.ops.render.render(write_still=True)
