"""What gave way under the families, what holds since, and the test of it."""

from __future__ import annotations

MENDED: tuple[tuple[str, str, str], ...] = (
    (
        "A word that is none, a day that is none, an order, level or place out of all bounds, "
        "malformed cells of a table: tracebacks in commands and the application, and `check` found "
        "nothing once the seal was made anew",
        "rules of every row, which `check` proves and any error over a damaged database is blamed "
        "on, in one line",
        "tests/store/test_row_rules.py::test_a_row_that_breaks_a_rule_is_named",
    ),
    (
        "Dates, numbers and marks of footnotes that stand nowhere in the text that they name "
        "passed `check`",
        "they are held against that text",
        "tests/store/test_row_rules.py::test_what_is_not_in_its_text_is_named",
    ),
    (
        "A view in the place of a table, without an end: commands and `check` never came back",
        "a database with a view or trigger that is none of ours is refused",
        "tests/store/test_row_rules.py::test_a_view_in_the_place_of_a_table_is_refused",
    ),
    (
        "An error of any other kind over a damaged database ended the application with a traceback",
        "it is told in a window, and the reader goes on",
        "tests/tui/test_broken.py::test_what_damage_leads_to_is_told_as_damage",
    ),
    (
        "The words searched for in a section stood beside its path with their control characters, "
        "which a terminal obeys",
        "whatever is drawn goes through the door where lines become what is sent",
        "tests/tui/test_hostile.py::test_words_searched_for_are_shown_in_the_path",
    ),
    (
        "Changed directions of writing, characters without width and separators of lines reached "
        "the screen; marks of notes between lines and tags every output",
        "each is shown as a sign on the screen, as an escape elsewhere",
        "tests/cli/test_controls.py::test_every_character_that_is_obeyed_is_shown",
    ),
    (
        "What was copied held the control characters of the text",
        "they are shown as escapes",
        "tests/tui/test_hostile.py::test_a_copy_shows_control_characters",
    ),
    (
        "Queries of tens of thousands of characters took minutes",
        "a query is a page of text at most; one line says so",
        "tests/query/test_filters.py::test_a_query_is_a_page_of_text_at_most",
    ),
    (
        "The last day of all (9999-12-31) ended `targets` in a traceback; the first of all has no "
        "era, and an edition without its place in time no colour",
        "the last is a day; the others are damage that is told",
        "tests/store/test_row_rules.py::test_the_first_and_last_days_of_all_are_days",
    ),
    (
        "A workbook on a temporary folder without room ended in a traceback",
        "one line names the folder",
        "tests/export/test_spreadsheets.py::test_a_full_temporary_folder_is_told",
    ),
    (
        "A line of nothing but dates, numbers or names took minutes to build: its dates were each "
        "read against all of the line, and each promise against each other",
        "the words of a date reach so far at most; a sentence of a hundred dates promises nothing",
        "tests/parse/test_long_lines.py::test_the_work_grows_as_the_line",
    ),
    (
        "Rows that break a rule could be written into a finished database",
        "the rules of every row are constraints of the database",
        "tests/store/test_constraints.py::test_a_row_that_breaks_a_rule_is_refused",
    ),
    (
        "30 February passed for a day",
        "a day is one that the calendar has",
        "tests/store/test_constraints.py::test_a_row_that_breaks_a_rule_is_refused",
    ),
    (
        "A text of 100,000 lines in a table of old and new took minutes: each row was held against "
        "all before it",
        "it is held against the last",
        "tests/compare/test_old_new_long.py::test_the_work_grows_as_the_rows",
    ),
    (
        "A heading or a list of level 1,000,000,000 filled the memory: its line was indented by it",
        "a level beyond all bounds is told as damage",
        "tests/store/test_damaged_data.py::test_a_level_beyond_all_bounds_is_refused",
    ),
    (
        "Each passage of a word was drawn from all of its text: a text of two million characters "
        "held the application",
        "what stands near the word is read",
        "tests/tui/test_words.py::test_a_passage_reads_what_stands_near_it",
    ),
    (
        "The end of the application between two tasks of a screen was a traceback",
        "nothing is started for a screen that is gone",
        "tests/tui/test_background.py::test_nothing_is_computed_for_a_screen_that_was_taken_away",
    ),
    (
        "Rows of a table that are longer or shorter than its columns passed `check` once the seal "
        "was made anew",
        "a table's rows are as long as its columns, as the parsers of every notation make them",
        "tests/store/test_row_rules.py::test_a_row_that_breaks_a_rule_is_named",
    ),
    (
        "A terminal that was closed while a page of keys was being read: the application read on "
        "for minutes before it ended",
        "the end waits for nothing that was typed before it",
        "tests/tui/test_typing.py::test_the_end_waits_for_nothing_that_was_typed",
    ),
    (
        "A stop by the keyboard while something was handed to the thread that writes: the "
        "application waited for itself without an end",
        "it stops once what is being done is done",
        "tests/tui/test_suspending.py::test_a_signal_waits_for_what_is_being_done",
    ),
    (
        "A byte of the terminal that is no UTF-8 (a key or a pasted text in Shift_JIS or Latin-1, "
        "an older code of the mouse) ended the application with a traceback and exit code 0, and "
        "an unsaved note was lost",
        "it is U+FFFD and no command, a notice says so, and the reader goes on",
        "tests/tui/test_bytes_sent.py::test_a_note_is_kept_and_the_reader_is_told",
    ),
    (
        "An error of the thread that reads what is typed ended the application with exit code 0",
        "an error of its own has exit code 1 and a line that says what to do",
        "tests/tui/test_ending.py::test_an_error_of_our_own_is_told_in_a_line_and_by_the_exit_code",
    ),
)
"""What gave way, what holds now, the test."""
