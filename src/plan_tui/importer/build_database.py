"""From the sources to the finished database, in one go."""

from __future__ import annotations

from pathlib import Path

from plan_tui import __version__
from plan_tui.importer.assembler import assemble
from plan_tui.importer.blamed_file import blame_on_file
from plan_tui.importer.english_titles import add_english_titles
from plan_tui.importer.fact_rows import add_facts
from plan_tui.importer.linking.link_rows import add_links
from plan_tui.importer.reading_rows import add_readings
from plan_tui.importer.results import add_results
from plan_tui.model.parsed import ParsedDocument
from plan_tui.parse.registry import parse
from plan_tui.sources.manifest import TABLES, Manifest, Source, read_manifest
from plan_tui.store.database_rows import DatabaseRows
from plan_tui.store.locate import SCHEMA_VERSION
from plan_tui.store.source_rows import MetaRow
from plan_tui.store.write import write_database


def build_database(data: Path, target: Path) -> None:
    """Build ``target`` from ``data`` (the folder that holds ``sources/manifest.toml``).

    Raises:
        DataError: a source is missing or is not what the manifest says, or the rows break
            the schema. An existing ``target`` is replaced only by a whole new database.

    """
    manifest = manifest_of(data)
    rows = parsed_rows(manifest)
    add_english_titles(rows, data / "titles_en.toml")
    add_facts(rows)
    add_links(rows, data / "crosswalk.toml")
    add_readings(rows, data)
    rows.meta = _meta_rows(manifest)
    write_database(target, rows, add_results)


def lacking_tables(data: Path) -> list[str]:
    """Return the names of the hand-kept tables that a data folder does not have."""
    return [name for name in TABLES if not (data / name).exists()]


def manifest_of(data: Path) -> Manifest:
    """Return the manifest of a data folder, with the texts of its sources.

    Raises:
        DataError: a source is missing or is not what the manifest says.

    """
    return read_manifest(data / "sources" / "manifest.toml")


def parsed_rows(manifest: Manifest) -> DatabaseRows:
    """Return the rows that follow from each source alone, as `assemble` lays them out.

    Raises:
        DataError: a source cannot be understood.

    """
    return assemble(manifest, map(_parsed, manifest.sources))


def _parsed(source: Source) -> ParsedDocument:
    with blame_on_file(Path(source.file)):
        return parse(source.layout, source.text, source.edits.lines)


def _meta_rows(manifest: Manifest) -> list[MetaRow]:
    values = {
        "schema_version": str(SCHEMA_VERSION),
        "package_version": __version__,
        "sources_sha256": manifest.digest(),
        "licence": manifest.licence,
        "url": manifest.url,
    }
    for number, line in enumerate(manifest.attribution, 1):
        values[f"attribution_{number}"] = line
    for number, line in enumerate(manifest.attribution_en, 1):
        values[f"attribution_en_{number}"] = line
    return [MetaRow(key=key, value=value) for key, value in sorted(values.items())]
