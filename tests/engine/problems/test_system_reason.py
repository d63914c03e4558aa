"""Why the operating system refuses a file is said in both languages."""

from __future__ import annotations

import errno
import os

import pytest

from advise.engine.problems.system_reason import system_reason


@pytest.mark.parametrize("number", [errno.EIO, errno.ENAMETOOLONG, errno.ELOOP, errno.EMFILE, errno.EACCES])
def test_a_common_reason_is_said_in_japanese(number: int) -> None:
    reason = system_reason(OSError(number, os.strerror(number)))
    assert reason["en"] == os.strerror(number)
    assert not reason["ja"].isascii()
    reason["ja"].encode("cp932")


@pytest.mark.parametrize("error", [OSError(99_999, "odd"), OSError("odd"), ValueError("odd")])
def test_another_reason_is_quoted(error: OSError | ValueError) -> None:
    assert system_reason(error) == {"en": "odd", "ja": "odd"}
