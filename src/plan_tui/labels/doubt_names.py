"""What the proof of understanding says of each doubt, and the corrections a reader can make."""

from __future__ import annotations

from plan_tui.labels.punctuation import COMMA
from plan_tui.model.doubts import Doubt, DoubtKind, Severity, Understanding
from plan_tui.model.edits import EditKind
from plan_tui.text.language import Phrase, joined

SEVERITIES: dict[Severity, Phrase] = {
    Severity.ERROR: Phrase("誤り", "error"),
    Severity.WARNING: Phrase("注意", "warning"),
    Severity.NOTE: Phrase("情報", "note"),
}
DOUBT_SENTENCES: dict[DoubtKind, Phrase] = {
    DoubtKind.CONTENTS_FOUND: Phrase(
        "目次の項目{expected}件のうち、見出しが本文にあるもの{found}件",
        "of the contents ({expected}) {found} with a heading in the text",
    ),
    DoubtKind.CONTENTS_MISSING: Phrase(
        "本文に見出しのない目次の項目：{expected}",
        "a contents entry has no heading in the text: {expected}",
    ),
    DoubtKind.CONTENTS_ORDER: Phrase(
        "目次と順序の違う見出し：{found}（目次では「{expected}」）",
        "a heading in another order than in the contents: {found} (contents: '{expected}')",
    ),
    DoubtKind.CONTENTS_PAGE: Phrase(
        "目次と違うページにある見出し：{expected}（実際は{found}ページ）",
        "a heading on another page than its contents entry says: {expected}; it is on p. {found}",
    ),
    DoubtKind.CONTENTS_BEYOND: Phrase(
        "このファイルの最後のページより後にある目次の項目{found}件（「{expected}」から）",
        "contents entries beyond the last page of this file: {found}, from '{expected}' on",
    ),
    DoubtKind.CONTENTS_LACKING: Phrase(
        "目次にない見出し：{found}", "a heading that the contents page does not name: {found}"
    ),
    DoubtKind.FOOTNOTES_FOUND: Phrase(
        "脚注{expected}件のうち、本体と注番号があるもの{found}件",
        "of the footnotes ({expected}) {found} with one text and a mark",
    ),
    DoubtKind.FOOTNOTE_MISSING: Phrase(
        "本体も注番号も見つからない脚注：{expected}",
        "footnote {expected} has neither text nor mark",
    ),
    DoubtKind.FOOTNOTE_TWICE: Phrase(
        "同じ番号の脚注：{found}", "several footnotes with the same number: {found}"
    ),
    DoubtKind.FOOTNOTE_UNMARKED: Phrase(
        "注番号が本文に見つからない脚注：{expected}", "footnote {expected} has no mark in the text"
    ),
    DoubtKind.FOOTNOTE_MARKED_TWICE: Phrase(
        "脚注の注番号が本文に複数ある：{found}", "several marks of the same footnote: {found}"
    ),
    DoubtKind.MARK_WITHOUT_FOOTNOTE: Phrase(
        "脚注の本体が見つからない注番号：{expected}", "mark {expected} has no footnote"
    ),
    DoubtKind.PAGE_NUMBER_GAP: Phrase(
        "続かないページ番号：{expected}のところに{found}",
        "page numbers do not follow on: {expected} expected, {found} there",
    ),
    DoubtKind.BARE_NUMBER: Phrase(
        "数字だけの段落：{found}", "a paragraph that is only a number: {found}"
    ),
    DoubtKind.NOTE_IN_TEXT: Phrase(
        "脚注のように始まる段落：{found}", "a paragraph that begins like a footnote: {found}"
    ),
    DoubtKind.LONG_SECTION: Phrase(
        "長すぎる本文（1つの見出しで全体の{expected}以下のはず）：{found}",
        "the text of one heading is too large a share ({expected} at most): {found}",
    ),
    DoubtKind.NUMBERING: Phrase(
        "続かない見出しの番号：{expected}のところに「{found}」",
        "a heading's number does not follow on: {expected} expected, '{found}' there",
    ),
    DoubtKind.HEADING_IN_TEXT: Phrase(
        "見出しのように見える本文の行：{found}",
        "a line of the text that looks like a heading: {found}",
    ),
    DoubtKind.NO_NUMBERING: Phrase(
        "見出しの番号も目次もなく、見出しの漏れは確認不能",
        "neither numbers nor a contents page tell whether a heading is missing",
    ),
    DoubtKind.SPLIT_PARAGRAPH: Phrase(
        "文の途中で切れた段落：{found}", "a paragraph broken off within a sentence: {found}"
    ),
    DoubtKind.JOINED_PARAGRAPH: Phrase(
        "長すぎる段落（{expected}字のはず）：{found}",
        "a paragraph that is too long (at most {expected} expected): {found}",
    ),
    DoubtKind.LONG_TITLE: Phrase(
        "文のような、又は長すぎる見出し：{found}",
        "a heading that reads like a sentence or is too long: {found}",
    ),
    DoubtKind.TORN_TITLE: Phrase(
        "語がない、又は途中で切れた見出し：{found}",
        "a heading without words, or broken off: {found}",
    ),
    DoubtKind.UNREADABLE: Phrase("読めない文字：{found}", "unreadable characters: {found}"),
    DoubtKind.NO_TEXT: Phrase("文字のないページ：{found}", "pages without text: {found}"),
    DoubtKind.WRONG_LAYOUT: Phrase(
        "文書の種類の不一致：{expected}のところが{found}",
        "the kind of document does not fit: {expected} expected, {found} there",
    ),
    DoubtKind.EDIT_WITHOUT_PLACE: Phrase(
        "当てはまる行が1つに決まらない訂正：{expected}（{found}）",
        "a correction that fits no single line: {expected} ({found})",
    ),
}
"""Kind of doubt → a sentence with what was expected and what is there."""
_MOST_DIGITS = 9
"""Of a count of characters; what has more, in a damaged database, is none."""
_HARDLY_ANY = Phrase(
    "文字がほとんどない文書：全体で{count}字",
    "hardly any text: {count} {count:character|characters} in all",
)
EDIT_KINDS: dict[EditKind, Phrase] = {
    EditKind.HEADING: Phrase("見出し", "heading"),
    EditKind.NOT_HEADING: Phrase("見出し以外", "not a heading"),
    EditKind.NOTE: Phrase("脚注", "footnote"),
    EditKind.NOT_NOTE: Phrase("脚注以外", "not a footnote"),
    EditKind.FURNITURE: Phrase("ページ番号・柱", "page number or running head"),
    EditKind.NOT_FURNITURE: Phrase("ページ番号・柱以外", "not a page number or running head"),
    EditKind.JOIN: Phrase("前の行の続き", "continues the line before"),
    EditKind.SPLIT: Phrase("新しい段落の始まり", "begins a new paragraph"),
}
"""What a line is corrected to."""
_NOTHING = Phrase("なし", "nothing")
_PAGE_AND_LINE = Phrase("{page}ページ {line}行目", "p. {page}, line {line}")
_PAGE = Phrase("{page}ページ", "p. {page}")
_LINE = Phrase("{line}行目", "line {line}")
_WHOLE = Phrase("全体", "whole")

_UNDERSTOOD = Phrase("読み取り済み", "understood")
_TO_LOOK_AT = Phrase(
    "読み取り済み、確かめる箇所{warnings}件",
    "understood, but {warnings} {warnings:place|places} to look at",
)
_NOT_UNDERSTOOD = Phrase(
    "読み取り不完全：誤り{errors}件、注意{warnings}件",
    "not understood: {errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}",
)
_HEADINGS = Phrase("見出し{count}", "{count} {count:heading|headings}")
_PAGES = Phrase("{count}ページ", "{count} {count:page|pages}")
_CONTENTS = Phrase("目次{right}/{total}", "contents {right} of {total}")
_NO_CONTENTS = Phrase("目次は未照合", "contents not checked")
_FOOTNOTES = Phrase("脚注{right}/{total}", "footnotes {right} of {total}")


def doubt_sentence(doubt: Doubt) -> Phrase:
    """Return what a doubt says, without its place."""
    is_counted = doubt.found.isdecimal() and len(doubt.found) <= _MOST_DIGITS
    if doubt.kind is DoubtKind.NO_TEXT and doubt.page is None and is_counted:
        return _HARDLY_ANY.of(count=int(doubt.found))
    expected, seen = doubt.expected or _NOTHING, doubt.found or _NOTHING
    return DOUBT_SENTENCES[doubt.kind].of(expected=expected, found=seen)


def doubt_place(doubt: Doubt) -> Phrase:
    """Return the page and the line of a doubt, as far as they are known."""
    if doubt.page is not None and doubt.line is not None:
        return _PAGE_AND_LINE.of(page=doubt.page, line=doubt.line)
    if doubt.page is not None:
        return _PAGE.of(page=doubt.page)
    return _LINE.of(line=doubt.line) if doubt.line is not None else _WHOLE


def understanding_words(errors: int, warnings: int) -> Phrase:
    """Return whether what was read was understood."""
    if errors:
        return _NOT_UNDERSTOOD.of(errors=errors, warnings=warnings)
    return _TO_LOOK_AT.of(warnings=warnings) if warnings else _UNDERSTOOD


def understanding_figures(understanding: Understanding) -> Phrase:
    """Return how much was found of what there should be."""
    figures = [_PAGES.of(count=understanding.pages)] if understanding.pages else []
    figures.append(_HEADINGS.of(count=understanding.headings))
    contents, notes = understanding.contents, understanding.footnotes
    if contents:
        figures.append(_CONTENTS.of(right=contents[0], total=contents[1]))
    else:
        figures.append(_NO_CONTENTS)
    if notes:
        figures.append(_FOOTNOTES.of(right=notes[0], total=notes[1]))
    return joined(figures, COMMA)
