"""Documents that are made from the rules say what the rules say now; `make docs` writes them anew."""

from __future__ import annotations

import ast
import configparser
import io
import json
import re
import runpy
import shlex
import shutil
from pathlib import Path

import click
import pytest

from advise import __version__, assess, cli
from advise.engine.compiled import CompiledKnowledgeBase
from advise.engine.scenarios import given_when, then
from advise.engine.scenarios.home import Home, Scene

ROOT = Path(__file__).resolve().parents[1]


def test_generated_documents_are_up_to_date() -> None:
    documents = runpy.run_path(str(ROOT / "tools" / "docs.py"))["documents"]()
    stale = [path.name for path, text in documents.items() if path.read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


def sentences(section: str) -> list[str]:
    """Return the whole sentences that the page on scenarios lists in a section."""
    text = (ROOT / "docs" / "scenarios.md").read_text(encoding="utf-8")
    rows = text.partition(f"## {section}\n")[2].partition("\n## ")[0].split("\n")
    cells = [cell for row in rows if row.startswith("| `") for cell in row.split(" | ")[:2]]
    codes = [code for cell in cells for code in re.findall(r"`([^`]+)`", cell)]
    return [code for code in codes if not code.endswith((":", "次のとおり"))]


@pytest.mark.parametrize("sentence", sentences("Then"))
def test_every_documented_expectation_can_be_read(sentence: str) -> None:
    assert then.read(sentence).what


@pytest.mark.parametrize("sentence", sentences("Given"))
def test_every_documented_statement_can_be_made(home: Home, sentence: str) -> None:
    scene = Scene(home)
    if "exemplary" not in sentence and "模範" not in sentence:
        given_when.state(scene, 'the municipality "city" takes part')
    given_when.state(scene, sentence)
    scene.review()


def test_the_map_of_the_house_names_every_room_and_says_what_it_says_of_itself() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `((?:engine|reports)/\w+)` \| (.+) \|$", text, flags=re.MULTILINE))
    rooms = [path.parent for folder in ("engine", "reports") for path in (ROOT / folder).glob("*/__init__.py")]
    first = {
        room.relative_to(ROOT).as_posix(): (room / "__init__.py").read_text(encoding="utf-8").split('"""')[1]
        for room in rooms
    }
    assert told == {room: text.strip().partition("\n")[0] for room, text in first.items()}


def test_what_is_touched_for_a_change_is_there_and_is_little() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = text.partition("| to change | touch |\n")[2].partition("\n\n")[0].split("\n")[1:]
    touched = [re.findall(r"`([\w./]+(?:/|\.\w+))`", row) for row in rows]
    assert len(touched) >= 10
    for paths in touched:
        assert 1 <= len(paths) <= 3
        assert [path for path in paths if not (ROOT / path).exists()] == []


def test_a_third_language_touches_what_the_decision_lists_and_nothing_else() -> None:
    text = (ROOT / "docs/decisions/0005-interface-texts-in-python.md").read_text(encoding="utf-8")
    listed = [set(re.findall(r"`((?:engine|reports)/[\w./]+)`", part)) for part in re.split(r"\n\d\. ", text)[1:]]
    chosen, spoken, asked = set[str](), set[str](), set[str]()
    for path in [*ROOT.glob("engine/**/*.py"), *ROOT.glob("reports/**/*.py")]:
        name, tree = path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            constants = {one.value for one in ast.iter_child_nodes(node) if isinstance(one, ast.Constant)}
            if isinstance(node, ast.Compare) and constants & {"en", "ja"}:
                asked.add(name.as_posix())
            elif isinstance(node, (ast.Tuple, ast.List)) and constants >= {"en", "ja"}:
                chosen.add(name.as_posix())
            elif not isinstance(node, ast.Expr) and any(re.search(r"[\u3041-\u30ff]", str(one)) for one in constants):
                spoken.add(name.parent.as_posix() if len(name.parts) > 2 else name.as_posix())
    for path in ROOT.glob("reports/templates/**/*.j2"):
        if re.search(r"== ['\"](?:en|ja)\b", path.read_text(encoding="utf-8")):
            asked.add(path.relative_to(ROOT).as_posix())
    assert listed[0] == chosen
    assert listed[1] == spoken
    assert listed[2] == asked


# What people are told to type

GUIDES = ("README.md", "docs/ja/はじめに.md")


def typed(guide: str) -> list[str]:
    """Return the lines of the blocks of commands in a guide."""
    text = (ROOT / guide).read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```(\w*)\n(.*?)^ *```$", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for language, block in blocks if not language for line in block.splitlines()]
    return [line.partition("#")[0].strip() for line in lines if line.strip()]


def mentioned(guide: str) -> list[str]:
    """Return the commands that a guide mentions in its sentences and tables."""
    text = re.sub(r"^ *```.*?^ *```$", "", (ROOT / guide).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [code for code in re.findall(r"`(advise [^`]+)`", text) if not code.startswith("advise (")]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_that_a_guide_shows_runs_in_its_order(
    guide: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("docx"), pytest.importorskip("typst"), pytest.importorskip("xlsxwriter")
    monkeypatch.chdir(tmp_path)
    lines = typed(guide)
    assert len(lines) > 4
    for line in lines:
        words = shlex.split(line.removeprefix(".venv/bin/"))
        if words[0] == "make":
            assert f"\n{words[1]}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
        elif words[:4] == ["py", "-m", "pip", "install"]:
            wheel_can_be_installed(words[-1])
        elif words[:2] == ["advise", "serve"]:  # it would not end
            parsed(words)
        else:
            runs(words[3:] if words[:3] == ["py", "-m", "advise"] else words[1:], monkeypatch)
            assert any(capsys.readouterr())


def runs(words: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a command as somebody does who stops an interview at once and has an office's document at hand."""
    if "--template" in words:
        shutil.copy(next(Path().glob("*.docx")), words[words.index("--template") + 1])
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert cli.run(words) == 0, words


def wheel_can_be_installed(name: str) -> None:
    """Fail unless a wheel has the name of this version, and there are the extras that are named."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    found = re.fullmatch(r"advise-(.+)-py3-none-any\.whl\[(.+)\]", name)
    assert found is not None
    assert found[1] == __version__
    assert set(found[2].split(",")) <= set(setup["options.extras_require"])


def parsed(words: list[str]) -> None:
    """Fail unless there are such a command and such options; `advise PROJECT` is `check`."""
    command: click.Command = cli.cli
    rest = words[1:]
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), rest[0]) if rest else None
        if found is None:
            if command is not cli.cli or rest[:1] == ["--help"]:
                return
            found = cli.check
            rest = ["", *rest]
        command, rest = found, rest[1:]
    options = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    options |= {"--help", "-h"}
    unknown = [word for word in rest if word.startswith("-") and word != "-" and word.partition("=")[0] not in options]
    assert unknown == [], " ".join(words)


@pytest.mark.parametrize("guide", GUIDES)
def test_commands_and_options_that_a_guide_mentions_exist(guide: str) -> None:
    found = mentioned(guide)
    assert found
    for code in found:
        parsed(re.sub(r"[\[\]]", "", code.replace("'", "").replace('"', "")).split())


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_leads_to_is_there(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    targets = [one for one in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in one]
    assert targets
    assert [one for one in targets if not ((ROOT / guide).parent / one).exists()] == []


def test_a_guide_begins_with_a_small_picture_of_a_typical_project_in_its_language(kb: CompiledKnowledgeBase) -> None:
    pytest.importorskip("typst")
    pictures = runpy.run_path(str(ROOT / "tools/picture.py"))["PICTURES"]
    found = []
    for guide, lang in zip(GUIDES, ("en", "ja"), strict=True):
        shown = re.search(r"\A.{,700}?!\[[^]]+\]\(([^)]+)\)", (ROOT / guide).read_text(encoding="utf-8"), re.DOTALL)
        assert shown is not None
        picture = (ROOT / guide).parent / shown[1]
        assert picture.stat().st_size < 200_000
        project, language = pictures[str(picture.relative_to(ROOT))]
        assert (language, json.loads((ROOT / project).read_text(encoding="utf-8"))["lang"]) == (lang, lang)
        found.append([one.code for one in assess(str(ROOT / project), kb).findings if one.kind == "finding"])
    assert found[0] == found[1], "the same project in both languages"
    assert 5 <= len(found[0]) <= 8
