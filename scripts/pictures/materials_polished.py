"""Metal, lacquer, glass, wax, soap and things that glow."""
from nodes import Graph, linear, shade


def brushed_metal(name, colour='#c9a45c', roughness=0.24, stretch=(0.15, 8, 8), dent=0.0):
    material, g = Graph.material(name)
    base = linear(colour)
    lines = g.noise(3, 4, g.place(stretch), 0.6)
    patina = g.ramp(g.noise(0.8, 4), 0.35, 0.75)
    tone = g.mix(patina, base, shade(base, 0.86))
    rough = g.math('ADD', g.ramp(lines, 0.3, 0.7, roughness, roughness + 0.14),
                   g.math('MULTIPLY', patina, 0.06))
    dents = g.math('MULTIPLY', g.noise(0.13, 1), dent)
    relief = g.math('ADD', g.math('MULTIPLY', lines, 0.004), dents)
    g.surface(g.principled(Base_Color=tone, Metallic=1.0, Roughness=rough,
                           Normal=g.bump(relief, 1.0)))
    return material


def lacquer(name, colour, tip=None, tip_from=0.0, bands=(), band_colour='#c8a25a'):
    """Urushi-like lacquer along x; optionally another colour beyond tip_from."""
    material, g = Graph.material(name)
    tone = g.mix(g.ramp(g.noise(0.5, 2), 0.3, 0.7), shade(linear(colour), 0.85), linear(colour))
    along = g.node('SeparateXYZ', Vector=g.place()).outputs[0]
    if tip:
        tone = g.mix(g.ramp(along, tip_from, tip_from + 0.05), tone, linear(tip))
    for low, high in bands:
        inside = g.math('MULTIPLY', g.ramp(along, low, low + 0.03), g.ramp(along, high, high - 0.03))
        tone = g.mix(inside, tone, linear(band_colour))
    g.surface(g.principled(Base_Color=tone, Roughness=0.22, Clearcoat=0.8,
                           Clearcoat_Roughness=0.06, Normal=g.bump(g.noise(1.5, 2), 0.01)))
    return material


def tinted_glass(name, colour):
    """A thin glass wall: it tints what is behind it, more so at its edges.

    It does not bend the light, so what stands in it stays free of grain.
    """
    material, g = Graph.material(name)
    base = linear(colour)
    grazing = g.ramp(g.node('LayerWeight', Blend=0.5).outputs[1], 0.35, 1.0)
    deep = tuple(c ** 1.8 for c in base[:3]) + (1.0,)
    ray = g.node('LightPath').outputs
    seen = g.math('MAXIMUM', ray['Is Camera Ray'], 0.15)
    tint = g.mix(seen, (1, 1, 1, 1), g.mix(grazing, base, deep))
    clear = g.node('BsdfTransparent', Color=tint).outputs[0]
    uneven = g.bump(g.noise(0.5, 2), 0.02)
    mirror = g.node('BsdfGlossy', Roughness=0.03, Normal=uneven).outputs[0]
    reflecting = g.node('Fresnel', IOR=1.5, Normal=uneven).outputs[0]
    g.surface(g.mix_shader(g.math('MULTIPLY', reflecting, 0.8), clear, mirror))
    return material


def wax(name, colour, radius=0.5, roughness=0.42, pooled=False, glow=0.0):
    """Wax and soap: light travels a little below the surface."""
    material, g = Graph.material(name)
    base = linear(colour)
    tone = g.mix(g.ramp(g.noise(0.7, 4), 0.3, 0.7), shade(base, 0.9), base)
    rough = g.ramp(g.noise(1.8, 4), 0.3, 0.7, roughness - 0.08, roughness + 0.1)
    if pooled:
        centre = g.node('TexGradient', {'gradient_type': 'SPHERICAL'},
                        Vector=g.place((0.5, 0.5, 0.02))).outputs[1]
        rough = g.mix(g.ramp(centre, 0.1, 0.3), rough, (0.08,) * 3 + (1,))
        glow = g.math('MULTIPLY', g.ramp(centre, 0.0, 1.0), glow)
    g.surface(g.principled(Base_Color=tone, Roughness=rough, Subsurface=0.25,
                           Subsurface_Radius=(radius, radius * 0.6, radius * 0.4),
                           Subsurface_Color=base, Emission=linear('#ffb45a'),
                           Emission_Strength=glow, Normal=g.bump(g.noise(2.0, 4), 0.015)))
    return material


def charcoal_soap(name, colour):
    material, g = Graph.material(name)
    base = linear(colour)
    vein = g.noise(0.9, 6, g.place((1, 0.5, 2)), 0.6)
    tone = g.mix(g.ramp(vein, 0.45, 0.62), base, shade(base, 1.9))
    tone = g.mix(g.ramp(g.noise(12, 2), 0.69, 0.75), tone, shade(base, 4))
    g.surface(g.principled(Base_Color=tone, Roughness=0.45,
                           Normal=g.bump(g.noise(2.5, 4), 0.02)))
    return material


def flame(name, low, high):
    """Blue-grey at the wick, golden above, fading where it is thin."""
    material, g = Graph.material(name)
    up = g.ramp(g.height(), low, high)
    colour = g.mix(g.ramp(up, 0.1, 0.45), linear('#ff8a2a'), linear('#ffe0a0'))
    facing = g.node('LayerWeight', Blend=0.35).outputs[1]
    solid = g.math('MULTIPLY', g.ramp(facing, 0.9, 0.25), g.ramp(up, 0.0, 0.3, 0.15, 1.0))
    fire = g.node('Emission', Color=colour, Strength=2.6).outputs[0]
    g.surface(g.mix_shader(solid, g.node('BsdfTransparent').outputs[0], fire))
    return material


def lantern_paper(name, low, high, ribs, glow=1.0):
    """Paper lit from inside: warm in the middle, dimmer along the ribs."""
    material, g = Graph.material(name)
    middle = g.math('ABSOLUTE', g.math('SUBTRACT', g.ramp(g.height(), low, high), 0.42))
    colour = g.mix(g.ramp(middle, 0.0, 0.6), linear('#ffe2b0'), linear('#f0a95c'))
    fibre = g.ramp(g.noise(1.5, 6, g.place((1, 1, 2.5)), 0.65), 0.35, 0.7, 0.90, 1.04)
    shadow = g.ramp(g.wave(ribs, None, 0.3, 'Z'), 0.0, 0.25, 0.78, 1.0)
    edge = g.ramp(g.node('LayerWeight', Blend=0.4).outputs[1], 0.2, 1.0, 1.0, 0.72)
    power = g.math('MULTIPLY', g.math('MULTIPLY', fibre, shadow), g.math('MULTIPLY', edge, glow))
    power = g.math('MULTIPLY', power, g.ramp(middle, 0.05, 0.6, 1.0, 0.55))
    g.surface(g.principled(Base_Color=linear('#8f8574'), Roughness=0.9, Specular=0.1,
                           Emission=colour, Emission_Strength=power,
                           Normal=g.bump(g.wave(ribs, None, 0.3, 'Z'), 0.1)))
    return material
