"""Words that name a shelter, and words that say where something is. Pure."""

import re

from celosia.vocabularies.telephone import is_of_a_place

_NEAR = 250
_SPACE = re.compile(r"\s+")
_SHELTER = re.compile(
    r"\b(?:refugios?|hogar(?:es)?|albergues?|casas?[ -](?:de )?(?:refugio|abrigo|acogida|medio camino|seguras?|protegidas?|"
    r"tr[aá]nsito)|(?:centros?|lugar(?:es)?|espacios?) de (?:acogida|alojamiento)|"
    r"residencias? (?:protegidas?|transitorias?|temporal(?:es)?)|dispositivos? de alojamiento|abrigos?|"
    r"shelters?|refuges?|safe[ -]?(?:houses?|homes?)|half-?way houses?|transit (?:houses?|homes?))\b",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d\b"
_NAME = r"[A-ZÁÉÍÓÚÑ][\wÁÉÍÓÚÑáéíóúñü'’.-]*"
_STREET = r"(?i:\b(?:calle|avenida|avd?a?\.?|jir[oó]n|jr\.|pasaje|psje\.?|pje\.?|psj\.?|bulevar|blvd\.?|bv\.))"
_NUMBER = r"(?i:n\.?[º°o]?\s*|nro\.?\s*|al\s+)?"
_WAYS = (
    # «Av. Inventada 123», «calle 7», «calle inventada n.º 5», «Calle Inventada s/n», «12 Invented Street»
    rf"(?<!situaci[oó]n de ){_STREET} (?:\d|(?:{_NAME}[ ,]*){{1,6}}{_NUMBER}\d{{1,5}}\b|[^.;]{{1,60}}\bs/n\b)",
    rf"(?<!situaci[oó]n de ){_STREET} (?:[\wÁÉÍÓÚÑáéíóúñü]+ ){{1,5}}{_NUMBER}(?!{_YEAR})\d{{1,5}}\b",
    rf"\b\d{{1,5}} (?:{_NAME} ){{1,4}}(?:Street|St\.?|Avenue|Ave\.?|Road|Rd\.?|Lane|Drive|Boulevard|Blvd\.?)(?!\w)",
    # where it is said to be, with a number that is no year: «queda en República Inventada 611»
    (
        rf"\b(?i:ubicad[oa]s?|sit[oa]s? en|queda|funciona|direcci[oó]n|domicilio|located|address|stands at)\b[^.;]{{0,40}}?"
        rf"{_NAME}(?: [\w'’.-]+){{0,4}} (?!{_YEAR})\d{{1,5}}\b"
    ),
    rf"\b(?i:esquina|corner of)(?: de| con)? {_NAME}",
    r"\b(?i:ruta|carretera|autopista|route) [^.;]{0,40}?\b(?i:km|kil[oó]metro)\.? ?\d",
    r"\b(?i:mz|mza|manzana)\.? ?\w{1,2},? (?i:lt|lote)\.? ?\w",
    # coordinates, codes and maps
    r"-?\d{1,2}[.,]\d{4,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{4,}",
    r"\b\d{1,2}\s?°\s?\d{1,2}\s?['′’]",
    r"\b[23456789CFGHJMPQRVWX]{4,8}\+[23456789CFGHJMPQRVWX]{2,3}\b",
    r"(?i:maps\.app\.goo\.gl|goo\.gl/maps|google\.[a-z.]{2,6}/maps|maps\.google|maps\.apple|openstreetmap\.org|osm\.org)",
    r"(?i:waze\.com|what3words|w3w\.co|\bgeo:-?\d)",
)
_PLACE = re.compile("|".join(_WAYS))
_TELEPHONE = re.compile(
    r"(?:(?i:tel[eé]fonos?|tel\.?|celular|cel\.?|whats\s?app|(?:tele)?phone|llam(?:e|ar) al|call)\W{0,4}|(?=\+\d)|(?=\(0))"
    r"(\+?\(?\d[\d ().-]{4,}\d)"
)


def names_shelter(text: str) -> bool:
    """Whether a text speaks of a shelter.

    >>> [names_shelter(text) for text in ("Casa refugio", "hogares", "safe house", "refugiados", "hogareño", "refugee")]
    [True, True, True, False, False, False]
    """
    return bool(_SHELTER.search(text))


def locates(text: str) -> bool:
    """Whether a text says where something is, by a street, coordinates, a map or the telephone of a place.

    >>> [locates(text) for text in ("Av. Inventada 123", "-24.7821, -65.4232", "tel. (0387) 422-0000", "Salta, 2019")]
    [True, True, True, False]
    """
    return bool(_PLACE.search(text)) or any(is_of_a_place(found[1]) for found in _TELEPHONE.finditer(text))


def locates_shelter(text: str) -> bool:
    """Whether a text says where a shelter is: it names one, and a place within a few sentences of it.

    >>> locates_shelter("El refugio queda en Calle Inventada 123."), locates_shelter("Ningún refugio se ubica. Llame al 145.")
    (True, False)
    """
    flat = _SPACE.sub(" ", text)
    return any(locates(flat[max(0, found.start() - _NEAR) : found.end() + _NEAR]) for found in _SHELTER.finditer(flat))
