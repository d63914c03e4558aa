"""Why a text is no YAML, in words for those who wrote it; the parser tells it in English and in its own terms."""

from __future__ import annotations

from ..problems.problem import Texts

DEEP: Texts = {"en": "nested too deeply", "ja": "入れ子が深すぎます"}
"""The reason that a reader of YAML finds itself, when the parser has no limit or a higher one."""

_REASONS: tuple[tuple[str, Texts], ...] = (
    (
        "mapping values",
        {
            "en": "a second ': ' in one entry, or an indentation that fits nothing",
            "ja": "1つの項目に「: 」が2つあるか、字下げが合いません",
        },
    ),
    (
        "cannot start any token",
        {
            "en": "a tab, or a text that begins with a special character",
            "ja": "タブか、記号で始まる引用符なしの文字列があります",
        },
    ),
    ("end of stream", {"en": "a quote is not closed", "ja": "引用符が閉じられていません"}),
    (
        "',' or",
        {"en": "a bracket is not closed, or a comma is missing", "ja": "括弧が閉じられていないか、カンマがありません"},
    ),
    ("nesting depth", DEEP),
    ("escape", {"en": "an escape that means nothing", "ja": "意味のない \\ があります"}),
    (
        "<document start>",
        {"en": "something follows the end of the document", "ja": "文書の終わりの後にまだ何かあります"},
    ),
)
_OTHER_REASON = {"en": "the indentation or the punctuation fits nothing", "ja": "字下げか記号の使い方が合いません"}


def reason_of(said: str) -> Texts:
    """Return why a text is no YAML.

    Args:
        said: What the parser says.

    >>> reason_of("did not find expected ',' or ']'")["en"]
    'a bracket is not closed, or a comma is missing'
    """
    return next((texts for part, texts in _REASONS if part in said), _OTHER_REASON)
