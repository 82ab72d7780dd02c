"""In use and in scale: what stands on a laid table."""
from assembly import added, put
from catalogue import picture
from materials_ceramic import glaze
from materials_polished import lacquer
from products_cups import BOWL_PROFILE, build_gaiwan, gaiwan_cup
from products_pots import build_teapot
from products_tea import green_tea
from products_wood import build_tray, chopstick, rest
from scenes_desk import celadon_mug
from shapes import lathe, wobble
from things import place_mat, rice, tangerine

TRAY_TOP = 0.62


def bowl(seed=0.0):
    material = glaze('bowl glaze', '#dcd7ca', '#cdb697', '#b48a63',
                     bands=((1.75, 2.05), (3.3, 4.7), (5.35, 5.6)), foot_height=0.3)
    return [wobble(lathe('bowl', BOWL_PROFILE, material, levels=3), 0.05, seed=seed)]


def pair_of_sticks(colour, band):
    material = lacquer('lacquer', colour, bands=((3.2, 3.34), (3.6, 4.5), (4.76, 4.9)), band_colour=band)
    sticks = [chopstick('chopstick', material) for _ in range(2)]
    for stick, y, splay in zip(sticks, (-0.52, 0.5), (-0.7, 1.1)):
        put(stick, at=(0, y, 0.385), turn=(0, 0, splay))
    return sticks


def laid_sticks(colour, band, clay):
    """A pair lying on its rest, tips towards +x."""
    cushion = rest(glaze('rest glaze', clay))
    put(cushion, at=(17.8, 0, 0))
    return [cushion, *put(pair_of_sticks(colour, band), turn=(0, -1.9, 0))]


@picture('gaiwan-scale', view={'pitch': 24, 'fill': 0.84})
def gaiwan_and_tangerines():
    build_gaiwan()
    tangerine((9.6, 3.4, 0), 1.0)
    tangerine((7.6, -3.6, 0), 2.3, 2.5)


@picture('clay-teapot-scale', view={'pitch': 26, 'fill': 0.88})
def teapot_on_tray():
    put(build_tray(36, 23), turn=(0, 0, -6))
    put(added(build_teapot), at=(-5.0, 1.0, TRAY_TOP), turn=(0, 0, -14))
    put(gaiwan_cup(), at=(9.4, -3.4, TRAY_TOP))
    tangerine((9.8, 4.6, TRAY_TOP), 0.4, 2.5)


@picture('green-tea-scale', view={'pitch': 22, 'fill': 0.82})
def tin_and_mug():
    put(added(green_tea), at=(-6, 0, 0))
    put(celadon_mug(), at=(6.6, 2.5, 0), turn=(0, 0, -30))


@picture('walnut-tray-scale', view={'pitch': 32, 'fill': 0.9})
def laden_tray():
    put(build_tray(), turn=(0, 0, -14))
    put(bowl(), at=(-6.2, 2.0, TRAY_TOP))
    for at, seed in (((-8.2, 1.0, 3.0), 0.5), ((-4.2, 1.2, 3.1), 1.9), ((-6.2, 4.6, 3.2), 3.1)):
        tangerine(at, seed, 2.25)
    put(celadon_mug(), at=(7.6, -2.2, TRAY_TOP), turn=(0, 0, -35))


@picture('rice-bowl-scale', view={'pitch': 32, 'fill': 0.88})
def bowls_at_table():
    put(bowl() + rice(), at=(-4.6, -2.2, 0))
    put(bowl(9.0), at=(8.4, 5.6, 0), turn=(0, 0, 60))
    tangerine((8.4, 5.6, 2.2), 1.2, 2.6)
    put(laid_sticks('#1e1c1c', '#b98a4a', '#3b4c66'), at=(-3.0, -12.4, 0), turn=(0, 0, 12))


@picture('chopsticks-scale', view={'pitch': 42, 'fill': 0.96})
def laid_place():
    put(place_mat('#b9b39c'), turn=(0, 0, 8))
    put(bowl() + rice(), at=(-3.4, 1.2, 0.12))
    put(laid_sticks('#6e1b17', '#c9a35a', '#a9baa6'), at=(-9.8, -10.4, 0.12), turn=(0, 0, 8))
    put(laid_sticks('#1e1c1c', '#b98a4a', '#3b4c66'), at=(-10.3, -6.9, 0.12), turn=(0, 0, 8))
