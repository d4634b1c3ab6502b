"""Ranked hits of a query."""

from __future__ import annotations

from plan_tui.errors import UsageError
from plan_tui.text.language import Language, Phrase
from plan_tui.text.record import record
from plan_tui.views.section_records import SECTION_COLUMNS, section_record
from plan_tui.views.view import NO_MATCH, View, limit_words, no_paint, query_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from plan_tui.model.records import Attribution
    from plan_tui.model.rich_document import Content, RichDocument
    from plan_tui.search.hits import Hit, SearchResult
    from plan_tui.store.plan import Plan
    from plan_tui.views.view import Paint, Record

_TITLE = Phrase("検索：{query}", "Search: {query}")
_HITS = Phrase("{total}件中{shown}件", "{shown} of {total} {total:hit|hits}")
_FOUND_IN = Phrase("一致箇所", "found in")
_BETWEEN = Phrase("。", "; ")
_EMPTY = Phrase(
    "検索語が空です。語か絞り込みを書いてください", "the query is empty; type words or filters"
)
_UNFILTERED = Phrase("絞り込みがなければ：{titles}", "without the filters: {titles}")
_TRIED = Phrase("試した探し方：{ways}", "tried: {ways}")
_NEAREST = Phrase("近いもの：{titles}", "nearest: {titles}")
_NEAREST_NAMED = 3
"""Nearest sections that are named where nothing matched: as many as stay readable on one line."""


@record
class SearchView(View):
    """The hits of one query, best first."""

    result: SearchResult
    limit: int | None = None

    columns = (
        *SECTION_COLUMNS,
        "score",
        "matched",
        "why",
        "snippet",
        "similar",
        "without",
        "newest",
        "title_en",
    )

    @property
    def words(self) -> tuple[str, ...]:
        """The command's words."""
        return ("search", *query_words(self.result.query, *limit_words(self.limit)))

    @property
    def nothing(self) -> str:
        """What was tried in vain, and what comes nearest."""
        result = self.result
        if result.hits:
            return ""
        from plan_tui.labels.hit_reasons import SEARCH_TIERS
        from plan_tui.labels.punctuation import listed
        from plan_tui.model import headings

        parts = [NO_MATCH.of(query=result.query).say(self.language)]
        if result.tried:
            names = [SEARCH_TIERS[tier].say(self.language) for tier in result.tried]
            ways = listed(names, self.language)
            parts.append(_TRIED.say(self.language, ways=ways))
        if result.nearest:
            phrase = _NEAREST if result.tried else _UNFILTERED
            nearest = result.nearest[:_NEAREST_NAMED]
            shown = (headings.title(hit.section, self.language) for hit in nearest)
            keys = (hit.section.key for hit in nearest)
            titles = listed(map("{} ({})".format, shown, keys), self.language)
            parts.append(phrase.say(self.language, titles=titles))
        return _BETWEEN.say(self.language).join(parts)

    def records(self) -> list[Record]:
        """Return one record a hit, best first; marks are character ranges."""
        return [
            section_record(hit.section)
            | {
                "score": round(hit.score, 4),
                "matched": hit.matched,
                "why": hit.why,
                "similar": hit.similar,
                "without": list(hit.without),
                "snippet": hit.snippet,
                "newest": hit.newest.key if hit.newest else None,
                "marks": [list(mark) for mark in hit.marks],
                "title_marks": [list(mark) for mark in hit.title_marks],
            }
            for hit in self.result.hits[:]
        ]

    def text(self, paint: Paint = no_paint) -> str:
        """Return the hits: key and heading, then how it was found and the words around it.

        Similar ones stand below a line of their own.
        """
        from plan_tui.labels.hit_reasons import SIMILAR, found_by, left_out, newest
        from plan_tui.labels.punctuation import named
        from plan_tui.text.width import pad, width
        from plan_tui.views.text_lines import joined_lines, on_one_line

        hits = self.result.hits[:]
        columns = max((width(hit.section.key) for hit in hits), default=0) + 2
        note = left_out(self.result, self.language)
        lines = [paint("dim", on_one_line(note)), ""] if note else []
        first_similar = next((n for n, hit in enumerate(hits) if hit.similar), None)
        for number, hit in enumerate(hits):
            if number == first_similar:
                lines += [
                    *([""] if lines else []),
                    paint("dim", named(SIMILAR.say(self.language), "", self.language).strip()),
                ]
            key = paint("key", pad(hit.section.key, columns))
            lines.append(f"{key}{self._heading(hit, paint)}")
            where = paint("dim", f"[{on_one_line(found_by(hit, self.language))}]")
            lines.append(f"{' ' * columns}{where} {_snippet(hit, paint)}")
            if counterpart := newest(hit, self.language):
                lines.append(f"{' ' * columns}{paint('dim', on_one_line(counterpart))}")
        return joined_lines(lines)

    def _heading(self, hit: Hit, paint: Paint) -> str:
        from plan_tui.model.inserted_marks import with_ranges

        section = hit.section
        label = paint("head", f"{section.label} ".lstrip())
        if self.language is Language.EN and section.title_en:
            return label + section.title_en
        parts = with_ranges(section.title, hit.title_marks, str, lambda t: paint("match", t))
        return label + "".join(parts)

    def document(self, attribution: Attribution) -> RichDocument:
        """Return the hits with their citations and the words around each match, quoted."""
        from plan_tui.labels.hit_reasons import found_by, left_out, newest, total
        from plan_tui.labels.punctuation import in_brackets, named
        from plan_tui.model import headings
        from plan_tui.model.rich_document import ParagraphKind, run
        from plan_tui.views.document_builder import DocumentBuilder

        builder = DocumentBuilder(self.language)
        builder.heading(1, _TITLE.say(self.language, query=self.result.query))
        shown, all_hits = len(self.result.hits), total(self.result, self.language)
        builder.paragraph(_HITS.say(self.language, shown=shown, total=all_hits))
        if note := left_out(self.result, self.language):
            builder.paragraph(note)
        for hit in self.result.hits[:]:
            builder.heading(2, headings.heading(hit.section, self.language))
            why = found_by(hit, self.language)
            words = named(_FOUND_IN.say(self.language), why, self.language)
            where = in_brackets(words, self.language)
            builder.paragraph((*builder.cite(hit.section), *run(where)))
            if counterpart := newest(hit, self.language):
                builder.paragraph(counterpart)
            if hit.snippet != headings.title(hit.section, self.language):
                builder.paragraph(_marked(hit), ParagraphKind.QUOTATION)
        return builder.finish(attribution, self.command)


def _snippet(hit: Hit, paint: Paint) -> str:
    """Return the words around a match; where the title is all that matched, the citation."""
    from plan_tui.model.inserted_marks import with_ranges
    from plan_tui.views.text_lines import on_one_line

    if hit.snippet == hit.section.title:
        return hit.section.citation
    marked = with_ranges(
        hit.snippet, hit.marks, on_one_line, lambda text: paint("match", on_one_line(text))
    )
    return "".join(marked).strip()


def _marked(hit: Hit) -> Content:
    from plan_tui.model.inserted_marks import with_ranges
    from plan_tui.model.rich_document import Markup, run

    parts = with_ranges(hit.snippet, hit.marks, run, lambda text: run(text, Markup.MATCH))
    return tuple(inline for part in parts for inline in part)


def search_view(plan: Plan, language: Language, query: str, limit: int | None = None) -> SearchView:
    """Return the ranked hits of a query, as typed, at most ``limit`` of them.

    Raises:
        UsageError: the query is empty, or a filter is wrong.

    """
    from plan_tui.search.search_index import SearchIndex

    if not query.strip():
        raise UsageError(_EMPTY)
    return SearchView(language, SearchIndex(plan).search(query, limit), limit)
