"""The tin of green tea."""
import math
import random

from assembly import join
from catalogue import picture
from materials_natural import paper, plain
from materials_polished import brushed_metal
from shapes import lathe, sweep
from wrapping import leaf_sprig, patch

TIN = [(0, 0), (3.6, 0), (3.75, 0.03), (3.8, 0.12), (3.8, 0.3), (3.8, 9.3), (3.8, 9.45), (3.7, 9.5), (0, 9.5)]
LID = [(0, 9.4), (3.75, 9.4), (3.88, 9.42), (3.9, 9.52), (3.9, 11.5), (3.88, 11.72), (3.75, 11.82),
       (3.5, 11.84), (3.4, 11.78), (0, 11.78)]


def tea_leaf(chance, at, material):
    """A rolled leaf: a thin, twisted, slightly flat strand."""
    length, angle = chance.uniform(0.9, 1.9), chance.uniform(0, 2 * math.pi)
    bend, lift = chance.uniform(-0.3, 0.3), chance.uniform(0.0, 0.22)
    c, s = math.cos(angle), math.sin(angle)
    points = []
    for i in range(6):
        t = i / 5 - 0.5
        side = bend * (4 * t * t - 0.5) + chance.uniform(-0.05, 0.05)
        radius = 0.085 * (1 - abs(2 * t) ** 2.2 * 0.75) * chance.uniform(0.8, 1.25)
        points.append((at[0] + length * t * c - side * s, at[1] + length * t * s + side * c,
                       at[2] + 0.08 + lift * (t + 0.5) * chance.uniform(0.6, 1.2), radius))
    return sweep('tea leaf', points, material, flat=chance.uniform(0.35, 0.8), sides=7, per_span=4,
                 side=(chance.uniform(-1, 1), chance.uniform(-1, 1), 0.6))


def strew_leaves(count=210):
    chance = random.Random(11)
    greens = [plain('tea', colour, 0.62, 0.5, 4) for colour in ('#4a5230', '#5b6238', '#3a4229')]
    groups = [[], [], []]
    for i in range(count):
        r, a = 2.5 * chance.random() ** 0.75, chance.uniform(0, 2 * math.pi)
        heap = max(0.0, 0.85 * (1 - r / 2.2)) * chance.random()
        at = (1.6 + 1.9 * r * math.cos(a), -6.6 + 0.95 * r * math.sin(a), heap)
        groups[i % 3].append(tea_leaf(chance, at, greens[i % 3]))
    for group in groups:
        join(group)


@picture('green-tea-detail', view={'at': (1.5, -7.0, 0.6), 'across': 6.5, 'pitch': 34})
@picture('green-tea', view={'pitch': 20, 'fill': 0.70})
def green_tea():
    coat = plain('tin coat', '#3d4a3c', 0.38, 0.06, 0.8, Specular=0.5)
    lathe('tin', TIN, coat, 64, 3)
    lathe('lid', LID, brushed_metal('tin lid', '#b9a27a', 0.3, (0.3, 0.3, 6)), 64, 3)
    label = paper('label', '#ece4d2')
    patch('label', 3.825, (-5.2, 5.2), (1.5, 8.2), label, 0.02, -84, 80)
    ink = plain('ink', '#4c6044', 0.85, 0.15)
    leaf_sprig(3.86, (0, 5.0), 1.15, ink, -100)
    for low in (1.85, 7.8):
        patch('rule', 3.85, (-5.2, 5.2), (low, low + 0.05), ink, 0.006, -84, 80)
    patch('seal', 3.85, (-0.28, 0.28), (2.75, 3.31), plain('seal', '#a8452f', 0.85), 0.006, -100, 6)
    strew_leaves()
