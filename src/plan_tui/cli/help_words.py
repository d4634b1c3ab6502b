"""What stands under the arguments in the help of a command: examples, filters, exit codes."""

from __future__ import annotations

from plan_tui.cli.arguments import EDITION, KEY
from plan_tui.labels.punctuation import headed
from plan_tui.text.language import Language, Phrase
from plan_tui.text.width import pad, width

_EXAMPLES_HEAD = Phrase("例", "examples")
_FILTERS_HEAD = Phrase(
    "絞り込み（値は | か , で並べ、頭に - を付けると除外）",
    "filters (separate several values by | or ,; a leading - negates)",
)
_CODES_HEAD = Phrase("終了コード", "exit codes")
EXIT_CODES = {
    0: Phrase("完了", "done"),
    1: Phrase("該当なし", "nothing matched"),
    2: Phrase("使い方又は入力の誤り", "bad usage or bad input"),
    3: Phrase(
        "データベース又はファイルの使用不能、又は検証の失敗",
        "the database or a file cannot be used, or the proof fails",
    ),
    130: Phrase("中断", "interrupted"),
}
"""What each exit code of the program means."""


def _same(*lines: str) -> Phrase:
    return Phrase("\n".join(lines), "\n".join(lines))


PROGRAM_EXAMPLES = _same(
    "plan-tui",
    f"plan-tui {KEY}",
    f"plan-tui --screen compare {KEY}",
    f"plan-tui {KEY} --json",
)
EXAMPLES: dict[str, Phrase] = {
    "tree": _same(
        "plan-tui tree --depth 1",
        f"plan-tui tree under:{KEY} --contents",
        "plan-tui tree kind:measure --json",
    ),
    "search": Phrase(
        f"plan-tui search 運転免許証\nplan-tui search めんきょしょう 版:{EDITION}\n"
        "echo 標準化 | plan-tui search -",
        f"plan-tui search menkyosho\nplan-tui search 'driver licence' edition:{EDITION}\n"
        "echo hyojunka | plan-tui search -",
    ),
    "show": _same(
        f"plan-tui show {KEY}",
        f"plan-tui show {KEY} --below --format md",
        f"plan-tui show {KEY} --cite bibtex",
    ),
    "measures": _same(
        "plan-tui measures kpi:unset", "plan-tui measures chapter:II --sort due --format tsv"
    ),
    "kpis": _same("plan-tui kpis kpi:quantitative", "plan-tui kpis -kpi:unset --json"),
    "targets": _same(
        f"plan-tui targets edition:{EDITION}", "plan-tui targets 'due:<=2025-03' --limit 5"
    ),
    "compare": _same(
        f"plan-tui compare {KEY}",
        f"plan-tui export compare {KEY} --layout table -o table.docx",
    ),
    "changes": _same("plan-tui changes", "plan-tui changes --only new dropped --format tsv"),
    "track": _same("plan-tui track --limit 3", "plan-tui track has:kpi"),
    "words": _same(
        "plan-tui words",
        "plan-tui words AI DX --limit 3",
        "plan-tui export words AI DX -o ai-dx.svg",
    ),
    "overview": _same("plan-tui overview", "plan-tui overview --json"),
    "topics": _same("plan-tui topics", f"plan-tui topics in {EDITION}"),
    "review": _same("plan-tui review", "plan-tui review --as-patch"),
    "notes": _same("plan-tui notes", "plan-tui notes --json", "plan-tui export notes -o notes.md"),
    "note": Phrase(
        f"plan-tui note {KEY} 来年度に確かめる '#確認'\nplan-tui note {KEY} --remove",
        f"plan-tui note {KEY} ask next year '#ask'\nplan-tui note {KEY} --remove",
    ),
    "name": _same(
        "plan-tui name unset measures kpi:unset", "plan-tui export --view unset -o unset.csv"
    ),
    "export": _same(
        f"plan-tui export show {KEY} --below -o chapter.md",
        "plan-tui export measures kpi:unset -o unset.csv",
        "plan-tui export changes --layout table -o changes.html --force",
    ),
    "add": _same("plan-tui add plan.pdf --dry-run", "plan-tui add plan.pdf", "plan-tui add --list"),
    "serve": _same("plan-tui serve", "plan-tui serve --port 8080 --exports ~/plan"),
    "build": _same("plan-tui build", "plan-tui build --data data --db plan.db"),
    "check": _same("plan-tui check", "plan-tui check --limit 5 --json"),
    "doctor": _same("plan-tui doctor", "plan-tui doctor --json"),
    "completion": Phrase(
        'eval "$(plan-tui completion bash)"    # ~/.bashrc に書く\n'
        'eval "$(plan-tui completion zsh)"     # ~/.zshrc の compinit の後に書く\n'
        "plan-tui completion fish | source     # ~/.config/fish/config.fish に書く",
        'eval "$(plan-tui completion bash)"    # in ~/.bashrc\n'
        'eval "$(plan-tui completion zsh)"     # in ~/.zshrc, after compinit\n'
        "plan-tui completion fish | source     # in ~/.config/fish/config.fish",
    ),
}
"""Some command lines of each command."""


def help_words(examples: Phrase, language: Language, *, filters: bool = False) -> str:
    """Return what stands under the arguments of a command; ``filters`` to list them."""
    parts = [_part(_EXAMPLES_HEAD, [(line, "") for line in examples.say(language).split("\n")],
                   language)]  # fmt: skip
    if filters:
        parts.append(_filters(language))
    codes = [(str(code), meaning.say(language)) for code, meaning in EXIT_CODES.items()]
    return "\n\n".join((*parts, _part(_CODES_HEAD, codes, language)))


def _filters(language: Language) -> str:
    from plan_tui.query.filters import FILTERS

    wide = max(width(spec.example) for spec in FILTERS) + 2
    japanese = language is Language.JA
    rows = [
        (
            pad(spec.example, wide) + spec.japanese_example if japanese else spec.example,
            spec.meaning.say(language),
        )
        for spec in FILTERS
    ]
    return _part(_FILTERS_HEAD, rows, language)


def _part(head: Phrase, rows: list[tuple[str, str]], language: Language) -> str:
    """Return rows of two columns under a head."""
    columns = max(width(first) for first, _ in rows) + 2
    lines = [f"  {pad(first, columns)}{second}".rstrip() for first, second in rows]
    return "\n".join([headed(head.say(language), language), *lines])
