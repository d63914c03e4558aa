"""What an installation holds: all of the package, and nothing under a name other than `advise`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from configparser import ConfigParser
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("engine", "features", "reports", "rules")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay out the files as the wheel holds them."""
    target = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-c", "import setuptools; setuptools.setup()", "--quiet"]
    command += ["egg_info", "--egg-base", str(target), "build_py", "--build-lib", str(target / "lib")]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    return target / "lib"


def files(root: Path, *folders: str) -> set[str]:
    """List the files of a package: those of its top level that Python reads, and everything in the folders."""
    found = [*root.glob("*.py"), *root.glob("py.typed")]
    for folder in folders:
        found += (root / folder).rglob("*")
    return {str(path.relative_to(root)) for path in found if path.is_file() and "__pycache__" not in path.parts}


def test_every_file_of_the_package_is_installed(installed: Path) -> None:
    found = files(installed / "advise", *FOLDERS)
    made = {name for name in found if name.startswith("rules/compiled/")}
    assert {name.partition("-")[0] for name in made} == {"rules/compiled/rules", "rules/compiled/rete"}
    assert found - made == files(ROOT, *FOLDERS)


def test_an_installed_package_starts_with_what_was_made_for_it(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "project.json").write_text('{"commitment": {"declared": false}}', encoding="utf-8")
    command = [sys.executable, "-X", "importtime", "-c", "from advise.start import main; main()", "project.json"]
    environment = {**os.environ, "PYTHONPATH": str(installed), "ADVISE_CACHE": str(tmp_path / "cache")}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    modules = {line.rpartition("|")[2].strip() for line in ended.stderr.splitlines()}
    assert "jinja2" in modules
    assert not modules & {"yaml", "advise.engine.rete.compile"}
    assert not (tmp_path / "cache").exists()


def test_what_the_scenarios_of_the_rules_draw_on_is_installed(installed: Path) -> None:
    assert [path.name for path in (installed / "advise" / "examples").iterdir()] == ["exemplary.json"]


def test_nothing_is_installed_under_a_bare_name(installed: Path) -> None:
    assert [path.name for path in installed.iterdir()] == ["advise"]
    folders = {path.name for path in (installed / "advise").iterdir() if path.is_dir()}
    assert folders - {"__pycache__"} <= {*FOLDERS, "examples"}


def test_every_folder_with_python_files_is_a_listed_package() -> None:
    listed = config()["options"]["packages"].split()
    there = {path.parent for folder in ("engine", "reports") for path in (ROOT / folder).rglob("*.py")}
    assert sorted(listed) == sorted(["advise", *("advise." + ".".join(p.relative_to(ROOT).parts) for p in there)])
    assert [folder for folder in sorted(there) if not (folder / "__init__.py").exists()] == []


def test_the_command_starts_the_package() -> None:
    (command,) = entry_points(group="console_scripts", name="advise")
    assert command.value == "advise.start:main"
    assert callable(command.load())


@pytest.fixture
def without_a_compiler(installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run the installed package where durable-rules is found but cannot be imported, as a broken build leaves it."""
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "durable_rules_engine.py").write_text("raise ImportError('not built')", encoding="utf-8")
    (tmp_path / "project.json").write_text('{"lang": "en", "commitment": {"declared": false}}', encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "broken"), str(installed)])
    environment = {**os.environ, "PYTHONPATH": path, "ADVISE_CACHE": str(tmp_path / "cache"), "LC_ALL": "C.UTF-8"}

    def run(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "advise", *arguments]
        settings |= {"cwd": tmp_path, "env": environment, "capture_output": True, "text": True, "check": False}
        return subprocess.run(command, **settings)

    return run


def test_without_durable_rules_the_reference_interpreter_reviews_and_says_so(
    without_a_compiler: Callable[..., Any], tmp_path: Path
) -> None:
    ended = without_a_compiler("project.json")
    assert (ended.returncode, "Traceback" in ended.stderr) == (0, False)
    assert "Verdict  Hold" in ended.stdout
    for said in (" ".join(ended.stdout.split()), (tmp_path / "project.memo.html").read_text(encoding="utf-8")):
        assert "durable-rules is not installed" in said
    document = json.loads(without_a_compiler("check", "project.json", "-f", "json").stdout)
    assert (document["verdict"], document["interpreters"]) == ("hold", ["evaluate"])
    assert [note["code"] for note in document["notes"]] == ["E102"]


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("doctor", "reviews run on the reference interpreter alone"),
        ("improve project.json", "commitment.declared"),
        ("explain COM-01 project.json", "COM-01"),
        ("explain project.json --nearly", ""),
        ("compare project.json project.json", "Hold"),
        ("diff project.json project.json", "Nothing is different"),
        ("rules test COM-01", ""),
        ("rules check", "no problems"),
        ("ask project.json", "Saved"),
    ],
)
def test_without_durable_rules_nothing_fails(command: str, says: str, without_a_compiler: Callable[..., Any]) -> None:
    ended = without_a_compiler(*command.split(), input="q\n")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert says in ended.stdout


def test_advise_can_be_installed_without_a_compiler() -> None:
    assert "durable" not in config()["options"]["install_requires"]


def test_set_up_builds_the_durable_rules_that_the_package_requires() -> None:
    required = config()["options.extras_require"]["durable-rules"].split()
    assert f'DURABLE_RULES = "{required[0]}"' in (ROOT / "tools" / "set_up.py").read_text(encoding="utf-8")


def test_every_requirement_has_an_upper_bound_and_a_version_that_is_tested() -> None:
    options, build = config(), (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = options["options.extras_require"]
    listed = [options["options"]["install_requires"], extras["dev"], extras["durable-rules"]]
    wanted = [Requirement(one) for part in listed for one in part.split() if one != "#"]
    optional = {one for name in ("office", "pdf", "portfolio") for one in extras[name].split()}
    assert optional <= set(extras["dev"].split())
    wanted += [
        Requirement(one) for one in re.findall(r'"([^"]+)"', build.partition("requires = [")[2].partition("]")[0])
    ]
    pins = [
        Requirement(line) for line in (ROOT / "tools" / "constraints.txt").read_text().splitlines() if line[0] != "#"
    ]
    tested = {
        name: [next(iter(p.specifier)).version for p in pins if p.name.lower() == name]
        for name in {pin.name.lower() for pin in pins}
    }
    assert len(wanted) > 15
    for one in wanted:
        assert any(part.operator in ("==", "~=", "<") for part in one.specifier), one
        assert all(map(one.specifier.contains, tested[one.name.lower()])), one


def test_a_python_out_of_range_is_refused_in_one_line() -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    ended = subprocess.run(
        ["make", "setup", "PYTHON=/no/such/python"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode != 0
    assert ended.stderr.splitlines()[0] == "set-up: /no/such/python is not a Python 3.10 to 3.14"


def config() -> ConfigParser:
    """Read setup.cfg."""
    parser = ConfigParser(interpolation=None)
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    return parser
