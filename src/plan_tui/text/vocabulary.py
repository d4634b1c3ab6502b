"""Closed vocabularies, as `enum.StrEnum` makes them, without its cost at each start.

`enum` looks at each member a dozen times over: the vocabularies that a short command loads took it
as long as all that the command reads from the database. Here a member is a string with a name.
To type checkers a vocabulary is a `StrEnum`; what the code of this program asks of one is here.
"""

from __future__ import annotations

__all__ = ["StrEnum"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from enum import StrEnum
else:

    class _VocabularyType(type):
        """Makes members of the strings in a class, and answers for the class."""

        def __new__(
            kind: type, name: str, bases: tuple[type, ...], members: dict[str, object]
        ) -> type:
            by_name, by_word = {}, {}
            namespace = {"__slots__": (), **members, "_by_name": by_name, "_by_word": by_word}
            vocabulary = type.__new__(kind, name, bases, namespace)
            for key, word in members.items():
                if type(word) is str and key[0] != "_":
                    if word not in by_word:  # else a second name of the same member
                        by_word[word] = member = str.__new__(vocabulary, word)
                        member.name = key
                    by_name[key] = by_word[word]
                    type.__setattr__(vocabulary, key, by_word[word])
            return vocabulary

        def __call__(cls, word: object) -> str:
            """Return the member with this word."""
            try:
                return cls._by_word[word]
            except (KeyError, TypeError):
                raise ValueError(f"{word!r} is not a valid {cls.__qualname__}") from None

        def __getitem__(cls, name: str) -> str:
            return cls._by_name[name]

        def __contains__(cls, word: object) -> bool:
            return isinstance(word, str) and word in cls._by_word

        def __iter__(cls) -> Iterator[str]:
            return iter(cls._by_word.values())

        def __len__(cls) -> int:
            return len(cls._by_word)

        @property
        def __members__(cls) -> Mapping[str, str]:
            """All names with their members."""
            return dict(cls._by_name)

    class StrEnum(str, metaclass=_VocabularyType):
        """A vocabulary: each string in the body of its class becomes its only member so named."""

        __slots__ = ("name",)

        @property
        def value(self) -> str:
            """The word, as a plain string."""
            return str.__str__(self)

        def __repr__(self) -> str:
            return f"<{type(self).__name__}.{self.name}: {str.__repr__(self)}>"

        def __reduce_ex__(self, protocol: object) -> tuple[type, tuple[str]]:
            return type(self), (self.value,)

        def __copy__(self) -> StrEnum:
            return self

        def __deepcopy__(self, held: object) -> StrEnum:
            return self
