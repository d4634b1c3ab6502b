"""Review: the suggestions one by one, the likeliest first; a key or two decide on each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from plan_tui.compare.sections.suggested_pairs import (
    ReviewScope,
    beside_each_other,
    decided,
    other_counterpart,
    review_scope,
)
from plan_tui.errors import PlanError
from plan_tui.labels.decision_names import decision_counts
from plan_tui.labels.edition_names import edition_name
from plan_tui.labels.legend_entry import LegendPart
from plan_tui.model import headings
from plan_tui.model.comparison_enums import Extent
from plan_tui.model.decisions import Decision, Pair
from plan_tui.model.records import Section
from plan_tui.store.added_documents import added_to
from plan_tui.text.language import Phrase
from plan_tui.tui import safe
from plan_tui.tui.commands import BY_ID, Scope, bindings
from plan_tui.tui.render.compare import body_lines
from plan_tui.tui.render.comparison_heads import head_lines
from plan_tui.tui.render.comparison_state import STACKED_BELOW, ComparisonState, Side
from plan_tui.tui.render.line import Line, Paragraph, Piece
from plan_tui.tui.render.review import review_lines
from plan_tui.tui.review_round import ReviewRound
from plan_tui.tui.screens.compare import ComparedTexts
from plan_tui.tui.screens.menu import Choice, Menu, letters
from plan_tui.tui.screens.plan_screen import PlanScreen
from plan_tui.tui.screens.section_chooser import SectionChooser
from plan_tui.tui.session import Session
from plan_tui.tui.widgets.key_bar import first_key
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Pane
from plan_tui.views.view import View

PROGRESS = Phrase("{number}／{count}件目", "{number} of {count}")
NO_SUGGESTIONS = Phrase(
    "この版の間に候補はありません。{key} で別の版を選べます。",
    "There are no suggestions between these editions; press {key} to choose others.",
)
ALL_DECIDED = Phrase(
    "全ての候補を判定しました。{key} で戻ります。",
    "All suggestions are decided; press {key} to go back.",
)
NOTHING_TO_UNDO = Phrase("取り消す判定はありません。", "There is no decision to undo.")
NO_MORE = Phrase("これより先に候補はありません。", "This is the last suggestion.")
IN_BROWSER = Phrase("ブラウザーではファイルに書きません。", "In the browser no file is written.")
PART_OF = Phrase("{edition}の一部が対応", "part of the {edition}")
PARTS = Phrase("双方の一部が対応", "parts of both")
WHOLES = Phrase("双方の全体が対応", "both as wholes")
MENTIONS = Phrase("{edition}が言及するだけ", "the {edition} only mentions it")
AGAINST_ALL = Phrase("{edition}と全ての版", "{edition} and all others")
BETWEEN = Phrase("{older}と{newer}", "{older} and {newer}")
OTHER_IN = Phrase("{edition}の「{heading}」に当たる箇所", "Counterpart in the {edition}: {heading}")
_EXTENTS = {
    "earlier": (Extent.PART, Extent.WHOLE),
    "later": (Extent.WHOLE, Extent.PART),
    "both": (Extent.PART, Extent.PART),
    "whole": (Extent.WHOLE, Extent.WHOLE),
    "earlier-mention": (Extent.MENTION, Extent.WHOLE),
    "later-mention": (Extent.WHOLE, Extent.MENTION),
}
"""The answers of the menus → how much of the earlier and of the later section is meant."""


class ReviewLeft(Message):
    """Something was decided in a review from which the reader went back."""


class ReviewScreen(PlanScreen):
    """Shows a suggestion as a comparison of its two sections."""

    STAYS = False

    LEGEND = (
        LegendPart.RELATIONS,
        LegendPart.SUGGESTIONS,
        LegendPart.EXTENTS,
        LegendPart.COUNTERPARTS,
    )
    DEFAULT_CSS = """
    ReviewScreen #heads { height: 2; background: $plan-bar; }
    ReviewScreen.-stacked #heads { height: 4; }
    ReviewScreen #because { height: 4; background: $plan-ground; }
    ReviewScreen.-narrow #because { height: 3; }
    ReviewScreen Pane { height: 1fr; }
    """
    AUTO_FOCUS = "ComparedTexts"
    BINDINGS: ClassVar[list[BindingType]] = bindings(Scope.REVIEW)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.heads = LinePane(ident="heads")
        self.heads.can_focus = False
        self.because = LinePane(ident="because")
        self.because.can_focus = False
        self.texts = ComparedTexts()
        self.pane = Pane(self.texts)
        self.round: ReviewRound | None = None
        self._obstacle: PlanError | None = None
        """Why nothing can be reviewed."""
        self.whole = False
        """True where the sections are shown whole, not only what is suggested."""
        self._state: ComparisonState | None = None

    def body(self) -> ComposeResult:
        """Yield the heads, the reason and the texts."""
        self._stack(self.app.size.width)
        yield self.heads
        yield self.because
        yield self.pane

    def on_mount(self) -> None:
        """Begin with what was added last."""
        self._begin(())

    def _begin(self, editions: Sequence[str]) -> None:
        try:
            self.round = ReviewRound(self.session.plan, review_scope(self.session.plan, editions))
            self._obstacle = None
        except PlanError as error:
            self.round, self._obstacle = None, error
        self._show()

    def translate(self) -> None:
        """Say everything in the language."""
        self._show(keep_place=True)

    def on_resize(self) -> None:
        """Stack the texts where they would be too narrow side by side."""
        self._stack(self.size.width)

    def _stack(self, columns: int) -> None:
        self.set_class(columns < STACKED_BELOW + 3, "-stacked")

    @property
    def current(self) -> Section | None:
        """The earlier section."""
        suggested = self.round.current if self.round else None
        return suggested.earlier if suggested else None

    def view(self) -> View | None:
        """Return the suggestions with what was decided."""
        from plan_tui.views.review import ReviewView, review_rows

        if self.round is None:
            return None
        scope, sections = self.round.scope, self.round.sections
        listed = review_rows(scope, self.round.suggested, self.round.decisions, sections)
        return ReviewView(self.language, scope, listed, sections)

    # Showing

    def _show(self, *, keep_place: bool = False) -> None:
        suggested = self.round.current if self.round else None
        self._state = None
        if suggested is not None:
            view = beside_each_other(self.session.plan, suggested, whole=self.whole)
            sides = tuple(map(Side, view.columns))
            settings = self.session.comparing
            self._state = ComparisonState(
                view,
                sides,
                0,
                self.language,
                settings.layer,
                settings.notation,
                rebound=self.app.rebound,
            )
        self.heads.show(self._heads)
        self.because.show(self._because)
        self.texts.show(self._texts, keep_place=keep_place)
        self._say()
        self.refresh_bindings()

    def _heads(self, columns: int) -> Sequence[Line]:
        return head_lines(self._state, columns) if self._state else ()

    def _because(self, columns: int) -> Sequence[Line]:
        suggested = self.round.current if self.round else None
        if self.round is None or suggested is None:
            return ()
        return review_lines(
            suggested,
            self.round.decision,
            columns,
            self.language,
            whole=self.whole,
        )

    def _texts(self, columns: int) -> Sequence[Line]:
        if self._state is not None:
            return body_lines(self._state, columns)
        if self._obstacle:
            words = self._obstacle.say(self.language)
        else:
            key = first_key(self.app, "review-editions")
            words = NO_SUGGESTIONS.say(self.language, key=key)
        return Paragraph(words, role="warning").lines(columns)

    def _say(self) -> None:
        name = BY_ID["review"].name.say(self.language)
        left = [Piece(f"{name}  ", "strong")]
        right: list[Piece] = []
        if self.round is not None:
            left.append(Piece(self._scope_name(self.round.scope)))
            right = [Piece(decision_counts(self.round.made, self.language), "strong")]
            if self.round.suggested:
                count = len(self.round.suggested)
                words = PROGRESS.say(self.language, number=self.round.number + 1, count=count)
                right.insert(0, Piece(f"{words}  ", "mark"))
        self.pane.bar.say(left, right, left[:1])

    def _scope_name(self, scope: ReviewScope) -> str:
        if len(scope.others) > 1:
            return AGAINST_ALL.say(self.language, edition=edition_name(scope.home, self.language))
        return self._pair_name(*scope.editions)

    def _pair_name(self, *editions: str) -> str:
        names = sorted(editions, key=lambda name: self.session.ordinals[name])
        older, newer = (edition_name(name, self.language) for name in names)
        return BETWEEN.say(self.language, older=older, newer=newer)

    # Deciding

    def action_accept(self) -> None:
        """Accept the suggestion as it is."""
        self._decide()

    def action_reject(self) -> None:
        """Reject the suggestion."""
        self._decide(apart=True)

    def action_accept_part(self) -> None:
        """Choose how much of either is meant."""
        self._ask_extents("accept-part", ("earlier", "later", "both", "whole"))

    def action_accept_mention(self) -> None:
        """Choose which of both only mentions the matter."""
        self._ask_extents("accept-mention", ("later-mention", "earlier-mention"))

    def _ask_extents(self, command_id: str, answers: Sequence[str]) -> None:
        suggested = self.round.current if self.round else None
        if suggested is None:
            return
        ends = suggested.earlier.edition_id, suggested.later.edition_id
        earlier, later = (edition_name(edition, self.language) for edition in ends)
        names = {
            "earlier": PART_OF.say(self.language, edition=earlier),
            "later": PART_OF.say(self.language, edition=later),
            "both": PARTS.say(self.language),
            "whole": WHOLES.say(self.language),
            "earlier-mention": MENTIONS.say(self.language, edition=earlier),
            "later-mention": MENTIONS.say(self.language, edition=later),
        }
        lettered = zip(letters(len(answers)), answers, strict=True)
        choices = [Choice(key, (Piece(names[answer]),), answer) for key, answer in lettered]
        title = BY_ID[command_id].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_extents)

    def _take_extents(self, answer: str | None) -> None:
        if answer is not None:
            self._decide(_EXTENTS[answer])

    def _decide(self, extents: tuple[Extent, Extent] | None = None, *, apart: bool = False) -> None:
        suggested = self.round.current if self.round else None
        if suggested is not None:
            decision = decided(self.session.plan, suggested, extents, apart=apart)
            self._write({suggested.pair: decision})

    def _write(self, changes: Mapping[Pair, Decision]) -> None:
        assert self.round is not None
        if not self.app.may_write:
            safe.notice(self.app, IN_BROWSER.say(self.language))
            return
        try:
            self.round.decide(changes)
        except PlanError as error:
            safe.notice(self.app, error.say(self.language), "error")
            return
        self._show()
        if self.round.is_over:
            safe.notice(self.app, ALL_DECIDED.say(self.language, key=first_key(self.app, "back")))

    def action_other_counterpart(self) -> None:
        """Look for the section that is the counterpart in place of this one."""
        suggested = self.round.current if self.round else None
        if self.round is None or suggested is None:
            return
        is_home = suggested.earlier.edition_id == self.round.scope.home
        new, other = (
            (suggested.earlier, suggested.later)
            if is_home
            else (suggested.later, suggested.earlier)
        )
        offered = self.round.others_suggested(new, other)
        edition = edition_name(other.edition_id, self.language)
        title = OTHER_IN.say(
            self.language, edition=edition, heading=headings.heading(new, self.language)
        )
        chooser = SectionChooser(self.session, self.language, title, other.edition_id, offered)
        self.app.push_screen(chooser, self._take_other)

    def _take_other(self, key: str | None) -> None:
        suggested = self.round.current if self.round else None
        if key is None or self.round is None or suggested is None:
            return
        chosen = self.session.plan.section(key)
        if chosen in (suggested.earlier, suggested.later):
            self._decide()
            return
        rejected = decided(self.session.plan, suggested, None, apart=True)
        accepted = other_counterpart(suggested, self.round.scope, chosen)
        self._write({suggested.pair: rejected, accepted.pair: accepted})

    def action_undo(self) -> None:
        """Take the last decision back, and go to its suggestion."""
        try:
            undone = self.round is not None and self.round.undo()
        except PlanError as error:
            safe.notice(self.app, error.say(self.language), "error")
            return
        if undone:
            self._show()
        else:
            safe.notice(self.app, NOTHING_TO_UNDO.say(self.language))

    # Going on

    def action_skip(self) -> None:
        """Go to the next suggestion."""
        self._step(1)

    def action_previous_suggestion(self) -> None:
        """Go to the suggestion before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if self.round is not None and self.round.step(step):
            self._show()
        else:
            safe.notice(self.app, NO_MORE.say(self.language))

    def action_whole_texts(self) -> None:
        """Show the sections whole, or what is suggested of them."""
        self.whole = not self.whole
        self._show()

    def action_review_editions(self) -> None:
        """Choose one edition to review against all, or two."""
        editions = [edition.id for edition in self.session.plan.editions()]
        added = {document.edition for document in added_to(self.session.plan)}
        pairs = sorted(combinations(editions, 2), key=added.isdisjoint)
        editions.sort(key=lambda edition: edition not in added)
        names = [
            AGAINST_ALL.say(self.language, edition=edition_name(edition, self.language))
            for edition in editions
        ]
        names += [self._pair_name(*pair) for pair in pairs]
        scopes = [*((edition,) for edition in editions), *pairs]
        lettered = zip(letters(len(scopes)), names, scopes, strict=True)
        choices = [Choice(key, (Piece(name),), " ".join(scope)) for key, name, scope in lettered]
        title = BY_ID["review-editions"].name.say(self.language)
        self.app.push_screen(Menu(self.language, title, choices), self._take_editions)

    def _take_editions(self, answer: str | None) -> None:
        if answer is not None:
            self._begin(answer.split())

    def went_back(self) -> None:
        """Let decisions be taken over."""
        if self.round is not None and self.round.has_changed:
            self.app.post_message(ReviewLeft())
