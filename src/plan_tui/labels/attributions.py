"""What a document says of where its text comes from: sentences to quote, and what is unknown."""

from __future__ import annotations

from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from plan_tui.model.records import Attribution, Document
    from plan_tui.text.language import Language

_ADDED = Phrase(
    "『{title}』（{file}）：追加された文書。発行者は{publisher}、入手元は{url}、ライセンスは不明。",
    "『{title}』 ({file}): an added document; publisher {publisher}, address {url}, "
    "licence unknown.",
)
_UNKNOWN = Phrase("不明", "unknown")


def attribution_lines(
    attribution: Attribution, documents: Sequence[Document], language: Language
) -> tuple[str, ...]:
    """Return what to say of a text that is from some documents.

    The sentences of the plan are about documents whose licence is known: those of the manifest,
    and what takes the place of one. Of any other, which a reader added, it is said what it is.
    """
    added = [document for document in documents if not document.licence]
    sentences = attribution.said(language) if len(added) < len(documents) or not added else ()
    return (*sentences, *(_about(document, language) for document in added))


def _about(document: Document, language: Language) -> str:
    unknown = _UNKNOWN.say(language)
    words = _ADDED.say(
        language,
        title=document.title,
        file=document.source_file,
        publisher=document.publisher or unknown,
        url=document.url or unknown,
    )
    return " ".join(words.splitlines())
