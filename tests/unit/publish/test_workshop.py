"""Units are made once, in the right order, and made again when anything they depend on changed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from celosia.model import Made, Unit
from celosia.publish import DamagedStoreError, Folder, Store, Workshop, publish

MADE: list[str] = []


def _letter(name: str, text: str) -> Mapping[str, bytes]:
    MADE.append(name)
    return {name: text.encode()}


def _sizes(name: str, made: Mapping[str, Made]) -> Mapping[str, bytes]:
    MADE.append(name)
    return {name: "".join(f"{path} {one.size}\n" for path, one in sorted(made.items())).encode()}


def _drawing(name: str) -> Mapping[str, bytes]:
    return {name: b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300.4" viewBox="0 0 1 1"></svg>'}


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    MADE.clear()
    return Workshop(store=Store(folder=tmp_path / "cache"))


def _units(text: str = "uno") -> list[Unit]:
    return [
        Unit(name="list", function=_sizes, arguments=("list.txt",), needs=("a", "b")),
        Unit(name="a", function=_letter, arguments=("a.txt", text)),
        Unit(name="b", function=_letter, arguments=("b.txt", "dos")),
    ]


def test_a_unit_is_made_after_those_it_needs(workshop: Workshop) -> None:
    files = workshop.make("units", _units())
    assert workshop.store.read(files["list.txt"]) == b"a.txt 3\nb.txt 3\n"
    assert MADE[-1] == "list.txt"


def test_the_same_units_are_not_made_twice(workshop: Workshop) -> None:
    first = workshop.make("units", _units())
    MADE.clear()
    assert workshop.make("units", _units()) == first
    assert MADE == []


def test_only_what_changed_and_what_needs_it_is_made_again(workshop: Workshop) -> None:
    workshop.make("units", _units())
    MADE.clear()
    workshop.make("units", _units("cuatro"))
    assert sorted(MADE) == ["a.txt", "list.txt"]


def test_units_that_wait_for_each_other_are_refused(workshop: Workshop) -> None:
    circle = [
        Unit(name="a", function=_sizes, arguments=("a",), needs=("b",)),
        Unit(name="b", function=_sizes, arguments=("b",), needs=("a",)),
    ]
    with pytest.raises(ValueError, match="wait for each other"):
        workshop.make("units", circle)


def test_two_units_may_not_make_the_same_file(workshop: Workshop) -> None:
    twice = [Unit(name=name, function=_letter, arguments=("a.txt", name)) for name in ("a", "b")]
    with pytest.raises(ValueError, match=r"two units make a\.txt"):
        workshop.make("units", twice)


def test_the_size_of_a_drawing_is_known(workshop: Workshop) -> None:
    made = workshop.make("units", [Unit(name="d", function=_drawing, arguments=("d.svg",))])["d.svg"]
    assert (made.width, made.height) == (640, 300)


def test_an_object_that_was_altered_is_not_believed(workshop: Workshop) -> None:
    made = workshop.make("units", _units())["a.txt"]
    Path(workshop.store.path(made.sha256)).write_bytes(b"UNO")
    with pytest.raises(DamagedStoreError):
        workshop.store.read(made)
    assert workshop.store.read(workshop.make("units", _units())["a.txt"]) == b"uno"


def test_a_subject_without_findings_is_examined_once(workshop: Workshop) -> None:
    assert list(workshop.proven(_no_vowels, ("brr", "sol"))) == [(), ("o",)]
    MADE.clear()
    assert list(workshop.proven(_no_vowels, ("brr", "sol"))) == [(), ("o",)]
    assert MADE == ["sol"]


def test_what_was_made_is_accounted_to_its_package(workshop: Workshop) -> None:
    workshop.make("units", _units())
    workshop.make("units", _units("cuatro"))
    told = [(timing.stage, timing.done) for timing in workshop.progress.timings]
    assert told == [("units", 3), ("units: render", 3), ("units", 3), ("units: render", 2)]
    assert all(timing.cpu >= 0 for timing in workshop.progress.timings)


def _no_vowels(word: str) -> tuple[str, ...]:
    MADE.append(word)
    return tuple(letter for letter in word if letter in "aeiou")


_no_vowels.__module__ = "celosia.check"
_letter.__module__ = _sizes.__module__ = _drawing.__module__ = "celosia.render"


def _part(name: str, text: str) -> Mapping[str, bytes]:
    MADE.append(name)
    return {f"parts/{name}": text.encode(), f"docs/es/{name}.txt": text.encode()}


def _joined(name: str, parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    MADE.append(name)
    return {name: b" ".join(body for _, body in sorted(parts.items()))}


def test_a_unit_that_joins_is_given_the_bytes_of_parts_and_nothing_else(workshop: Workshop) -> None:
    parts = [Unit(name=name, function=_part, arguments=(name, name * 2)) for name in ("a", "b")]
    units = [Unit(name="all", function=_joined, arguments=("all.txt",), needs=("a", "b"), joins=True), *parts]
    files = workshop.make("units", units)
    assert workshop.store.read(files["all.txt"]) == b"aa bb"
    MADE.clear()
    workshop.make("units", [*units[:2], Unit(name="b", function=_part, arguments=("b", "cc"))])
    assert sorted(MADE) == ["all.txt", "b"]


def test_a_unit_that_does_not_join_is_not_told_of_parts(workshop: Workshop) -> None:
    units = [
        Unit(name="list", function=_sizes, arguments=("list.txt",), needs=("a",)),
        Unit(name="a", function=_part, arguments=("a", "x")),
    ]
    assert workshop.store.read(workshop.make("units", units)["list.txt"]) == b"docs/es/a.txt 1\n"


def test_parts_are_never_written_out(workshop: Workshop, tmp_path: Path) -> None:
    folder = Folder(path=tmp_path / "build", ledger=tmp_path / "ledger.json")
    published = publish([Unit(name="a", function=_part, arguments=("a", "x"))], folder, workshop)
    assert set(published.files) == {"docs/es/a.txt"}
    assert not (tmp_path / "build/parts").exists()
