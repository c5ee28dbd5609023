# SPDX-License-Identifier: EUPL-1.2
"""HR words the template anew, page by page, and sees at once what leaders, employees and paper will show."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from words_on_screen import said

from senior_desktop import tools
from senior_desktop.ui.document_view import DocumentView
from senior_desktop.ui.fields.text import NoteBox
from senior_desktop.ui.talk.window import TalkWindow


def test_a_changed_word_is_seen_at_once_as_both_see_it_as_the_leader_does_and_on_paper(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[5].click()
    page.app.settle()
    preview, title = page.step.preview, next(one for one in page.step.findChildren(QLineEdit) if one.text() == "Trivsel og arbejdsglæde")
    assert not preview.shown.findChildren(NoteBox)  # what only the leader sees is not built where both look
    title.setText("Trivsel hos os")
    title.textEdited.emit("")
    page.flush()
    assert "Trivsel hos os" in said(preview.shown)
    preview.look("leader")
    assert "Trivsel hos os" in said(preview.shown) and preview.shown.findChildren(NoteBox)
    assert not [one for one in preview.shown.findChildren(QWidget) if one.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    preview.look("paper")
    paper = preview.shown.findChild(DocumentView).toPlainText()
    assert "Trivsel hos os" in paper and "☐" in paper
    assert page.app.faults == []


def test_every_page_of_the_talk_can_be_edited_and_seen(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[5].click()
    page.app.settle()
    step = page.step
    ids = [step.which.itemData(at) for at in range(step.which.count())]
    assert {"offer", "prepare", "t1", "t10", "agreements", "follow_up", "summary", "evaluate"} <= set(ids)
    for at in range(len(ids)):
        step.which.setCurrentIndex(at)
        step.which.activated.emit(at)
        for way in ("both", "leader", "paper"):
            step.preview.look(way)
            page.app.settle()
    assert page.app.faults == [] and page.pack.template == ""
    assert "kommer aldrig på papir" in step.preview.shown.findChild(DocumentView).toPlainText()  # what the employee answers alone
    page.after.click()
    page.verticalScrollBar().setValue(200)  # what stood beside the fields is gone, and follows nothing any more
    page.app.settle()
    assert page.app.faults == []


def test_an_answer_is_worded_otherwise_and_counts_the_same(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    page.steps[5].click()
    page.app.settle()
    page.step.which.setCurrentIndex(page.step.which.findData("t3"))
    page.step.which.activated.emit(0)
    next(one for one in page.step.findChildren(QPushButton) if one.text() == "Svarene").click()
    shipped = tools.shipped_template().question("c31").options[0]
    box = next(one for one in page.step.findChildren(QLineEdit) if one.text() == shipped.da)
    box.setText("Andre arbejdstider hos os")
    box.textEdited.emit("")
    page.flush()
    (option,) = [one for one in tools.template_in(page.pack).question("c31").options if one.code == shipped.code]
    assert option.da == "Andre arbejdstider hos os" and option.da in page.step.changes.text()


def test_the_keyboard_goes_through_the_step_before_it_goes_on(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    for place in (0, 2, 5):
        page.steps[place].click()
        page.app.settle()
        round_, one = [], page.steps[-1]
        while (one := one.nextInFocusChain()) is not page.steps[-1]:
            round_.append(one)
        fields = [round_.index(box) for box in page.step.findChildren(QLineEdit) if box in round_]
        assert fields and max(fields) < round_.index(page.before) < round_.index(page.after)


def test_the_template_is_edited_and_tried_as_both_see_it(tools_page: Callable[[str], Any]) -> None:
    page = tools_page("pack")
    app = page.app
    page.steps[5].click()
    app.settle()
    box = next(box for box in page.step.findChildren(type(page.step.which).__mro__[0]) if box is page.step.which)
    assert box.currentData() == "t1"
    title = next(one for one in page.step.findChildren(QLineEdit) if one.text() == "Trivsel og arbejdsglæde")
    title.setText("Trivsel hos os")
    title.textEdited.emit("")
    page.flush()
    assert "lokal.1" in page.step.name.text() and "Trivsel hos os" in page.step.changes.text()
    title.setText("Tid til afvikling")
    title.textEdited.emit("")
    page.flush()
    assert page.step.fault.isVisible() and "lokal.1" in page.step.name.text()
    page.step.try_it.click()
    app.settle()
    trying = app.screen()
    assert isinstance(trying, TalkWindow) and trying.room.template.themes[0].title.da == "Trivsel hos os"
    folder = trying.room.vault.folder
    assert folder.exists()
    trying.left.emit()
    app.settle()
    app.settle()
    assert not folder.exists() and "lokal.1" in str(tools.template_in(app.screen().pack).name)
