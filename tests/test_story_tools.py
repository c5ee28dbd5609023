# SPDX-License-Identifier: EUPL-1.2
"""HR's plan, meetings, sharing and template, and a talk to try: kept, printed, given away, and gone when it is left."""

import io
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import page
import pytest
from factory import make_vault, make_workplace
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from senior_desktop import demo_colleagues, story, tools
from senior_desktop.conversation import calendar, pension
from senior_desktop.conversation.catalogue import Override
from senior_desktop.conversation.conversation import Answer
from senior_desktop.errors import PackRefused
from senior_desktop.hr import plan, share, tally
from senior_desktop.kept_files import note_for_hr
from senior_desktop.paper import labels, pdf
from senior_desktop.vault.store import Vault

MADE = "2026-11-24T09:00:00+01:00"


@pytest.fixture
def hr(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Vault]:
    with make_vault(tmp_path / "hr", clock, make_workplace(leader="")) as vault:
        yield vault


def passes(document: story.Document) -> bytes:
    """The page as PDF, past both validators."""
    content = pdf.make(document)
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        assert [str(one) for one in page.validate_pdf_bytes(content, profile=profile).failures] == []
    return content


def test_a_plan_is_dated_from_the_first_discussion_and_kept(hr: Vault, tmp_path: Path) -> None:
    assert tools.plan_of(hr) == ()
    begun = tools.begin_plan(hr, "2027-03-31")
    assert begun[0].day == "2027-03-31"  # the day HR has chosen
    assert all(calendar.proposed_day(day, 0) == day for one in begun[1:] for day in [date.fromisoformat(one.day)] if day != date(2027, 3, 31))
    assert {one.id for one in begun} == {one.id for one in plan.steps()}
    changed = (tools.planned(begun[0], status=plan.DONE, note="Godt møde, ring til 010160-1234"), *begun[1:], tools.own_step("Spørg natholdene"))
    kept = tools.keep_plan(hr, changed)
    assert "1234" not in kept[0].note and kept[-1].title == "Spørg natholdene" and tools.plan_of(hr) == kept
    passes(tools.plan_document(kept, "Eksempel Kommune", MADE))
    book = load_workbook(io.BytesIO(tools.save_plan_workbook(kept, tmp_path / "plan.xlsx").read_bytes()))
    assert book.active.max_row == len(kept) + 1 and book.active["B2"].value == "Første drøftelse i HovedMED"
    dates = tools.save_plan_calendar(hr, kept, tmp_path / "plan.ics").read_text(encoding="utf-8")
    assert dates.count("BEGIN:VEVENT") == len(begun) - 1  # one is done, and the own step has no day yet
    assert "Godt møde" not in dates and hr.vault_id in dates  # another municipality's entries are others


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_ready_made_step_says_who_and_how(language: str) -> None:
    for one in plan.steps():
        title, who, how = tools.step_in_words(plan.Planned(one.id), language)
        assert title and who and how


def test_a_meeting_under_twenty_answers_gives_no_figure(hr: Vault) -> None:
    (few,) = tools.keep_tally(hr, 0, "Rådhuset", {"useful": (0, 0, 4, 15, 0), "stay": (19, 1, 0, 0)})
    document = tools.tally_document(few, "Eksempel Kommune", MADE)
    charts = [block for block in document.blocks if isinstance(block, story.Chart)]
    assert [bar.label for bar in charts[0].bars] == ["Har fået lyst til at blive længere"]  # twenty answered that
    assert "I hvor høj grad fik du udbytte af mødet?" in str(document.blocks)
    assert tools.tallies_of(hr) == (few,)
    passes(document)
    passes(tools.evaluation_sheet("Eksempel Kommune", MADE))


def test_each_page_a_pack_affects_passes_the_validators(hr: Vault) -> None:
    one = tools.pack_changed(tools.draft(hr, hr.now().date()), municipality="Eksempel Kommune", data_officer="dpo@eksempel.dk")
    for name, title in tools.affected(one):
        shown = tools.preview(one, name, MADE)
        passes(shown)
        assert title and "Eksempel Kommune" in f"{shown.organisation}{shown.blocks}"


def test_each_meeting_is_kept_beside_the_others(hr: Vault) -> None:
    assert [one.name for one in tools.tallies_of(hr)] == [""]
    tools.keep_tally(hr, 0, "Rådhuset", {"stay": (19, 1, 0, 0)})
    tools.keep_tally(hr, 1, "Biblioteket", {"stay": (3, 4, 0, 0)})
    tools.keep_tally(hr, 0, "Rådhuset, maj", {"stay": (20, 1, 0, 0)})
    assert [(one.name, one.counts["stay"][0]) for one in tools.tallies_of(hr)] == [("Rådhuset, maj", 20), ("Biblioteket", 3)]
    assert [one.name for one in tools.drop_tally(hr, 0)] == ["Biblioteket"]
    assert [one.name for one in tools.drop_tally(hr, 0)] == [""]  # an empty one is always there to write in


def test_a_meeting_that_an_earlier_edition_kept_is_the_first(hr: Vault) -> None:
    note_for_hr(hr, "tally", {"name": "Rådhuset", "counts": {"stay": [19, 1, 0, 0]}})
    tools.keep_tally(hr, 1, "Biblioteket", {})
    assert [one.name for one in tools.tallies_of(hr)] == ["Rådhuset", "Biblioteket"]


@given(st.integers(1, 5000).flatmap(lambda people: st.tuples(st.integers(0, people), st.just(people))))
def test_wilsons_interval_holds_the_share(found: tuple[int, int]) -> None:
    yes, people = found
    low, high = tally.interval(yes, people)
    assert 0 <= low <= yes / people + 1e-12 and yes / people - 1e-12 <= high <= 1


def test_the_interval_is_the_one_in_the_books() -> None:
    """Wilson (1927), as worked in Newcombe 1998: 81 of 263 gives 0.2553 to 0.3662."""
    assert [round(one, 4) for one in tally.interval(81, 263)] == [0.2553, 0.3662]


def test_parts_of_a_pack_travel_with_their_origin_and_nothing_else(hr: Vault, tmp_path: Path, clock: Callable[[], datetime]) -> None:
    tools.begin_plan(hr, "2027-03-01")
    own = tools.pack_changed(
        tools.draft(hr, hr.now().date()), data_officer="dpo@eksempel.dk", contact="Anne i HR", measures=(Override("B3", offered=False),),
        letters={"invitation_da": "# Kom\n\nKære {name}\n"},
    )  # fmt: skip
    file = tools.share(hr, own, frozenset(share.PARTS), tmp_path / "delt.json", hr.now().date())
    text = file.read_text(encoding="utf-8")
    assert own.key not in text and "Anne" not in text and "dpo@" not in text and "2027" not in text
    found = tools.shared_by_others(file)
    assert found.origin == "Eksempel Kommune" and tools.parts_in(found) == ("measures", "letters", "plan")
    with make_vault(tmp_path / "other", clock, make_workplace(leader="", municipality="Nabo Kommune")) as other:
        draft = tools.draft(other, other.now().date())
        taken = tools.take_shared(other, draft, found, frozenset({"measures", "plan"}))
        assert taken.measures == own.measures and taken.letters == {} and taken.key == draft.key
        assert len(tools.plan_of(other)) == len(plan.steps())


def test_what_is_taken_goes_beside_what_hr_has_written_itself(hr: Vault, tmp_path: Path) -> None:
    today = hr.now().date()
    theirs = tools.pack_changed(tools.draft(hr, today), measures=(Override("B3", offered=False),), letters={"privacy_da": "# Vi passer på\n"})
    theirs = tools.pack_changed(theirs, template=tools.own_template(theirs, tools.said_otherwise(tools.template_in(theirs), "t1", minutes=11), None))
    found = tools.shared_by_others(tools.share(hr, theirs, frozenset({"measures", "letters", "template"}), tmp_path / "delt.json", today))
    own = tools.pack_changed(
        tools.draft(hr, today), data_officer="dpo@eksempel.dk", measures=(Override("A1", cost=1), Override("B3", cost=2)), letters={"invitation_da": "# Kom\n"}
    )
    own = tools.pack_changed(own, template=tools.own_template(own, tools.said_otherwise(tools.template_in(own), "t1", minutes=12), None))
    own, _ = tools.publish(hr, own, today)
    taken = tools.take_shared(hr, own, found, frozenset({"measures", "letters", "template"}))
    assert taken.measures == (Override("A1", cost=1), Override("B3", offered=False))
    assert taken.letters == {"invitation_da": "# Kom\n", "privacy_da": "# Vi passer på\n"}
    assert tools.template_in(own).name == "lokal.1" and tools.template_in(taken).name == "lokal.2" and tools.template_in(taken).themes[0].minutes == 11


@given(st.binary(max_size=300) | st.builds(lambda value: json.dumps({"format": share.FORMAT, "origin": "x", "made": "x", "measures": value}).encode(), st.lists(st.integers() | st.text())))
def test_any_file_is_shared_or_refused_in_words(content: bytes) -> None:
    try:
        share.read(content)
    except PackRefused as fault:
        assert labels.say(fault, "da")


def test_one_page_for_the_committee_and_one_for_the_press(tmp_path: Path) -> None:
    pooled = story.pool(demo_colleagues.batches(datetime(2026, 11, 23).date()))
    made = datetime.fromisoformat(MADE)
    files = tools.save_briefs(pooled, "Eksempel Kommune", made, tmp_path)
    assert [one.name for one in files] == ["kort-til-udvalget.pdf", "kort-til-pressen.pdf"]
    for one in files:
        content = one.read_bytes()
        for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
            assert [str(fault) for fault in page.validate_pdf_bytes(content, profile=profile).failures] == []


def test_the_pension_table_is_neutral_dated_and_expires_in_sight() -> None:
    say_it = labels.words("da")
    found = pension.document(pension.ages().until, say_it, "da", "", MADE)
    assert "67 år" in str(found.blocks) and "Gyldig pr. 1.11.2026" in str(found.blocks)
    passes(found)
    late = pension.document(pension.ages().until.replace(year=2031), say_it, "da", "", MADE)
    assert "67 år" not in str(late.blocks) and "for gammel" in str(late.blocks)


def test_a_trial_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its vault lies encrypted in a folder of its own, and goes with it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trial = tools.begin("da")
    try:
        story.record(trial.vault, trial.talk, "c12", Answer("zebrafink"))
        folder = Path(trial.folder.name)
        assert folder.parent == tmp_path and story.workplace(trial.vault).municipality == "Prøve Kommune"
        assert not any(b"zebrafink" in file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.name != "vault.lock")
    finally:
        tools.end(trial)
        tools.end(trial)
    assert list(tmp_path.iterdir()) == []


def test_a_trial_shows_the_template_under_work(hr: Vault) -> None:
    """Unfinished facts are no hindrance."""
    draft = tools.draft(hr, hr.now().date())
    changed = tools.said_otherwise(tools.template_in(draft), "t1", minutes=12)
    draft = tools.pack_changed(draft, template=tools.own_template(draft, changed, None))
    trial = tools.begin("da", draft)
    try:
        table = story.at_table(trial.vault, trial.talk)
        assert table.template.name == "lokal.1" and table.template.themes[0].minutes == 12
    finally:
        tools.end(trial)


def test_a_template_handed_out_never_changes_and_the_next_gets_the_next_version(hr: Vault, tmp_path: Path) -> None:
    today = hr.now().date()
    draft = tools.pack_changed(tools.draft(hr, today), data_officer="dpo@eksempel.dk")
    first, _ = tools.publish(hr, tools.pack_changed(draft, template=tools.own_template(draft, tools.said_otherwise(tools.template_in(draft), "t1", minutes=12), None)), today)
    assert tools.template_in(first).name == "lokal.1" and tools.template_changes(first, first) == ()
    same = tools.own_template(first, tools.template_in(first), first)
    assert same == first.template
    file = tools.save_template_book(first, tmp_path / "s.xlsx")
    book = load_workbook(file)
    book["Temaer"]["B2"] = "Trivsel hos os"
    book.save(file)
    changed = tools.read_template_book(first, file)
    second = tools.pack_changed(first, template=tools.own_template(first, changed, first))
    assert tools.template_in(second).name == "lokal.2" and tools.template_changes(second, first)[0][0] == "t1"
    assert tools.own_template(first, tools.shipped_template(), first) == ""
    passes(tools.template_on_paper(second, MADE))
