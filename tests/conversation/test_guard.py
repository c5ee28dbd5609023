# SPDX-License-Identifier: EUPL-1.2
"""What looks like a CPR number is found by its date alone and masked in its place; words about illness, few false alarms."""

import re

import pytest
from factory import make_row, make_talk, make_template
from hypothesis import given
from hypothesis import strategies as st
from traces import without_ids

from senior_desktop.conversation import catalogue, free_texts, guard
from senior_desktop.conversation.conversation import Answer

FORMS = (
    "070761-4285", "0707614285", "070761 - 4285", "07.07.61-4285", "070761–4285", "070761−4285", "07 07 61 4285",
    "07-07-61-4285", "070761\u00a04285", "290200-1111", "070761\u200e-4285", "\u202b070761-4285\u202c", "07\u200b07614285",
)
NO_NUMBER = (
    "23-11-2026", "23.11.2026", "23112026", "01-02-2026 - 31-03-2026", "01.02.26-01.03.26", "01-02-26–03-04-26", "20123456",
    "20 12 34 56", "+45 20 12 34 56", "+4520123456", "20 12 34 56 / 31 01 22 33", "310661-1234", "000061-1234", "071361-1234",
    "107076142856", "07076142", "SS-2026-7F3K-9Q2M", "2026-11-23", "37,5",
)
TEXT = st.one_of(st.text(), st.text(alphabet="0123 -.•–7\u200e\u202e😀syg\n", max_size=200))


@pytest.mark.parametrize("number", FORMS)
def test_every_way_of_writing_it_is_found_and_its_last_four_digits_go(number: str) -> None:
    """Domain, section 4, and the marks without width that come with a paste."""
    text = f"Ring til {number}, tak"
    (found,) = guard.numbers(text)
    assert len(found.said) == 10
    kept = guard.masked(text)
    assert kept.count(guard.MARK) == 4
    assert re.sub(r"\D", "", kept) == found.said[:6]
    assert kept.endswith(", tak")


@pytest.mark.parametrize("text", NO_NUMBER)
def test_dates_spans_telephone_and_other_numbers_are_left_alone(text: str) -> None:
    """A day that does not exist, too few digits, too many."""
    assert guard.masked(f"({text})") == f"({text})"


def test_the_check_digit_is_never_asked() -> None:
    """Numbers given since 2007 may fail modulus 11: all ten endings are taken."""
    assert all(guard.numbers(f"010165-400{last}") for last in range(10))


@given(st.from_regex(r"[0-9]{10}", fullmatch=True))
def test_ten_digits_that_are_no_date_are_left_alone_and_those_that_are_one_lose_four(digits: str) -> None:
    """The date is read here in another way than in the code: from a list of the days of a leap year."""
    days = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    is_day = 1 <= day <= days.get(month, 0) and ((day, month) != (29, 2) or year % 4 == 0)
    assert guard.masked(digits) == (digits[:6] + 4 * guard.MARK if is_day else digits)


@given(TEXT)
def test_masking_keeps_every_other_character_in_its_place_and_is_done_once(text: str) -> None:
    """Whatever the text: emoji, marks, digits of other scripts."""
    kept = guard.masked(text)
    assert len(kept) == len(text)
    assert all(new == old or (old.isdecimal() and new == guard.MARK) for old, new in zip(text, kept, strict=True))
    assert guard.masked(kept) == kept
    assert guard.numbers(kept) == ()


@given(TEXT, st.integers(0, 220))
def test_nothing_written_makes_the_guard_stumble(text: str, cursor: int) -> None:
    """What is found stands where it is said to stand; a cursor past the end does no harm."""
    for found in (*guard.illness(text, cursor), *guard.illness(text)):
        assert text[found.start : found.end] == found.said
    short = guard.without_begun(text, min(cursor, len(text)))
    assert len(text) - 13 <= len(short) <= len(text)


@given(st.from_regex(r"(0[1-9]|1[0-9])(0[1-9]|1[0-2])[0-9]{2}( - |-| |)[0-9]{4}", fullmatch=True), st.text("ab ,.", max_size=8))
def test_typed_key_by_key_none_of_the_last_four_digits_is_kept_at_any_moment(number: str, before: str) -> None:
    """The program may be killed after any key."""
    text = ""
    for key in before + number:
        text += key
        kept = guard.masked(guard.without_begun(text, len(text)))
        assert sum(one.isdecimal() for one in kept) <= 6


def test_a_date_and_a_telephone_number_are_kept_whole_when_one_goes_on() -> None:
    """Only the digits at the cursor wait, and only those after a date."""
    assert guard.without_begun("Den 07-07-2026", 14) == "Den 07-07-20"
    assert guard.without_begun("Den 07-07-2026 kl. 9", 20) == "Den 07-07-2026 kl. 9"
    assert guard.without_begun("Ring 20123456", 5) == "Ring 20123456"
    assert guard.without_begun("Sag 4512", 8) == "Sag 4512"


def test_a_mark_is_a_masked_number_only_after_a_date() -> None:
    """A bullet in somebody's list is a bullet."""
    kept = guard.masked("• ro\n• Bo 070761-4285 •••• tid")
    assert guard.masks(kept) == 1
    assert guard.masks("• ro\n•••• tid") == 0
    assert guard.without_masked(kept) == "• ro • Bo •••• tid"
    assert guard.without_digits("kl. 07076-4285") == "kl. •••••-••••"


def test_what_was_ruled_to_be_no_cpr_number_stays_however_it_is_written() -> None:
    """By its ten digits; another number beside it is masked."""
    text = "sag 0707614285 (070761-4285), ikke 080861-1111"
    assert guard.masked(text, ("0707614285",)) == "sag 0707614285 (070761-4285), ikke 080861-••••"
    assert [one.said for one in guard.numbers(text, ("0707614285",))] == ["0808611111"]


def reach(pattern: re.Pattern[str]) -> int:
    """How many characters `pattern` can read from where it begins, by its own grammar."""
    return int(re._parser.parse(pattern.pattern, pattern.flags).getwidth()[1])  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [name for name, one in vars(guard).items() if isinstance(one, re.Pattern) and name != "_WORD"])
def test_no_pattern_reads_far(name: str) -> None:
    """From each place a few characters and no more, so ten times the text is ten times the work, whatever stands in it."""
    assert reach(getattr(guard, name)) <= guard._REACH
    assert reach(guard._known()[1]) <= guard._REACH


@given(st.text(min_size=1))
def test_a_word_is_read_once(text: str) -> None:
    """The one pattern without an end never turns back: what begins with a letter is a word, as far as letters and single hyphens go."""
    hit, letter = guard._WORD.match(text), r"[^\W\d_]"
    assert bool(hit) is bool(re.match(letter, text))
    assert not hit or not re.match(rf"[-\u2010\u2011]?{letter}", text[hit.end() :])


@pytest.mark.parametrize(
    ("text", "numbers", "words"),
    [
        ("0707614285 " * 909, 909, 0), ("07 07 61 " * 1111, 0, 0), ("1" * 10_000, 0, 0), ("0\u200e" * 5_000, 0, 0),
        (" " * 10_000, 0, 0), ("syg " * 2_500, 0, 2_500), ("a" * 10_000, 0, 0),
    ],
)  # fmt: skip
def test_ten_thousand_characters_of_the_same_are_read_to_the_end(text: str, numbers: int, words: int) -> None:
    """Each of them would keep a pattern that goes back and forth busy for ever."""
    assert (len(guard.numbers(text)), len(guard.illness(text))) == (numbers, words)
    assert text.startswith(guard.without_begun(text, len(text)))


# -- illness -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    ["syg", "Syg", "sygemeldt", "langtidssygemeldt", "sygedage", "sygdom", "hjertesygdommen", "kræft", "brystkræften", "diabetes",
     "depression", "blodtryk", "diagnosen", "diskusprolaps", "migræneanfald", "slidgigt", "KOL", "PTSD", "ondt i  ryggen", "dårligt knæ"],
)
def test_words_about_illness_are_seen(word: str) -> None:
    """Also with an ending, within a longer word, in capitals."""
    assert [one.said for one in guard.illness(f"Hun har {word}, siger hun")] == [word]


@pytest.mark.parametrize(
    "text",
    ["Sygeplejersken på sygehuset", "sygeplejeelever", "sygehjælper", "KOL-sygeplejerske", "kræftafdelingen", "diabetesteamet", "gode kræfter",
     "kræfterne slår til", "psykiatrien", "blodtryksmåling hos borgerne", "sygefraværspolitik", "sygdomslære", "hypsygt", "bekæmpelse", "Kolding",
     "cykler", "syning", "besyngelse", "ondt i viljen", "medicinhåndtering", "demenskoordinator"],
)
def test_words_of_work_are_left_alone(text: str) -> None:
    """Those who care for the ill use the same syllables each day."""
    assert guard.illness(text) == ()


def test_our_own_questions_and_measures_speak_of_no_illness() -> None:
    """The list would be too wide if it met our own words."""
    ours = [one.text.said(language) for one in make_template().questions for language in ("da", "en")]
    ours += [one.title.said(language) for one in catalogue.shipped().measures for language in ("da", "en")]
    assert [found.said for text in ours for found in guard.illness(text)] == []


def test_a_word_that_may_still_grow_is_not_judged() -> None:
    """ "syg" on the way to "sygeplejerske"."""
    assert guard.illness("jeg er syg", 10) == ()
    assert guard.illness("jeg er syg ", 11)


# -- the texts of a talk -----------------------------------------------------------------------------------------------


def full(number: str) -> dict[str, object]:
    """A talk's parts with `number` in every place that is written by hand."""
    row = {field: f"{field} {number}" for field in free_texts.ROW_TEXTS}
    return {
        "answers": {"a01": f"Kirsten {number}", "c12": f"om {number}", "b01": number},
        "notes": {"t1": f"note {number}"},
        "row": make_row(**row),
    }


def test_every_text_of_a_talk_is_masked() -> None:
    """Answers, notes, each field of a row: nowhere in it stands the number."""
    parts = full("070761-4285")
    talk = make_talk(parts["answers"], notes=parts["notes"], agreements=(parts["row"],))
    kept = free_texts.guarded(talk)
    assert "4285" in without_ids(repr(talk))
    assert "4285" not in without_ids(repr(kept))
    assert repr(kept).count("070761-••••") == 8
    assert free_texts.guarded(kept) is kept


def test_a_ruling_holds_for_one_text_and_goes_with_its_number() -> None:
    """Said of c12, it says nothing of c13; taken out of the text, it is not kept beside it."""
    talk = free_texts.ruled(make_talk({"c12": "sag 070761-••••"}), "c12", "0707614285")
    said = {**talk.answers, "c12": Answer("sag 070761-4285"), "c13": Answer("sag 070761-4285")}
    stored = free_texts.guarded(make_talk({**said}, not_cpr=talk.not_cpr), talk)
    assert (stored.text("c12"), stored.text("c13")) == ("sag 070761-4285", "sag 070761-••••")
    assert stored.not_cpr == {"c12": ("0707614285",)}
    for emptied in ("sag", None):
        after = free_texts.guarded(make_talk({**said, "c12": emptied}, not_cpr=stored.not_cpr), stored)
        assert after.not_cpr == {}


@pytest.mark.parametrize(
    ("earlier", "now", "words"),
    [
        ("Ro til at gøre det", "Ro til at", "gøre det"),
        ("Ro og tid", "", "Ro og tid"),
        ("Ro", "Ro og tid", "Ro"),
        ("først midt\nsidst", "først sidst", "midt"),
        ("aftenvagter", "aftener", "aftenvagter"),
        ("x " * 100, "", ("x " * 100)[:69].rstrip() + "…"),
    ],
)
def test_the_list_shows_the_words_that_would_come_back(earlier: str, now: str, words: str) -> None:
    """Whole words in one line."""
    assert free_texts.would_return(earlier, now) == words
