"""From the sources to the finished database, in one go."""

from __future__ import annotations

from pathlib import Path

from plan_tui import __version__
from plan_tui.importer.assembler import Assembler
from plan_tui.importer.english_titles import add_english_titles
from plan_tui.importer.fact_rows import add_facts
from plan_tui.importer.linking.link_rows import link_rows
from plan_tui.importer.readings import add_readings
from plan_tui.parse.registry import parse
from plan_tui.sources.manifest import Manifest, read_manifest
from plan_tui.store.schema import SCHEMA_VERSION
from plan_tui.store.write import write_database


def build_database(data: Path, target: Path) -> None:
    """Build ``target`` from ``data`` (the folder that holds ``sources/manifest.toml``).

    Raises:
        DataError: a source is missing or is not what the manifest says, or the rows break
            the schema. An existing ``target`` is replaced only by a whole new database.

    """
    manifest = read_manifest(data / "sources" / "manifest.toml")
    assembler = Assembler(manifest)
    for source in manifest.sources:
        assembler.add(source, parse(source.layout, source.lines))
    add_english_titles(assembler.rows["sections"], data / "titles_en.toml")
    add_facts(assembler.rows)
    link_rows(assembler.rows, data / "crosswalk.toml")
    add_readings(assembler.rows, data)
    assembler.rows["meta"] = _meta(manifest)
    write_database(target, assembler.rows)


def _meta(manifest: Manifest) -> list[dict[str, str]]:
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
    return [{"key": key, "value": value} for key, value in sorted(values.items())]
