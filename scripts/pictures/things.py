"""What the shop does not sell, but everybody knows the size of: books, fruit, rice, cloth."""
import math
import random

from assembly import put
from materials_natural import book_cloth, paper, plain
from products_paper import build_cover
from shapes import bevel, box, lathe, mesh_object, prism, skin, soften, sweep, wobble

BOOK_BOARD = 0.26


def book(colour, depth=14.2, length=20.6, thick=1.9):
    """A closed book lying with its spine along x = 0."""
    cover = build_cover(depth, length, thick, BOOK_BOARD, book_cloth('book cloth', colour))
    leaves = paper('book pages', '#ece3cf', layers=True)
    pages = box('book pages', (depth - 0.35, length - 0.7, thick - 2 * BOOK_BOARD), leaves, 0.04, BOOK_BOARD)
    put(pages, at=(depth / 2 - 0.25, 0, 0))
    return [cover, pages]


def book_stack(*books):
    """Books (colour, size, turn) lying on each other, the first one below; also gives their height."""
    items, height = [], 0.0
    for colour, (depth, length, thick), turn in books:
        lying = book(colour, depth, length, thick)
        put(lying, at=(-depth / 2, 0, 0))
        items += put(lying, at=(0, 0, height), turn=(0, 0, turn))
        height += thick
    return items, height


def open_notebook(colour):
    """A notebook opened flat in its middle, the fold along x = 0."""
    boards = box('boards', (28.8, 20.6, 0.25), book_cloth('open cloth', colour), 0.06)
    half = [(0.0, 0.62), (0.35, 0.86), (1.1, 1.08), (2.4, 1.2), (4.5, 1.18), (8, 1.0), (13.9, 0.74)]
    top = [(-x, z) for x, z in reversed(half[1:])] + half
    outline = [(14.0, 0.25), *reversed(top), (-14.0, 0.25)]
    pages = prism('open pages', outline, -10, 10, paper('open pages', '#efe7d6', 0.4), 0)
    for vertex in pages.data.vertices:
        x, z, y = vertex.co
        vertex.co = (x, -y, z)
    return [boards, soften(pages, 50)]


def tangerine(at, seed, size=2.7):
    """A small orange with its stalk, standing at (x, y, z)."""
    rings = [(size * math.cos(a) * 1.06, size * 0.88 * (1 + math.sin(a)))
             for a in (math.pi * (i / 12 - 0.5) for i in range(13))]
    rings[-1] = (0, rings[-1][1] - 0.12)
    peel = plain('peel', '#d8812c', 0.42, 0.12, 3.5, Specular=0.5)
    fruit = wobble(lathe('tangerine', rings, peel, 32), 0.12, 0.3, seed)
    top = rings[-1][1]
    stalk = sweep('stalk', [(0, 0, top - 0.15, 0.16), (0.05, 0, top + 0.16, 0.13)],
                  plain('stalk', '#5d6a3a', 0.7), sides=8)
    return put([fruit, stalk], at=at, turn=(4 * math.sin(seed), 5 * math.cos(seed), 40 * seed))


def grain(chance, at):
    """Vertices and faces of one grain of rice, lying any way round."""
    turn, lean = chance.uniform(0, 2 * math.pi), chance.uniform(-0.45, 0.45)
    c, s = math.cos(turn), math.sin(turn)
    rings = []
    for t, girth in ((-1, 0.3), (-0.6, 0.85), (0, 1), (0.6, 0.85), (1, 0.3)):
        along, ring = 0.36 * t, []
        for k in range(7):
            a = 2 * math.pi * k / 7
            y, z = 0.135 * girth * math.cos(a), 0.125 * girth * math.sin(a) + along * lean
            ring.append((at[0] + along * c - y * s, at[1] + along * s + y * c, at[2] + z))
        rings.append(ring)
    return skin(rings)


def rice(radius=5.15, base=4.2, rise=1.5, count=1500):
    """A heap of boiled rice that fills a round bowl up to a height."""
    chance = random.Random(5)
    white = plain('rice', '#e6e1d3', 0.4, 0.06, 2)
    heap = [(0, base - 1.6), (radius - 0.5, base - 1.2), (radius, base)]
    heap += [(radius * (1 - i / 8), base + rise * (1 - (1 - i / 8) ** 2)) for i in range(1, 9)]
    vertices, faces = [], []
    for _ in range(count):
        r, a = radius * chance.random() ** 0.5, chance.uniform(0, 2 * math.pi)
        at = (r * math.cos(a), r * math.sin(a), base + rise * (1 - (r / radius) ** 2) + chance.uniform(0, 0.14))
        more, sides = grain(chance, at)
        faces += [tuple(len(vertices) + i for i in side) for side in sides]
        vertices += more
    return [lathe('rice heap', heap, white, 32), soften(mesh_object('rice', vertices, faces, white), 180)]


def folded_cloth(colour, width=15, depth=10.5):
    """A linen cloth folded twice."""
    linen = book_cloth('folded linen', colour, 5)
    lower = bevel(box('fold', (width, depth, 0.75), linen, 0), 0.34, 5)
    upper = bevel(box('fold', (width - 0.3, depth - 0.25, 0.75), linen, 0, 0.72), 0.34, 5)
    return [wobble(part, 0.06, 0.3) for part in (lower, upper)]


def place_mat(colour, width=36, depth=27):
    """A linen cloth laid flat."""
    return [box('place mat', (width, depth, 0.12), book_cloth('mat linen', colour, 3.2), 0.05)]
