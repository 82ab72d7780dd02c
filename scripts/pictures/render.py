"""Renders the shop's product pictures with Blender (3.4, Cycles on the CPU).

    blender -b -P scripts/pictures/render.py -- [--out DIR] [--size 960]
        [--samples 32] [NAME ...]

Without names it renders all of them. encode-photographs.ts keeps the PNGs as the
shop's photographs, and size-pictures.ts makes the sizes that pages show.
"""
import argparse
import importlib
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

import studio  # noqa: E402
from catalogue import PICTURES  # noqa: E402
for module in ('products_cups', 'products_pots', 'products_tea', 'products_paper',
               'products_pencils', 'products_wood', 'products_light', 'products_soap', 'scenes_desk',
               'scenes_table', 'scenes_home', 'hero'):
    importlib.import_module(module)


def read_arguments():
    words = sys.argv[sys.argv.index('--') + 1:] if '--' in sys.argv else []
    parser = argparse.ArgumentParser(prog='render.py')
    parser.add_argument('names', nargs='*', choices=[[], *PICTURES], metavar='NAME')
    parser.add_argument('--out', default='pictures')
    parser.add_argument('--size', type=int, default=960, help='width in pixels')
    parser.add_argument('--samples', type=int, default=32)
    return parser.parse_args(words)


def take(picture, arguments):
    started = time.time()
    studio.reset()
    picture.build(**picture.options)
    across, down = picture.shape
    if 'at' in picture.view:
        studio.close_up(**picture.view)
    else:
        studio.frame(aspect=across / down, **picture.view)
    path = os.path.join(os.path.abspath(arguments.out), picture.name + '.png')
    studio.render(path, arguments.size, round(arguments.size * down / across), arguments.samples)
    print(f'{picture.name}: {time.time() - started:.0f} s', flush=True)


def main():
    arguments = read_arguments()
    for name in arguments.names or PICTURES:
        take(PICTURES[name], arguments)


main()
