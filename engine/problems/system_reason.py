"""Why the operating system refuses a file, in both languages."""

from __future__ import annotations

import errno

from .problem import Texts

_JAPANESE = {
    errno.ENOENT: "ファイルがありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "権限がありません",
    errno.EISDIR: "ファイルではなくフォルダーです",
    errno.ENOTDIR: "途中の名前がフォルダーではありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが循環しています",
    errno.EIO: "装置の読み書きで誤りが起きました",
    errno.EROFS: "書き込めない場所です",
    errno.ENOSPC: "空き容量がありません",
    errno.EMFILE: "開いているファイルが多すぎます",
    errno.ENFILE: "開いているファイルが多すぎます",
    errno.EBUSY: "ほかで使われています",
    errno.ETIMEDOUT: "応答がありません",
    errno.EINVAL: "この名前や場所は使えません",
    errno.EPIPE: "読む相手がいなくなりました",
}


def system_reason(error: OSError | ValueError) -> Texts:
    """Return why the operating system refuses a file; in English where there is no Japanese for it.

    >>> system_reason(FileNotFoundError(2, "No such file or directory"))["ja"]
    'ファイルがありません'
    """
    if isinstance(error, UnicodeDecodeError):
        return {"en": "not UTF-8", "ja": "文字コードがUTF-8ではありません"}
    english = str(getattr(error, "strerror", None) or error)
    return {"en": english, "ja": _JAPANESE.get(getattr(error, "errno", None) or 0, english)}
