"""Notebook and bookmark."""
import math
import random

from assembly import cut, join, put
from catalogue import picture
from materials_natural import book_cloth, paper, plain
from materials_polished import brushed_metal
from shapes import bevel, box, lathe, polygon, prism, sweep

LYING = {'pitch': 38, 'fill': 0.74}


def cover_outline(depth, thick, board):
    """Cross-section (x, z) of a hard cover: two boards and a rounded spine."""
    steps = [math.pi / 2 + math.pi * i / 14 for i in range(15)]
    outer = [(thick / 2 * 0.55 * math.cos(a), thick / 2 + thick / 2 * math.sin(a)) for a in steps]
    inner_half = thick / 2 - board
    inner = [(inner_half * 0.55 * math.cos(a), thick / 2 + inner_half * math.sin(a)) for a in steps]
    return [(depth, thick), *outer, (depth, 0), (depth, board), *inner[::-1], (depth, thick - board)]


def build_cover(depth, length, thick, board, material):
    cover = prism('cover', cover_outline(depth, thick, board), -length / 2, length / 2, material, 0.07)
    for vertex in cover.data.vertices:      # lay the cross-section's prism down
        x, z, y = vertex.co
        vertex.co = (x, -y, z)
    return cover


def build_label(x, y, z):
    card = box('label', (5.2, 3.0, 0.03), paper('label', '#efe8d8'), 0.012, z)
    line = box('label line', (3.4, 0.045, 0.02), plain('print', '#4a4038'), 0.004, z + 0.025)
    put(line, at=(0, -0.4, 0))
    return put([card, line], at=(x, y, 0), turn=(0, 0, 0.6))


def build_ribbon(x, material):
    points = [(0, 4, 1.0), (0, -9, 1.0), (0.05, -10.6, 0.95), (0.3, -11.5, 0.35),
              (0.9, -12.4, 0.05), (1.5, -13.6, 0.06)]
    ribbon = sweep('ribbon', [(*p, 0.3) for p in points], material, flat=0.06, sides=12, side=(1, 0, 0))
    return put(ribbon, at=(x, 0, 0))


@picture('linen-notebook-detail', view={'at': (2.9, -9.4, 1.3), 'across': 8.5, 'pitch': 36},
         colour='#39455f', thread='#b4533c')
@picture('linen-notebook-indigo', view=LYING, colour='#39455f', thread='#b4533c')
@picture('linen-notebook-sand', view=LYING, colour='#d2c0a0', thread='#6d4a3a')
@picture('linen-notebook-moss', view=LYING, colour='#696b4e', thread='#c9a45c')
def linen_notebook(colour, thread):
    depth, length, thick, board = 14.2, 20.6, 1.9, 0.26
    cover = build_cover(depth, length, thick, board, book_cloth('linen', colour))
    pages = box('pages', (depth - 0.35, length - 0.7, thick - 2 * board),
                paper('pages', '#ece3cf', layers=True), 0.04, board)
    put(pages, at=(depth / 2 - 0.25, 0, 0))
    label = build_label(depth / 2 + 0.2, 4.6, thick)
    ribbon = build_ribbon(8.5, plain('ribbon', thread, 0.5, 0.15, 4))
    put([cover, pages, *label, *ribbon], turn=(0, 0, -27), pivot=(depth / 2, 0, 0))


def tassel_thread(chance, material):
    a, r = chance.uniform(0, 2 * math.pi), 0.24 * chance.random() ** 0.5
    x, z, spread = r * math.cos(a), 0.27 + r * math.sin(a), chance.uniform(1.2, 2.4)
    end = (x * spread + chance.uniform(-0.06, 0.06), -5.0 + chance.uniform(-0.25, 0.2))
    points = [(x, -2.2, z, 0.028), (x * 1.4, -3.2, z * 0.8 + 0.02, 0.028),
              (*end, 0.04 + 0.22 * z, 0.022)]
    return sweep('thread', points, material, sides=5, per_span=4)


def build_tassel(material):
    """A cord loop, a bound head and a fringe, lying along -y."""
    chance = random.Random(7)
    loop = sweep('loop', [(-0.12, 0.9, 0.1, 0.05), (-0.16, 0, 0.12, 0.05), (0, -1.6, 0.16, 0.06),
                          (0.16, 0, 0.12, 0.05), (0.12, 0.9, 0.1, 0.05)], material, sides=8)
    head = lathe('head', [(0, 0), (0.22, 0.02), (0.3, 0.25), (0.22, 0.5), (0.3, 0.62), (0.26, 0.8),
                          (0, 0.85)], material, 20)
    put(head, turn=(90, 0, 0), at=(0, -1.5, 0.27))
    return [join([loop, *(tassel_thread(chance, material) for _ in range(110))]), head]


def rounded_strip(width, length, radius):
    corners = ((1, -1, -90), (1, 1, 0), (-1, 1, 90), (-1, -1, 180))
    angles = [math.radians(15 * k) for k in range(7)]
    return [(x * (width / 2 - radius) + radius * math.cos(math.radians(start) + a),
             y * (length / 2 - radius) + radius * math.sin(math.radians(start) + a))
            for x, y, start in corners for a in angles]


def build_strip(brass):
    """The brass strip, with the moon and the tassel's eye cut out."""
    strip = prism('bookmark', rounded_strip(2.8, 12.3, 0.25), 0, 0.09, brass, 0)
    moon = prism('moon', polygon(96, 0.92, (0, 3.5)), -1, 1, edge=0)
    cut(moon, prism('shade', polygon(96, 0.80, (0.42, 3.72)), -2, 2, edge=0))
    cut(strip, moon)
    cut(strip, prism('eye', polygon(48, 0.2, (0, -5.45)), -1, 1, edge=0))
    return bevel(strip, 0.018, 2)


@picture('brass-bookmark-detail', view={'at': (1.1, 3.7, 0.15), 'across': 6.5, 'pitch': 42})
@picture('brass-bookmark', view={'pitch': 48, 'fill': 0.78})
def brass_bookmark():
    sheet = box('sheet', (11, 15, 0.05), paper('sheet', '#f0e9dc'), 0.01)
    card = box('card', (9.5, 13, 0.05), paper('card', '#d9cdb8', 1.0), 0.01, 0.05)
    put(sheet, turn=(0, 0, 12))
    put(card, turn=(0, 0, 4), at=(0.6, 0.3, 0))
    strip = build_strip(brushed_metal('brass', '#c79a4a', 0.2, (8, 0.15, 8), dent=4.0))
    put(strip, at=(0, 1.2, 0.12), turn=(0, 0, -24))
    tassel = build_tassel(plain('silk', '#8f3b2e', 0.45, 0.15, 3, Sheen=0.5))
    put(tassel, at=(-2.2, -3.75, 0.12), turn=(0, 0, -16))
