"""The home page's still life: tea things on a tray in morning light."""
import math

import bpy

from assembly import added, put
from catalogue import picture
from materials_ceramic import glaze
from materials_natural import plain
from nodes import linear
from products_cups import build_gaiwan, mug
from products_pots import build_branch, build_teapot, build_vase
from products_wood import build_tray
from shapes import box
from studio import build_sky


def morning_sun():
    data = bpy.data.lights.new('sun', 'SUN')
    data.energy, data.angle, data.color = 2.1, math.radians(2.0), linear('#ffe3c2')[:3]
    sun = bpy.data.objects.new('sun', data)
    sun.rotation_euler = (math.radians(52), 0, math.radians(-62))
    bpy.context.scene.collection.objects.link(sun)
    return sun


def window(sun, distance=160):
    """Bars of a window far towards the sun, seen only as shadows."""
    dark = plain('bars', '#000000')
    panes = [(-96, 0, 120, 300), (92, 0, 120, 300), (0, 102, 300, 120), (0, -88, 300, 120),
             (-4, 0, 2.6, 200), (0, 9, 200, 2.6)]
    for x, y, width, height in panes:
        bar = box('bar', (width, height, 0.5), dark, 0)
        bar.location = (x, y, distance)
        bar.matrix_world = sun.matrix_basis @ bar.matrix_basis
        bar['unframed'] = True
        bar.visible_camera = bar.visible_glossy = bar.visible_diffuse = False


@picture('hero', view={'pitch': 16, 'lens': 80, 'fill': 0.82}, shape=(3, 2))
def hero():
    build_sky(key=3.4, fill=0.9, ambient=0.36)
    put(build_tray(36, 23), turn=(0, 0, -6))
    put(added(build_teapot), at=(-6.6, 1.8, 0.62), turn=(0, 0, -16))
    put(added(build_gaiwan), at=(9.6, -2.2, 0.62))
    cup = mug(glaze('mug glaze', '#a9baa6', '#d9dcc4', '#b98d63'))
    put(cup, at=(21.5, 9.5, 0), turn=(0, 0, -30))
    vase = build_vase(glaze('vase glaze', '#d9d4c8', '#d8c7a8', '#b08b66', roughness=0.32, specks=0.5,
                            mottle=0.07))
    put([vase, *added(build_branch)], at=(-19.5, 12.5, 0), turn=(0, 0, 20))
    window(morning_sun())
