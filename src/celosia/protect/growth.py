"""The simplest of moves: a few more persons of one kind, who count in every cell that contains them."""

from celosia.protect.move import Move, fits
from celosia.protect.system import System


def growth(system: System, variable: int, count: int) -> Move | None:
    """`count` more in a variable, in one of its parts (and so on downwards) and in all that contains these.

    None where that does not fit, because a cell that should grow too is shown in every pattern.
    """
    grown: set[int] = set()
    waiting = [variable]
    while waiting:
        one = waiting.pop()
        if one not in grown:
            grown.add(one)
            waiting += _with(system, one, grown)
    move = Move(steps=tuple((one, count) for one in sorted(grown)))
    return move if fits(system, move, frozenset(range(system.size))) else None


def _with(system: System, variable: int, grown: set[int]) -> list[int]:
    """What grows with a variable: the totals that it is part of; of each line that it is the total of, one part."""
    found = []
    for number in system.lines_of[variable]:
        signs = dict(system.lines[number])
        parts = [one for one, sign in signs.items() if sign < 0]
        if signs[variable] < 0:
            found += [one for one, sign in signs.items() if sign > 0]
        elif parts and not grown.intersection(parts):
            found.append(parts[0])
    return found
