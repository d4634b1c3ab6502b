"""SHA-256 by Python's own module.

`hashlib` takes that of OpenSSL, whose library takes as much memory as all of our screens. Python
keeps its own for builds without it, and `random` uses it in the same way.
"""

from __future__ import annotations

__all__ = ["sha256"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256
    except ImportError:
        try:  # before Python 3.12
            from _sha256 import sha256
        except ImportError:  # a build that leaves all digests to OpenSSL
            from hashlib import sha256
