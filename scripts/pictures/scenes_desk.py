"""In use and in scale: what lies on a desk."""
from assembly import added, put
from catalogue import picture
from materials_ceramic import glaze
from materials_natural import plain
from materials_polished import brushed_metal
from products_cups import mug
from products_paper import build_strip, build_tassel, linen_notebook
from products_pencils import DIPS, build_pencil
from things import open_notebook

ON_DESK = {'pitch': 34, 'fill': 0.88}


def white_mug():
    return [mug(glaze('white glaze', '#dad6cb', '#e2dccd', '#c3a17c'))]


def celadon_mug():
    return [mug(glaze('mug glaze', '#a9baa6', '#d9dcc4', '#b98d63'))]


def lying_pencil(dip, at, turn):
    """A pencil on its side; `at` is its dipped end."""
    pencil = build_pencil(dip)
    put(pencil, turn=(0, 0, 30))
    put(pencil, turn=(90, 0, 0), at=(0, 0, 0.37))
    return put(pencil, at=at, turn=(0, 0, turn))


@picture('celadon-mug-scale', view={'pitch': 30, 'fill': 0.94})
def mug_by_notebook():
    put(celadon_mug(), at=(-3.5, 0, 0), turn=(0, 0, 200))
    put(open_notebook('#39455f'), at=(15.5, 7.5, 0), turn=(0, 0, 14))
    lying_pencil('#a4503c', (7.0, -5.0, 1.0), 155)


@picture('linen-notebook-scale', view=ON_DESK)
def notebook_by_mug():
    put(added(linen_notebook, '#39455f', '#b4533c'))
    lying_pencil('#c79a4b', (6.6, -8.6, 1.9), 148)
    put(white_mug(), at=(-3.0, 14.5, 0), turn=(0, 0, 150))


@picture('cedar-pencils-scale', view={'pitch': 20, 'fill': 0.92})
def pencils_in_mug():
    put(white_mug(), turn=(0, 0, -24))
    for dip, (turn, lean, spot) in zip(DIPS, (
            (40, 15, 1.0), (95, 17, 0.6), (150, 14, 1.1), (205, 18, 0.5), (265, 13, 1.3), (330, 16, 0.8))):
        pencil = build_pencil(dip)
        put(pencil, turn=(0, 0, 25 * turn))
        put(pencil, at=(-spot, 0, 1.05), turn=(0, lean, 0))
        put(pencil, turn=(0, 0, turn))
    put(added(linen_notebook, '#d2c0a0', '#6d4a3a'), at=(9.5, 4.5, 0))


@picture('brass-bookmark-scale', view={'pitch': 42, 'fill': 0.9})
def bookmark_in_notebook():
    put(open_notebook('#696b4e'), turn=(0, 0, 8))
    strip = build_strip(brushed_metal('brass', '#c79a4a', 0.2, (8, 0.15, 8), dent=4.0))
    tassel = build_tassel(plain('silk', '#8f3b2e', 0.45, 0.15, 3, Sheen=0.5))
    put(tassel, at=(0, -5.45, 0))
    put([strip, *tassel], turn=(0, 1.5, 10), at=(6.2, 0.2, 1.2))
    lying_pencil('#2f4468', (-5.0, -5.0, 1.1), 160)
