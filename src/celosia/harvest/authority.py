"""Other people's codes and words for frequencies, licences, themes and places as those of our lists. Pure."""

import re
from collections.abc import Mapping

from celosia.check.authority import codes, is_area

FREQUENCIES: Mapping[str, str] = {
    "R/P30Y": "TRIDECENNIAL", "R/P20Y": "BIDECENNIAL", "R/P10Y": "DECENNIAL", "R/P5Y": "QUINQUENNIAL", "R/P4Y": "QUADRENNIAL",
    "R/P3Y": "TRIENNIAL", "R/P2Y": "BIENNIAL", "R/P1Y": "ANNUAL", "R/P6M": "ANNUAL_2", "R/P4M": "ANNUAL_3",
    "R/P3M": "QUARTERLY", "R/P2M": "BIMONTHLY", "R/P1M": "MONTHLY", "R/P0.5M": "MONTHLY_2", "R/P0.33M": "MONTHLY_3",
    "R/P2W": "BIWEEKLY", "R/P1W": "WEEKLY", "R/P7D": "WEEKLY", "R/P0.5W": "WEEKLY_2", "R/P0.33W": "WEEKLY_3",
    "R/P1D": "DAILY", "R/PT1H": "HOURLY", "R/PT1S": "CONT", "EVENTUAL": "IRREG", "IRREGULAR": "IRREG",
}  # fmt: skip
"""ISO 8601 repetitions, as the Perfil Nacional writes them, by the codes of the EU authority table."""

_LICENSES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "CC-BY-4.0": (
        "https://creativecommons.org/licenses/by/4.0/",
        ("ccby40", "ccby4", "ccby", "creativecommonsattribution40", "creativecommonsattribution", "ccby40international"),
    ),
    "CC-BY-SA-4.0": (
        "https://creativecommons.org/licenses/by-sa/4.0/",
        ("ccbysa40", "ccbysa", "ccbysa4", "creativecommonsattributionsharealike40", "creativecommonsattributionsharealike"),
    ),
    "CC0-1.0": (
        "https://creativecommons.org/publicdomain/zero/1.0/",
        ("cc010", "cc0", "cczero", "creativecommonscczero", "creativecommonscc0"),
    ),
    "ODbL-1.0": (
        "https://opendatacommons.org/licenses/odbl/1-0/",
        (
            "odbl", "odbl10", "odcodbl", "odcbl", "opendatabaselicense", "opendatacommonsopendatabaselicense",
            "opendatacommonsopendatabaselicenseodbl",
        ),
    ),
    "ODC-By-1.0": (
        "https://opendatacommons.org/licenses/by/1-0/",
        ("odcby", "odcby10", "opendatacommonsattributionlicense"),
    ),
    "PDDL-1.0": (
        "https://opendatacommons.org/licenses/pddl/1-0/",
        ("pddl", "pddl10", "odcpddl", "opendatacommonspublicdomaindedicationandlicencepddl"),
    ),
}  # fmt: skip
_TITLES: Mapping[str, str] = {
    "CC-BY-4.0": "Creative Commons Atribución 4.0 Internacional",
    "CC-BY-SA-4.0": "Creative Commons Atribución-CompartirIgual 4.0 Internacional",
    "CC0-1.0": "Creative Commons Cero 1.0 Universal",
    "ODbL-1.0": "Licencia Abierta de Bases de Datos de Open Data Commons 1.0",
    "ODC-By-1.0": "Licencia de Atribución de Open Data Commons 1.0",
    "PDDL-1.0": "Dedicación y Licencia de Dominio Público de Open Data Commons 1.0",
}
_COUNTRIES = {
    "ARG": "AR", "BOL": "BO", "BRA": "BR", "CHL": "CL", "COL": "CO", "CRI": "CR", "CUB": "CU", "DOM": "DO", "ECU": "EC",
    "ESP": "ES", "GTM": "GT", "HND": "HN", "MEX": "MX", "NIC": "NI", "PAN": "PA", "PER": "PE", "PRY": "PY", "SLV": "SV",
    "URY": "UY", "USA": "US", "VEN": "VE",
}  # fmt: skip
_GEONAMES = {"3865483": "AR", "3932488": "PE"}
_INDEC = dict(zip(range(2, 95, 4), "CBKXWHUEPYLFMNQRAJDZSGTV", strict=True))
"""The codes of provinces of the Argentine statistical office, 02 to 94, by the letters of ISO 3166-2:AR."""


def frequency(text: str) -> str | None:
    """The code of the EU authority table.

    >>> frequency("R/P1M"), frequency("http://publications.europa.eu/resource/authority/frequency/ANNUAL"), frequency("a veces")
    ('MONTHLY', 'ANNUAL', None)
    """
    code = text.rstrip("/").rpartition("/frequency/")[2].strip().upper()
    found = FREQUENCIES.get(code, code)
    return found if found in codes("frequencies") else None


def theme(text: str) -> str | None:
    """The code of the EU data theme, which is that of the superTheme."""
    code = text.rstrip("/").rpartition("/")[2].strip().upper()
    return code if code in codes("themes") else None


def license_name(texts: tuple[str | None, ...]) -> str | None:
    """The SPDX name of a licence that any of the texts says: its name, its title, its address.

    >>> license_name(("Open Data Commons Open Database License (ODbL)",)), license_name(("todos los derechos",))
    ('ODbL-1.0', None)
    """
    for text in filter(None, texts):
        plain = _squeezed(text)
        for name, (url, aliases) in _LICENSES.items():
            code = _squeezed(text.rpartition("authority/licence/")[2])
            if {plain, code} & {*aliases, _squeezed(name)} or _squeezed(url).removeprefix("https") in plain:
                return name
    return None


def license_url(name: str) -> str:
    """Where the licence can be read."""
    return _LICENSES[name][0]


def license_title(name: str) -> str:
    """What people call it in Spanish."""
    return _TITLES[name]


def place(text: str) -> str | None:
    """The code of ISO 3166: of an alpha-2, -3 or -2 code, one of the Argentine office, or an address that ends in one.

    >>> place("ARG"), place("66"), place("http://sws.geonames.org/3932488/"), place("06007"), place("aquí")
    ('AR', 'AR-A', 'PE', None, None)
    """
    code = text.strip().rstrip("/").rpartition("/")[2]
    if code in _GEONAMES:
        return _GEONAMES[code]
    if re.fullmatch(r"\d\d", code) and int(code) in _INDEC:
        return f"AR-{_INDEC[int(code)]}"
    code = _COUNTRIES.get(code.upper(), code.upper())
    return code if is_area(code) else None


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
