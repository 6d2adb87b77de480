"""Celosía: a static open-data catalogue generator for data about people who must not be found."""

__version__ = "0.1.0"
