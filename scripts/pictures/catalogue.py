"""The register of pictures: a builder says under which names it can be taken."""
from dataclasses import dataclass, field
from typing import Callable

PICTURES = {}


@dataclass
class Picture:
    name: str
    build: Callable
    options: dict
    view: dict = field(default_factory=dict)
    shape: tuple = (1, 1)


def picture(name, view=None, shape=(1, 1), **options):
    """Registers a builder; options go to it, view goes to studio.frame,
    or to studio.close_up where it says what to look at."""
    def register(build):
        PICTURES[name] = Picture(name, build, options, view or {}, shape)
        return build
    return register
