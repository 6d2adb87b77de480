"""Feeds are what RFC 4287 asks for, the same on every day, and tell nothing of what was withdrawn."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from unit.exporters.catalogs import dataset
from unit.render.publications import a_publication, units
from unit.render.released import a_dataset, a_version

from celosia.model import Change, LangString, Permanence, Removed, Withdrawal
from celosia.vocabularies.atom import Entry, Feed, atom

A = "{http://www.w3.org/2005/Atom}"
SECRET = "Se retiró la fila de una comisaría inventada."
CHANGES = (
    Change(version="2.1.0", date=date(2026, 11, 20), type="withdrawal", note=LangString(es=SECRET, en=SECRET)),
    Change(version="2.0.1", date=date(2026, 11, 9), type="correction", note=LangString(es="Decía otra."), periods=("2019",)),
    Change(version="2.0.0", date=date(2026, 11, 9), type="method-change", note=LangString(es="Otro método.")),
    Change(version="1.0.0", date=date(2026, 11, 1), type="new-data", note=LangString(es="Primera.", en="First.")),
)


def _files(publication):
    made = {}
    for name, unit in units(publication).items():
        if name.startswith("feed:"):
            made |= unit.function(*unit.arguments)
    return made


def _entries(body):
    return ET.fromstring(body).findall(f"{A}entry")


def _told(**changes):
    return _files(a_publication(dataset(changes=CHANGES, **changes)))


def test_there_is_a_feed_of_everything_of_each_dataset_of_corrections_and_of_agreements() -> None:
    names = {"feed.xml", "corrections.xml", "agreements/feed.xml"}
    names |= {f"datasets/{id_}/feed.xml" for id_ in ("casos-inventados", "normas", "contactos")}
    assert set(_told()) == {f"docs/{lang}/{name}" for lang in ("es", "en") for name in names}


def test_every_feed_has_what_the_standard_requires_of_it() -> None:
    for path, body in _told().items():
        root = ET.fromstring(body)
        links = {link.get("rel"): link.get("href") for link in root.findall(f"{A}link")}
        public = path.removeprefix("docs/es/").replace("docs/en/", "en/")
        assert links["self"] == root.findtext(f"{A}id") == f"https://catalogo.example/{public}"
        assert root.findtext(f"{A}author/{A}name") == "Proyecto Inventado"
        for element in (root, *root.findall(f"{A}entry")):
            assert all(len(element.findall(A + name)) == 1 for name in ("id", "title", "updated"))
        ids = [entry.findtext(f"{A}id") for entry in root.findall(f"{A}entry")]
        assert len(ids) == len(set(ids))


def test_a_change_is_told_with_its_day_its_type_its_periods_and_its_note() -> None:
    _, entry, *_ = _entries(_told()["docs/es/datasets/casos-inventados/feed.xml"])
    assert entry.findtext(f"{A}updated") == "2026-11-09T12:00:00Z"
    assert entry.find(f"{A}category").attrib == {"term": "correction", "label": "Corrección"}
    assert entry.findtext(f"{A}summary") == "Decía otra. Períodos: 2019."


def test_a_withdrawal_is_told_and_nothing_of_what_was_withdrawn() -> None:
    for path, body in _told().items():
        assert SECRET not in body.decode(), path
    entry = _entries(_told()["docs/es/corrections.xml"])[0]
    assert entry.find(f"{A}category").get("term") == "withdrawal"
    assert entry.find(f"{A}content") is None


def test_a_recall_is_told_with_the_class_of_its_reason_and_leads_to_its_notice() -> None:
    recall = Withdrawal(
        id="w-1",
        dataset="casos-inventados",
        title=LangString(es="Casos inventados"),
        creator="Nadie",
        version="1.0.0",
        since=date(2026, 11, 25),
        reason="privacy",
        note=LangString(es=SECRET),
        removed=(Removed(path="datasets/casos-inventados/v/1.0.0/total.csv", sha256="ab" * 32),),
    )
    files = _files(a_publication(dataset(changes=CHANGES), permanence=Permanence(withdrawals=(recall,))))
    assert not any(SECRET in body.decode() for body in files.values())
    for name in ("feed.xml", "corrections.xml", "datasets/casos-inventados/feed.xml"):
        entry = _entries(files[f"docs/en/{name}"])[0]
        assert entry.findtext(f"{A}summary") == "To protect people."
        notice = "https://catalogo.example/en/datasets/casos-inventados/v/1.0.0/total.csv/"
        assert entry.find(f"{A}link").get("href") == notice


def test_only_what_may_make_a_quoted_figure_obsolete_is_among_the_corrections() -> None:
    terms = [entry.find(f"{A}category").get("term") for entry in _entries(_told()["docs/en/corrections.xml"])]
    assert terms == ["withdrawal", "correction", "method-change"]


def test_the_newest_comes_first_and_the_feed_is_as_old_as_its_newest_entry() -> None:
    root = ET.fromstring(_told()["docs/es/feed.xml"])
    days = [entry.findtext(f"{A}updated") for entry in root.findall(f"{A}entry")]
    assert days == sorted(days, reverse=True)
    assert root.findtext(f"{A}updated") == days[0]


def test_an_entry_keeps_its_id_when_its_version_is_frozen_and_then_leads_to_it() -> None:
    first, second = a_dataset("1.0.0"), a_dataset("2.0.0", changes=CHANGES[2:])
    before = _files(a_publication(second))["docs/es/datasets/casos-inventados/feed.xml"]
    after = _files(a_publication(second, versions=(a_version(first), a_version(second))))
    entries = _entries(after["docs/es/datasets/casos-inventados/feed.xml"])
    assert [one.findtext(f"{A}id") for one in _entries(before)] == [one.findtext(f"{A}id") for one in entries]
    links = {link.get("rel"): link.get("href") for link in entries[0].findall(f"{A}link")}
    assert links == {
        "alternate": "https://catalogo.example/datasets/casos-inventados/v/2.0.0/",
        "related": "https://catalogo.example/datasets/casos-inventados/changes/",
    }


def test_a_new_figure_changes_no_feed() -> None:
    (plain,) = dataset().tables
    row = ("x-4", "2022", "01", 77, None, None, None, "inv-1", None)
    assert _told() == _told(tables=(replace(plain, rows=(*plain.rows, row)),))


def test_what_xml_does_not_allow_is_left_out() -> None:
    day = date(2026, 1, 1)
    entry = Entry(id="urn:x", title="a\x0bb <c>", url="https://x.example/", day=day, category=("x", "x"))
    feed = Feed(id="u", url="u", page="p", title="t", lang="es", author=("n", "u"), rights="r", day=day, entries=(entry,))
    assert ET.fromstring(atom(feed)).findtext(f"{A}entry/{A}title") == "ab <c>"
