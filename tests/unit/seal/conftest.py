"""One built site for all tests that plant leaks in it."""

import pytest
from leaking import Built, built_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the synthetic catalogue; nothing may change it."""
    return built_site(tmp_path_factory.mktemp("leaking") / "catalogue")
