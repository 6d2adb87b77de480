"""A value that works its text out once is otherwise like any other."""

import pickle
from dataclasses import dataclass, replace

from celosia.model import LangString
from celosia.model.remembered import Remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A value with what a dataclass has by itself."""

    name: str
    title: LangString
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Kept(Remembered):
    """The same, remembered."""

    name: str
    title: LangString
    numbers: tuple[int, ...] = ()


FIELDS = {"name": "x", "title": LangString(es="Uno", en=None), "numbers": (1, 2)}


def test_it_says_what_a_dataclass_says():
    assert repr(Kept(**FIELDS)) == repr(Plain(**FIELDS)).replace("Plain", "Kept")


def test_its_text_is_worked_out_once():
    told = []

    class Counting(str):
        __slots__ = ()

        def __repr__(self):
            told.append(self)
            return "'x'"

    kept = Kept(**FIELDS | {"name": Counting("x")})
    assert {repr(kept) for _ in range(3)} == {repr(Kept(**FIELDS))}
    assert len(told) == 1


def test_a_changed_copy_has_a_text_of_its_own():
    kept = Kept(**FIELDS)
    assert repr(kept) != repr(replace(kept, name="y"))
    assert "name='y'" in repr(replace(kept, name="y"))


def test_what_is_remembered_is_no_part_of_the_value():
    spoken, silent = Kept(**FIELDS), Kept(**FIELDS)
    repr(spoken)
    assert spoken == silent
    assert hash(spoken) == hash(silent)
    assert pickle.dumps(spoken) == pickle.dumps(silent)
    assert repr(pickle.loads(pickle.dumps(spoken))) == repr(spoken)
