"""The windows in which a note on a place, or the name of a search, is typed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input

from plan_tui.model.place_notes import TAG_SIGN, TypedNote, plain_name, typed_note
from plan_tui.query.completion import Completion
from plan_tui.query.pasted_lines import in_one_line
from plan_tui.text.language import Language, Phrase
from plan_tui.tui.render.line import Paragraph, Piece
from plan_tui.tui.screens.plan_screen import Dialog
from plan_tui.tui.widgets.line_pane import LinePane
from plan_tui.tui.widgets.pane import Bar
from plan_tui.tui.widgets.query_input import QueryInput

KEYS = Phrase("Enter 保存　Esc やめる", "Enter saves, Esc cancels")
NOTE = Phrase("メモ", "Note")
TAGS = Phrase("タグ", "Tags")
NAME = Phrase("名前", "Name")
NOTE_HINT = Phrase("文（#で始まる語はタグ）", "text; words that begin with # are tags")
TAGS_HINT = Phrase("例：要確認 予算", "such as: todo budget")
ADVICE = Phrase(
    "上下キー 行を移る（最後の行の下に次の行）　全て空にして保存するとメモは消えます。",
    "Up and down move between the lines; below the last one a new line begins. Saving an "
    "empty note removes it.",
)
COMPLETIONS = Phrase("Tab：{names}", "Tab: {names}")
NAME_HINT = Phrase("例：期限の近いもの", "such as: due soon")
NO_NAME = Phrase("名前を入力してください。", "Type a name.")
IN_USE = Phrase(
    "この名前は {command} に付いています。もう一度 Enter を押すと置き換えます。",
    "{command} already has this name. Press Enter again to replace it.",
)
SAVED = "saved"
"""The answer of a window in which something was typed."""
_LEAST_LINES = 2
_MOST_PASTED = 100
"""Lines of a pasted text that each get a box of their own."""
_MOST_OFFERED = 6
"""Tags that are offered at once: as many as have room on the line below the boxes."""
_LAST_WORD = re.compile(r"[^\s,、|]*\Z")


class TagBox(QueryInput):
    """A box for tags; the one that is being typed can be completed."""

    def action_complete(self) -> None:
        """Complete the last tag; a blank follows."""
        self.put(f"{self.completions[0].text} ")


class LineBox(QueryInput):
    """A box for a line of a note, into which several lines can be pasted."""

    class LinesPasted(Message):
        """Several lines were pasted; the box is that of the first."""

        def __init__(self, box: LineBox, lines: Sequence[str]) -> None:
            super().__init__()
            self.box = box
            self.lines = lines

    def on_paste(self, event: events.Paste) -> None:
        """Keep the lines of a text apart; a text of too many is one line, as in every box."""
        lines = event.text.strip("\r\n").splitlines()
        if 1 < len(lines) <= _MOST_PASTED:
            event.prevent_default()
            event.stop()
            self.post_message(self.LinesPasted(self, [*map(in_one_line, lines)]))


class TypingDialog(Dialog):
    """A window with boxes to type in and a remark below them."""

    DEFAULT_CSS = """
    TypingDialog Horizontal { height: 1; }
    TypingDialog Horizontal > Bar { width: 8; background: $plan-pane; }
    TypingDialog QueryInput { width: 1fr; background: $plan-ground; }
    TypingDialog LinePane { height: 2; margin-top: 1; }
    """
    AUTO_FOCUS = "QueryInput"

    def __init__(self, language: Language, title: str) -> None:
        super().__init__(language)
        self._title = title
        self.title_bar = Bar()
        self.note = LinePane()
        self.note.can_focus = False

    def on_mount(self) -> None:
        """Say what is asked, and which keys answer."""
        self.title_bar.press(active=True)
        self.title_bar.say([Piece(self._title, "strong")], [Piece(KEYS.say(self.language))])

    def remark(self, words: str, role: str) -> None:
        """Say something below the boxes."""
        self.note.show(lambda columns: Paragraph(words, role=role).lines(columns))

    @on(LinePane.Typeset)
    def _fit(self) -> None:
        """Make the remark as high as its lines."""
        self.note.styles.height = max(2, len(self.note.lines))

    @on(QueryInput.Left)
    def _leave(self) -> None:
        self.dismiss(None)


class NoteDialog(TypingDialog):
    """Answers `SAVED`, even of nothing typed, which takes the note out; `typed` is what was."""

    DEFAULT_CSS = """
    NoteDialog VerticalScroll { height: auto; max-height: 8; }
    """

    def __init__(
        self,
        language: Language,
        title: str,
        before: TypedNote,
        known_tags: Sequence[str],
        warning: str = "",
    ) -> None:
        """Ask for a note.

        Args:
            language: of the words.
            title: what the note is on.
            before: the note that is there.
            known_tags: to complete tags, the most frequent first.
            warning: what became of the place; empty for nothing.

        """
        super().__init__(language, title)
        self._known_tags = known_tags
        self._warning = warning
        lines = before.text.split("\n") if before.text else []
        lines += [""] * max(1 if lines else 0, _LEAST_LINES - len(lines))
        self.lines = [self._line_box(line) for line in lines]
        self.tags = TagBox(self._complete)
        self._tags_before = " ".join(f"{TAG_SIGN}{tag}" for tag in before.tags)

    @property
    def typed(self) -> TypedNote:
        """The text and the tags."""
        return typed_note((box.value for box in self.lines), [self.tags.value])

    def compose(self) -> ComposeResult:
        """Yield the title, a box for each line, one for the tags, and advice."""
        with Vertical(classes="window"):
            yield self.title_bar
            scroll = VerticalScroll(*(Horizontal(Bar(), box) for box in self.lines))
            scroll.can_focus = False
            yield scroll
            with Horizontal():
                yield Bar(ident="tags-label")
                yield self.tags
            yield self.note

    def on_mount(self) -> None:
        """Say what is asked for in each box, and put in what is there."""
        label = self.query_one(VerticalScroll).query(Bar).first()
        label.say([Piece(NOTE.say(self.language), "label")])
        self.query_one("#tags-label", Bar).say([Piece(TAGS.say(self.language), "label")])
        self.lines[0].hint = NOTE_HINT.say(self.language)
        self.tags.hint = TAGS_HINT.say(self.language)
        self.tags.put(self._tags_before)
        self.lines[0].cursor_position = len(self.lines[0].value)
        self._say()

    def _line_box(self, line: str) -> LineBox:
        box = LineBox()
        box.put(line)
        return box

    def _say(self) -> None:
        """Say what the tags can be completed to, else what became of the place, and advice."""
        offered = [completion.word for completion in self.tags.completions]
        words, role = ADVICE.say(self.language), "muted"
        if offered:
            words = COMPLETIONS.say(self.language, names="  ".join(offered))
        elif self._warning:
            words, role = self._warning, "warning"
        self.remark(words, role)

    def _complete(self, value: str) -> None:
        begun = plain_name(_LAST_WORD.findall(value)[0]).lstrip(TAG_SIGN)
        head = _LAST_WORD.sub("", value)
        there = set(map(plain_name, typed_note((), [head]).tags))
        tags = [tag for tag in self._known_tags if plain_name(tag) not in there]
        offered = [tag for tag in tags if begun and plain_name(tag).startswith(begun)]
        self.tags.set_completions(
            [Completion(f"{head}{TAG_SIGN}{t}", t, None) for t in offered[:_MOST_OFFERED]]
        )
        if self.is_attached and self.note.is_attached:
            self._say()

    @on(LineBox.LinesPasted)
    async def _put_lines(self, message: LineBox.LinesPasted) -> None:
        """Put pasted lines where the cursor is; what stood behind it ends the last of them."""
        box, (first, *others) = message.box, message.lines
        start, end = sorted(box.selection)
        before, behind = box.value[:start], box.value[end:]
        box.put(f"{before}{first}")
        below = [self._line_box(line) for line in others]
        at = self.lines.index(box) + 1
        self.lines[at:at] = below
        rows = [Horizontal(Bar(), each) for each in below]
        await self.query_one(VerticalScroll).mount(*rows, after=at - 1)
        last = below[-1]
        last.value += behind
        last.focus()

    @on(QueryInput.Moved)
    async def _move(self, message: QueryInput.Moved) -> None:
        boxes = [*self.lines, self.tags]
        at = next((number for number, box in enumerate(boxes) if box.has_focus), 0)
        is_last = at == len(self.lines) - 1
        if message.step > 0 and is_last and self.lines[at].value.strip():
            box = self._line_box("")
            self.lines.append(box)
            await self.query_one(VerticalScroll).mount(Horizontal(Bar(), box))
            box.focus()
        else:
            boxes[max(0, min(at + message.step, len(boxes) - 1))].focus()

    @on(Input.Submitted)
    def _save(self) -> None:
        self.dismiss(SAVED)


class NameDialog(TypingDialog):
    """Answers with the name that was typed for a search."""

    def __init__(
        self, language: Language, title: str, command: str, before: str, used: dict[str, str]
    ) -> None:
        """Ask for a name.

        Args:
            language: of the words.
            title: of the window.
            command: the command line that is named.
            before: the name that is offered.
            used: names that others have, as `plain_name` gives them → their command lines.

        """
        super().__init__(language, title)
        self._command = command
        self._before = before
        self._used = used
        self._warned_of = ""
        self.box = QueryInput(self._changed)

    def compose(self) -> ComposeResult:
        """Yield the title, the box and the command."""
        with Vertical(classes="window"):
            yield self.title_bar
            with Horizontal():
                yield Bar(ident="name-label")
                yield self.box
            yield self.note

    def on_mount(self) -> None:
        """Say what is asked for in the box, and what is named."""
        self.query_one("#name-label", Bar).say([Piece(NAME.say(self.language), "label")])
        self.box.hint = NAME_HINT.say(self.language)
        self.box.put(self._before)
        self.box.select_all()
        self.remark(self._command, "muted")

    def _changed(self, value: str) -> None:
        if self._warned_of and plain_name(value) != self._warned_of:
            self._warned_of = ""
            self.remark(self._command, "muted")

    @on(Input.Submitted)
    def _save(self) -> None:
        name = plain_name(self.box.value)
        if not name:
            self.remark(NO_NAME.say(self.language), "unset")
        elif name in self._used and name != self._warned_of:
            self._warned_of = name
            self.remark(IN_USE.say(self.language, command=self._used[name]), "unset")
        else:
            self.dismiss(self.box.value.strip())
