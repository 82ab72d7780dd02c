"""Putting shapes together: fusing, cutting, moving, repeating."""
import math

import bpy
from mathutils import Matrix

from shapes import soften
from studio import subjects


def evaluated_copy(item):
    """The item with its modifiers applied, as a plain mesh."""
    graph = bpy.context.evaluated_depsgraph_get()
    mesh = bpy.data.meshes.new_from_object(item.evaluated_get(graph))
    item.modifiers.clear()
    item.data = mesh
    return item


def join(items):
    for item in items:
        evaluated_copy(item)
    if len(items) == 1:
        return items[0]
    bpy.ops.object.select_all(action='DESELECT')
    for item in items:
        item.select_set(True)
    bpy.context.view_layer.objects.active = items[0]
    bpy.ops.object.join()
    return items[0]


def fuse(items, voxel=0.07, smoothing=5):
    """Joins solids the way clay is: the seams become small fillets."""
    material = items[0].data.materials[0]
    whole = join(items)
    remesh = whole.modifiers.new('fuse', 'REMESH')
    remesh.mode, remesh.voxel_size = 'VOXEL', voxel
    relax = whole.modifiers.new('relax', 'SMOOTH')
    relax.factor, relax.iterations = 0.5, smoothing
    evaluated_copy(whole)
    whole.data.materials.clear()
    whole.data.materials.append(material)
    return soften(whole, 180)


def cut(item, tool):
    """Removes the tool's volume from the item."""
    return boolean(item, tool, 'DIFFERENCE')


def boolean(item, tool, operation):
    modifier = item.modifiers.new('boolean', 'BOOLEAN')
    modifier.operation, modifier.object, modifier.solver = operation, tool, 'EXACT'
    evaluated_copy(item)
    bpy.data.objects.remove(tool)
    return item


def put(items, at=(0, 0, 0), turn=(0, 0, 0), pivot=(0, 0, 0)):
    """Turns items (degrees, x then y then z) about the pivot, then moves them."""
    items = items if isinstance(items, (list, tuple)) else [items]
    x, y, z = (Matrix.Rotation(math.radians(a), 4, axis) for a, axis in zip(turn, 'XYZ'))
    back, there = Matrix.Translation([-p for p in pivot]), Matrix.Translation(pivot)
    move = Matrix.Translation(at) @ there @ z @ y @ x @ back
    bpy.context.view_layer.update()
    for item in items:
        item.matrix_world = move @ item.matrix_world
    bpy.context.view_layer.update()
    return items


def added(build, *arguments, **options):
    """Everything that a builder puts into the scene."""
    before = set(subjects())
    build(*arguments, **options)
    return [item for item in subjects() if item not in before]
