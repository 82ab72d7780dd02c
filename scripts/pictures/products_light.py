"""Candle and lamp."""
import math

import bpy

from catalogue import picture
from materials_natural import paper, plain, wood
from materials_polished import flame, lantern_paper, tinted_glass, wax
from nodes import linear
from shapes import lathe, sweep
from wrapping import leaf_sprig, patch

JAR = [
    (0, 0), (3.3, 0), (3.65, 0.08), (3.85, 0.35), (3.9, 0.9), (3.9, 8.4), (3.88, 8.75), (3.78, 8.85),
    (3.68, 8.75), (3.66, 8.4), (3.62, 1.2), (3.45, 0.85), (3.0, 0.75), (0, 0.7)]
WAX = [
    (0, 0.78), (2.95, 0.8), (3.4, 0.95), (3.58, 1.3), (3.6, 6.0), (3.59, 6.45), (3.5, 6.35),
    (3.2, 6.27), (2.0, 6.22), (0.5, 6.22), (0, 6.24)]
FLAME = [(0, 7.05), (0.14, 7.1), (0.3, 7.5), (0.33, 7.85), (0.24, 8.4), (0.12, 8.95), (0, 9.3)]


def candle_light(at, power):
    data = bpy.data.lights.new('candle light', 'POINT')
    data.energy, data.color, data.shadow_soft_size = power, linear('#ffb468')[:3], 0.4
    lamp = bpy.data.objects.new('candle light', data)
    lamp.location = at
    bpy.context.scene.collection.objects.link(lamp)


@picture('soy-candle-detail', view={'at': (0, -0.4, 7.7), 'across': 7.5, 'pitch': 24},
         glass='#f4cb8c', ink='#b5762c')
@picture('soy-candle-osmanthus', view={'pitch': 19, 'fill': 0.62}, glass='#f4cb8c', ink='#b5762c')
@picture('soy-candle-cedar', view={'pitch': 19, 'fill': 0.62}, glass='#c6d4c7', ink='#41564a')
def soy_candle(glass, ink):
    lathe('jar', JAR, tinted_glass('glass', glass), levels=3)
    lathe('wax', WAX, wax('wax', '#f1e6cd', pooled=True, glow=0.5), levels=3)
    sweep('wick', [(0, 0, 6.1, 0.075), (0.02, 0, 6.7, 0.075), (0.1, 0, 7.15, 0.07),
                   (0.2, 0, 7.35, 0.05)], plain('wick', '#2a2320', 0.9))
    fire = lathe('flame', FLAME, flame('flame', 7.05, 9.2), 24)
    fire.visible_shadow = False
    candle_light((0.1, 0, 8.1), 420)
    label = paper('label', '#efe8d9')
    patch('label', 3.93, (-2.1, 2.1), (1.9, 5.3), label, 0.02, facing=-97)
    leaf_sprig(3.965, (0, 3.8), 0.62, plain('ink', ink, 0.8), facing=-97)
    patch('rule', 3.965, (-0.9, 0.9), (2.42, 2.46), plain('rule', '#4a4038'), 0.005, facing=-97)


LANTERN = [(2.6, 7.2), (5.2, 7.6), (7.6, 9.4), (9.0, 12.6), (9.3, 16), (8.9, 19.6), (7.4, 22.8),
           (5.0, 24.7), (2.9, 25.1)]


def wooden_ring(name, height, material):
    profile = [(2.7, 0), (3.0, 0), (3.05, 0.25), (3.0, 0.45), (2.7, 0.45), (2.65, 0.25), (2.7, 0)]
    lathe(name, [(r, height + z) for r, z in profile], material)


def leg(degrees, material):
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    spots = ((2.75, 7.1, 0.26), (3.1, 6.3, 0.27), (4.6, 3.2, 0.25), (6.1, 0.05, 0.2))
    sweep('leg', [(r * c, r * s, z, thick) for r, z, thick in spots], material)


@picture('paper-lamp-detail', view={'at': (0.4, -3.0, 7.6), 'across': 15, 'pitch': 13})
@picture('paper-lamp', view={'pitch': 14, 'lens': 85, 'fill': 0.78})
def paper_lamp():
    lathe('shade', LANTERN, lantern_paper('lantern', 7.2, 25.1, ribs=0.35, glow=1.2), 96)
    dark = wood('dark wood', '#4b3527', '#2c1f18', 'Z', 0.45, 1.2)
    wooden_ring('crown', 24.95, dark)
    wooden_ring('base', 6.75, dark)
    for degrees in (-72, 48, 168):
        leg(degrees, dark)
    cord = [(0, 0, 7.2), (0.3, 1.5, 3.5), (1.8, 4.2, 0.3), (5.5, 6.0, 0.14), (9.0, 5.2, 0.14),
            (11.5, 7.2, 0.14)]
    sweep('cord', [(*spot, 0.13) for spot in cord], plain('cord', '#3a2d26', 0.8))
    candle_light((0, 0, 5.6), 450)
