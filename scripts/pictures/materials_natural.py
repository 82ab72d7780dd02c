"""Wood, cloth, paper, leaves: materials with a grain."""
from nodes import Graph, linear, shade


def wood(name, light, dark, axis='X', roughness=0.42, ring=1.1, pores=1.0, coat=0.0):
    """Planed wood whose fibres run along the axis of the object."""
    material, g = Graph.material(name)
    along = 'XYZ'.index(axis)
    long_rings = g.place([0.05 if i == along else 1.0 for i in range(3)])
    fibre = g.place([0.12 if i == along else 5.0 for i in range(3)])
    across = 'Z' if axis != 'Z' else 'X'
    bend = g.node('TexNoise', Vector=long_rings, Scale=0.5, Detail=2.0).outputs[1]
    warped = g.node('VectorMath', {'operation': 'MULTIPLY_ADD'},
                    i0=bend, i1=(2.4, 2.4, 2.4), i2=long_rings).outputs[0]
    rings = g.wave(ring, warped, 1.5, across if across == 'X' else 'Y')
    fine = g.noise(1.6, 5, fibre, 0.65)
    streaks = g.noise(1.1, 3, g.place([0.03 if i == along else 1.0 for i in range(3)]))
    figure = g.math('ADD', g.math('MULTIPLY', rings, 0.2), g.math('MULTIPLY', fine, 0.5))
    figure = g.math('ADD', figure, g.math('MULTIPLY', streaks, 0.5))
    tone = g.mix(g.ramp(figure, 0.35, 0.85), linear(light), linear(dark))
    pore = g.math('MULTIPLY', g.ramp(g.noise(4.0, 2, fibre), 0.62, 0.72), 0.55 * pores)
    tone = g.mix(pore, tone, shade(linear(dark), 0.45))
    relief = g.math('SUBTRACT', fine, g.math('MULTIPLY', pore, 1.5))
    rough = g.ramp(fine, 0.3, 0.7, roughness - 0.05, roughness + 0.12)
    g.surface(g.principled(Base_Color=tone, Roughness=rough, Clearcoat=coat,
                           Clearcoat_Roughness=0.15, Normal=g.bump(relief, 0.02)))
    return material


def book_cloth(name, colour, threads=4.2):
    """Plain linen weave, with slubs and slightly uneven dye."""
    material, g = Graph.material(name)
    base = linear(colour)
    spot = g.place()
    warp = g.wave(threads, spot, 0.4, 'X')
    weft = g.wave(threads, spot, 0.4, 'Y')
    slub_x = g.noise(3.5, 2, g.place((0.25, 5, 1)))
    slub_y = g.noise(3.5, 2, g.place((5, 0.25, 1)))
    threads_up = g.math('MAXIMUM', g.math('MULTIPLY', warp, g.math('ADD', slub_y, 0.4)),
                        g.math('MULTIPLY', weft, g.math('ADD', slub_x, 0.4)))
    slubs = g.ramp(g.math('MAXIMUM', slub_x, slub_y), 0.45, 0.72)
    tone = g.mix(slubs, shade(base, 0.80), shade(base, 1.22))
    tone = g.mix(g.ramp(threads_up, 0.2, 0.8), shade(base, 0.55), tone)
    g.surface(g.principled(Base_Color=tone, Roughness=0.85, Specular=0.2, Sheen=0.4,
                           Normal=g.bump(threads_up, 0.05)))
    return material


def paper(name, colour='#efe7d6', fibres=0.6, layers=False):
    """Uncoated paper; `layers` draws the leaves of a page block along z."""
    material, g = Graph.material(name)
    base = linear(colour)
    cloud = g.ramp(g.noise(1.2, 5), 0.3, 0.7)
    tone = g.mix(cloud, shade(base, 0.95), base)
    fibre = g.ramp(g.noise(5, 4, g.place((1, 3, 1)), 0.7), 0.64, 0.70)
    tone = g.mix(g.math('MULTIPLY', fibre, 0.25 * fibres), tone, shade(base, 0.7))
    relief, depth = g.noise(10, 4), 0.006
    if layers:
        leaves = g.noise(1.0, 2, g.place((0.06, 0.06, 26)))
        tone = g.mix(g.ramp(leaves, 0.5, 0.36), tone, shade(base, 0.62))
        relief, depth = leaves, 0.04
    g.surface(g.principled(Base_Color=tone, Roughness=0.9, Specular=0.15,
                           Normal=g.bump(relief, depth)))
    return material


def plain(name, colour, roughness=0.6, variation=0.2, scale=1.5, **more):
    """A matt to satin surface with slightly uneven colour."""
    material, g = Graph.material(name)
    base = linear(colour)
    cloud = g.ramp(g.noise(scale, 4), 0.3, 0.7)
    tone = g.mix(cloud, shade(base, 1 - variation), shade(base, 1 + variation / 2))
    g.surface(g.principled(Base_Color=tone, Roughness=roughness,
                           Normal=g.bump(g.noise(scale * 5, 3), 0.008), **more))
    return material
