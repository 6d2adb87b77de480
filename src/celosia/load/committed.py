"""What a file was before: its last committed states, where the catalogue is kept under git. Nothing elsewhere."""

import os
import subprocess
from pathlib import Path

_STATES = 2
"""The last state that was committed, and the one before: the build of a commit is held against what came before it."""


def committed(root: Path, path: str) -> tuple[bytes, ...]:
    """The last two committed states of a file, newest first; empty where git, the repository or the file is not known."""
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return ()
    log = _git(root, "log", f"-{_STATES}", "--format=%H", "--", path)
    states = (_git(root, "show", f"{commit}:./{path}") for commit in (log or b"").decode().split())
    return tuple(state for state in states if state is not None)


def _git(root: Path, *words: str) -> bytes | None:
    """What git answers; none where it cannot. Variables of another repository (those that a hook sets) do not count."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ("git", "-C", str(root), *words)
    try:
        asked = subprocess.run(command, capture_output=True, check=False, env=own)  # noqa: S603 - fixed words and a hash
    except FileNotFoundError:
        return None
    return asked.stdout if asked.returncode == 0 else None
