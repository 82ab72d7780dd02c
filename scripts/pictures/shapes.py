"""Builders of meshes: turned, swept, extruded and fused solids (centimetres)."""
import math

import bpy
from mathutils import Vector, noise


def mesh_object(name, vertices, faces, material=None):
    mesh = bpy.data.meshes.new(name)
    mesh.from_pydata([tuple(v) for v in vertices], [], faces)
    mesh.update()
    return link(bpy.data.objects.new(name, mesh), material)


def link(item, material=None):
    bpy.context.scene.collection.objects.link(item)
    if material:
        item.data.materials.append(material)
    return item


def soften(item, angle=40):
    """Smooth shading, except across edges sharper than the angle."""
    item.data.polygons.foreach_set('use_smooth', [True] * len(item.data.polygons))
    item.data.use_auto_smooth = True
    item.data.auto_smooth_angle = math.radians(angle)
    return item


def subdivide(item, levels=2):
    modifier = item.modifiers.new('subdivide', 'SUBSURF')
    modifier.levels = modifier.render_levels = levels
    return soften(item, 180)


def bevel(item, width, segments=4):
    modifier = item.modifiers.new('bevel', 'BEVEL')
    modifier.width, modifier.segments = width, segments
    modifier.limit_method, modifier.angle_limit = 'ANGLE', math.radians(30)
    modifier.harden_normals = True
    return soften(item, 40)


def skin(rings, loop=False):
    """Vertices and faces of a capped tube, or of a loop, through equal rings."""
    count = len(rings[0])
    vertices = [p for ring in rings for p in ring]
    faces = []
    for r in range(len(rings) if loop else len(rings) - 1):
        here, there = r * count, (r + 1) % len(rings) * count
        for i in range(count):
            j = (i + 1) % count
            faces.append((here + i, here + j, there + j, there + i))
    if not loop:
        for ring, start in ((rings[0], 0), (rings[-1], (len(rings) - 1) * count)):
            centre = len(vertices)
            vertices.append(sum((Vector(p) for p in ring), Vector()) / count)
            for i in range(count):
                pair = (start + i, start + (i + 1) % count)
                faces.append((*(pair if start else pair[::-1]), centre))
    return vertices, faces


def lathe(name, profile, material=None, steps=48, levels=2):
    """Turns (radius, height) points, from bottom centre around to top centre."""
    rings = [[(r * math.cos(a), r * math.sin(a), z)
              for a in (2 * math.pi * i / steps for i in range(steps))]
             for r, z in ((max(r, 0.02), z) for r, z in profile)]
    return subdivide(mesh_object(name, *skin(rings), material), levels)


def loft(name, outline, profile, material=None, levels=2):
    """Like lathe, for a flat outline [(point, outward normal)]: (offset, height)."""
    rings = [[(p[0] + n[0] * d, p[1] + n[1] * d, z) for p, n in outline]
             for d, z in profile]
    return subdivide(mesh_object(name, *skin(rings), material), levels)


def smooth_path(points, per_span=8):
    """Catmull-Rom curve through tuples of any length."""
    padded = [points[0], *points, points[-1]]
    result = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:]):
        for k in range(per_span):
            t = k / per_span
            result.append(tuple(0.5 * (2 * q + (s - p) * t + (2 * p - 5 * q + 4 * s - u) * t * t
                                       + (3 * q - p - 3 * s + u) * t ** 3)
                                for p, q, s, u in zip(a, b, c, d)))
    return [*result, tuple(points[-1])]


def sweep(name, points, material=None, flat=1.0, sides=16, per_span=8, side=None, loop=False):
    """A tube along (x, y, z, radius) points; flat squeezes it across `side`."""
    path = points if loop else smooth_path(points, per_span)
    spots = [Vector(p[:3]) for p in path]
    across = Vector(side) if side else (spots[1] - spots[0]).orthogonal()
    rings = []
    for i, (spot, point) in enumerate(zip(spots, path)):
        ahead = spots[(i + 1) % len(spots)] if loop else spots[min(i + 1, len(spots) - 1)]
        along = (ahead - spots[i - 1 if loop else max(i - 1, 0)]).normalized()
        across = (across - along * across.dot(along)).normalized()
        third = along.cross(across)
        rings.append([spot + point[3] * (across * math.cos(a) + third * math.sin(a) * flat)
                      for a in (2 * math.pi * k / sides for k in range(sides))])
    return soften(mesh_object(name, *skin(rings, loop), material), 60)


def polygon(sides, radius, centre=(0, 0)):
    """The corners of a regular polygon; with many sides, a circle."""
    angles = (2 * math.pi * i / sides for i in range(sides))
    return [(centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles]


def prism(name, outline, low, high, material=None, edge=0.05):
    """A flat outline [(x, y)] raised from low to high, with bevelled edges."""
    count = len(outline)
    vertices = [(x, y, z) for z in (low, high) for x, y in outline]
    faces = [tuple(reversed(range(count))), tuple(range(count, 2 * count))]
    faces += [(i, (i + 1) % count, count + (i + 1) % count, count + i) for i in range(count)]
    item = mesh_object(name, vertices, faces, material)
    return bevel(item, edge) if edge else item


def box(name, size, material=None, edge=0.1, base=0.0):
    x, y = size[0] / 2, size[1] / 2
    return prism(name, [(-x, -y), (x, -y), (x, y), (-x, y)], base, base + size[2], material, edge)


def wobble(item, amount, scale=0.15, seed=0.0):
    """Moves the vertices a little: nothing made by hand is exactly round."""
    for vertex in item.data.vertices:
        spot = vertex.co * scale + Vector((seed, seed, seed))
        vertex.co += noise.noise_vector(spot) * amount
    return item
