"""Labels and prints wrapped around a jar or a tin."""
import math

from shapes import mesh_object, soften


def wrap(radius, across, height, facing):
    """Where a spot `across` cm from the label's middle lies on the cylinder."""
    a = math.radians(facing) + across / radius
    return (radius * math.cos(a), radius * math.sin(a), height)


def patch(name, radius, across, up, material, thickness=0.02, facing=-90, steps=48):
    """A rectangular piece of paper pasted on; `across` and `up` are (from, to)."""
    columns = [across[0] + (across[1] - across[0]) * i / steps for i in range(steps + 1)]
    vertices = [wrap(radius, x, z, facing) for x in columns for z in up]
    faces = [(2 * i, 2 * i + 2, 2 * i + 3, 2 * i + 1) for i in range(steps)]
    item = soften(mesh_object(name, vertices, faces, material), 60)
    solid = item.modifiers.new('thickness', 'SOLIDIFY')
    solid.thickness, solid.offset = thickness, 1
    return item


def leaf(radius, base, angle, length, material, facing, plump=0.2, steps=14):
    """One printed leaf, pointing at `angle` degrees from its base."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    spots = []
    for i in range(steps + 1):
        x = length * i / steps
        half = plump * length * math.sin(math.pi * (i / steps) ** 0.8)
        spots += [wrap(radius, base[0] + x * c - y * s, base[1] + x * s + y * c, facing)
                  for y in (-half, 0, half)]
    faces = [(3 * i + k, 3 * i + 3 + k, 3 * i + 4 + k, 3 * i + 1 + k)
             for i in range(steps) for k in (0, 1)]
    return mesh_object('leaf', spots, faces, material)


def leaf_sprig(radius, centre, size, material, facing=-90):
    """Two leaves and a bud, the tea picker's measure."""
    x, z = centre
    for angle, length, lift in ((90, 1.5, 0.2), (142, 1.35, 0.0), (38, 1.35, 0.0)):
        leaf(radius, (x, z + lift * size), angle, length * size, material, facing,
             0.13 if angle == 90 else 0.21)
    patch('stalk', radius, (x - 0.03, x + 0.03), (z - 0.8 * size, z + 0.15 * size),
          material, 0.004, facing, 2)
