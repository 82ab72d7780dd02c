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


@picture('celadon-mug-celadon', colour='#a9c2ac', rim='#d9dcc4', foot='#b98d63')
@picture('celadon-mug-white', colour='#e9e5da', rim='#efe9dc', foot='#c3a17c')
@picture('celadon-mug-ink', colour='#1d2a3b', rim='#6b5a48', foot='#8f6a4b')
def celadon_mug(colour, rim, foot):
    cup = mug(glaze('mug glaze', colour, rim, foot))
    put(cup, turn=(0, 0, -24))
