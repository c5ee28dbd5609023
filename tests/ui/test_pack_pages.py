# SPDX-License-Identifier: EUPL-1.2
"""HR makes a pack from nothing in the window; two leaders take it in theirs; a measure switched off is gone from the talk."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from factory import make_vault
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QPushButton
from words_on_screen import said

from senior_desktop import desk, policy_sources, story, tools
from senior_desktop.errors import ListRefused
from senior_desktop.paper import seals
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.pack.take import TakePackPage
from senior_desktop.ui.talk.window import TalkWindow


def made(page: Any, folder: Path) -> Path:
    """A pack made by hand: officer, word, one measure off, one letter; signed and saved."""
    settle = page.app.settle
    page.step.officer.setText("dpo@eksempel.dk")
    page.step.officer.textEdited.emit("")
    page.step.discussed.line.setText("2-3-2026")
    page.step.discussed.flush()
    page.step.units.setPlainText("Plejecenter Åbrinken\nBørnehuset Solsikken")
    page.steps[1].click()
    settle()
    page.step.word.setCurrentIndex(2)
    page.step.word.activated.emit(2)
    page.step.numbers["OfferAge"].setValue(60)
    page.steps[2].click()
    settle()
    table = page.step.table
    row = next(row for row in range(table.rowCount()) if table.item(row, 0).text() == "Faste dage")
    table.item(row, 0).setCheckState(Qt.CheckState.Unchecked)
    page.steps[6].click()
    settle()
    assert page.step.save.isEnabled()
    page.publish(folder / "hr.seniorpack")
    settle()
    assert "Udgave 1" in page.state.text()
    return folder / "hr.seniorpack"


def test_from_nothing_to_two_leaders(tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]) -> None:
    page = tools_page("pack")
    file = made(page, tmp_path)
    key = tools.own_fingerprint(page._vault)
    for name in ("one", "two"):
        app = start(tmp_path / name, make_vault(tmp_path / name, clock))
        assert "Uden HR-pakke" in app.screen().pack.text()
        app.window.open_file(file)
        app.settle()
        taking = app.screen()
        assert isinstance(taking, TakePackPage) and not taking.take.isEnabled()
        assert key in said(taking) and "Tiltag: Faste dage" in said(taking) and "livsfasesamtale" in said(taking)
        assert "Tilbydes ikke her" in said(taking) and "2. marts 2026" in said(taking) and "2026-03" not in said(taking)
        taking.compared.setChecked(True)
        taking.take.click()
        app.settle()
        assert "udgave 1" in app.screen().pack.text()
        talk = app.talk(story.invite(app.window.vault, "Kirsten Ærø Møller"), shared=False)
        assert talk.room.catalogue.measure("B3") is not None
        assert "B3" not in [one.code for one in talk.room.catalogue.on_offer({})]
        assert "Livsfasesamtale" in said(talk)
        app.close()


def test_the_settings_offer_the_packs_workplaces_and_leave_its_facts_alone(
    tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    file = made(tools_page("pack"), tmp_path)
    vault = make_vault(tmp_path / "one", clock)
    tools.take(vault, tools.look_at(vault, file.read_bytes()))
    app = start(tmp_path / "one", vault)
    app.window.settings()
    page = app.screen()
    offered = page.fields["unit"].completer()
    offered.setCompletionPrefix("solsik")
    assert page.fields["unit"].isEnabled() and offered.currentCompletion() == "Børnehuset Solsikken"
    assert not any(one.isEnabled() for one in (page.fields["municipality"], page.fields["data_officer"], page.discussed))
    assert page.discussed.line.text() == "02-03-2026" and page.pack_line.isVisible()


def test_what_is_missing_is_said_before_anything_is_signed(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[6].click()
    page.app.settle()
    assert not page.step.save.isEnabled() and "Databeskyttelsesrådgiver: teksten er tom." in said(page)


def test_what_was_typed_is_kept_for_the_next_day(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.step.contact.setText("Anne i HR")
    page.step.contact.textEdited.emit("")
    page.leave()
    page.app.settle()
    assert tools_page("pack").step.contact.text() == "Anne i HR"


def test_a_slip_in_a_letter_names_its_line_and_the_programs_words_come_back(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[4].click()
    page.app.settle()
    step = page.step
    shipped = step.text.toPlainText()
    step.text.setPlainText("# Kom\n\nKære {navn}\n")
    assert "3" in step.fault.text() and "krøllede parenteser" in step.fault.text()
    step.text.setPlainText("# Kom\n\nKære {name}\n")
    assert step.fault.isHidden() and "Kære Kirsten" in step.view.toPlainText()
    step.flush()
    assert page.pack.letters == {"invitation_da": "# Kom\n\nKære {name}\n"}
    step.back.click()
    page.app.settle()
    assert page.pack.letters == {} and step.text.toPlainText() == shipped


def test_the_counts_keep_within_the_budget(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[3].click()
    page.app.settle()
    step = page.step
    next(tick for tick in step.picker.ticks.values() if not tick.isChecked()).setChecked(True)
    assert "Højst otte" in step.told.text() and "IndicatorSet" not in page.pack.rules
    step.picker.ticks["g3"].setChecked(False)
    assert page.pack.rules["IndicatorSet"].startswith("valg1-")


def test_a_measure_is_written_about_in_both_languages(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[2].click()
    page.app.settle()
    step = page.step
    step.table.selectRow(3)
    step.words["facts", "da"].setPlainText("Aftalt lokalt.")
    step.flush()
    step.valid.line.setText("1-4-2026")
    step.valid.flush()
    step.cost.setCurrentIndex(step.cost.findData(2))
    step.cost.activated.emit(step.cost.currentIndex())
    (own,) = page.pack.measures
    assert (own.code, own.cost, own.facts.da, own.facts.en, own.valid) == ("A4", 2, "Aftalt lokalt.", "Aftalt lokalt.", "2026-04-01")
    assert step.table.item(3, 1).text() == "Kræver penge"


def test_what_keeps_it_from_being_handed_out_is_listed_and_leads_there(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.step.municipality.setText("")
    page.step.municipality.textEdited.emit("")
    page.steps[6].click()
    page.app.settle()
    assert "Kommune: " in said(page.step) and "Databeskyttelsesrådgiver: " in said(page.step) and not page.step.save.isEnabled()
    next(one for one in page.step.findChildren(QPushButton) if one.text() == "Ret det").click()
    page.app.settle()
    assert page.place == 0
    page.steps[4].click()
    page.step.stand_on("leader_da")
    page.step.text.setPlainText("# Kom\n\nKære {navn}\n")
    page.steps[6].click()
    page.app.settle()
    next(one for one in page.step.findChildren(QPushButton) if "lederen, på dansk" in one.accessibleName()).click()
    page.app.settle()
    assert page.place == 4 and page.step.which.currentData() == "leader_da" and "{navn}" in page.step.text.toPlainText()


def test_a_pack_opened_on_a_new_laptop_waits_for_the_vault_and_says_so(tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path) -> None:
    file = made(tools_page("pack"), tmp_path)
    app = start(tmp_path / "new")
    app.window.open_file(file)
    app.settle()
    assert "Pakken fra HR" in app.screen().said.text()


def test_the_employee_may_open_the_pension_table_where_hr_lets_them(tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]) -> None:
    page = tools_page("pack")
    page.steps[1].click()
    page.app.settle()
    page.step.pension.setChecked(True)
    page.steps[0].click()
    file = made(page, tmp_path)
    vault = make_vault(tmp_path / "one", clock)
    before = story.invite(vault, "Kirsten Ærø Møller")
    tools.take(vault, tools.look_at(vault, file.read_bytes()))
    app = start(tmp_path / "one", vault)
    for talk, there in ((before, False), (story.invite(vault, "Bo Holm"), True)):
        shown = app.go(app.talk(talk, shared=True), "t9")
        assert hasattr(shown, "pension") is there
    view = next(one for one in shown.findChildren(DocumentView))
    assert view.isHidden()
    shown.pension.click()
    assert "67 år" in view.toPlainText() and not view.isHidden()


def test_each_page_the_pack_affects_can_be_seen_before_it_is_handed_out(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.step.contact.setText("Anne i HR, 12 34 56 78")
    page.step.contact.textEdited.emit("")
    page.steps[6].click()
    page.app.settle()
    step = page.step
    for at in range(1, step.page.count()):
        step.show_page(step.page.itemData(at))
        assert step.look_fault.isHidden() and len(step.view.toPlainText()) > 100
    step.show_page("privacy_da")
    assert "Anne i HR" in step.view.toPlainText() and step.page.count() > 12


@pytest.mark.parametrize(("place", "sheet"), [(2, "Tiltag"), (5, "Temaer")])
def test_a_step_goes_out_as_a_workbook_and_comes_back(tools_page: Callable[[str], Any], tmp_path: Path, place: int, sheet: str) -> None:
    """The window does not wait for it; a fault is told in words and leaves all as it was."""
    page = tools_page("pack")
    page.steps[place].click()
    page.app.settle()
    book, file = page.step.book, tmp_path / "bog.xlsx"
    book.save_to(file)
    assert not page.step.isEnabled() and "bliver gemt" in book.state.text()
    page.app.settle()
    assert page.step.isEnabled() and book.state.text() == "✓ Gemt: bog.xlsx"
    edited = openpyxl.load_workbook(file)
    assert sheet in edited.sheetnames
    before = page.pack
    book.read_from(file)
    page.app.settle()
    assert page.step.isEnabled() and book.state.text().startswith("✓") and tools.template_in(page.pack) == tools.template_in(before)
    edited[sheet].title = "Andet"
    edited.save(file)
    before = page.pack
    book.read_from(file)
    page.app.settle()
    assert page.step.isEnabled() and sheet in book.fault.text() and not book.state.isVisible() and page.pack == before


def test_a_talk_may_be_tried_before_anything_is_set_up(start: Callable[..., Any]) -> None:
    """From the very first page; it is gone when it is left, and nothing was asked for."""
    app = start()
    app.screen().try_talk.emit()
    app.settle()
    trying = app.screen()
    assert isinstance(trying, TalkWindow) and "Prøvesamtale" in app.window.windowTitle()
    folder = trying.room.vault.folder
    app.close()
    assert not folder.exists() and not (app.folder / "vault.db").exists()


def test_a_pack_dropped_on_the_window_waits_until_the_talks_are_open(tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime]) -> None:
    file = made(tools_page("pack"), tmp_path)
    vault = make_vault(tmp_path / "one", clock)
    app = start(tmp_path / "one")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    app.window.dropEvent(drop)
    app.settle()
    assert not isinstance(app.screen(), TakePackPage)
    app.window.unlocked(vault)
    app.settle()
    assert isinstance(app.screen(), TakePackPage)


def test_a_pack_that_it_has_laid_out_is_told_of_on_the_start_page(
    tools_page: Callable[[str], Any], start: Callable[..., Any], tmp_path: Path, clock: Callable[[], datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = made(tools_page("pack"), tmp_path)
    (tmp_path / "machine" / "packs").mkdir(parents=True)
    file.rename(tmp_path / "machine" / "packs" / file.name)
    monkeypatch.setattr(policy_sources, "file", lambda: tmp_path / "machine" / "policy.json")
    app = start(tmp_path / "one", make_vault(tmp_path / "one", clock))
    assert "Der er en ny pakke fra HR, udgave 1." in said(app.screen())


def test_a_damaged_pack_is_refused_on_its_page(start: Callable[..., Any], tmp_path: Path, vault: Any) -> None:
    (tmp_path / "x.seniorpack").write_bytes(b"rubbish")
    app = start(vault=vault)
    app.window.open_file(tmp_path / "x.seniorpack")
    app.settle()
    assert "ikke en pakke fra HR" in app.screen().alarm.text() and app.screen().shown.isHidden()


def test_a_text_is_copied_plain_and_as_html(tools_page: Callable[[str], Any], tmp_path: Path) -> None:
    page = tools_page("texts")
    page.which.setCurrentIndex(page.which.findData("employees"))
    page.which.activated.emit(0)
    page.copy.click()
    assert QGuiApplication.clipboard().text().startswith("Det spørger medarbejdere om\n\n")
    page.html.click()
    assert "<h2>Skal jeg sige ja?</h2>" in QGuiApplication.clipboard().mimeData().html()
    page.which.setCurrentIndex(page.which.findData("measures"))
    page.which.activated.emit(0)
    assert not page.copy.isEnabled() and "Det kan starte i morgen" in page.view.toPlainText()
    page.save_to(tmp_path / "katalog.pdf")
    page.app.settle()
    assert (tmp_path / "katalog.pdf").read_bytes().startswith(b"%PDF")


def test_the_plan_is_made_from_one_date_and_kept(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("plan")
    page.first.line.setText("1-3-2027")
    page.make.click()
    page.app.settle()
    first = page.rows["discuss"]
    first.status.setCurrentIndex(2)
    first.status.activated.emit(2)
    first.note.setText("Godt møde")
    first.note.textEdited.emit("")
    page.words.setText("Spørg natholdene")
    page.add.click()
    page.app.settle()
    again = tools_page("plan")
    assert (again.rows["discuss"].status.currentData(), again.rows["discuss"].note.text()) == (2, "Godt møde")
    assert "Spørg natholdene" in said(again)


def test_answers_from_a_meeting_are_counted_and_kept(tools_page: Callable[[str], Any], tmp_path: Path) -> None:
    page = tools_page("meeting")
    page.boxes["stay"][0].setValue(12)
    page.boxes["stay"][1].setValue(13)
    page.flush()
    page.app.settle()
    assert "48 %" in page.view.toPlainText() and "Aarhus" in page.view.toPlainText()
    page.boxes["stay"][0].setValue(27)
    page.save_figures(tmp_path / "tal.pdf")  # at once: what was typed last is in it
    page.app.settle()
    assert (tmp_path / "tal.pdf").exists() and "68 %" in page.view.toPlainText()
    page.save_sheet(tmp_path / "ark.pdf")
    page.app.settle()
    assert (tmp_path / "ark.pdf").exists() and tools_page("meeting").boxes["stay"][1].value() == 13


def test_a_second_meeting_does_not_take_the_place_of_the_first(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("meeting")
    page.name.setText("Rådhuset")
    page.boxes["stay"][0].setValue(30)
    page.begin_new()  # at once: what was typed last is kept
    page.app.settle()
    assert page.name.text() == "" and page.boxes["stay"][0].value() == 0 and page.view.isHidden()
    page.name.setText("Biblioteket")
    page.boxes["stay"][0].setValue(4)
    page.flush()
    page.app.settle()
    again = tools_page("meeting")
    assert [again.which.itemText(at) for at in range(again.which.count())] == ["Rådhuset", "Biblioteket"]
    again.open(0)
    assert again.boxes["stay"][0].value() == 30
    again.delete()
    again.app.settle()
    assert again.which.count() == 1 and again.name.text() == "Biblioteket"


def test_parts_are_given_and_taken_with_their_origin(tools_page: Callable[[str], Any], tmp_path: Path) -> None:
    made(tools_page("pack"), tmp_path)
    page = tools_page("sharing")
    page.save_to(tmp_path / "delt.json")
    page.app.settle()
    page.look_at(tmp_path / "delt.json")
    page.app.settle()
    assert page.origin.text().startswith("Fra Eksempel Kommune") and page.take["measures"].isChecked()
    page.use.click()
    page.app.settle()
    assert "udkast" in page.state.text() and "planen" not in page.state.text().lower()
    tools.begin_plan(page._vault, "2027-01-12")
    assert "Fra Eksempel Kommune" in page.earlier.text() and not page.give["plan"].isEnabled()
    page = tools_page("sharing")
    assert "Fra Eksempel Kommune" in page.earlier.text() and page.give["plan"].isEnabled()
    page.save_to(tmp_path / "delt.json")
    page.look_at(tmp_path / "delt.json")
    page.app.settle()
    for name, tick in page.take.items():
        tick.setChecked(name == "plan")
    page.use.click()
    page.app.settle()
    assert page.state.text() == "Jeres egen plan er begyndt, så den bliver, som den er."
    page.look_at(tmp_path / "hr.seniorpack")
    page.app.settle()
    assert "har delt" in page.alarm.text()


def test_hr_signs_a_list_of_seals_and_a_leader_takes_it(tools_page: Callable[[str], Any], tmp_path: Path) -> None:
    """Once HR's own seal was added by hand, what it lists is known."""
    page = tools_page("seals")
    book = page._vault.folder.parent
    seals.remember(book, "AB" * 32, "Ane Bak", "leader")
    page.name.setText("Anne i HR")
    page.save_list(tmp_path / "segl.pdf")
    page.app.settle()
    leader = tmp_path / "leader"
    leader.mkdir()
    with pytest.raises(ListRefused):
        desk.take_seals(leader, tmp_path / "segl.pdf")
    seals.remember(leader, page.key.text(), "HR", "hr")
    assert desk.take_seals(leader, tmp_path / "segl.pdf") == 1
    assert seals.known_seals(leader).find("AB" * 32, "leader").label == "Ane Bak"
