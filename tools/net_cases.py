"""What the behaviour net runs: the cases, and the files that are there when they begin."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
Files = dict[str, bytes]


class Case(NamedTuple):
    """Command lines as a shell takes them, with variables before and `<<< typed` behind them.

    Attributes:
        lines: They run one after the other.
        place: The name of the files that are there at the beginning.
        kept: Whether results of scenarios are kept, which are to reach no other case.
    """

    lines: tuple[str, ...]
    place: str = "examples"
    kept: bool = False

    @property
    def name(self) -> str:
        """The name of the file with what the case did."""
        text = "; ".join(self.lines)
        short = re.sub(r"[^\w.=*-]+", "_", text)[:90].strip("_")
        return f"{self.place}/{short}.{zlib.crc32(text.encode()):08x}.txt"


# What is there at the beginning


def in_examples() -> Files:
    """Return the examples, and projects and profiles that show what the examples do not."""
    files = {path.name: path.read_bytes() for path in sorted((ROOT / "examples").glob("*.json"))}
    files |= {
        "hold.json": b'{"project": {"name": "Harbour", "phase": "idea"}, "commitment": {"declared": false}}',
        "tiny.yaml": "lang: ja\nproject:\n  name: 港\n  phase: idea\n".encode(),
        "odd.json": json.dumps(ODD).encode(),
        "few.yaml": b"parameters:\n  min_running_seeds:\n    value: 50\n    reason: tried out\n",
        "profiled/hold.json": b'{"project": {"phase": "launched"}, "commitment": {"declared": true}}',
        "profiled/advise.yaml": b"parameters:\n  quick_start_months:\n    value: 9\n    reason: Two quarters.\n",
    }
    responded = json.loads(files["izuko.json"])
    reasons = {"reason": "It is fixed.", "by": "Sato", "on": "2026-11-01"}
    responded["responses"] = [
        {"finding": "COM-05", "response": "postponed", "until": "2027-03-31", **reasons},
        {"finding": "SEL-15", "response": "accepted", **reasons},
        {"finding": "COM-01", "response": "not_applicable", **reasons},
    ]
    return files | {"responded.json": json.dumps(responded, indent=1, ensure_ascii=False).encode()}


ODD = {
    "project": {"name": "Harbour\x1b]0;owned\x07\u202e\n\x9b31m", "phase": "launched"},
    "goals": [{"id": "g", "name": "<b>Goal & 'aim'</b>"}],
    "kpis": [{"id": "k", "goals": ["nowhere"]}, {"id": "l\x1b[2J", "name": "|*_`"}],
    "organisations": [{"id": "city", "kind": "municipality", "involved": True}, {"id": "x", "involved": None}],
}


def in_library() -> Files:
    """Return the knowledge base of the tests on lending libraries, and projects of it."""
    home = next((ROOT / "tests").rglob("library/verdict.yaml")).parent
    files = {f"library/{path.relative_to(home)}": path.read_bytes() for path in home.rglob("*") if path.is_file()}
    full = files["library/features/exemplary.yaml"]
    closed = {"name": "Closed", "open": False, "stage": "running", "media": ["book"], "loan_days": 60}
    rooms = {"adults": {"heated": False, "seats": 0}, "children": {"seats": 9, "toys": False}}
    books = [{"id": "atlas", "kind": "atlas", "copies": 1, "demand": 0.1}, {"id": "lost", "copies": 0}]
    branches = [{"id": "harbour", "lends": True, "books": ["atlas", "gone"], "main_room": "adults"}, {"id": "mill"}]
    town = {"library": closed, "rooms": rooms, "books": books, "branches": branches}
    harbour = {"library": {"stage": "planned"}, "branches": [{"id": "harbour", "lends": False, "books": []}]}
    return files | {
        "full.yaml": full,
        "town.json": json.dumps(town, indent=1).encode(),
        "harbour.json": json.dumps(harbour).encode(),
        "nothing.yaml": b"{}\n",
        "own.yaml": b"parameters:\n  min_copies: {value: 9, reason: We are many.}\n",
    }


FAULTS: dict[str, tuple[str, str, str]] = {
    "unknown-fact": ("lending/doors-closed.yaml", "library.open is false", "library.opened is false"),
    "wrong-value": ("lending/doors-closed.yaml", "library.open is false", "library.open is maybe"),
    "operator": ("lending/doors-closed.yaml", "library.open is false", "library.open equals false"),
    "yaml": ("lending/doors-closed.yaml", "severity: blocker", "severity: [blocker"),
    "severity": ("lending/doors-closed.yaml", "severity: blocker", "severity: bad"),
    "unknown-key": ("lending/doors-closed.yaml", "severity:", "severty: minor\nseverity:"),
    "duplicate-key": ("lending/doors-closed.yaml", "severity:", "severity: minor\nseverity:"),
    "duplicate-code": ("rooms/room-cold.yaml", "ROO-01", "ROO-02"),
    "no-japanese": ("rooms/room-cold.yaml", ', ja: "{subject}を暖めてください。"', ""),
    "unknown-replaced": ("rooms/rooms-mostly-cold.yaml", "[ROO-01]", "[ROO-11]"),
    "cycle": ("rooms/comfort.yaml", "room.heated is true\n", "comfortable_rooms is none\n"),
    "vocabulary": ("vocabulary/library.yaml", "type: bool", "type: boolean"),
    "feature": ("features/lending.feature", "Given the doors are closed", "Given the doors are close"),
    "failing": ("lending/doors-closed.yaml", "severity: blocker", "severity: major"),
    "no-feature": ("features/lending.feature", "Feature:", "oops"),
    "phrases": ("features/phrases.yaml", ":", ": ["),
}
"""One fault each in the knowledge base on libraries: the file, and what stands there in place of what."""


def in_fault(fault: str) -> Files:
    """Return the knowledge base on libraries with a fault."""
    name, good, bad = FAULTS[fault]
    files = in_library()
    text = files[f"library/{name}"].decode()
    assert good in text, f"{name} no longer has {good!r}"
    return files | {f"library/{name}": text.replace(good, bad, 1).encode()}


BAD: Files = {
    "text.json": b"Harbour project",
    "comma.json": b'{"project": {"phase": "idea",}}',
    "wide-colon.json": '{"project"： {}}'.encode(),
    "wide-quotes.json": "{“project”: {}}".encode(),
    "twice.json": b'{"project": {}, "project": {}}',
    "unknown-fact.json": b'{"project": {"phse": "idea"}}',
    "unknown-list.json": b'{"organisation": []}',
    "type.json": b'{"commitment": {"declared": "yes"}}',
    "types.json": b'{"project": [], "city": {"population": "many"}, "goals": {}, "kpis": [1], "lang": "fr"}',
    "value.json": b'{"project": {"phase": "Idea"}}',
    "two-ids.json": b'{"goals": [{"id": "g"},\n {"id": "g"}]}',
    "no-id.json": b'{"goals": [{"name": "Safety"}]}',
    "derived.json": b'{"commitment": {"at_top": "yes"}}',
    "nan.json": b'{"city": {"population": NaN}}',
    "infinite.json": b'{"city": {"population": 1e999}}',
    "nested.json": b"[" * 100_000,
    "nested-facts.json": b'{"project": ' * 70 + b"1" + b"}" * 70,
    "empty.json": b"",
    "empty.yaml": b"",
    "blanks.json": b" \n\t\n",
    "list.json": b"[]",
    "excel.json": b"PK\x03\x04" + b"\0" * 100,
    "bytes.json": b'{"project": {"name": "\xff\xfe\xfd"}}',
    "utf-16-bare.json": '{"project": {}}'.encode("utf-16-le"),
    "utf-16.json": '{"project": {"name": "港"}}'.encode("utf-16"),
    "cp932.json": '{"lang": "ja", "project": {"name": "見守り"}}'.encode("cp932"),
    "bom.json": '{"project": {"name": "港"}}'.encode("utf-8-sig"),
    "half.json": b'{"project": {"name": "\\ud800"}}',
    "open.json": b'{"project": {"phase": "idea"',
    "second.json": b"{} {}",
    "comment.json": b'{"project": {} // the idea\n}',
    "many.json": json.dumps({"project": {f"fact_{number}": 1 for number in range(30)}}).encode(),
    "response.json": b'{"responses": [{"finding": "COM-99", "response": "no", "until": "soon"}]}',
    "indent.yaml": b"project:\n   name: a\n  phase: idea\n",
    "tab.yaml": b"project:\n\tphase: idea\n",
    "anchor.yaml": b"project: &a {phase: idea}\ncity: *a\n",
    "tag.yaml": b"project: !!python/object:os.system {}\n",
    "twice.yaml": b"project: {phase: idea}\nproject: {}\n",
    "documents.yaml": b"project: {}\n---\nproject: {}\n",
    "yes.yaml": b"commitment: {declared: yes, by: 2026-01-01}\n",
    "open.yaml": b"project: {phase: [idea\n",
}


def in_bad() -> Files:
    """Return inputs that cannot be read or are not valid, and good ones to use wrongly."""
    profiles = {
        "p-syntax.yaml": b"parameters: [",
        "p-unknown.yaml": b"parameters:\n  min_running_seed: {value: 5, reason: a}\n",
        "p-reason.yaml": b"parameters:\n  min_running_seeds: {value: 5}\n",
        "p-type.yaml": b"parameters:\n  min_running_seeds: {value: many, reason: a}\n",
        "p-empty.yaml": b"",
    }
    foreign = {"mine.html": b"minutes", "mine.json": b"{}", "taken/hold.memo.html": b"minutes"}
    hold = in_examples()["hold.json"]
    good = {"hold.json": hold, "folder/hold.json": hold, "taken/hold.json": hold, "empty-rules/note.txt": b""}
    return BAD | profiles | foreign | good


PLACES: dict[str, Callable[[], Files]] = {"examples": in_examples, "library": in_library, "bad": in_bad}


# The cases


def cases(codes: Sequence[str]) -> Iterator[Case]:
    """Yield all cases.

    Args:
        codes: Of the rules that come with the product.
    """
    yield from (Case(lines) for lines in [*both(*on_examples()), *once(*on_examples_once())])
    yield from (Case(lines) for lines in on_rules(codes))
    yield from (Case((line,)) for line in PLAIN)
    yield from (Case(lines, "library", kept="rules docs" in lines[-1]) for lines in both(*LIBRARY))
    yield from (Case(lines, "bad") for lines in [*both(*on_bad()), *once(*(f"check {name} -f json" for name in BAD))])
    for fault in FAULTS:
        for lines in [
            *both("rules check library", "rules test --rules library"),
            *once("check town.json --rules library"),
        ]:
            yield Case(lines, f"fault-{fault}")
    yield from (Case(lines, kept=True) for lines in once("rules test COM-01 SEL-01 POR-04 ; rules docs"))


def both(*cases: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines of cases, which ` ; ` separates, in either language."""
    for case in cases:
        for language in ("ja", "en"):
            yield tuple(re.sub(r"(?= <<<)|$", f" --lang {language}", line, count=1) for line in case.split(" ; "))


def once(*cases: str) -> Iterator[tuple[str, ...]]:
    """Yield the lines of cases in one language; they take turns."""
    for case in cases:
        yield list(both(case))[zlib.crc32(case.encode()) % 2]


def projects() -> list[str]:
    """Return the names of the projects that everything is run on."""
    return [name for name in in_examples() if name.endswith(".json") and "/" not in name]


def on_examples() -> Iterator[str]:
    """Yield what is run on every example in both languages."""
    names = projects()
    for one, after in zip(names, [*names[1:], names[0]], strict=True):
        yield from (f"check {one} --full", f"check {one} -f md --no-memo", f"memo {one} -o memo.md")
        yield from (f"improve {one}", f"explain --nearly {one}", f"diff {one} {after}", f"ask {one} --again <<< r\n1\n")
        yield f"ask {one} --by net <<< {TYPED}"


def on_examples_once() -> Iterator[str]:
    """Yield what is run on every example in one language, and what on some."""
    names = projects()
    for one, after in zip(names, [*names[1:], names[0]], strict=True):
        yield from (f"check {one} {rest} --no-memo" for rest in ("", "-q", "--ascii", "-f json", "-f json --full"))
        yield from (f"improve {one} -f json --to proceed", f"explain --nearly {one} -f json --full")
        yield from (f"diff {one} {after} -f json", f"diff {one} {after} -f md --full")
        yield from (f"explain {word} {one}" for word in FACTS)
    yield from SOME


TYPED = "1\ny\n?\nw\nm\nb\nn\nu\nl\na\nx\n2\n1 2\n3\nHarbour\n5\ny\nn\nq\n"
"""Answers and keys of an interview, whichever questions come."""
FACTS = ("commitment.by", "commitment.at_top", "capitals.*.level", "COM-02", "goals[].without_kpi", "project.phase")
SOME = (
    *("check *.json -q --no-memo", "check hold.json izuko.json -f json", "check hold.json izuko.json -f md --no-memo"),
    *(f"check {name}.json --no-memo -q --fail-on {level}" for name in ("hold", "izuko", "exemplary")
      for level in ("blocker", "major", "minor", "unknown", "never")),
    "check izuko.json --color always --full --no-memo",
    "check izuko.json -o r.txt ; check izuko.json -f md -o r.md ; check izuko.json -f json -o r.json --full",
    "check izuko.json --set commitment.by=ceo --set organisations/new.involved=true --set project.phase=",
    "check izuko.json --set capitals.*.assessed=true -f json",
    "check exemplary.json --profile few.yaml ; check profiled/hold.json -f md",
    "check izuko.json -f json -o last.json ; check izuko.json --since last.json ; memo responded.json --since last.json",
    "check - --no-memo <<< {\"project\": {\"phase\": \"idea\"}}", "memo - -o m.md <<< {}", "check hold.json ; check hold.json",
    "diff exemplary.json exemplary.json --old-profile few.yaml", "diff hold.json hold.json -f json",
    "diff izuko.json responded.json", "rules test NO-1", "rules test COM-02 SEL-01", "rules test POR-04 -f json",
    "check izuko.json -f json -o a.json ; diff a.json responded.json -f md",
    "check izuko.json -f json -o a.json ; check izuko.json --set commitment.by=ceo -f json -o b.json ; diff a.json b.json",
    "improve izuko.json --to revise --set commitment.by=ceo", "improve hold.json --ascii --color always",
    "compare izuko.json wakayama.json", "compare columbus.json copenhagen.json kalasatama.json -f json",
    "compare *.json -f md", "compare hold.json izuko.json -o c.html ; compare hold.json izuko.json -o c.md",
    "compare hold.json exemplary.json -o c.json --set project.phase=launched",
    "explain capitals/human.level izuko.json", "explain organisations/wakayama-city.champion wakayama.json --full",
    "explain SEL-02 izuko.json --subject capitals/network", "explain SEL-02 izuko.json --full -f json",
    "explain COM-02 izuko.json --set commitment.by=ceo", "explain commitment.by izuko.json -f json", "explain G167",
    "explain commitment.at_top izuko.json -f json --ascii", "explain organisations[].champion", "explain G167 izuko.json",
    "explain city.population", "explain project.phase -f json", "explain commitment.at_top -f json",
    "ask new.json --by net <<< Harbour\n3\ny\nCity\n", "ask new.json <<< q\n", "ask new.yaml <<< q\n",
    "ask izuko.json --profile few.yaml <<< l\n1 2 n\nr\n1\n\ny\ny\nf\ny\ny\n",
    "schema", "schema -o s.json ; schema -o s.json", "init ; init", "init plan.json ; check plan.json --no-memo", "doctor",
    *(f"completion {shell}" for shell in ("bash", "zsh", "fish", "powershell")),
    "rules list", "rules list -f json", "rules list --area commitment", "rules coverage", "rules coverage -f json", "rules verify --rules library",
    "rules diff library", "rules diff library library -f json",
    "rules mutate --rules library --sample 20", "rules mutate --rules library --sample 20 -f json",
    "rules check", "rules check --profile few.yaml", "rules show COM-02", "rules show commitment/undeclared",
    "rules show commitment.at_top", "rules new lending/door --rules own ; rules check own",
)  # fmt: skip
COMMANDS = (
    *("", "check", "memo", "explain", "improve", "diff", "compare", "schema", "init", "ask", "doctor", "completion"),
    *("help", "rules", *(f"rules {name}" for name in ("list", "show", "check", "test", "docs", "new", "coverage"))),
)


def on_rules(codes: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield explanations of every rule, and all help; the rules take turns with projects and languages."""
    names = projects()
    for code in codes:
        turn = zlib.crc32(code.encode())
        project, languages = names[turn % len(names)], ("ja", "en") if turn % 3 else ("en", "ja")
        yield (f"explain {code} --lang {languages[0]}",)
        yield (f"explain {code} {project} {'--full' if turn % 5 == 0 else ''} --lang {languages[1]}",)
    for command in COMMANDS:
        yield from both(f"{command} --help", f"help {command}")
    yield from both("help exit-codes", "help nope")


PLAIN = (
    *("wakayama.json", "izuko.json --no-memo", "tiny.yaml", "--no-memo hold.json", "odd.json", "profiled/hold.json"),
    *("", "--version", "-h", "LANG=ja_JP.UTF-8", "LANG=ja_JP.UTF-8 hold.json", "LANG=ja_JP.UTF-8 check hold.json -q"),
    *("LC_ALL=C check wakayama.json", "PYTHONIOENCODING=cp932 check wakayama.json", "PYTHONIOENCODING=ascii doctor"),
    *("PYTHONIOENCODING=ascii check wakayama.json --no-memo", "COLUMNS=50 check izuko.json --no-memo --lang ja"),
    *("FORCE_COLOR=1 check izuko.json --no-memo", "NO_COLOR=1 check izuko.json --color always --no-memo"),
    *(f"_ADVISE_COMPLETE=bash_complete COMP_CWORD={cursor} COMP_WORDS='advise {words}'"
      for cursor, words in ((1, "ex"), (2, "explain COM"), (3, "check --set commitment.b"), (2, "rules s"))),
)  # fmt: skip
_PROJECTS = ("full.yaml", "town.json", "harbour.json", "nothing.yaml")
LIBRARY = (
    *(f"{command.format(project)} --rules library" for project in _PROJECTS
      for command in ("check {} --full", "check {} -f json --full", "memo {} -o m.html -o m.md", "improve {}",
                      "improve {} -f json --to proceed", "explain --nearly {}", "ask {} --again <<< u\n",
                      "explain LEN-01 {}", "explain LEN-03 {} --full", "explain ROO-01 {}", "explain STO-01 {}",
                      "explain library.offer {}", "explain rooms.*.comfort {} --full", "explain comfortable_rooms {}",
                      "explain rooms/adults.comfort {}", "explain library.media {}", "explain books[].lendable {}")),
    *(f"ask {project} --rules library --by net <<< y\n1\nw\nn\nu\nm\nb\n2\nl\n3\n1 2\nx\nq\n" for project in _PROJECTS),
    "check town.json --rules library --set branches/mill.lends=true --set rooms.*.heated=true",
    "check town.json --rules library --no-memo --set branches/mill.lends=true --set rooms/adults.heated=true",
    "check full.yaml --rules library --profile own.yaml", "explain LEN-03 town.json --rules library --subject branches/mill",
    "diff town.json full.yaml --rules library", "diff harbour.json town.json --rules library -f json",
    "diff full.yaml full.yaml --rules library --old-profile own.yaml", "diff town.json town.json --old-rules library",
    "compare full.yaml town.json harbour.json --rules library", "compare full.yaml town.json --rules library -o c.html",
    "schema --rules library", "init p.json --rules library", "doctor --rules library", "rules list --rules library",
    "rules list -f json --rules library", "rules coverage --rules library", "rules coverage -f json --rules library",
    "rules check library", "rules show LEN-01 --rules library", "rules show rooms/comfort --rules library",
    "rules new rooms/too-small --rules library ; rules check library", "rules new no-area --rules library",
    "rules test --rules library ; rules docs --rules library", "rules test STO-03 -f json --rules library",
)  # fmt: skip


def on_bad() -> Iterator[str]:
    """Yield what is run on bad inputs, and wrong use."""
    for name in (*BAD, "missing.json", "folder", "folder/no.json", "hold.jsn", "/dev/null"):
        yield f"check {name} --no-memo"
    for name in ("twice.json", "missing.json", "tab.yaml", "folder"):
        yield from (f"{command} {name}" for command in ("memo", "improve", "explain COM-01", "diff hold.json", "ask"))
        yield f"compare hold.json {name}"
    for profile in ("p-syntax", "p-unknown", "p-reason", "p-type", "p-empty", "p-missing"):
        yield f"check hold.json --profile {profile}.yaml"
    for assumed in ("commitment.by", "commitment.by=chef", "commitmnt.by=ceo", "=", "project.phase=", "goals/g.nam=x",
                    "commitment.at_top=yes", "city.population=many", "capitals/x.assessed=true", "goals.*.name=a"):  # fmt: skip
        yield f"check hold.json --no-memo --set {assumed}"
    yield from WRONG


WRONG = (
    *("explane COM-01", "zzzz", "check", "check hold.json --ful", "check hold.json --zzzz", "check hold.json --full=3"),
    *("check hold.json --fail-on x", "check hold.json -f xml", "check hold.json --today soon", "check hold.json -o"),
    *("check hold.json -o no/x.txt", "check hold.json -o mine.html", "check hold.json -f json -o hold.json"),
    *("check hold.json --fail-on x -f json", "check hold.json --debug --no-memo", "check hold.json hold.json"),
    *("check taken/hold.json", "check hold.json --since no.json", "check hold.json --no-memo --since mine.json"),
    *("check hold.json --since mine.json", "check - --since mine.json", "check - --no-memo <<< ", "check - <<< {"),
    *("memo", "memo -", "memo hold.json -o x.pdf", "memo hold.json -o mine.html", "memo hold.json -o no/x.md"),
    *("explain", "explain COM-99", "explain hold.json", "explain COM-01 hold.json x", "explain commitment.at_to"),
    *("explain COM-01 hold.json --subject x", "explain SEL-02 hold.json --subject capitals/nope", "explain --nearly"),
    *("explain --nearly COM-01 hold.json", "explain SEL-02 --subject capitals/human", "explain COM-99 -f json"),
    *("improve", "improve hold.json --to hold", "diff hold.json", "diff mine.json hold.json", "compare hold.json"),
    *("compare hold.json hold.json -o c.pdf", "compare hold.json hold.json", "init x.txt", "init no/p.json"),
    *("init mine.json", "schema -o mine.json", "schema -o no/s.json", "completion cmd", "completion", "help nope"),
    *("help check nope", "doctor x", "doctor --rules missing", "rules", "rules nope", "rules list a b", "rules show"),
    *("rules list --area x", "rules show commitment.by", "rules show g167", "rules show COM-99", "rules new x"),
    *("rules check missing", "rules check empty-rules", "rules check hold.json", "rules test --rules empty-rules"),
    *(
        "rules new x --rules own",
        "rules new nope/x/y --rules own",
        "rules new A/B --rules own",
        "rules docs -o hold.json",
    ),
    *(
        "check hold.json --rules missing",
        "check hold.json --rules empty-rules -f json",
        "ask hold.json nope.fact",
        "ask folder",
    ),
)
