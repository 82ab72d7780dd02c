"""Six cedar pencils, fanned out."""
from assembly import boolean, put
from catalogue import picture
from materials_natural import plain, wood
from shapes import lathe, polygon, prism

LENGTH, RADIUS, CONE = 17.5, 0.40, 2.1
DIPS = ('#2f4468', '#8aa58c', '#c79a4b', '#a4503c', '#e0d8c6', '#2b2a2a')
LEAD = [(0, -0.62), (0.125, -0.62), (0.035, -0.06), (0.02, 0.0), (0, 0.01)]


def build_rod(cedar, fresh):
    """A hexagonal rod, sharpened at its top end: there the fresh wood shows."""
    rod = prism('pencil', polygon(6, RADIUS), 0, LENGTH, cedar, 0.06)
    wide = RADIUS * (CONE + 4) / CONE
    sharpener = [(0, -1), (wide, -1), (wide, LENGTH - CONE - 4), (0, LENGTH)]
    boolean(rod, lathe('sharpener', sharpener, None, 64, 0), 'INTERSECT')
    rod.data.materials.clear()
    for material in (cedar, fresh):
        rod.data.materials.append(material)
    for face in rod.data.polygons:
        face.material_index = int(face.normal.z > 0.1 and face.center.z > 1)
    return rod


def build_pencil(dip):
    cedar = wood('cedar', '#b87a50', '#8f5535', 'Z', 0.36, 2.2, 0.7, coat=0.25)
    fresh = wood('fresh cedar', '#dcb184', '#c48f60', 'Z', 0.6, 3, 0.3)
    lead = lathe('lead', LEAD, plain('graphite', '#35332f', 0.35, 0.3, 6), 24, 1)
    put(lead, at=(0, 0, LENGTH))
    paint = plain('dip', dip, 0.3, 0.08, 1, Clearcoat=0.4)
    end = prism('dipped end', polygon(6, RADIUS + 0.025), -0.03, 2.3, paint, 0.07)
    return [build_rod(cedar, fresh), lead, end]


@picture('cedar-pencils-detail', view={'at': (-6.3, 22.0, 0.4), 'across': 9, 'pitch': 36})
@picture('cedar-pencils', view={'pitch': 42, 'fill': 0.78})
def cedar_pencils():
    for i, dip in enumerate(DIPS):
        pencil = build_pencil(dip)
        put(pencil, turn=(0, 0, 30))
        put(pencil, turn=(90, 0, 0), at=(0, -6.5, 0.37))
        by_hand = (i % 3 - 1) * 0.8
        put(pencil, turn=(0, 0, 196 - (i - 2.5) * 8.5 + by_hand))
