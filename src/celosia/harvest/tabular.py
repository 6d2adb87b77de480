"""Somebody else's file of rows as the CSV that our tables are: UTF-8, commas, plain column names. No value is changed. Pure."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from celosia.harvest.clean import line, plain
from celosia.harvest.identifier import slug
from celosia.load.readers import READERS
from celosia.model import Finding, Role
from celosia.model.counted import UNITS as COUNTED
from celosia.vocabularies.harvest import HarvestedFile

_DELIMITERS = ",;\t|"
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_TYPES = (("integer", int), ("number", float))
_KEYS = (
    "name", "type", "title", "description", "role", "concept", "unit", "totalCode", "sensitive", "categories", "constraints",
)  # fmt: skip
_TEXTS = ("title", "description")
_UNITS = frozenset({*COUNTED, "%"})
_ROLES = frozenset(role.value for role in Role)

Node = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabular:
    """A file of rows: its columns by names of ours, what the file calls them, and the rows as texts."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def called(self, fields: Iterable[Node]) -> "Tabular":
        """With the names of the columns that are declared, each known by its name or its title."""
        known = {
            slug(str(text)): str(field["name"]) for field in fields for text in (field.get("title"), field["name"]) if text
        }
        named = (known.get(slug(title), name) for title, name in zip(self.titles, self.names, strict=True))
        return replace(self, names=tuple(named))

    @property
    def body(self) -> bytes:
        """The CSV."""
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows((self.names, *self.rows))
        return text.getvalue().encode()


def is_tabular(file: HarvestedFile) -> bool:
    """Whether its format or its name says that it is a file that we read."""
    return bool({f".{(file.format or '').lower().lstrip('.')}", _ending(file)} & READERS.keys())


def tabular(body: bytes, file: HarvestedFile) -> Tabular | None:
    """The rows of a file; none where it cannot be read as rows of one length."""
    found = READERS[_ending(file)](body, file.url or "") if _ending(file) in READERS else body
    lines = () if isinstance(found, Finding) else _lines(_decoded(found))
    if len(lines) <= 1 or len({len(row) for row in lines}) > 1:
        return None
    titles = tuple(line(cell) for cell in lines[0])
    return Tabular(names=tuple(_names(titles)), titles=titles, rows=lines[1:])


def declared(file: HarvestedFile, name: str) -> Node | None:
    """The resource that its source declares: with the role and type of each column, and what each measure counts; or none."""
    fields = [{key: field[key] for key in _KEYS if key in field} for field in file.columns]
    if not fields or not all(map(_is_declared, fields)):
        return None
    schema = {"fields": [_field(field) for field in fields], **{key: file.keys[key] for key in file.keys}}
    return {**_resource(name, file), "schema": schema}


def fields_of(resource: Node) -> tuple[Node, ...]:
    """The columns that a resource declares."""
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    return tuple(field for field in fields if isinstance(field, dict) and "name" in field) if isinstance(fields, list) else ()


def draft(file: HarvestedFile, name: str, found: Tabular) -> Node:
    """What a person completes where the source does not say what its columns are. It holds no value of the file."""
    described = {line(field.name): line(field.description or "") for field in file.fields}
    fields = [
        {"name": column, "type": _type(row[number] for row in found.rows), "title": title or column,
         "description": described.get(title) or None, "role": None}
        for number, (column, title) in enumerate(zip(found.names, found.titles, strict=True))
    ]  # fmt: skip
    stated = [{key: value for key, value in field.items() if value is not None or key == "role"} for field in fields]
    return {**_resource(name, file), "schema": {"fields": stated, "primaryKey": []}}


def _resource(name: str, file: HarvestedFile) -> dict[str, object]:
    described = {"description": plain(file.description.es)} if file.description else {}
    return {
        "name": name, "type": "table", "path": f"{name}.csv", "title": (line(file.title.es) if file.title else "") or name,
        **described, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
    }  # fmt: skip


def _is_declared(field: Node) -> bool:
    measured = field.get("role") == Role.MEASURE.value
    return field.get("role") in _ROLES and "type" in field and (not measured or field.get("unit") in _UNITS)


def _field(field: Node) -> dict[str, object]:
    texts = {key: line(str(field[key])) for key in _TEXTS if field.get(key)}
    return {**field, "title": str(field.get("name")), **texts}


def _ending(file: HarvestedFile) -> str:
    return f".{(file.url or '').partition('?')[0].rpartition('.')[2].lower()}"


def _decoded(body: bytes) -> str:
    """As UTF-8, or else as the encoding of the spreadsheets of the region."""
    for encoding in _ENCODINGS:
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""


def _lines(text: str) -> tuple[tuple[str, ...], ...]:
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        return tuple(tuple(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row)
    except csv.Error:
        return ()


def _names(titles: Iterable[str]) -> Iterable[str]:
    taken = set[str]()
    for number, title in enumerate(titles, 1):
        name = slug(title).replace("-", "_")
        name = name if name[:1].isalpha() else f"columna_{name or number}"
        name = name if name not in taken else f"{name}_{number}"
        taken.add(name)
        yield name


def _type(values: Iterable[str]) -> str:
    """The narrowest type of the stated values; a leading zero makes a code of a number."""
    stated = [value for value in values if value.strip()]
    if any(value.strip().lstrip("-")[:1] == "0" and value.strip().lstrip("-")[1:2].isdigit() for value in stated):
        return "string"
    return next((name for name, read in _TYPES if stated and all(_reads(read, value) for value in stated)), "string")


def _reads(read: type, value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return "_" not in value
