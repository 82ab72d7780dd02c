"""Mug, gaiwan and rice bowls."""
from assembly import fuse, put
from catalogue import picture
from materials_ceramic import glaze
from shapes import lathe, sweep, wobble

MUG_PROFILE = [
    (0, 0.35), (2.3, 0.35), (2.5, 0.25), (2.58, 0), (3.0, 0), (3.08, 0.12), (3.12, 0.5),
    (3.62, 1.2), (4.02, 2.8), (4.12, 5.2), (4.0, 7.6), (4.02, 8.7), (3.95, 8.85), (3.82, 8.7),
    (3.75, 7.6), (3.84, 5.2), (3.74, 2.9), (3.3, 1.5), (2.2, 0.85), (0, 0.8)]


def mug(material):
    body = wobble(lathe('mug', MUG_PROFILE, material, levels=3), 0.05)
    handle = sweep('handle', [
        (3.85, 0, 7.25, 0.62), (4.9, 0, 7.45, 0.5), (6.0, 0, 6.9, 0.44), (6.45, 0, 5.6, 0.43),
        (6.05, 0, 4.1, 0.43), (5.0, 0, 2.95, 0.47), (3.75, 0, 2.35, 0.6)],
        material, flat=0.62, side=(0, 1, 0))
    return fuse([body, handle], 0.06, 8)


@picture('celadon-mug-detail', view={'at': (2.9, -2.2, 7.2), 'across': 7.5, 'pitch': 30},
         colour='#a9baa6', rim='#d9dcc4', foot='#b98d63')
@picture('celadon-mug-celadon', colour='#a9baa6', rim='#d9dcc4', foot='#b98d63')
@picture('celadon-mug-white', colour='#dad6cb', rim='#e2dccd', foot='#c3a17c')
@picture('celadon-mug-ink', colour='#1d2a3b', rim='#6b5a48', foot='#8f6a4b')
def celadon_mug(colour, rim, foot):
    cup = mug(glaze('mug glaze', colour, rim, foot))
    put(cup, turn=(0, 0, -24))


BOWL_PROFILE = [
    (0, 0.6), (2.4, 0.6), (2.55, 0.45), (2.6, 0), (3.0, 0), (3.08, 0.15), (3.0, 0.95),
    (4.0, 1.5), (5.3, 3.0), (5.9, 5.0), (6.15, 6.3), (6.1, 6.45), (5.93, 6.35),
    (5.65, 5.0), (5.05, 3.2), (3.8, 1.9), (2.0, 1.45), (0, 1.4)]


@picture('rice-bowl-detail', view={'at': (-0.8, -5.2, 6.2), 'across': 8.5})
@picture('rice-bowl', view={'pitch': 20})
def rice_bowl():
    material = glaze('bowl glaze', '#dcd7ca', '#cdb697', '#b48a63',
                     bands=((1.75, 2.05), (3.3, 4.7), (5.35, 5.6)), foot_height=0.3)
    lower = wobble(lathe('lower bowl', BOWL_PROFILE, material, levels=3), 0.05)
    upper = wobble(lathe('upper bowl', BOWL_PROFILE, material, levels=3), 0.05, seed=9)
    put(upper, at=(0.25, 0, 2.35), turn=(0, 7, 70))
    put(lower, turn=(0, 0, 20))


GAIWAN_CUP = [
    (0, 0.4), (1.6, 0.4), (1.75, 0.3), (1.8, 0), (2.15, 0), (2.22, 0.1), (2.25, 0.75),
    (2.9, 1.2), (3.75, 2.6), (4.2, 4.4), (4.85, 5.7), (5.0, 5.85), (4.95, 5.98), (4.75, 5.85),
    (4.05, 4.5), (3.6, 2.8), (2.8, 1.5), (1.6, 1.1), (0, 1.05)]
GAIWAN_LID = [
    (0, 0.25), (1.5, 0.15), (3.0, -0.25), (4.0, -0.85), (4.12, -0.9), (4.2, -0.8),
    (3.2, 0.0), (1.9, 0.42), (1.4, 0.55), (1.3, 0.75), (1.5, 1.35), (1.52, 1.45), (1.38, 1.47),
    (1.1, 0.9), (0.8, 0.72), (0, 0.68)]
GAIWAN_SAUCER = [
    (0, 0.35), (2.2, 0.35), (2.4, 0), (2.75, 0), (2.85, 0.35), (4.4, 0.75), (5.6, 1.35),
    (5.85, 1.5), (5.85, 1.62), (5.7, 1.62), (4.3, 1.0), (2.75, 0.72), (2.6, 0.6), (0, 0.6)]


def porcelain(part, band, inside=False):
    return glaze('porcelain ' + part, '#dfdfda', bands=[band], band_colour='#2f4f8c',
                 roughness=0.07, specks=0.0, mottle=0.05, bands_inside=inside,
                 ragged=0.03)


def gaiwan_cup():
    return lathe('cup', GAIWAN_CUP, porcelain('cup', (5.35, 5.52)), levels=3)


def build_gaiwan():
    cup = gaiwan_cup()
    lid = lathe('lid', GAIWAN_LID, porcelain('lid', (-0.30, -0.16)), levels=3)
    saucer = lathe('saucer', GAIWAN_SAUCER, porcelain('saucer', (1.36, 1.47), True), levels=3)
    put(cup, at=(0, 0, 0.6))
    put(lid, at=(0.55, -0.1, 6.55), turn=(-3, -9, 0))
    return [cup, lid, saucer]


@picture('gaiwan-detail', view={'at': (0.4, -3.0, 7.0), 'across': 8.5})
@picture('gaiwan', view={'pitch': 18})
def gaiwan():
    build_gaiwan()
