"""The commands that show the whole: its figures, and the topics of the crosswalk."""

from __future__ import annotations

from argparse import Namespace

from plan_tui.cli.answer import Answer
from plan_tui.errors import UsageError
from plan_tui.model.enums import TopicGroup
from plan_tui.store.plan import Plan
from plan_tui.text.language import Language, Phrase

_WHICH = Phrase("topics {kind}には版が要る。あるのは{known}", "topics {kind} needs one of {known}")
_NO_TOPIC = Phrase("該当する事項なし", "no such topic")


def overview(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return what the data holds, in figures."""
    from plan_tui.compare.sections.overview_counts import overview as count
    from plan_tui.views import overview as export

    found = count(plan)
    return Answer(
        records=lambda: export.records(found)[: args.limit],
        columns=export.COLUMNS,
        text=lambda paint: export.text(found, language, args.limit, paint),
        markdown=lambda command: export.markdown(
            found, plan.attribution(), language, args.limit, command
        ),
    )


def topics(plan: Plan, args: Namespace, language: Language) -> Answer:
    """Return the topics of the crosswalk: all, or those of an edition, new or dropped there.

    Raises:
        UsageError: the edition is missing, or is not one of those compared.

    """
    from plan_tui.compare.sections.overview_counts import overview as count
    from plan_tui.views import topics as export

    whole = count(plan)
    found = whole.topics
    if args.kind is not None:
        if args.edition not in whole.compared:
            raise UsageError(_WHICH.of(kind=args.kind, known=", ".join(whole.compared)))
        found = whole.topics_of(TopicGroup(args.kind), args.edition)
    found = found[: args.limit]
    return Answer(
        records=lambda: export.records(found),
        columns=export.COLUMNS,
        text=lambda paint: export.text(found, language, paint),
        markdown=lambda command: export.markdown(found, plan.attribution(), language, command),
        found=bool(found),
        nothing=_NO_TOPIC.say(language),
    )
