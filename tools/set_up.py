"""Make the virtual environment `.venv` and install advise into it, without root and only when something changed.

Run by `make` with the Python that the environment is to have. Uses nothing outside the standard library. Two levels:
what `advise` needs to run, and with `--dev` also what its tests need. It is not for installing advise elsewhere: `pip
install` does that.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CONSTRAINTS = ROOT / "tools" / "constraints.txt"
INPUTS = ("setup.cfg", "pyproject.toml", "tools/set_up.py", "tools/constraints.txt")
DURABLE_RULES = "durable_rules==2.0.28"
DEBIAN_NAME = "python{}.{}".format(*sys.version_info)
TRY_AGAIN = "then run make again"


def main() -> None:
    """Bring `.venv` up to date; say nothing when it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="install what the tests need, too")
    dev = parser.parse_args().dev
    if not (PYTHON.exists() and (done("advise-dev", contents()) or (not dev and done("advise", contents())))):
        install(dev=dev)


def install(*, dev: bool) -> None:
    """Make the environment, or bring it up to date."""
    version = ".".join(map(str, sys.version_info[:3]))
    print(f"Setting up .venv with Python {version}; this takes a minute, once ...", flush=True)
    if not (done("python", place()) and PYTHON.exists()):
        make_venv()
        mark("python", place())
    if not done("durable-rules", DURABLE_RULES):
        install_durable_rules()
        mark("durable-rules", DURABLE_RULES)
    pip("--editable", f"{ROOT}[{'dev,' if dev else ''}durable-rules]")
    mark("advise-dev" if dev else "advise", contents())


def place() -> str:
    """Say which Python the environment is made with and where; an environment can be moved to no other."""
    return f"{sys.version} {sys.base_prefix} {ROOT}"


def contents() -> str:
    """Say what is to be in the environment: its place and the files that list what to install."""
    digest = hashlib.sha256(place().encode())
    for name in INPUTS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def done(step: str, state: str) -> bool:
    """Tell whether a step was completed with this state."""
    try:
        return (VENV / f".{step}-done").read_text(encoding="utf-8") == state
    except OSError:
        return False


def mark(step: str, state: str) -> None:
    """Note that a step is completed."""
    (VENV / f".{step}-done").write_text(state, encoding="utf-8")


def make_venv() -> None:
    """Create the environment anew, so that nothing of an earlier Python or place is left in it."""
    # Not sys.executable: that may be the very environment which is being replaced.
    interpreter = getattr(sys, "_base_executable", sys.executable)
    made = subprocess.run(
        [interpreter, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False
    )
    if made.returncode == 0:
        return
    if "ensurepip" in made.stdout + made.stderr:
        stop(f"this Python cannot make virtual environments: install {DEBIAN_NAME}-venv (Debian, Ubuntu), {TRY_AGAIN}")
    stop(f"cannot make {VENV.name}: {(made.stderr or made.stdout).strip()}")


def install_durable_rules() -> None:
    """Build durable-rules, which is published as source only.

    Its C code calls PyEval_CallObject, which Python 3.13 no longer has; PyObject_CallObject is the same function. pip's
    cache is left out because it may hold a build without that definition.
    """
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        stop(f"the C headers of this Python are missing: install {DEBIAN_NAME}-dev (Debian, Ubuntu), {TRY_AGAIN}")
    environment = dict(os.environ)
    flags = [environment.get("CPPFLAGS", ""), "-DPyEval_CallObject=PyObject_CallObject"]
    environment["CPPFLAGS"] = " ".join(filter(None, flags))
    with tempfile.TemporaryDirectory() as folder:
        if not has_compiler():
            environment.update(compiler_from_pypi(Path(folder)))
        pip("--no-cache-dir", "--use-pep517", DURABLE_RULES, environment=environment)


def has_compiler() -> bool:
    """Tell whether the C compiler that this Python would build extensions with is there and has the C library."""
    command = shlex.split(os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc")
    try:
        tried = subprocess.run(
            [*command, "-x", "c", "-fsyntax-only", "-"], input=b"#include <stdio.h>\n", capture_output=True, check=False
        )
    except OSError:
        return False
    return tried.returncode == 0


def compiler_from_pypi(folder: Path) -> dict[str, str]:
    """Get a C compiler that is published as a Python package, for this build only, and say how a build calls it.

    Its program is called by path: inside a build, pip hides what is installed beside it. It would stop the program at
    the first undefined behaviour, which other compilers let pass.
    """
    hint = f"there is no C compiler: install gcc and libc6-dev (Debian, Ubuntu) or the like, {TRY_AGAIN}"
    if sys.platform != "linux":
        stop(hint)
    print("No C compiler found; fetching one for this build ...", flush=True)
    pip("--target", str(folder), "ziglang", hint=hint)
    zig = shlex.quote(str(folder / "ziglang" / "zig"))
    compiler = f"{zig} cc -fno-sanitize=undefined"
    return {
        "CC": compiler,
        "LDSHARED": f"{compiler} -shared",
        "AR": f"{zig} ar",
        "RANLIB": f"{zig} ranlib",
        "ZIG_GLOBAL_CACHE_DIR": str(folder / "cache"),
        "ZIG_LOCAL_CACHE_DIR": str(folder / "cache"),
    }


def pip(*arguments: str, environment: dict[str, str] | None = None, hint: str | None = None) -> None:
    """Install with pip into the environment; when it fails, show what pip said, or the hint in its place."""
    command = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *arguments]
    # By variable, not by option, so that it holds for what builds a package, too; as a URL, which has no blanks.
    pinned = dict.fromkeys(("PIP_CONSTRAINT", "PIP_BUILD_CONSTRAINT"), CONSTRAINTS.as_uri())
    ended = subprocess.run(
        command,
        env=(environment or os.environ) | pinned,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if ended.returncode != 0:
        if hint is None:
            sys.stderr.write(ended.stdout)
        stop(hint or f"pip could not install {arguments[-1]}; the reason is above")


def stop(message: str) -> NoReturn:
    """End with one line that says what to do."""
    sys.exit(f"set-up: {message}")


if __name__ == "__main__":
    main()
