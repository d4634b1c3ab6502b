"""What the search asks of the table of aliases, word by word."""

from __future__ import annotations

from plan_tui.store.outline_queries import word_list

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from plan_tui.store.plan import Plan

_LAST = "\U0010ffff"
"""Stands behind all that a word can begin with."""
_ASKED = """not (group_id < 0 and id = (select min(id) from aliases first
                                       where first.group_id = aliases.group_id))"""
"""Everyday words lead to the first of their group, and that leads nowhere."""


class StoredAliases:
    """The table of aliases in the database; see `plan_tui.search.aliases.AliasTable`."""

    def __init__(self, plan: Plan) -> None:
        self._rows = plan.database.rows

    def groups(self, folded: str) -> list[int]:
        """Return the groups that a folded word is asked for in."""
        sql = f"select group_id from aliases where folded = ? and {_ASKED} order by id"
        return [group for (group,) in self._rows(sql, folded)]

    def sounding(self, short_sound: str, least: int) -> list[int]:
        """Return the groups with a word of at least so many letters that sounds so."""
        sql = f"""select group_id from aliases
                  where short_sound = ? and length(sound) >= ? and {_ASKED}"""
        return [group for (group,) in self._rows(sql, short_sound, least)]

    def beginning(self, folded: str) -> list[int]:
        """Return the groups with a word that begins so."""
        sql = f"select group_id from aliases where folded >= ? and folded < ? and {_ASKED}"
        return [group for (group,) in self._rows(sql, folded, folded + _LAST)]

    def inside(self, parts: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Yield which of some folded words are asked for, each with a group of it, in order."""
        sql = f"""select folded, group_id from aliases
                  where folded in (select value from json_each(?)) and {_ASKED} order by id"""
        yield from self._rows(sql, word_list(parts))

    def all(self) -> Iterator[tuple[str, int]]:
        """Yield all folded words that are asked for, each with its group, in order."""
        yield from self._rows(f"select folded, group_id from aliases where {_ASKED} order by id")

    def of_length(self, least: int, most: int) -> Iterator[tuple[str, int]]:
        """Yield those of so many characters, in order."""
        sql = f"""select folded, group_id from aliases
                  where length(folded) between ? and ? and {_ASKED} order by id"""
        yield from self._rows(sql, least, most)

    def words(self, group: int) -> list[str]:
        """Return the words of a group as `fold_printed` gives them, the plan's own first."""
        sql = "select printed from aliases where group_id = ? order by id"
        return [printed for (printed,) in self._rows(sql, group)]
