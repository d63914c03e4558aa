"""SHA-256 without the OpenSSL library that `hashlib` loads, which costs a cold start more than the digests it makes."""

from __future__ import annotations


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal.

    >>> sha256(b"")[:12]
    'e3b0c44298fc'
    """
    try:  # as the module `random` does; the name differs between versions of Python
        from _sha2 import sha256 as digest  # type: ignore[import-not-found]
    except ImportError:
        try:
            from _sha256 import sha256 as digest  # type: ignore[import-not-found]
        except ImportError:
            from hashlib import sha256 as digest
    found: str = digest(data).hexdigest()
    return found
