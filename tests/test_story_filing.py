# SPDX-License-Identifier: EUPL-1.2
"""After the signatures: which copy went where, a case number, and a hold that nothing gets around."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from factory import keep, make_talk, make_vault

from senior_desktop import desk, story
from senior_desktop.conversation.calendar import working_days_after
from senior_desktop.conversation.conversation import Answer, Conversation, Stage
from senior_desktop.errors import OnHold
from senior_desktop.paper import attached, content
from senior_desktop.paper.document import printed
from senior_desktop.signatures import signed_sheets
from senior_desktop.vault import audit, contributions
from senior_desktop.vault.store import Vault


@pytest.fixture
def vault(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Vault]:
    with make_vault(tmp_path / "vault", clock) as opened:
        yield opened


def test_steps_are_dated_and_taken_back(vault: Vault) -> None:
    talk = keep(vault, make_talk(stage=Stage.SIGNED))
    for step in story.STEPS:
        talk = story.tick_step(vault, talk, step, True)
    assert set(talk.filed) == set(story.STEPS) and set(talk.filed.values()) == {vault.now().date().isoformat()}
    talk = story.tick_step(vault, talk, "usb", False)
    assert "usb" not in vault.get(talk.id).filed
    with pytest.raises(ValueError, match="step"):
        story.tick_step(vault, talk, "mitid", True)


def test_a_case_number_is_never_a_cpr_number_and_is_not_printed(vault: Vault) -> None:
    talk = story.put_case_number(vault, keep(vault, make_talk(stage=Stage.HANDED_OVER)), "  81.02.00-P05-7-26   140266-1234 ")
    assert talk.case_number.startswith("81.02.00-P05-7-26 140266-") and "1234" not in talk.case_number
    assert "81.02.00" not in content.canonical(printed(story.preview(vault, talk))).decode()


def test_on_hold_nothing_is_deleted_until_it_is_released(vault: Vault) -> None:
    talk = story.put_on_hold(vault, keep(vault, make_talk(stage=Stage.FOLLOWED_UP)), True)
    for deletes in (lambda: desk.erase(vault, talk), lambda: story.close(vault, talk)):
        with pytest.raises(OnHold):
            deletes()
    assert vault.get(talk.id).answers == talk.answers
    talk = story.put_on_hold(vault, talk, False)
    assert story.close(vault, talk).stage is Stage.CLOSED
    assert [event for event, _ in [(one[1], one[2]) for one in audit.events(vault)] if event in ("held_back", "released")] == ["held_back", "released"]


def test_five_working_days_to_read_in_peace(vault: Vault) -> None:
    """Frozen on a Monday: the Monday after. Weekends, Easter and the closed days around Christmas do not count."""
    talk = story.review(vault, keep(vault, make_talk()))
    assert talk.frozen == "2026-11-23" and story.day_to_sign(talk) == "30. november 2026"
    assert working_days_after(date(2026, 12, 22), 5) == date(2027, 1, 4)
    assert working_days_after(date(2027, 3, 24), 1) == date(2027, 3, 30)


def test_an_amendment_is_a_new_version_that_names_the_one_it_replaces(vault: Vault) -> None:
    """Both sign again; the old papers stay as they were, and nobody counts twice."""
    talk = keep(vault, make_talk())
    mark = story.typed("Søren Håkansson")

    def sign(talk: Conversation) -> Conversation:
        talk = story.sign(vault, story.review(vault, talk), story.LEADER, mark)
        return story.sign(vault, talk, story.EMPLOYEE, story.typed("Kirsten Ærø Møller"))

    talk = sign(talk)
    for key, code in (("g1", 4), ("g2", 4), ("g3", 1)):
        talk = story.record(vault, talk, key, Answer(code))
    first = {one.kind: one for one in vault.papers(talk.id)}
    assert story.waiting_for_hr(vault).waiting == 1
    waits = contributions.waiting(vault)
    talk = story.thaw(vault, talk)
    assert (talk.stage, talk.version) == (Stage.TALKING, 2)
    talk = sign(story.record(vault, talk, "c12", Answer("Borgerne, og roen om morgenen")))
    for paper in signed_sheets(vault, talk):
        old = first[paper.kind]
        assert paper.version == 2 and f"version 1, som begge har skrevet under på (kontrolsum {old.sha256})" in str(attached.data(paper.pdf))
        assert desk.check_paper(paper.pdf, vault.folder).colour == "green"
        assert [one for one in vault.papers(talk.id) if one.kind == paper.kind and one.version == 1] == [old]
    assert contributions.waiting(vault) == waits


def test_texts_go_after_eighteen_months_and_a_closed_talk_after_two_years(tmp_path: Path) -> None:
    """A hold stops both; agreements outlive the texts."""
    now = [datetime(2026, 11, 23, 10, tzinfo=UTC)]
    with make_vault(tmp_path / "other", lambda: now[0]) as vault:
        talk, held_back = (keep(vault, make_talk({"c12": "Borgerne", "c91": "Ro"}, stage=Stage.HELD, notes={"t1": "egen"})) for _ in range(2))
        story.put_on_hold(vault, held_back, True)
        now[0] = datetime(2028, 5, 22, 10, tzinfo=UTC)
        assert story.purge_due(vault) == story.Purged(0, 0)
        now[0] = datetime(2028, 5, 23, 10, tzinfo=UTC)
        assert story.purge_due(vault) == story.Purged(1, 0) and story.purge_due(vault) == story.Purged(0, 0)
        left = vault.get(talk.id)
        assert not left.notes and not {"c12", "c91"} & left.answers.keys() and left.agreements and left.text("a01")
        story.close(vault, left)
        now[0] = datetime(2028, 11, 23, 10, tzinfo=UTC)
        assert story.purge_due(vault) == story.Purged(0, 1)
        assert [one.id for one in vault.conversations()] == [held_back.id]
        assert vault.get(held_back.id).text("c12") == "Borgerne"
