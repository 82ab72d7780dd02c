"""In use and in scale: what stands on a shelf, by a bed, at a basin."""
from assembly import added, put
from catalogue import picture
from products_light import paper_lamp, soy_candle
from products_pots import bud_vase
from products_soap import soap_bar
from materials_polished import wax
from scenes_desk import white_mug
from things import book_stack, folded_cloth

SMALL, MIDDLE, LARGE = (12.0, 17.5, 1.6), (14.2, 20.6, 1.9), (16.0, 22.5, 2.4)


@picture('soy-candle-scale', view={'pitch': 24, 'fill': 0.94})
def candle_by_books():
    soy_candle('#f4cb8c', '#b5762c')
    books, _ = book_stack(('#696b4e', LARGE, 64), ('#d2c0a0', SMALL, 78))
    put(books, at=(15.5, 6.5, 0))


@picture('bud-vase-scale', view={'pitch': 16, 'lens': 85, 'fill': 0.84})
def vase_by_books():
    bud_vase('white')
    books, height = book_stack(('#39455f', MIDDLE, 70), ('#d2c0a0', SMALL, 82))
    cup = put(white_mug(), at=(0, 0, height), turn=(0, 0, -30))
    put([*books, *cup], at=(15.5, 5.5, 0))


@picture('paper-lamp-scale', view={'pitch': 18, 'lens': 85, 'fill': 0.88})
def lamp_by_books():
    paper_lamp()
    books, height = book_stack(('#39455f', LARGE, 72), ('#696b4e', MIDDLE, 84), ('#d2c0a0', SMALL, 66))
    cup = put(white_mug(), at=(-0.5, 0, height), turn=(0, 0, -30))
    put([*books, *cup], at=(-21, 2.0, 0))


@picture('camellia-soap-scale', view={'pitch': 28, 'fill': 0.86})
def soap_on_cloth():
    put(folded_cloth('#b9b39c'), turn=(0, 0, -10))
    put(soap_bar(wax('soap', '#e6c9bd', 0.35, 0.40)), at=(0.4, -0.2, 1.5), turn=(0, 0, -28))
    put(white_mug(), at=(11.2, 7.2, 0), turn=(0, 0, -20))
    put(added(bud_vase, 'terracotta'), at=(-7.0, 10.4, 0))
