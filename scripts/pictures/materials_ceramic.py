"""Fired clay: glazes with pooled colour and bare rims, unglazed bodies."""
from nodes import Graph, linear, shade


def outward(g):
    """1 on the outside of a turned shape, 0 on its inside."""
    coords = g.node('TexCoord').outputs
    flat = g.node('VectorMath', {'operation': 'MULTIPLY'}, i0=coords['Object'], i1=(1, 1, 0))
    facing = g.node('VectorMath', {'operation': 'DOT_PRODUCT'},
                    i0=flat.outputs[0], i1=coords['Normal'])
    return g.ramp(facing.outputs['Value'], -0.2, 0.2)


def brush_band(g, low, high, inside, ragged):
    """1 within a painted ring between two heights, with a hand-drawn edge."""
    wander = g.math('MULTIPLY', g.math('SUBTRACT', g.noise(0.9, 4), 0.5), ragged * 2)
    height = g.math('ADD', g.height(), wander)
    band = g.math('MULTIPLY', g.ramp(height, low - 0.03, low + 0.03),
                  g.ramp(height, high + 0.03, high - 0.03))
    streaks = g.noise(1.0, 3, g.place((0.25, 0.25, 7)))
    side = g.math('SUBTRACT', 1.0, outward(g)) if inside else outward(g)
    band = g.math('MULTIPLY', band, side)
    return g.math('MULTIPLY', band, g.ramp(streaks, 0.22, 0.5, 0.72, 1.0))


def glaze(name, colour, rim=None, foot=None, bands=(), band_colour='#26375c',
          roughness=0.13, specks=0.25, foot_height=0.32,
          bands_inside=False, ragged=0.12, mottle=0.14):
    """A glaze: `rim` shows where it runs thin on edges, `foot` is bare clay."""
    material, g = Graph.material(name)
    base = linear(colour)
    tone = g.mix(g.ramp(g.noise(0.28, 2), 0.35, 0.65), shade(base, 1 - mottle), shade(base, 1.04))
    if rim:
        sharp = g.node('NewGeometry').outputs['Pointiness']
        tone = g.mix(g.ramp(sharp, 0.505, 0.56), tone, linear(rim))
    dots = g.ramp(g.noise(7.0, 2), 0.70, 0.76)
    tone = g.mix(g.math('MULTIPLY', dots, specks), tone, linear('#6b563f'))
    for low, high in bands:
        tone = g.mix(brush_band(g, low, high, bands_inside, ragged), tone, linear(band_colour))
    rough = g.ramp(g.noise(1.4, 3), 0.3, 0.7, roughness, roughness + 0.10)
    coat = 0.35
    if foot:
        edge = g.math('ADD', g.height(), g.math('MULTIPLY', g.noise(0.8, 2), 0.12))
        bare = g.ramp(edge, foot_height + 0.10, foot_height + 0.06)
        grit = g.mix(g.noise(9, 4), shade(linear(foot), 0.75), linear(foot))
        tone, rough = g.mix(bare, tone, grit), g.math('MAXIMUM', rough, g.math('MULTIPLY', bare, 0.8))
        coat = g.math('MULTIPLY', g.math('SUBTRACT', 1.0, bare), coat)
    skin = g.bump(g.noise(0.9, 3), 0.035)
    g.surface(g.principled(Base_Color=tone, Roughness=rough, Clearcoat=coat,
                           Clearcoat_Roughness=0.05, Normal=skin))
    return material


def bare_clay(name, colour, roughness=0.5, grain=0.012, specks=0.5):
    """Unglazed clay, softly burnished, with fine grains in it."""
    material, g = Graph.material(name)
    base = linear(colour)
    tone = g.mix(g.ramp(g.noise(0.35, 4), 0.3, 0.7), shade(base, 0.82), shade(base, 1.1))
    light = g.math('MULTIPLY', g.ramp(g.noise(16, 2), 0.66, 0.74), specks)
    dark = g.math('MULTIPLY', g.ramp(g.noise(11, 2), 0.36, 0.28), specks)
    tone = g.mix(light, tone, shade(base, 1.7))
    tone = g.mix(dark, tone, shade(base, 0.45))
    rough = g.ramp(g.noise(2.5, 4), 0.3, 0.7, roughness - 0.08, roughness + 0.1)
    turning = g.noise(1.0, 3, g.place((0.2, 0.2, 5)))
    relief = g.math('ADD', g.noise(14, 3), g.math('MULTIPLY', turning, 1.2))
    g.surface(g.principled(Base_Color=tone, Roughness=rough, Normal=g.bump(relief, grain)))
    return material
