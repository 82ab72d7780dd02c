"""Teapot and bud vases."""
import math
import random

from assembly import fuse, join, put
from catalogue import picture
from materials_ceramic import bare_clay, glaze
from materials_natural import plain
from shapes import lathe, sweep, wobble

POT_BODY = [
    (0, 0.3), (3.0, 0.3), (3.2, 0.05), (3.3, 0), (3.6, 0), (3.7, 0.15), (3.85, 0.5), (5.0, 1.6),
    (5.75, 3.3), (5.6, 5.0), (4.7, 6.4), (3.6, 7.0), (3.45, 7.05), (3.42, 7.3), (3.3, 7.35),
    (3.1, 7.25), (3.0, 6.8), (4.4, 6.0), (5.2, 4.6), (5.2, 3.2), (4.4, 1.6), (3.0, 0.9), (0, 0.85)]
POT_LID = [
    (0, 7.1), (2.9, 7.1), (3.0, 7.2), (3.05, 7.38), (3.5, 7.4), (3.58, 7.48), (3.5, 7.62),
    (2.8, 7.95), (1.6, 8.35), (0.75, 8.55), (0.5, 8.72), (0.55, 8.95), (0.95, 9.3), (1.02, 9.65),
    (0.8, 9.98), (0.4, 10.1), (0, 10.12)]


def build_teapot():
    clay = bare_clay('zisha', '#613a34', roughness=0.40)
    body = wobble(lathe('pot', POT_BODY, clay, levels=3), 0.05)
    spout = sweep('spout', [
        (4.3, 0, 2.6, 1.25), (5.9, 0, 3.3, 0.98), (7.0, 0, 4.5, 0.74), (7.7, 0, 5.9, 0.58),
        (8.45, 0, 6.95, 0.54), (8.55, 0, 7.1, 0.47), (8.48, 0, 7.0, 0.36), (8.1, 0, 6.4, 0.33)],
        clay, side=(0, 1, 0))
    handle = sweep('handle', [
        (-4.6, 0, 6.1, 0.62), (-6.0, 0, 6.9, 0.52), (-7.6, 0, 6.6, 0.47), (-8.5, 0, 5.1, 0.45),
        (-8.1, 0, 3.4, 0.42), (-6.8, 0, 2.2, 0.45), (-5.0, 0, 1.9, 0.6)],
        clay, flat=0.75, side=(0, 1, 0))
    pot = fuse([body, spout, handle], 0.075, 7)
    lid = lathe('pot lid', POT_LID, clay, levels=3)
    return [pot, lid]


@picture('clay-teapot-detail', view={'at': (0.6, -2.6, 8.0), 'across': 9})
@picture('clay-teapot', view={'pitch': 18, 'fill': 0.76})
def clay_teapot():
    put(build_teapot(), turn=(0, 0, -22))


VASE_PROFILE = [
    (0, 0.35), (2.2, 0.35), (2.4, 0.05), (2.5, 0), (2.8, 0), (2.95, 0.12), (3.1, 0.5), (3.7, 1.9),
    (3.95, 3.6), (3.5, 5.4), (2.2, 6.9), (1.15, 8.1), (0.82, 9.6), (0.85, 11.0), (1.15, 11.75),
    (1.25, 11.9), (1.2, 12.02), (1.02, 11.95), (0.62, 11.0), (0.55, 9.6), (0.9, 8.0), (0, 7.0)]

MAIN_STEM = [(0.1, 0, 7.5, 0.17), (0.35, 0, 12, 0.16), (1.0, -0.2, 15, 0.15), (0.9, -0.1, 18, 0.13),
             (2.2, 0.2, 20.8, 0.11), (2.9, 0.4, 23.6, 0.07), (3.3, 0.2, 25, 0.045)]
SIDE_STEMS = [
    [(1.0, -0.2, 15.2, 0.11), (-0.6, -0.5, 16.8, 0.09), (-1.9, -0.4, 19.2, 0.06), (-2.2, -0.5, 20.6, 0.04)],
    [(2.0, 0.2, 20.2, 0.08), (3.6, 0.1, 20.9, 0.06), (4.9, -0.2, 22.4, 0.04)],
    [(0.95, -0.1, 17.6, 0.07), (0.3, 0.3, 19.3, 0.05), (0.35, 0.4, 20.8, 0.035)]]


def bud(spot, size, material, calyx, lean):
    """A plump closed bud on its small dark calyx."""
    petals = lathe('bud', [(0, -0.55), (0.35, -0.5), (0.62, -0.1), (0.55, 0.35), (0.25, 0.66),
                           (0, 0.72)], material, 16)
    cup = lathe('calyx', [(0, -0.9), (0.16, -0.85), (0.3, -0.62), (0.5, -0.38), (0.56, -0.12),
                          (0.4, -0.2), (0, -0.3)], calyx, 12)
    for part in (petals, cup):
        part.scale = (1.2 * size, 1.2 * size, 1.35 * size)
        put(part, at=spot, turn=lean)


def build_branch():
    chance = random.Random(4)
    bark = plain('bark', '#5a4334', 0.75, 0.5, 2.5)
    petal = plain('petal', '#e3b3ae', 0.55, 0.22, 1.2, Subsurface=0.1)
    calyx = plain('calyx', '#7c4a3c', 0.6)
    stems = [MAIN_STEM, *SIDE_STEMS]
    join([wobble(sweep('stem', stem, bark, sides=10), 0.10, 1.3) for stem in stems])
    spots = [(stem[-1], 0.62) for stem in stems]
    spots += [((-1.15, -0.7, 18.0), 0.5), ((2.0, 0.05, 23.0), 0.66), ((1.1, -0.4, 16.3), 0.45),
              ((4.2, -0.35, 21.9), 0.55), ((1.35, 0.0, 19.9), 0.5), ((-2.2, -0.3, 19.6), 0.42)]
    for spot, size in spots:
        side = math.copysign(24, spot[0] - 1.2)
        bud(spot[:3], size, petal, calyx, (chance.uniform(-20, 20), side + chance.uniform(-14, 14), 0))


def build_vase(material):
    return wobble(lathe('vase', VASE_PROFILE, material, levels=3), 0.06)


@picture('bud-vase-detail', view={'at': (1.3, 0, 20.2), 'across': 9, 'pitch': 14}, kind='white')
@picture('bud-vase-white', view={'pitch': 15, 'lens': 85, 'fill': 0.80}, kind='white')
@picture('bud-vase-terracotta', view={'pitch': 15, 'lens': 85, 'fill': 0.80}, kind='terracotta')
def bud_vase(kind):
    if kind == 'white':
        material = glaze('vase glaze', '#d9d4c8', '#d8c7a8', '#b08b66', roughness=0.32, specks=0.5,
                         mottle=0.07)
    else:
        material = bare_clay('terracotta', '#ab6a50', 0.72, specks=0.35)
    build_vase(material)
    build_branch()
