"""The catalogue as Argentina's Perfil Nacional de Metadatos 1.1 wants it: `data.json`, with all recommended fields. Pure."""

from celosia.vocabularies.perfil_ar.catalog import document, header
from celosia.vocabularies.perfil_ar.dataset import dataset

__all__ = ["dataset", "document", "header"]
