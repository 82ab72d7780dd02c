"""Stacked bars of soap."""
import math

from assembly import cut, fuse, put
from catalogue import picture
from materials_polished import charcoal_soap, wax
from products_wood import rounded_rectangle
from shapes import bevel, box, sweep


def groove(points, height, radius=0.09):
    """A round-bottomed line to cut into a top, through (x, y) points, closed."""
    return sweep('groove', [(x, y, height, radius) for x, y in points], side=(0, 0, 1), loop=True)


def rosette(size, petals=5, swell=0.16):
    """The outline of a flower with rounded petals."""
    points = []
    for i in range(60):
        a = 2 * math.pi * i / 60
        radius = size * (1 + swell * abs(math.sin(petals * a / 2)))
        points.append((radius * math.cos(a), radius * math.sin(a)))
    return points


def soap_bar(material):
    bar = box('soap', (8.6, 5.8, 2.7), material, 0)
    bevel(bar, 0.48, 6)
    frame_line = [p for p, _ in rounded_rectangle(6.9, 4.1, 0.7, 6)]
    for line in (frame_line, rosette(1.15, 5, 0.22), rosette(0.42, 5, 0.1)):
        cut(bar, groove(line, 2.70))
    return fuse([bar], 0.05, 5)


@picture('camellia-soap-detail', view={'at': (0.3, -0.7, 5.4), 'across': 7.5, 'pitch': 40}, kind='camellia')
@picture('camellia-soap-camellia', view={'pitch': 30, 'fill': 0.68}, kind='camellia')
@picture('camellia-soap-charcoal', view={'pitch': 30, 'fill': 0.68}, kind='charcoal')
def camellia_soap(kind):
    if kind == 'camellia':
        material = wax('soap', '#e6c9bd', 0.35, 0.40)
    else:
        material = charcoal_soap('soap', '#26262a')
    lower, upper = soap_bar(material), soap_bar(material)
    put(lower, turn=(0, 0, -14))
    put(upper, at=(0.25, 0.1, 2.7), turn=(0, 0, -34))
