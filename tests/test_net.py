"""The behaviour net sees a difference, and only a difference."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT))

from tools import net, net_cases  # noqa: E402


@pytest.fixture
def nets(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("old", "new"):
        (tmp_path / name / "bad").mkdir(parents=True)
        (tmp_path / name / "bad" / "one.txt").write_bytes(b"first\nsecond\xff\nthird\n")
    return tmp_path / "old", tmp_path / "new"


def test_equal_nets_have_no_difference(nets: tuple[Path, Path]) -> None:
    assert list(net.differences(*nets, "", 9)) == []


@pytest.mark.parametrize(
    "changed",
    [b"first\nsecond\xfe\nthird\n", b"first\r\nsecond\xff\nthird\n", b"first\nsecond\xff\nthird"],
    ids=["a byte", "an end of line", "no end of line"],
)
def test_a_changed_byte_is_seen_and_its_line_shown(nets: tuple[Path, Path], changed: bytes) -> None:
    (nets[1] / "bad" / "one.txt").write_bytes(changed)
    (told,) = net.differences(*nets, "", 9)
    assert told.startswith("== bad/one.txt\n")
    assert "\n-" in told
    assert not list(net.differences(*nets, "library", 9)), "other cases are not compared"


def test_a_case_that_is_new_or_gone_is_seen(nets: tuple[Path, Path]) -> None:
    (nets[1] / "bad" / "one.txt").rename(nets[1] / "bad" / "two.txt")
    gone, new = net.differences(*nets, "", 1)
    assert gone.startswith("== gone: bad/one.txt\n")
    assert new.startswith("== new: bad/two.txt\n")
    assert "more lines" in new


def test_no_two_cases_are_kept_in_one_file() -> None:
    cases = set(net_cases.cases(["COM-01"]))
    assert len({case.name for case in cases}) == len(cases)


def test_every_fault_of_a_rule_folder_can_be_made() -> None:
    for fault in net_cases.FAULTS:
        assert net_cases.in_fault(fault) != net_cases.in_library()
