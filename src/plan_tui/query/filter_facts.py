"""What filters ask of the stored plan."""

from __future__ import annotations

from functools import cached_property

from plan_tui.store.filter_queries import facts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from plan_tui.model.place_notes import NotedPlace, OwnNotes
    from plan_tui.model.records import Section
    from plan_tui.model.section_facts import LinkedSections, SectionFacts, StatedRelation
    from plan_tui.store.plan import Plan


class FilterFacts:
    """The answers to filters. Each is read from the database once, when it is first asked for.

    Belongs to its plan's thread.
    """

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._noted: tuple[OwnNotes, dict[str, list[NotedPlace]]] | None = None

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in reading order, documents oldest first."""
        return self._plan.sections()

    @cached_property
    def editions(self) -> frozenset[str]:
        """The ids of all editions."""
        return frozenset(edition.id for edition in self._plan.editions())

    @cached_property
    def edition_months(self) -> dict[str, str]:
        """The month of an edition's decision (``2021-06``) → its id."""
        return {edition.decided_on[:7]: edition.id for edition in self._plan.editions()}

    @cached_property
    def document_names(self) -> dict[str, tuple[str, ...]]:
        """The id of each document → its Japanese names: edition and kind, kind, title."""
        from plan_tui.query.value_names import DOCUMENT_KIND_NAMES
        from plan_tui.text.day_names import in_japanese

        return {
            document.id: (
                f"{in_japanese(document.edition_id)}{DOCUMENT_KIND_NAMES[document.kind]}",
                DOCUMENT_KIND_NAMES[document.kind],
                document.title,
            )
            for document in self._plan.documents()
        }

    @cached_property
    def documents(self) -> frozenset[str]:
        """The ids of all documents."""
        return frozenset(document.id for document in self._plan.documents())

    @cached_property
    def about_sections(self) -> SectionFacts:
        """Chapters, numbers, KPIs and target dates, and what sections have."""
        return facts(self._plan)

    @cached_property
    def linked(self) -> LinkedSections:
        """How much of sections is meant by asserted links, and what they share."""
        from plan_tui.store.crosswalk_queries import linked_sections

        return linked_sections(self._plan)

    @cached_property
    def stated(self) -> dict[int, tuple[StatedRelation, ...]]:
        """Section id → what each other edition has of it, oldest first."""
        from plan_tui.store.crosswalk_queries import stated_relations

        return stated_relations(self._plan)

    @cached_property
    def usual_editions(self) -> tuple[str, ...]:
        """The ids of the editions that are compared unless others are asked for."""
        from plan_tui.store.edition_lookup import usual_editions

        return usual_editions(self._plan)

    def noted(self) -> Mapping[str, Sequence[NotedPlace]]:
        """Return the reader's notes by the keys of their sections, as they are kept now.

        Raises:
            DataError: the file of the notes cannot be read, or an entry of it is at fault.

        """
        # Only filters on notes read their file, and what reads it.
        from plan_tui.store.noted_places import by_section, noted_places
        from plan_tui.store.own_notes import kept_notes

        notes = kept_notes()
        if self._noted is None or self._noted[0] is not notes:
            self._noted = notes, by_section(noted_places(self._plan, notes))
        return self._noted[1]

    def inside(self, key: str) -> frozenset[int]:
        """Return the ids of the section with this key and of all sections below it.

        Raises:
            UsageError: no section has the key.

        """
        if key not in self._inside:
            self._plan.section(key)  # raises the error that says where keys are found
        return self._inside[key]

    @cached_property
    def _inside(self) -> dict[str, frozenset[int]]:
        """Section key → ids of the section and all below it."""
        paths: dict[int, tuple[int, ...]] = {}
        inside: dict[int, set[int]] = {section.id: set() for section in self.sections}
        for section in self.sections:
            paths[section.id] = (*paths.get(section.parent_id or 0, ()), section.id)
            for ancestor in paths[section.id]:
                inside[ancestor].add(section.id)
        return {section.key: frozenset(inside[section.id]) for section in self.sections}
