"""The behaviour net: everything that the command line says and writes, kept as text and compared.

    .venv/bin/python tools/net.py write build/net-base      # before a change
    .venv/bin/python tools/net.py write build/net           # after it
    .venv/bin/python tools/net.py diff build/net-base build/net

A case is a few command lines, run one after the other in a fresh folder. What they say, how they end and the bytes of
every file that they write become one text. Every command line runs in a process of its own, forked from one that has
imported everything and run nothing. Of the product the net knows only the command `advise` as it is installed.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import gc
import importlib
import importlib.util
import io
import os
import platform
import re
import shlex
import shutil
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))

from tools.net_cases import FAULTS, PLACES, ROOT, Case, Files, cases, in_fault

DATED = ("check", "memo", "explain", "improve", "diff", "compare", "ask")
TODAY = "2026-11-22"
MARK = ".net"
ENVIRONMENT = {"LANG": "en_US.UTF-8", "TZ": "UTC", "USER": "net", "LOGNAME": "net", "TERM": "dumb"}


# Running


class Runner:
    """Runs cases: prepares their folders, forks for every command line and puts down what came of it."""

    def __init__(self, home: Path) -> None:
        """Import the command and, from a process that runs it, learn what else can be imported beforehand."""
        (command,) = entry_points(group="console_scripts", name="advise")
        self.main: Callable[[], object] = command.load()
        self.home, self.cache, self.here = home, home / "cache", home / "here"
        found = importlib.util.find_spec("advise")
        assert found is not None
        package = next(iter(found.submodule_search_locations or ()))
        self.hidden = {str(self.here): "<here>", str(home): "<net>", package: "<advise>", str(ROOT): "<checkout>"}
        self.stored = {place: home / place for place in (*PLACES, *(f"fault-{fault}" for fault in FAULTS))}
        for place, folder in self.stored.items():
            files = PLACES[place]() if place in PLACES else in_fault(place.partition("-")[2])
            for name, content in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)
        self.import_all()
        gc.collect()
        gc.freeze()  # or every child copies the memory of all that was imported when it first collects

    def import_all(self) -> None:
        """Import what other processes have imported, one for each of some usual command lines."""
        modules = self.home / "modules"
        for line in ("check izuko.json", "improve izuko.json", "explain COM-01 izuko.json", "rules docs", "explain x",
                     "compare izuko.json hold.json", "rules test COM-01", "ask izuko.json", "doctor", "diff a b"):  # fmt: skip
            self.run(Case((f"{line} --lang ja",)), modules)
            for name in modules.read_text(encoding="utf-8").split():
                with contextlib.suppress(ImportError):
                    importlib.import_module(name)

    def run(self, case: Case, modules: Path | None = None) -> bytes:
        """Run a case and return what it did."""
        shutil.rmtree(self.here, ignore_errors=True)
        shutil.copytree(self.stored[case.place], self.here)
        before = read(self.here)
        cache = self.cache
        if case.kept:
            cache = self.home / "own-cache"
            shutil.rmtree(cache, ignore_errors=True)
        self.undated = False
        told = [self.line(line, cache, modules) for line in case.lines]
        after = read(self.here)
        for name in sorted(before.keys() | after.keys()):
            if before.get(name) != after.get(name):
                content = after.get(name)
                told.append(
                    f"--- {'gone' if content is None else 'file'} {name}\n".encode() + self.plain(content or b"")
                )
        return b"".join(told)

    def line(self, line: str, cache: Path, modules: Path | None) -> bytes:
        """Run a command line and return what it said."""
        command, _, typed = line.partition(" <<< ")
        words = shlex.split(command)
        count = next((number for number, word in enumerate(words) if not re.match(r"[A-Z_]+=", word)), len(words))
        variables = dict(word.split("=", 1) for word in words[:count])
        words = [name for word in words[count:] for name in self.expanded(word)]
        if words and words[0] in DATED and "--today" not in words and "--help" not in words:
            words[1:1] = ["--today", TODAY]
        self.undated |= "--today" not in words
        (self.home / "stdin").write_text(typed, encoding="utf-8")
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            places = {"HOME": str(self.home), "ADVISE_CACHE": str(cache)}
            self.become(words, {**ENVIRONMENT, **places, **variables}, modules)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        out, err = (self.plain((self.home / name).read_bytes(), words) for name in ("stdout", "stderr"))
        return f"$ advise {line}\nexit {code}\n--- stdout\n".encode() + out + b"--- stderr\n" + err

    def expanded(self, word: str) -> list[str]:
        """Return the files that a word with a star names, else the word."""
        return sorted(path.name for path in self.here.glob(word)) if word.startswith("*.") else [word]

    def become(self, words: list[str], environment: dict[str, str], modules: Path | None) -> None:
        """Be the command from here on, with streams, variables and a folder of its own."""
        code: int | str | None = 99
        try:
            os.chdir(self.here)
            os.environ.clear()
            os.environ.update(environment)
            time.tzset()
            os.dup2(os.open(self.home / "stdin", os.O_RDONLY), 0)
            for number, name in ((1, "stdout"), (2, "stderr")):
                os.dup2(os.open(self.home / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
            encoding = environment.get("PYTHONIOENCODING", "utf-8")
            sys.stdin = sys.__stdin__ = stream(0, "utf-8")  # type: ignore[misc]
            sys.stdout = sys.__stdout__ = stream(1, encoding)  # type: ignore[misc]
            sys.stderr = sys.__stderr__ = stream(2, encoding)  # type: ignore[misc]
            sys.argv = ["advise", *words]
            self.main()
        except SystemExit as end:
            code = end.code
        except BaseException:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        if modules is not None:
            modules.write_text("\n".join(name for name in sys.modules if name != "__main__"), encoding="utf-8")
        os._exit(code if isinstance(code, int) else code is not None)

    def plain(self, content: bytes, words: Sequence[str] = ()) -> bytes:
        """Return a text without what is different from place to place and from day to day; it ends with a line's end."""
        hidden = dict(self.hidden)
        if self.undated:
            now = time.gmtime()
            ja, en = f"{now.tm_year}年{now.tm_mon}月{now.tm_mday}日", f"{now.tm_mday} {time.strftime('%B %Y', now)}"
            hidden |= dict.fromkeys((time.strftime("%Y-%m-%d", now), ja, en), "<today>")
        if b"%PDF-" in content:  # a file that says when it was made, and has a number of that
            content = re.sub(rb"(\(D:|Date>|InstanceID>|/ID\[\([^)]*\)\()[\w:+/=-]+", rb"\1<now>", content)
        if "doctor" in words:
            hidden |= {platform.python_version(): "<python>", platform.machine(): "<machine>"}
            content = re.sub(rb"(click|Jinja2|PyYAML|durable_rules|gherkin-official) [\d.]+", rb"\1 <version>", content)
        for text, placeholder in hidden.items():
            content = content.replace(text.encode(), placeholder.encode())
        return content if content.endswith(b"\n") or not content else content + b"\n(no end of line)\n"


def stream(number: int, encoding: str) -> io.TextIOWrapper:
    """Return a standard stream as Python makes it: 0 to read, the others to write."""
    return io.TextIOWrapper(open(number, "rb" if number == 0 else "wb", closefd=False), encoding)


def read(folder: Path) -> Files:
    """Return the files below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, only: str) -> int:
    """Run the cases and write what they did; return how many there were."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
        sys.exit(f"{folder} holds something else; name a folder that is empty or not there")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()
    for name in read(folder):
        if name != MARK and re.search(only, name):
            (folder / name).unlink()
    count = 0
    with tempfile.TemporaryDirectory(prefix="net-") as home:
        runner = Runner(Path(home).resolve())
        listed = runner.run(Case(("rules list -f json",))).decode()
        codes = re.findall(r'"code": "([^"]+)"', listed)
        for case in dict.fromkeys(cases(codes)):
            if re.search(only, case.name):
                (folder / case.name).parent.mkdir(parents=True, exist_ok=True)
                (folder / case.name).write_bytes(runner.run(case))
                count += 1
    return count


# Comparing


def differences(old: Path, new: Path, only: str, most: int) -> Iterator[str]:
    """Yield, for every case that is different, its name and the first lines that are."""
    before, after = read(old), read(new)
    for name in sorted(before.keys() | after.keys()):
        if before.get(name) == after.get(name) or not re.search(only, name):
            continue
        was, became = (one.get(name, b"").decode(errors="backslashreplace").split("\n") for one in (before, after))
        lines = list(difflib.unified_diff(was, became, n=1, lineterm=""))[2:]
        kind = "new: " if name not in before else "gone: " if name not in after else ""
        rest = [f"... {len(lines) - most} more lines"] if len(lines) > most else []
        yield "\n".join([f"== {kind}{name}", *(line[:300] for line in [*lines[:most], *rest])])


def main() -> None:
    """Write the net or compare two."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, folders, help_ in (("write", ("folder",), "run all cases"), ("diff", ("old", "new"), "compare two nets")):
        command = commands.add_parser(name, help=help_)
        for folder in folders:
            command.add_argument(folder, type=Path)
        command.add_argument("--only", default="", metavar="PATTERN", help="only cases whose name this is found in")
    commands.choices["diff"].add_argument("--most", type=int, default=12, metavar="N", help="lines shown of each case")
    asked = parser.parse_args()
    if asked.command == "write":
        print(f"{write(asked.folder, asked.only)} cases in {asked.folder}")
        return
    found = list(differences(asked.old, asked.new, asked.only, asked.most))
    print("\n".join([*found, f"{len(found)} cases are different"]))
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
