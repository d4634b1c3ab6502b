"""What a Markdown document is, as YAML at its head: for Obsidian, static sites and scripts.

It is flat, each value a text, a number or a list of texts. Texts stand in double quotes, where YAML
takes every character of a title or a query for itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.text.yaml_text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.rich_document import RichDocument
    from plan_tui.views.view import View

Fields = Mapping[str, str | int | Sequence[str]]


def front_matter(view: View, document: RichDocument, aliases: Sequence[str] = ()) -> str:
    """Return the YAML of a view's document, with its rules and a blank line below.

    Args:
        view: the view.
        document: the view as a document.
        aliases: other names of a note.

    """
    fields: dict[str, str | int | Sequence[str]] = {
        "title": document.title or view.command,
        **({"aliases": aliases} if aliases else {}),
        "view": view.words[0],
        "query": view.query,
        "command": document.command or view.command,
    }
    if document.as_of:
        fields["as_of"] = document.as_of
    documents = document.documents
    return yaml_head(
        fields
        | {
            "editions": tuple(dict.fromkeys(each.edition_id for each in documents)),
            "schema": SCHEMA_VERSION,
            "sources": [f"{each.id} sha256:{each.sha256}" for each in documents],
            "attribution": document.attribution,
        }
    )


def yaml_head(fields: Fields) -> str:
    """Return fields as YAML between two rules, with a blank line below."""
    lines = [line for name, value in fields.items() for line in _lines(name, value)]
    return "\n".join(["---", *lines, "---", "", ""])


def _lines(name: str, value: str | int | Sequence[str]) -> list[str]:
    if isinstance(value, str):
        return [f"{name}: {quoted(value)}"]
    if isinstance(value, int):
        return [f"{name}: {value}"]
    if not value:
        return [f"{name}: []"]
    return [f"{name}:", *(f"  - {quoted(item)}" for item in value)]
