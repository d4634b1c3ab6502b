"""Regular expressions that are compiled when they are first used.

Compiling one takes as long as loading a module does, one of Japanese characters several times as
long, and a command uses few of those that stand in the modules it loads. Loading `re` takes as long
as thirty modules of ours do: a command that uses none loads it no more.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable

_MEMBERS = (
    *("search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"),
    *("pattern", "flags", "groups", "groupindex"),
)


def late_pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """Return what `re.compile` would, compiled when it is first asked for something.

    Args:
        source: the expression, or what makes it, where that takes long too.
        flags: as `re.compile` takes them.

    """
    pattern: re.Pattern[str] = _LatePattern(source, flags)  # type: ignore[assignment]
    return pattern


class _LatePattern:
    """Has no method until one is asked for; then it has those of the compiled pattern."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> object:
        if name not in _MEMBERS:
            raise AttributeError(name)
        import re

        source = self._source if isinstance(self._source, str) else self._source()
        compiled = re.compile(source, self._flags)
        for member in _MEMBERS:
            setattr(self, member, getattr(compiled, member))
        return getattr(compiled, name)
