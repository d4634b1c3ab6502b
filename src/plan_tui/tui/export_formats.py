"""The formats that the export window offers: their names, and file names that ask for them."""

from __future__ import annotations

from plan_tui.export.formats import foreign_ending, form_of
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.files import names_folder, typed_path

FORMAT_NAMES = {
    "md": Phrase("Markdown", "Markdown"),
    "docx": Phrase("Word", "Word"),
    "html": Phrase("HTML", "HTML"),
    "xlsx": Phrase("Excel", "Excel"),
    "csv": Phrase("CSV", "CSV"),
    "tsv": Phrase("TSV", "TSV"),
    "json": Phrase("JSON", "JSON"),
    "text": Phrase("テキスト", "plain text"),
}
"""Format → its name, in the order in which they are offered."""
_UNOFFERED = {
    "svg": Phrase("図（SVG）", "a figure (SVG)"),
    "": Phrase("書き出せない形式", "one that is not written"),
}
"""The same of formats that only views with a figure have, which the layouts offer, and of those
that no view has."""
_SAME_AS_ANOTHER = {"text": "txt"}
"""Endings that are not the format's own name."""
_CHOICE = Phrase(
    "形式は名前の終わりで決まる：{name}　Tab で {others}",
    "The name's ending sets the format: {name}; Tab for {others}",
)


def format_of(name: str) -> str:
    """Return the format that a typed name asks for: Markdown, if its ending tells none.

    It is "" where the ending tells one that is not written.
    """
    path = str(typed_path(name))
    return form_of(path) or ("" if foreign_ending(path) else "md")


def names_of_others(name: str) -> tuple[str, ...]:
    """Return a typed name with the endings of all other formats, beginning with the next one.

    There are none where no name is typed, or that of a folder.
    """
    if not name.strip() or names_folder(name):
        return ()
    path = typed_path(name)
    told = form_of(str(path)) or foreign_ending(str(path))
    ending = path.suffix if told else ""
    stem = name.rstrip().removesuffix("．").removesuffix(".")
    stem = stem[: len(stem) - len(ending)] if ending else stem
    return tuple(f"{stem}.{_ending(form)}" for form in _behind(format_of(name)))


def choice_words(name: str, language: Language) -> str:
    """Return which format a typed name asks for, and by which endings it would ask for others."""
    form = format_of(name)
    others = " ".join(f".{_ending(other)}" for other in _behind(form))
    return _CHOICE.say(
        language, name=(FORMAT_NAMES | _UNOFFERED)[form].say(language), others=others
    )


def _behind(form: str) -> tuple[str, ...]:
    """Return the other formats: those behind one, then those before it."""
    forms = tuple(FORMAT_NAMES)
    if form not in forms:
        return forms
    place = forms.index(form)
    return (*forms[place + 1 :], *forms[:place])


def _ending(form: str) -> str:
    return _SAME_AS_ANOTHER.get(form, form)
