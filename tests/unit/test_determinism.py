"""The same sources give the same bytes, wherever, whenever and by however many processes they are built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from building import EPOCH, REPOSITORY, a_catalogue, differences, tree

HERE = {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return _built(tmp_path_factory.mktemp("here") / "catalogue", 1, HERE)


def _built(root: Path, processes: int, environment: dict[str, str]) -> dict[str, bytes]:
    a_catalogue(root)
    told = os.environ | {"SOURCE_DATE_EPOCH": EPOCH, "PYTHONPATH": str(REPOSITORY / "src")} | environment
    command = (sys.executable, "-m", "celosia", "build", "--root", str(root), "--processes", str(processes))
    done = subprocess.run(command, env=told, capture_output=True, text=True, check=False, cwd=root.parent)
    assert done.returncode == 0, done.stdout + done.stderr
    return tree(root / "site")


def test_another_folder_and_another_time_give_the_same_bytes(built: dict[str, bytes], tmp_path: Path) -> None:
    assert differences(built, _built(tmp_path / "a longer name" / "catálogo", 1, HERE)) == set()


def test_more_processes_another_hash_seed_and_another_time_zone_give_the_same_bytes(
    built: dict[str, bytes], tmp_path: Path
) -> None:
    elsewhere = {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C"}
    assert differences(built, _built(tmp_path / "catalogue", 3, elsewhere)) == set()
