"""Every scenario of `features/program/screen.feature` does what it says; what the command says on the way."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pytest_bdd import scenarios

from advise.engine.columnar.schema import document_schema
from advise.engine.compiled import CompiledKnowledgeBase
from advise.reports.screen.tally import Judged, Tally
from advise.reports.screen.words import ScreenNames

from .command_line import Runner, files, started
from .engine.columnar.test_screening import documents
from .reports.screen.calls import HEAD, ROWS, many, read, text_table, workbook
from .steps import PROGRAM
from .steps.screen import *  # noqa: F403 - pytest-bdd finds steps by the names of the module that uses them
from .steps.screen import Call

scenarios(str(PROGRAM / "screen.feature"))


@pytest.fixture(autouse=True)
def _patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no slow machine tell how far it is: that is tested with the runs."""
    monkeypatch.setattr("advise.reports.app.screen.PATIENCE", math.inf)


@pytest.fixture
def call(advise: Runner, elsewhere: None) -> Call:
    """Return an empty folder, in which a table of projects will be."""
    return Call(advise)


def test_a_full_disk_is_told_and_leaves_nothing(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    Path("full.csv").symlink_to("/dev/full")
    ended = advise("screen", "call.csv", "-o", "full.csv", "--lang", "en")
    assert ended.code == 3
    assert "the disk is full" in ended.err
    assert files() == ["call.csv", "full.csv"]


@pytest.mark.parametrize("name", ["r.csv", "r.ndjson", "r.parquet", "r.duckdb", "r.xlsx", "r.html"])
def test_where_no_more_can_be_written_it_is_told_and_nothing_is_left_anywhere(name: str, elsewhere: None) -> None:
    import resource

    many(2_500)
    Path("meanwhile").mkdir()
    ended = started(
        "screen", "many.ndjson", "-o", name, "--lang", "en",
        env={"TMPDIR": str(Path("meanwhile").resolve())},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )  # fmt: skip
    assert ended.returncode == 3
    assert "the disk is full" in ended.stderr
    assert [one for one in files() if not one.endswith(".parts")] == ["many.ndjson", "meanwhile"]
    assert not list(Path("meanwhile").iterdir())


def test_a_result_is_not_written_over_its_input(advise: Runner, elsewhere: None) -> None:
    workbook(Path("call.xlsx"), {"Projects": [HEAD, *ROWS]})
    before = Path("call.xlsx").read_bytes()
    ended = advise("screen", "call.xlsx", "-o", "call.xlsx", "--lang", "en")
    assert ended.code == 3
    assert "advise did not write it" in ended.err
    assert Path("call.xlsx").read_bytes() == before


@pytest.mark.parametrize("name", ["results.xlsx", "results.ndjson", "results.csv"])
def test_a_second_run_writes_over_the_results_of_the_first(name: str, advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    for _ in range(2):
        assert advise("screen", "call.csv", "-o", name, "--lang", "ja").code == 0
    assert not [one for one in files() if one.startswith(".")]


def test_ndjson_holds_the_same_tables_with_the_names_of_the_columns(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    advise("screen", "call.csv", "-o", "r.ndjson", "-o", "r.csv", "--lang", "ja")
    for table in ("r", "r.findings", "r.unknown", "r.errors"):
        lines = [json.loads(line) for line in Path(f"{table}.ndjson").read_text(encoding="utf-8").splitlines()]
        texts = [{name: "" if one is None else str(one) for name, one in line.items()} for line in lines]
        assert texts == read(Path(f"{table}.csv"))


def test_a_text_that_a_spreadsheet_program_would_run_is_written_as_a_text(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, ["R1", "=HYPERLINK(1)", "idea", ""]])
    advise("screen", "call.csv", "-o", "r.csv", "--lang", "en")
    assert read(Path("r.csv"))[0]["name"] == "'=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["call.doc", "-o", "r.csv"], "call.doc"),
        (["call.csv", "-o", "r.doc"], "r.doc"),
        (["call.csv"], "-o"),
        (["-o", "r.csv"], "-o"),
        (["--template", "call.csv"], ".xlsx"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], word: str, advise: Runner, elsewhere: None) -> None:
    ended = advise("screen", *arguments, "--lang", "en")
    assert ended.code == 2
    assert word in ended.err


@pytest.mark.parametrize("names", [("a.csv", "a.csv"), ("a.csv", "a.findings.csv"), ("./a.csv", "a.csv")])
def test_a_result_that_would_be_written_twice_is_wrong_use(
    names: tuple[str, str], advise: Runner, elsewhere: None
) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    ended = advise("screen", "call.csv", "-o", names[0], "-o", names[1], "--lang", "en")
    assert (ended.code, files()) == (2, ["call.csv"])
    assert "twice" in ended.err


def test_a_file_without_any_project_is_refused_with_what_is_wrong(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [["budget"], ["3"]])
    ended = advise("screen", "call.csv", "-o", "r.csv", "--lang", "en")
    assert ended.code == 3
    assert "no column stands for a fact" in ended.err
    assert files() == ["call.csv"]


@pytest.mark.parametrize("name", ["old.csv", "old.ndjson", "old.xlsx"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_an_earlier_run_is_read_in_every_form_of_its_results(
    name: str, language: str, advise: Runner, elsewhere: None
) -> None:
    text_table(Path("old.csv.csv"), [HEAD, ["R1", "=Harbour", "preparation", "yes"], ROWS[1]])
    advise("screen", "old.csv.csv", "-o", name, "--lang", language, "--today", "2026-07-31")
    text_table(Path("call.csv"), [HEAD, *ROWS])
    ended = advise("screen", "call.csv", "-o", "board.html", "--since", name, "--lang", "en")
    assert ended.code == 0, ended.err
    page = Path("board.html").read_text(encoding="utf-8")
    assert "Since the last run (31 July 2026)" in page
    assert "New: 1, no longer there: 0." in page


@pytest.mark.parametrize("name", ["old.csv", "old.ndjson", "old.xlsx", "old.parquet", "old.duckdb"])
def test_what_an_earlier_run_could_not_read_is_no_new_project(name: str, advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, ROWS[0], ["R7", "Pier", "soon", "yes"]])
    assert advise("screen", "call.csv", "-o", name, "--lang", "en", "--today", "2026-07-31").code == 3
    text_table(Path("call.csv"), [HEAD, ROWS[0], ["R7", "Pier", "preparation", "yes"], ["R8", "New", "idea", "yes"]])
    assert advise("screen", "call.csv", "-o", "board.html", "--since", name, "--lang", "en").code == 0
    page = Path("board.html").read_text(encoding="utf-8")
    assert "New: 1, no longer there: 0. Could not be read last time and can be read now: 1." in page
    assert page.count(">could not be read last time<") == page.count(">new<") == 1


def test_what_is_no_earlier_run_is_told(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    for other in ("call.csv", "none.csv", "other.ndjson"):
        Path("other.ndjson").write_text('{"id": 1}\n')
        ended = advise("screen", "call.csv", "-o", "board.html", "--since", other, "--lang", "en")
        assert ended.code == 3
        assert other in ended.err
    assert "board.html" not in files()


def test_every_project_has_its_memo_with_the_cells_that_it_rests_on(advise: Runner, elsewhere: None) -> None:
    text_table(
        Path("call.csv"),
        [HEAD, ["a/b", "Harbour", "preparation", "no"], ["A b", "Snow", "idea", "yes"], ["a-b", "", "idea", ""]],
    )
    ended = advise("screen", "call.csv", "-o", "out.html", "--memos", "memos", "--lang", "en")
    assert ended.code == 0, ended.err
    assert sorted(path.name for path in Path("memos").iterdir()) == [
        "A-b-2.memo.html",
        "a-b-3.memo.html",
        "a-b.memo.html",
    ]
    assert ended.out.splitlines()[-1] == "Written: out.html, memos"
    page = Path("out.html").read_text(encoding="utf-8")
    assert 'href="memos/a-b.memo.html">Harbour<' in page
    memo = Path("memos/a-b.memo.html").read_text(encoding="utf-8")
    assert "Harbour" in memo
    assert "call.csv!D2" in memo


def test_a_memo_is_written_of_the_project_that_is_named(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    given = ["screen", "call.csv", "-o", "out.html", "--lang", "en"]
    ended = advise(*given, "--memos", "memos", "--only", "R2")
    assert (ended.code, "Written: out.html, memos" in ended.out) == (0, True)
    assert [one.name for one in Path("memos").iterdir()] == ["R2.memo.html"]
    assert Path("out.html").read_text(encoding="utf-8").count("memos/") == 1
    ended = advise(*given, "--memos", "others", "--only", "R7")
    assert ended.code == 3
    assert "No memo was written of R7" in ended.err
    assert not Path("others").exists()
    assert advise(*given, "--only", "R2").code == 2


def test_the_form_to_fill_in_has_a_column_for_every_fact_and_judges_nothing(advise: Runner, elsewhere: None) -> None:
    for language in ("ja", "en"):
        ended = advise("screen", "--template", f"{language}.xlsx", "--lang", language)
        assert ended.code == 0
        empty = advise("screen", f"{language}.xlsx", "-o", f"{language}.csv", "--lang", "en")
        assert empty.code == 0, empty.err
        assert empty.err == "There is no project: no row is filled in.\n"
        assert read(Path(f"{language}.csv")) == []


SPOILT = {
    4: '{"id": "R4", "project": 5}',
    7: '{"id": " ", "project": {"phase": "idea"}}',
    9: '{"id": "R8", "project": {"phase": "idea"}}',
    11: '{"id": 11, "project": {"phase": {"value": "idea", "source": "minutes"}}}',
    13: '{"id": "R13", "commitment": {"declared": "perhaps"}, "project": {"phase": "soon"}}',
    15: '{"id": "R15", "organisations": [{"id": "a", "name": "City"}, {"id": "a"}]}',
    17: "  ",
    19: '{"id": "R19"',
    21: '{"project": {"phase": "idea"}, "organisations": [{"id": "x", "kind": "university", "name": " Uni "}]}',
    23: '{"id": "R23", "responses": [], "project": {"phase": "idea"}}',
    25: '{"id": "R25", "wat": 1}',
}


@pytest.mark.parametrize("form", ["ndjson", "parquet"])
def test_many_projects_get_the_answers_that_few_get(
    form: str, kb: CompiledKnowledgeBase, advise: Runner, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    call = Path(f"call.{form}")
    if form == "ndjson":
        found = [
            json.dumps({"id": f"R{number}", **one}, ensure_ascii=False) for number, one in enumerate(documents(60))
        ]
        call.write_text("\n".join(SPOILT.get(number, one) for number, one in enumerate(found)), encoding="utf-8")
    else:
        rows = [{"id": f"R{number}", **one} for number, one in enumerate(documents(60))]
        rows[5] = {"id": "R4"}
        rows[6] = {"id": " ", "project": {"phase": "soon", "name": "New"}}
        rows[7]["organisations"] = [{"id": "b", "kind": "municipality"}, {"id": "b"}]
        schema = document_schema(kb.vocabulary).append(pa.field("id", pa.string()))
        pq.write_table(pa.Table.from_pylist(rows, schema), call)
    for name, few in (("few", 10_000), ("many", 0)):
        monkeypatch.setattr("advise.reports.screen.judging._FEW", few)
        outputs = [part for end in ("csv", "ndjson", "html") for part in ("-o", f"{name}.{end}")]
        assert advise("screen", str(call), *outputs, "--lang", "en").code == 3
    for table in ("", ".findings", ".unknown", ".errors"):
        for end in ("csv", "ndjson"):
            assert Path(f"many{table}.{end}").read_bytes() == Path(f"few{table}.{end}").read_bytes()
    assert Path("many.html").read_bytes() == Path("few.html").read_bytes()
    assert len(read(Path("few.errors.csv"))) > 2
    assert len(read(Path("few.csv"))) > 50


@pytest.mark.parametrize("few", [10_000, 0])
def test_a_file_whose_name_is_no_text_is_judged_under_one_name_everywhere(
    few: int, advise: Runner, elsewhere: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.reports.screen.judging._FEW", few)
    Path("calls").mkdir()
    for name in ("bad\udcff.json", "bad\udcfe.json", "good.json"):
        try:
            Path("calls", name).write_text('{"project": {"phase": "idea"}}', encoding="utf-8")
        except OSError:
            pytest.skip("no such names on this disk")
    outputs = [part for end in ("csv", "ndjson", "xlsx", "html", "parquet", "duckdb") for part in ("-o", f"r.{end}")]
    ended = advise("screen", "calls", *outputs, "--lang", "en")
    assert ended.code == 0, ended.err
    expected = ["bad\\xfe", "bad\\xff", "good"]
    assert [row["id"] for row in read(Path("r.csv"))] == expected
    assert pq.read_table("r.parquet").column("id").to_pylist() == expected
    assert next(json.loads(line)["file"] for line in Path("r.ndjson").read_text().splitlines()) == "bad\\xfe.json"


def test_projects_that_were_read_and_others_add_up_and_rows_of_none_are_counted_apart(
    advise: Runner, elsewhere: None
) -> None:
    organisations = [["project", "id", "kind"], ["R1", "o1", "soon"], ["R1", "o2", "soon"], ["R9", "o3", ""]]
    workbook(Path("call.xlsx"), {"Projects": [HEAD, *ROWS], "organisations": organisations})
    ended = advise("screen", "call.xlsx", "-o", "r.csv", "-o", "board.html", "--lang", "en", "--allow-errors", "1")
    assert ended.code == 3
    assert (
        "1 project could not be read.\n1 row or file belongs to no project.\nAll are listed in r.errors.csv"
        in ended.err
    )
    assert "could not be read: 1<" in Path("board.html").read_text(encoding="utf-8")
    assert len(read(Path("r.errors.csv"))) == 3
    assert advise("screen", "call.xlsx", "-o", "r.csv", "--allow-errors", "2").code == 0


@pytest.mark.parametrize("few", [10_000, 0])
def test_every_row_of_a_file_that_breaks_off_counts(
    few: int, advise: Runner, elsewhere: None, kb: CompiledKnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advise.reports.screen.judging._FEW", few)
    for name in ("PLAIN", "MANY"):
        monkeypatch.setattr(f"advise.engine.columnar.parquet.{name}", 50)
    rows = [{"project": {"phase": "idea", "name": f"{one} {one * one} {one**7}"}} for one in range(200)]
    table = pa.Table.from_pylist(rows, pa.schema([document_schema(kb.vocabulary).field("project")]))
    pq.write_table(table, "call.parquet", row_group_size=50, compression="NONE")
    content = bytearray(Path("call.parquet").read_bytes())
    place = content.index(b"120 14400")
    content[place - 400 : place + 400] = b"\xff" * 800
    Path("call.parquet").write_bytes(content)
    ended = advise("screen", "call.parquet", "-o", "r.csv", "--lang", "en", "--allow-errors", "10")
    assert ended.code == 3, ended.err
    judged = len(read(Path("r.csv")))
    assert 0 < judged < 200
    assert f"{200 - judged} projects could not be read" in ended.err
    [told] = read(Path("r.errors.csv"))
    assert f"from row {judged + 1} on {200 - judged} rows cannot be read" in told["problem"]


def test_how_many_more_problems_there_are_is_told(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *([f"R{one}", "", "soon", ""] for one in range(7))])
    ended = advise("screen", "call.csv", "-o", "r.csv", "--lang", "en")
    assert ended.code == 3
    assert ended.err.splitlines()[5] == "… and 2 more problems."
    text_table(Path("call.csv"), [HEAD, *([f"R{one}", "", "soon", ""] for one in range(5))])
    assert "more" not in advise("screen", "call.csv", "-o", "r.csv", "--lang", "en").err


def test_a_mapping_in_which_nothing_counts_is_told(advise: Runner, elsewhere: None) -> None:
    text_table(Path("call.csv"), [HEAD, *ROWS])
    Path("m.yaml").write_text("columns:\n  # a: project.phase\nvalues:\n")
    ended = advise("screen", "call.csv", "-o", "r.csv", "--map", "m.yaml", "--lang", "en")
    assert ended.code == 0
    assert ended.err == "m.yaml: nothing in it counts; take away the # of what is right.\n"


@pytest.mark.parametrize(
    ("declared", "language", "sentence"),
    [
        ("yes", "en", "Nothing was found that stops the project."),
        ("no", "en", "Of the 1 project on hold, 1 is held by one thing only."),
    ],
)
def test_one_project_is_told_as_one(
    declared: str, language: str, sentence: str, advise: Runner, elsewhere: None
) -> None:
    text_table(Path("call.csv"), [HEAD, ["R1", "Harbour", "preparation", declared]])
    assert sentence in advise("screen", "call.csv", "-o", "r.csv", "--lang", language).out


def test_a_project_that_several_things_stop_is_told_so(kb: CompiledKnowledgeBase) -> None:
    tally = Tally()
    tally.add(Judged({"standing": "hold", "verdict": "hold"}, ["A", "B"], []))
    assert ScreenNames(kb, "en", "2026-11-22").lever(tally) == ["The project on hold is held by more than one thing."]
    assert ScreenNames(kb, "ja", "2026-11-22").lever(tally) == [
        "止まっている1件には、止めている指摘が一つだけのものはありません。"
    ]


def test_a_word_that_is_no_answer_points_to_the_mapping_that_is_proposed(advise: Runner, elsewhere: None) -> None:
    text_table(Path("my call.csv"), [HEAD, ["R1", "", "soon", ""]])
    told = advise("screen", "my call.csv", "-o", "r.csv", "--lang", "en").err
    assert "advise screen 'my call.csv' --propose-map words.yaml" in told
    Path("m.yaml").write_text("values: {project.phase: {later: idea}}")
    assert "propose" not in advise("screen", "my call.csv", "-o", "r.csv", "--map", "m.yaml", "--lang", "en").err
