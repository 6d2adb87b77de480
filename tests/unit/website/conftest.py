"""The site in which leaks are planted."""

import pytest
from leaking import Built, built_site


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the synthetic catalogue; tests work on copies."""
    return built_site(tmp_path_factory.mktemp("leaking") / "catalogue")
