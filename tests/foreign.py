"""Files of somebody else with a mapping, in which a leak is planted or none. Synthetic: nobody is counted in them."""

from collections.abc import Mapping

Files = Mapping[str, str]

_HEAD = 'unit: persons\nk: 10\ninsider: 3\nhidden: {"*": {}}\nfiles:\n'
_LEGEND = 'unit: persons\nk: 10\nhidden: {"<10": {least: 1, most: 9}}\nfiles:\n'
_WIDE = "  - {path: a.csv, measures: {M: {sexo: m}, V: {sexo: v}, X: {sexo: x}, T: {}}, dimensions: {anio: {time: true}}}\n"
_LONG = "  - {path: a.csv, measures: {n: {}}, dimensions: {anio: {time: true}, sexo: {total: todos}}}\n"
_PARENTS = "parents: {n1: norte, n2: norte, s1: sur, s2: sur}"
_AREAS = f"  - {{path: a.csv, measures: {{n: {{}}}}, dimensions: {{zona: {{total: todas, {_PARENTS}}}}}}}\n"
_SECOND = (
    "  - {path: b.csv, measures: {n: {}}, dimensions: {ano: {as: anio, time: true}, genero: {as: sexo, codes: {Varones: v}}}}\n"
)

FOREIGN_LEAKS: Mapping[str, Files] = {
    "columns that add up to a column": {"mapping.yaml": _HEAD + _WIDE, "a.csv": "anio,M,V,X,T\n2020,90,*,20,140\n"},
    "two files of other words": {
        "mapping.yaml": _HEAD + _LONG + _SECOND,
        "a.csv": "anio,sexo,n\n2020,m,90\n2020,v,*\n2020,x,*\n2020,z,*\n",
        "b.csv": "ano,genero,n\n2020,Varones,27\n",
    },
    "a legend that says less than ten": {"mapping.yaml": _LEGEND + _LONG, "a.csv": "anio,sexo,n\n2020,m,90\n2020,v,<10\n"},
    "areas within areas": {"mapping.yaml": _HEAD + _AREAS, "a.csv": "zona,n\nnorte,60\nsur,90\nn1,48\nn2,*\ns1,40\ns2,50\n"},
    "months that fill a year": {
        "mapping.yaml": _HEAD + "  - {path: a.csv, measures: {n: {}}, dimensions: {mes: {as: anio, time: true}}}\n",
        "a.csv": "mes,n\n2020,260\n" + "".join(f"2020-{month:02},{'*' if month == 3 else 22}\n" for month in range(1, 13)),
    },
    "thousands and semicolons": {
        "mapping.yaml": _HEAD + _WIDE.replace("{path: a.csv,", '{path: a.csv, delimiter: ";", thousands: ".",'),
        "a.csv": "anio;M;V;X;T\n2020;1.040;*;20;1.072\n",
    },
    "two stars in a line": {"mapping.yaml": _HEAD + _WIDE, "a.csv": "anio,M,V,X,T\n2020,90,*,*,140\n"},
    "bands that cut each other": {
        "mapping.yaml": _HEAD
        + "  - {path: a.csv, measures: {n: {}}, dimensions: {edad: {total: todas}}}\n"
        + "  - {path: b.csv, measures: {n: {}}, dimensions: {edad: {total: todas}}}\n",
        "a.csv": "edad,n\n0-17,80\n18-30,64\n31+,90\n",
        "b.csv": "edad,n\n18-25,60\n",
    },
}

FOREIGN_SAFE: Mapping[str, Files] = {
    "many stars": {
        "mapping.yaml": _HEAD + _LONG,
        "a.csv": "anio,sexo,n\n2020,todos,200\n2020,m,100\n2020,v,*\n2020,x,*\n2020,y,*\n2020,z,*\n",
    },
    "two populations": {
        "mapping.yaml": _HEAD
        + _LONG.replace("{path: a.csv,", "{path: a.csv, population: una,")
        + _SECOND.replace("{path: b.csv,", "{path: b.csv, population: otra,"),
        "a.csv": "anio,sexo,n\n2020,m,90\n2020,v,*\n2020,x,*\n2020,z,*\n",
        "b.csv": "ano,genero,n\n2020,Varones,27\n",
    },
    "nothing hidden": {"mapping.yaml": _HEAD + _WIDE, "a.csv": "anio,M,V,X,T\n2020,90,30,20,140\n"},
}
