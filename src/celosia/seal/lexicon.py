"""The words by which a sentence speaks of people, and those by which a number is no count of them. Pure.

Spanish and English; all are matched in text that `fold` has made plain (no accents, lower case). Written from the texts of real
catalogues: a word that is missing here is a leak that is not seen, one that is too many is a false alarm.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_PLAIN = str.maketrans("áàäâéèëêíìïîóòöôúùüûñç", "aaaaeeeeiiiioooouuuunc")


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without accents; one character for each of the text's.

    >>> fold("Víctimas en Córdoba")
    'victimas en cordoba'
    """
    return text.lower().translate(_PLAIN) if len(text.lower()) == len(text) else text.translate(_PLAIN)


PERSONS = (
    r"victim\w*|personas?|people|persons?|mujer(?:es)?|wom[ae]n|hombres?|men|varon(?:es)?|females?|males?|femenin\w+|masculin\w+"
    r"|nin[ao]s?|ninez|infancias?|girls?|boys?|child|children|adolescentes?|jovenes|adult[ao]s?|menor(?:es)? de edad|minors?"
    r"|rescatad[ao]s?|rescued|asistid[ao]s?|assisted|acusad[ao]s?|accused|imputad[ao]s?|condenad[ao]s?|convicted|detenid[ao]s?"
    r"|sobrevivientes?|survivors?|migrantes?|migrants?|extranjer[ao]s?|foreigners?|indigenas?|afectad[ao]s?|damnificad[ao]s?"
    r"|hermanas?|embarazadas?|trabajador(?:es|as?)|workers?|trans|travestis?"
)
"""Nouns for people, and adjectives that stand for them («3 rescatadas»)."""

UNITS: Mapping[str, str] = {
    "persons": PERSONS,
    "households": r"hogar(?:es)?|households?|familias?|famil(?:y|ies)",
    "cases": r"casos?|cases?|causas?|expedientes?|investigaciones|investigations?",
    "reports": r"denuncias?|reports?|complaints?",
}
"""The nouns of each protected unit."""

MONTHS = (
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|se(?:p|t)tiembre|setiembre|octubre|noviembre|diciembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|ene|feb|mar|abr|jun|jul|ago|sept?|oct|nov|dic|jan|apr|aug|dec"
)
_NAMED = (
    r"ley(?:es)?|laws?|acts?|decretos?|decrees?|resolucion(?:es)?|resolutions?|disposicion(?:es)?|ordenanzas?|articulos?|articles?"
    r"|arts?\.?|sections?|incisos?|protocolos?|protocols?|convenios?|codigos?|anexos?|capitulos?|metas?|targets?|ods|sdg|goals?"
    r"|objetivos?|indicador(?:es)?|indicators?|iso|rfc|utf|version(?:es)?|versions?|v\.|decision(?:es)?|regla|rule|paginas?|pages?|pp?\.|serie|series"
    r"|n\.?\s?[ºo°]|num(?:ero|\.)?|no\.|numbers?|norma|norms?|expte\.?|compromisos?|commitments?|informes?|nivel|level|plan|tomos?|cuadros?|hitos?|milestones?"
)
_COUNTED = (
    r"tablas?|tables?|filas?|rows?|columnas?|columns?|archivos?|files?|conjuntos?|datasets?|fuentes?|sources?|sistemas?|systems?"
    r"|cuentas?|counts|cifras?|figures?|graficos?|charts?|pases?|idiomas?|languages?|formatos?|formats?|provincias?|provinces?"
    r"|regiones|regions?|departamentos?|paises|countr(?:y|ies)|jurisdicciones|jurisdictions?|distritos?|districts?|ciudades|cities|municipios?"
    r"|anos?|years?|meses|mes|months?|semanas?|weeks?|dias?|days?|horas?|hours?|h|minutos?|minutes?|segundos?|seconds?|trimestres?|quarters?|veces|times"
    r""
    r"|instituciones|institutions?|organismos?|bodies|oficinas?|offices?|lineas?|lines?|convenios?|acuerdos?|agreements?"
    r"|tratados?|sentencias?|judgments?|llamadas?|llamados?|calls?|operativos?|operations|capacitaciones|trainings?"
    r"|talleres|cursos?|courses?"
    r"|dispositivos?|programas?|programmes?|programs?|acciones|actions?|pesos?|dolares|dollars?|millones|million|billion"
    r"|versiones|versions?|reglas?|rules?|letras?|pixels?|px|bytes?|b|kb|mb|gb|kilobytes|celdas?|cells?|codigos?|codes?"
    r"|categorias?|categories"
    r"|bandas?|bands?|grupos?|groups?|partes?|parts|puntos?|points|lugares|places|tipos?|types?|formas?|forms|maneras|ways"
    r"|pasos?|steps"
    r"|entradas?|entries|enlaces?|links|paginas?|pages?|documentos?|documents?|normas?|norms|leyes|laws|decretos?|articulos?|informes?"
    r"|prohibiciones|ediciones|editions|notas?|notes|fechas?|dates|delegaciones|sedes|equipos|teams|preguntas|questions|periodos?|periods?"
)
"""What a number may count without counting people."""

_WHERE = r"(?:linea|line|hotline|telefono|telephone|phone|tel\.?|fax|int\.|interno|whatsapp|llame|llamar|marque|call|dial)"
_OF_LAW = r"(?:nacional|federal|ministerial|suprema|legislativo|general|num\.?)"
_SUCH = (
    r"(?:otr[ao]s|primer[ao]s|ultim[ao]s|gran(?:des)?|first|last|other|full|different|nuev[ao]s|new|distint[ao]s"
    r"|wider|amplios|abiert[ao]s|open)"
)
_AGE = r"(?:menor(?:es)?|mayor(?:es)?|under|over|desde|hasta|aged?|edad)"
_LIMIT = r"(?:menor(?:es)? (?:que|de|a)|menos de|below|under|less than|fewer than|mas de|more than)"
_THRESHOLD = r"(?:3|5|10|11|cinco|diez|five|ten)"

_ELSE = {
    "addresses": r"(?:https?://|\bwww\.|mailto:|tel:)\S+|\S+@\S+\.\w+|\b[0-9a-f]{32,128}\b",
    "days": r"\b\d{4}-\d\d(?:-\d\d)?(?:t[\d:.]+z?)?(?:/\d{4}(?:-\d\d(?:-\d\d)?)?)?\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
    r"|\b\d{1,2}:\d\d(?::\d\d)?\b",
    "days in words": rf"\b\d{{1,2}}[ºo°]?(?:\s?(?:y|and|,|a|al|to|-|–)\s?\d{{1,2}})?(?: de)? (?:{MONTHS})\b"
    r"(?:,? (?:de |del |of )?\d{4})?",
    "months first": rf"\b(?:{MONTHS})\.? (?:de |del |of )?\d{{1,2}}(?:,? \d{{4}})?\b(?! ?%)(?! (?:{PERSONS})\b)",
    "versions": r"\b\d+\.\d+\.\d+(?:\.\w+)*\b",
    "laws": rf"\b(?:{_NAMED})(?:\s{_OF_LAW})*\s?(?:n[.º°]*\s?[º°]?\s?)?:?\s?\d[\d./-]*(?:\s?(?:bis|ter|quater))?"
    r"(?:(?:,| y| e| and| a| to|-|–)\s?(?:n[.º°]+\s?)?\d[\d./-]*(?:\s?(?:bis|ter))?)*",
    "tables": r"\b(?:tablas?|tables?|figuras?|figures?|graficos?|charts?) \d+(?:\.\d+)+|\bn\.?\s?[º°]\s?\d[\d./-]*|#\d+",
    "telephones": rf"\b{_WHERE}(?: \w+){{0,2}}:?(?: al| to)? ?\+?[\d(][\d ()-]*"
    r"|(?:\b0800|\+\d{2}|\(\d{2,4}\))[\d ()-]+",
    "bands": r"\b\d{1,2} ?(?:a|y|to|and|-|–|hasta)(?: los)? ?\d{1,2}(?: anos| years)\b",
    "ages": rf"\b{_AGE}(?: de| of)?(?: los)? ?\d{{1,2}}(?: anos| years)?\b(?! (?:de|of) )",
    "ages alone": r"\b\d{1,2} (?:anos|years)(?: (?:o|y|or|and) (?:mas|menos|over|more|older|younger))?\b|\b\d{1,2}\+(?!\d)",
    "our range": r"\b(?:1|una?|one) (?:a|to|y|and) (?:4|9|10|cuatro|nueve|diez|four|nine|ten)\b",
    "our threshold": rf"\b{_LIMIT} {_THRESHOLD}\b|\b{_THRESHOLD} (?:o|or) (?:mas|more)\b",
    "what was protected": r"\b(?:celdas|cells)\b[^.]{0,70}: [\d.,]+ (?:de|of) [\d.,]+ \(\d+\s?%\)",
    "ordinals": r"\b\d+(?:[ºª°]|\.[ºª°]|st|nd|rd|th|er[oa]?|d[oa])\b|^\d+[.)]\s",
    "identifiers": r"\b[a-z]+[-_]?\d+[a-z\d_-]*\b",
    "things": rf"\b\d[\d., ]*(?: {_SUCH})? (?:{_COUNTED})\b(?! (?:{PERSONS})\b)(?! (?:de|of) (?:{PERSONS})\b)",
}
ELSE: tuple[re.Pattern[str], ...] = tuple(re.compile(pattern) for pattern in _ELSE.values())
"""What is a number and no count of people, each kind set aside before the next is looked for."""

_BEFORE = ("en", "in", "de", "of", "el", "by", "to", "for", "del", "since", "desde")
YEAR = re.compile(rf"\b(?:19|20)\d\d\b(?! (?:{PERSONS})\b)|" + "|".join(rf"(?<=\b{word} )(?:19|20)\d\d\b" for word in _BEFORE))
WORDS: Mapping[str, int] = {
    **dict(zip(("dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"), range(2, 10), strict=True)),
    **dict(zip(("two", "three", "four", "five", "six", "seven", "eight", "nine"), range(2, 10), strict=True)),
}
"""Small counts in letters. One is left out: it is an article too («una víctima»)."""
NUMERIC = re.compile(rf"\d|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
"""Nine texts in ten have no number at all."""
