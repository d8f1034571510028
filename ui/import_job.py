"""An import that runs beside the page: how far it is, and a way to stop it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from geo.errors import SalientError
from geo.io.archive_files import ArchiveFile
from geo.io.case_store import open_case
from geo.io.front_import import ImportOptions, import_archive
from geo.io.import_report import ImportReport
from ui.rights import require_edit


@dataclass
class ImportJob:
    """One import in a thread of its own. It is `done` with a report, or with the sentence of what went wrong."""

    folder: Path
    files: Sequence[ArchiveFile]
    options: ImportOptions
    step: str = "Starting"
    share: float = 0.0
    report: ImportReport | None = None
    problem: str = ""
    _stop: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _began: float = 0.0

    @property
    def words(self) -> str:
        """What it does, how far it is, and about how long it will still take at the pace so far."""
        spent_s = time.monotonic() - self._began
        if not self.share or spent_s < 2:
            return f"{self.step} …"
        left_s = spent_s * (1 - self.share) / self.share
        left = f"{left_s:.0f} s" if left_s < 90 else f"{left_s / 60:.0f} min"
        return f"{self.step} … {self.share:.0%}, about {left} left"

    def start(self) -> None:
        """Begin; InputError when this server may not change the case."""
        require_edit()
        self._thread = threading.Thread(target=self._run, name="salient-import", daemon=True)
        self._thread.start()

    def cancel(self) -> None:
        """Ask it to stop at the next file; the case stays as it was."""
        self._stop.set()

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.report is not None or bool(self.problem)

    def wait(self) -> None:
        """Wait until it has ended."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            self.report = import_archive(
                self.folder,
                open_case(self.folder),
                self.files,
                self.options,
                now=datetime.now(UTC),
                progress=self._tell,
                cancelled=self._stop.is_set,
            )
        except SalientError as error:
            self.problem = str(error)
        except OSError as error:
            self.problem = f"the case's folder can't be written ({error.strerror}); the case is as it was"

    def _tell(self, step: str, done: int, of: int) -> None:
        if step != self.step:
            self._began = time.monotonic()
        self.step, self.share = step, done / max(1, of)
