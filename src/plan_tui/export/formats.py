"""The formats in which a view can be written; each has a module with a ``write``."""

from __future__ import annotations

from plan_tui.text.language import Phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.outline_records import Attributed
    from plan_tui.views.section_notes import SectionNotes
    from plan_tui.views.view import Paint, View

WRITERS = {
    "text": "plain_text",
    "json": "json_lists",
    "md": "markdown",
    "tsv": "tab_separated",
    "html": "html",
    "csv": "comma_separated",
}
"""Format of text → the module of this package that writes it; imported when it is asked for."""
BINARY_WRITERS = {"docx": "word", "xlsx": "spreadsheet"}
"""The same of formats that are bytes, which no terminal shows."""
FIGURE_WRITERS = {"svg": "svg_chart"}
"""The same of formats that draw the figure of a view that has one."""
_LIBRARIES = {"docx": "docx", "xlsx": "openpyxl"}
"""Format → the package of the extra that its writer needs."""
FORMATS = (*WRITERS, *BINARY_WRITERS)
"""All formats of any view."""
_BY_ENDING = {"markdown": "md", "htm": "html", "txt": "text", "bib": "text"} | {
    form: form for form in (*FORMATS, *FIGURE_WRITERS)
}
ENDINGS = (".md", ".docx", ".html", ".xlsx", ".csv", ".tsv", ".json", ".txt")
"""An ending of each format of any view, in the order in which they are offered."""
_FOREIGN = frozenset(
    (
        *("doc", "docm", "dot", "dotx", "rtf", "odt", "ott", "pages"),
        *("xls", "xlsm", "xlsb", "xlt", "xltx", "ods", "ots"),
        *("ppt", "pptx", "pptm", "pps", "ppsx", "odp"),
        *("pdf", "ps", "epub", "mobi", "azw", "azw3", "tex"),
        *("xml", "yaml", "yml", "jsonl", "parquet", "zip"),
        *("png", "jpg", "jpeg", "gif", "webp"),
    )
)
"""Endings of formats that no module writes: programs that open them cannot read Markdown."""
_NOT_WRITTEN = Phrase(
    ".{ending}の形式では書き出せません。書き出せる名前の終わり：{endings}",
    ".{ending} is a format that is not written; a name can end in {endings}",
)


def write(
    view: View,
    form: str,
    attributed: Attributed,
    paint: Paint | None = None,
    *,
    guard: bool = False,
    front_matter: bool = True,
) -> str | bytes:
    """Return a view in one of the formats: text, or what a format of bytes holds.

    Where nothing matched, JSON and tables hold what there is (an empty list, a header alone),
    text, documents and figures are empty. With ``guard`` a table of tabs is safe for a spreadsheet
    too; without ``front_matter`` Markdown begins with its title.

    Raises:
        UsageError: a figure is asked for, and the view has none.

    """
    module = f"plan_tui.export.{(WRITERS | BINARY_WRITERS | FIGURE_WRITERS)[form]}"
    writer = __import__(module, fromlist=["write"])  # `importlib` loads what a start does not need
    if form == "md":
        markdown: str = writer.write(view, attributed, with_front_matter=front_matter)
        return markdown
    from plan_tui.views.view import no_paint

    written: str | bytes = writer.write(view, attributed, paint or no_paint)
    if guard and form == "tsv" and isinstance(written, str):
        from plan_tui.export.spreadsheet_cell import guarded_table

        written = guarded_table(written)
    return written


def missing_extra(form: str) -> Phrase | None:
    """Return what to install before a format can be written; None if nothing is missing."""
    from importlib import import_module
    from importlib.util import find_spec

    library = _LIBRARIES.get(form)
    if library is None or find_spec(library) is not None:
        return None
    missing: Phrase = import_module(f"plan_tui.export.{BINARY_WRITERS[form]}").MISSING
    return missing


def form_of(file_name: str) -> str | None:
    """Return the format that a file name's ending tells; None for any other ending."""
    return _BY_ENDING.get(_ending(file_name))


def foreign_ending(file_name: str) -> Phrase | None:
    """Return why a file is not written whose name has the ending of a format that we do not write.

    Names without an ending, and endings of no known format, are of Markdown.
    """
    ending = _ending(file_name)
    if ending not in _FOREIGN:
        return None
    return _NOT_WRITTEN.of(ending=ending, endings=" ".join(ENDINGS))


def _ending(file_name: str) -> str:
    """Return the ending of a file name, in small letters and without its point; "" if none."""
    stem, _, ending = file_name.rstrip("/").rpartition(".")
    has_stem = bool(stem) and not stem.endswith("/")
    return ending.lower() if has_stem else ""


def as_markdown(view: View, attributed: Attributed, *, front_matter: bool = True) -> str:
    """Return a view as Markdown, in which the application copies and exports."""
    from plan_tui.export import markdown

    return markdown.write(view, attributed, with_front_matter=front_matter)


def as_notes(
    notes: SectionNotes, attributed: Attributed, *, front_matter: bool = True
) -> dict[str, str]:
    """Return notes in Markdown, one a section, and their index, by the names of their files."""
    from plan_tui.export.markdown_notes import note_files

    return note_files(notes, attributed, with_front_matter=front_matter)
