"""What holds for every test: no test is timed, since a busy machine is not a fault; and the catalogue that many ask about."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from celosia.load import load
from celosia.model import Catalog

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The reference catalogue, as this program reads it from its own files."""
    read = load(Path(__file__).parents[1], {}).catalog
    assert read is not None
    return read
