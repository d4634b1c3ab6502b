"""What stands at a document's end in every format: sources, command, attribution."""

from __future__ import annotations

from plan_tui.labels.punctuation import COLON
from plan_tui.model.rich_document import (
    BulletList,
    DocumentParagraph,
    ListItem,
    Markup,
    run,
)
from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.rich_document import (
        DocumentBlock,
        RichDocument,
    )

_COMMAND = Phrase("同じ結果を得るコマンド", "Command that gives the same")
_CITED = Phrase("引用した文書", "Documents cited")


def ending(document: RichDocument) -> list[DocumentBlock]:
    """Return the documents cited, the command and the attribution; nothing without any."""
    blocks: list[DocumentBlock] = []
    if document.sources:
        blocks.append(
            DocumentParagraph(
                run(f"{_CITED.say(document.language)}{COLON.say(document.language).strip()}")
            )
        )
        blocks.append(BulletList(tuple(ListItem(run(source)) for source in document.sources)))
    if document.command:
        words = run(f"{_COMMAND.say(document.language)}{COLON.say(document.language)}")
        blocks.append(DocumentParagraph((*words, *run(document.command, Markup.CODE))))
    blocks += [DocumentParagraph(run(sentence)) for sentence in document.attribution]
    return blocks
