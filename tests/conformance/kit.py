"""The kit of ../shared: what it checks, which tool says so, and how one of its checks is asked for by itself."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KIT = ROOT.parent / "shared" / "kit"
CACHE = ROOT / ".conformance"
ENVIRONMENT = Path(os.environ.get("CONFORMANCE_ENV") or CACHE / "environment")
PORT = int(os.environ.get("CONFORMANCE_PORT") or 8931)

_HEAD = "t() { n=$1; shift;"
_ONLY = ' [[ "$n" =~ ^($ONLY)$ ]] || return 0; b=$n; i=1; while [ -e "$O/$n.txt" ]; do i=$((i+1)); n=$b~$i; done;'
_LINK_SETTINGS = '"$K/linkcheckerrc"'
_WITHOUT_PAUSES = "[checking]\nmaxrequestspersecond=10000\n"
"""The server is ours, and says that it bears it (reading/file_server.py); what is judged stays as the kit has it."""

_LINE = re.compile(r"^(\S+)\s+(PASS|FAIL)\s+([\d.]+)s$", re.MULTILINE)
_NAMED = re.compile(r"\bt +\"?([a-zA-Z0-9_.]+|\$\(basename \$c\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check of the kit: the names that its lines bear (a pattern), and the tool, which the kit keeps in `place`."""

    id: str
    lines: str
    tool: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the kit: which check of what, whether it passed, and what it said."""

    name: str
    passed: bool
    said: str


def _check(id_: str, tool: str, place: str, lines: str = "") -> Check:
    return Check(id=id_, lines=lines or id_, tool=tool, place=place)


METADATA = (
    _check("data_json_ar", "pydatajson", "venvs/pdj"),
    _check("dcat_ap_shacl", "pyshacl", "venvs/rdf"),
    _check("dcat_ap_recommended", "pyshacl", "venvs/rdf"),
    _check("mqa_405", "pyshacl", "venvs/rdf"),
    _check("dcat_jsonld", "pyshacl", "venvs/rdf"),
    _check("dcat_rudof", "pyrudof", "venvs/rudof"),
    _check("ckan_harvest", "ckanext-dcat", "venvs/ckan"),
    _check("signposting", "signposting", "venvs/cite"),
    _check("sitemap_xsd", "libxml2-utils", "debian"),
    _check("feed_atom", "feedparser", "venvs/misc"),
    _check("citation_cff", "cffconvert", "venvs/misc"),
    _check("citations", "@citation-js/cli", "npm/citation", r"cita\.(csl\.json|bib|ris)"),
)
FILES = (
    _check("frictionless", "frictionless", "venvs/fl", "frictionless_.*"),
    _check("dp_profile", "dplib-py", "venvs/dp", "dp_profile_.*"),
    _check("csvw", "csvw", "venvs/csvw", "csvw_.*"),
    _check("croissant", "mlcroissant", "venvs/mlc"),
)
PAGES = (
    _check("schemaorg_adobe", "@adobe/structured-data-validator", "npm/adobe"),
    _check("schemaorg_dts", "schema-dts", "npm/dts"),
    _check("dataset_soso", "pyshacl", "venvs/misc"),
    _check("vnu_html", "vnu-jar", "npm/vnu"),
    _check("linkchecker", "linkchecker", "venvs/misc"),
)
ACCESSIBILITY = _check("axe_wcag22", "axe-core", "npm/axe")
ELSEWHERE = {
    "akoma_ntoso": "the texts of agreements are not published, only their official address",
    "clients": "test_clients.py reads every table with them, not one",
}


def kinds() -> set[str]:
    """The checks that the kit's own script names, each as it names it there."""
    script = (KIT / "run_all.sh").read_text(encoding="utf-8")
    return {name.replace("$(basename $c)", "cita.bib") for name in _NAMED.findall(script)}


def run(only: str, site: Path, base: str) -> tuple[Line, ...]:
    """The lines that `run_all.sh` prints when its other checks are passed over; for the rest, the script is the kit's.

    A name that comes again (`croissant`, for each dataset) gets a number, so that what each said is kept.
    """
    script = (KIT / "run_all.sh").read_text(encoding="utf-8")
    assert [script.count(known) for known in (_HEAD, _LINK_SETTINGS)] == [1, 1], "the kit's run_all.sh has another form"
    out = CACHE / "out" / re.sub(r"\W", "", only)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    settings = out / "linkcheckerrc"
    settings.write_text((KIT / "linkcheckerrc").read_text(encoding="utf-8") + _WITHOUT_PAUSES, encoding="utf-8")
    edited = script.replace(_HEAD, _HEAD + _ONLY).replace(_LINK_SETTINGS, f'"{settings}"')
    command = ["bash", "-c", edited, str(KIT / "run_all.sh"), str(site), base, str(ENVIRONMENT)]
    environment = os.environ | {"ONLY": only, "OUT": str(out)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "failures:" in done.stdout, done.stderr
    return tuple(_line(found, out) for found in _LINE.findall(done.stdout))


def version(tool: str, place: str) -> str:
    """The version of a tool where the kit installed it: a Python environment, a folder of npm, or Debian."""
    folder = ENVIRONMENT / place
    if place == "debian":
        return _answer(["dpkg-query", "-W", "-f", "${Version}", tool])
    if place.startswith("npm/"):
        return str(json.loads((folder / "node_modules" / tool / "package.json").read_text(encoding="utf-8"))["version"])
    return _answer([str(folder / "bin/python"), "-c", f"from importlib.metadata import version; print(version({tool!r}))"])


def asked(place: str, script: Path, question: object) -> object:
    """What a script says (JSON) when it runs among the tools of `place` and is given a question (JSON)."""
    command = [str(ENVIRONMENT / place / "bin/python"), str(script)]
    done = subprocess.run(command, input=json.dumps(question), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def _answer(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _line(found: tuple[str, str, str], out: Path) -> Line:
    name, word, _ = found
    said = (out / f"{name}.txt").read_text(encoding="utf-8", errors="replace")
    return Line(name=name, passed=word == "PASS", said=said)
