"""Tray and chopsticks."""
import math

from assembly import evaluated_copy, put
from catalogue import picture
from materials_ceramic import glaze
from materials_natural import wood
from materials_polished import lacquer
from shapes import loft, mesh_object, skin, soften, subdivide
from studio import subjects


def rounded_rectangle(width, depth, radius, steps=10):
    """Points with outward normals, anticlockwise."""
    outline = []
    for quarter, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1))):
        for k in range(steps + 1):
            a = math.pi / 2 * (quarter + k / steps)
            normal = (math.cos(a), math.sin(a))
            centre = (sx * (width / 2 - radius), sy * (depth / 2 - radius))
            outline.append(((centre[0] + radius * normal[0], centre[1] + radius * normal[1]), normal))
    return outline


TRAY_SIDE = [
    (-4.0, 0), (-1.6, 0), (-1.2, 0.02), (-0.9, 0.2), (-0.35, 0.9), (0.0, 2.0), (0.02, 2.25),
    (-0.08, 2.36), (-0.45, 2.36), (-0.56, 2.25), (-0.62, 2.0), (-1.0, 1.1), (-1.35, 0.75),
    (-1.9, 0.62), (-4.0, 0.6)]


def build_tray(width=34, depth=22):
    material = wood('walnut', '#7d573a', '#432a1b', 'X', 0.40, 0.2, 1.0, coat=0.12)
    return loft('tray', rounded_rectangle(width, depth, 5.5), TRAY_SIDE, material)


@picture('walnut-tray-detail', view={'at': (-13.0, -3.6, 1.4), 'across': 12, 'pitch': 34})
@picture('walnut-tray', view={'pitch': 30, 'fill': 0.78})
def walnut_tray():
    put(build_tray(), turn=(0, 0, -20))


def chopstick(name, material, length=23.5):
    """Square where it is held (x = 0), round and thin at the tip."""
    rings = []
    stations = [(0, 0.30), (0.04, 0.36), (0.12, 0.385), (8, 0.36), (14, 0.30), (20, 0.21),
                (length - 0.15, 0.14), (length - 0.03, 0.11), (length, 0.06)]
    for x, half in stations:
        power = 4.5 - 2.5 * min(1.0, x / 14)
        ring = []
        for k in range(32):
            a = 2 * math.pi * k / 32
            c, s = math.cos(a), math.sin(a)
            ring.append((x, half * math.copysign(abs(c) ** (2 / power), c),
                         half * math.copysign(abs(s) ** (2 / power), s)))
        rings.append(ring)
    return subdivide(mesh_object(name, *skin(rings), material), 1)


def rest(material, length=4.6, width=2.1, height=1.15):
    """A pillow of porcelain with a saddle for two chopsticks (along y)."""
    rings = []
    for i in range(13):
        t = -1 + i / 6
        girth = (1 - abs(t) ** 5) ** 0.5 if abs(t) < 1 else 0.12
        top = height * (0.66 + 0.34 * t * t) * max(girth, 0.3)
        rings.append([(width / 2 * girth * math.cos(a), length / 2 * t,
                       top * (0.5 + 0.5 * math.copysign(abs(math.sin(a)) ** 0.8, math.sin(a))))
                      for a in (2 * math.pi * k / 20 for k in range(20))])
    return soften(evaluated_copy(subdivide(mesh_object('rest', *skin(rings), material), 2)), 180)


@picture('chopsticks-detail', view={'at': (4.4, 0.6, 0.5), 'across': 9.5, 'pitch': 36})
@picture('chopsticks', view={'pitch': 42, 'fill': 0.88})
def chopsticks():
    pairs = (('#6e1b17', '#c9a35a', 3.2, '#a9baa6'), ('#1e1c1c', '#b98a4a', -3.2, '#3b4c66'))
    for colour, band, y, clay in pairs:
        cushion = rest(glaze('rest glaze', clay))
        put(cushion, at=(17.8, y, 0))
        material = lacquer('lacquer', colour, bands=((3.2, 3.34), (3.6, 4.5), (4.76, 4.9)),
                           band_colour=band)
        for offset, splay in ((-0.52, -0.7), (0.50, 1.1)):
            stick = chopstick('chopstick', material)
            put(stick, at=(0, y + offset, 0.385), turn=(0, -1.9, splay))
    put(subjects(), turn=(0, 0, 38))
