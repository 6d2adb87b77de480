"""Makes the units that are new, recalls the others. The same unit is never made twice, on this build or the next."""

import hashlib
import multiprocessing
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from celosia.model import Made, Unit
from celosia.model.unit import PARTS
from celosia.publish.code import code_version, package
from celosia.publish.progress import Progress
from celosia.publish.store import Store

Task = TypeVar("Task")
Result = TypeVar("Result")
Subject = TypeVar("Subject")

_WORTH_PROCESSES = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where units are made: the store, how many processes may work, and who is told."""

    store: Store
    processes: int = 1
    progress: Progress = field(default_factory=Progress)

    def make(self, name: str, units: Sequence[Unit]) -> Mapping[str, Made]:
        """All files of all units, by path. A unit that needs others is made after them. `ValueError` for a cycle.

        What the making cost is told for each package of the units' functions (`units: charts`), apart from the whole.
        """
        made: dict[str, Mapping[str, Made]] = {}
        costs: dict[str, list[float]] = {}
        waiting = list(units)
        with self.progress.stage(name, len(units)) as counter:
            while waiting:
                ready = [unit for unit in waiting if all(need in made for need in unit.needs)]
                if not ready:
                    msg = f"units that wait for each other: {[unit.name for unit in waiting]}"
                    raise ValueError(msg)
                for unit, (files, seconds) in self._make(ready, made):
                    made[unit.name] = files
                    costs.setdefault(package(unit.function), []).extend(seconds)
                    counter.tell()
                waiting = [unit for unit in waiting if unit.name not in made]
        self.progress.parts(name, costs)
        return _merge(made)

    def _make(self, units: list[Unit], made: Mapping[str, Mapping[str, Made]]) -> Iterator[tuple[Unit, "Work"]]:
        orders = []
        for unit in units:
            needed = {path: one for need in unit.needs for path, one in made[need].items() if _is_given(unit, path)}
            key = _key(unit, needed)
            known = self.store.recall(key)
            if known is None:
                orders.append((unit, needed, key))
            else:
                yield unit, (known, ())
        tasks = [(unit, needed, key, self.store) for unit, needed, key in orders]
        yield from zip((order[0] for order in orders), self.run(_perform, tasks), strict=True)

    def proven(
        self, function: Callable[[Subject], tuple[Result, ...]], subjects: Sequence[Subject]
    ) -> Iterator[tuple[Result, ...]]:
        """What a pure function finds in each subject; those in which it found nothing before come first and are not asked."""
        version = code_version(function.__module__)
        keys = [hashlib.sha256(repr((version, function.__qualname__, subject)).encode()).hexdigest() for subject in subjects]
        new = [(subject, key) for subject, key in zip(subjects, keys, strict=True) if self.store.recall(key) is None]
        yield from ((),) * (len(keys) - len(new))
        for (_, key), found in zip(new, self.run(function, [subject for subject, _ in new]), strict=True):
            if not found:
                self.store.keep(key, {})
            yield found

    def run(
        self, function: Callable[[Task], Result], tasks: Sequence[Task], *, worth: int = _WORTH_PROCESSES
    ) -> Iterator[Result]:
        """Apply a module-level function to each task, in order; in other processes from `worth` tasks on."""
        if self.processes == 1 or len(tasks) < worth:
            yield from map(function, tasks)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(self.processes, mp_context=context) as pool:
            yield from pool.map(function, tasks, chunksize=max(1, min(4, len(tasks) // self.processes)))


Order = tuple[Unit, Mapping[str, Made], str, Store]
Work = tuple[Mapping[str, Made], tuple[float, ...]]


def _perform(order: Order) -> Work:
    """The unit's files, and the CPU seconds that they took."""
    unit, needed, key, store = order
    started = time.process_time()
    given = {path: store.read(one) for path, one in needed.items()} if unit.joins else needed
    files = unit.function(*unit.arguments, given) if unit.needs or unit.joins else unit.function(*unit.arguments)
    return store.keep(key, files), (time.process_time() - started,)


def _is_given(unit: Unit, path: str) -> bool:
    """A unit that joins is given parts and nothing else, the others everything but parts."""
    return path.startswith(PARTS) == unit.joins


def _key(unit: Unit, needed: Mapping[str, Made]) -> str:
    function = f"{unit.function.__module__}.{unit.function.__qualname__}"
    given = [(path, needed[path].sha256) for path in sorted(needed)]
    spoken = repr((code_version(unit.function.__module__), function, unit.arguments, given))
    return hashlib.sha256(spoken.encode()).hexdigest()


def _merge(made: Mapping[str, Mapping[str, Made]]) -> Mapping[str, Made]:
    files: dict[str, Made] = {}
    for name, of_unit in made.items():
        for path, one in of_unit.items():
            if path in files:
                msg = f"two units make {path}; the second is {name}"
                raise ValueError(msg)
            files[path] = one
    return files
