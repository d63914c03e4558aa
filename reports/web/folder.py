"""The folder that is served: which files in it may be projects, and never one outside of it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from ...engine.interview.record import new_id
from ...engine.reading.encoding import name_of
from ..app.session import PROJECT_NAMES
from ..texts.misuse import Misuse

_DEVICES = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
"""What no file can be called on Windows, whatever its end."""


class NotThere(Exception):
    """There is no such project in the folder."""


def is_writable(name: str) -> bool:
    """Tell whether answers can be written into a file; YAML is only read.

    >>> is_writable("harbour.JSON"), is_writable("harbour.yaml")
    (True, False)
    """
    return name.lower().endswith(".json")


class Folder:
    """A folder of projects; only the files that lie directly in it."""

    def __init__(self, root: Path) -> None:
        """Keep where it is."""
        self.root = root

    def names(self) -> list[str]:
        """Return the names of the files that may be projects, in order.

        Raises:
            Misuse: The folder cannot be read any more.
        """
        return sorted(name for name in self._listed() if self._holds(name) and name_of(name) == name)

    def unnamed(self) -> list[str]:
        """Return the files that may be projects and whose names are no text, as they are told: no address leads to them.

        Raises:
            Misuse: The folder cannot be read any more.
        """
        return sorted(name_of(name) for name in self._listed() if self._holds(name) and name_of(name) != name)

    def path(self, name: str) -> Path:
        """Return where a file of the folder is.

        Raises:
            NotThere: There is none of that name, or it is a link that leads out.
        """
        if not self._holds(name):
            raise NotThere(name)
        return self.root / name

    def there(self) -> str:
        """Return what tells the files that are there by now from those of another time.

        Raises:
            Misuse: The folder cannot be read any more.
        """
        return sha256("\n".join(self.names()).encode()).hexdigest()[:16]

    def new(self, title: str) -> Path:
        """Return where a new project of a name may go.

        Raises:
            Misuse: The folder cannot be read any more.
        """
        taken = {Path(name).stem.casefold() for name in self._listed()} | _DEVICES
        return self.root / f"{new_id(title, taken)}.json"

    def _listed(self) -> list[str]:
        try:
            return [path.name for path in self.root.iterdir()]
        except OSError as error:
            raise Misuse("serve.folder", path=str(self.root)) from error

    def _holds(self, name: str) -> bool:
        if name.startswith(".") or not name.lower().endswith(PROJECT_NAMES) or name != Path(name).name:
            return False
        try:
            path = (self.root / name).resolve(strict=True)
            return path.is_file() and path.is_relative_to(self.root.resolve())
        except (OSError, ValueError, RuntimeError):
            return False
