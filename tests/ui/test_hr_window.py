# SPDX-License-Identifier: EUPL-1.2
"""HR's window: files in, each with its fate; figures in words; the report out."""

import random

import openpyxl
import pikepdf
import pytest
from factory import make_vault
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QLabel

from senior_desktop import story
from senior_desktop.hr import indicators
from senior_desktop.hr.batch import make_batch
from senior_desktop.hr.csv_file import file_name, to_bytes
from senior_desktop.hr.indicators import Kind
from senior_desktop.ui import theme
from senior_desktop.ui.hr.figures import ChartPicture
from senior_desktop.ui.hr.window import HrPage

SEN1 = indicators.shipped()["sen1-e1"]


@pytest.fixture
def page(qtbot, work, look):
    one = HrPage(work, "da", "Eksempel Kommune", theme.LIGHT)
    qtbot.addWidget(one)
    one.resize(1280, 860)
    one.show()
    return one


@pytest.fixture
def files(tmp_path):
    """Hand-ins of six leaders, 60 talks in all, drawn alike each time."""
    return hand_ins(tmp_path / "in", "2026H2", 7)


def hand_ins(folder, period, seed, stays=0.6):
    chance, made = random.Random(seed), []
    folder.mkdir()
    for _ in range(6):
        talks = [
            (chance.randbytes(32), {
                one.id: int(chance.random() < stays) if one.kind is Kind.YES_NO else chance.choice(one.codes)
                for one in SEN1.about_talks
            })
            for _ in range(10)
        ]
        batch = make_batch(talks, [(chance.randbytes(32), 3)], period, "O1", SEN1, None)
        made.append(folder / file_name(batch))
        made[-1].write_bytes(to_bytes(batch))
    return made


def table(page):
    """File -> (result, reason), as it stands on the screen."""
    rows = range(page.table.rowCount())
    return {page.table.item(row, 0).text(): tuple(page.table.item(row, at).text() for at in (1, 2)) for row in rows}


def words(widget):
    return "\n".join(line.text() for line in widget.findChildren(QLabel))


def test_the_empty_page_says_to_import_and_not_to_open_in_excel(page):
    assert page.empty.isVisible() and "Excel" in words(page.empty)
    assert not page.saving.report.isVisible() and not page.figures.isVisible()


def test_each_file_says_what_became_of_it_and_why(page, files, tmp_path, qtbot, work):
    excel = tmp_path / "aabnet.csv"
    excel.write_bytes(files[0].read_bytes().replace(b";", b","))
    copy = tmp_path / "kopi.csv"
    copy.write_bytes(files[0].read_bytes())
    text = tmp_path / "seniorsamtale.txt"
    text.write_text("Filen viser antal")
    page.add_files([*files, excel, copy, text, tmp_path / "væk.csv"])
    qtbot.waitUntil(lambda: work.idle)
    found = table(page)
    assert len(found) == 10 and all(found[file.name][1] == "" for file in files)
    assert "semikolon" in found["aabnet.csv"][1] and ".." not in found["aabnet.csv"][1]
    assert "én gang" in found["kopi.csv"][1] and "følgeteksten" in found["seniorsamtale.txt"][1]
    assert "åbnes" in found["væk.csv"][1]
    assert page._pooled.taken == 6 and str(tmp_path) not in str(found)


def test_an_altered_file_of_a_known_id_is_refused_with_the_right_sentence(page, files, tmp_path, qtbot, work):
    lines = files[0].read_text("utf-8-sig").splitlines()
    page.add_files([files[0]])
    altered = tmp_path / "altered.csv"
    altered.write_bytes(files[0].read_bytes().replace(lines[1].split(";")[2].encode(), b"2026H1"))
    page.add_files([altered])
    qtbot.waitUntil(lambda: work.idle)
    assert "Seglet passer ikke" in table(page)["altered.csv"][1] and "linje 0" not in table(page)["altered.csv"][1]


def test_under_twenty_people_no_share_is_shown_and_the_page_says_why(page, files, qtbot, work):
    page.add_files(files[:1])
    qtbot.waitUntil(lambda: work.idle)
    assert page.saving.report.isVisible() and not page.figures.findChildren(ChartPicture)
    assert "mindst 20 samtaler" in words(page.figures)


def test_enough_files_give_shares_with_intervals_in_words_charts_and_greyed_rows(page, files, qtbot, work):
    page.add_files([files[0].parent])  # the folder, as it is dropped
    qtbot.waitUntil(lambda: work.idle)
    assert len(page.figures.findChildren(ChartPicture)) == 6
    said = words(page.figures)
    assert "\nmellem " in said and "for få til at sige noget sikkert" in said and "Aarhus" in said
    for chart in page.figures.findChildren(ChartPicture):
        assert chart.renderer().isValid() and chart.accessibleName() and chart.accessibleDescription()
        assert chart.height() > 40
    grey = [line for line in page.figures.findChildren(QLabel) if "for få til at sige" in line.text()]
    assert any(line.property("role") == "help" for line in grey)


def test_files_dropped_a_second_time_count_once(page, files, qtbot, work):
    page.add_files(files)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.drop.dropEvent(QDropEvent(QPointF(5, 5), action, mime, buttons, keys))
    qtbot.waitUntil(lambda: work.idle)
    assert page.table.rowCount() == 12 and page._pooled.taken == 6
    assert "60" in words(page.figures)


def test_the_report_is_a_pdf_where_it_was_wished_and_a_bad_folder_is_said(page, files, tmp_path, qtbot, work):
    page.add_files(files)
    qtbot.waitUntil(lambda: work.idle)
    page.saving.save_report(tmp_path / "report.pdf")
    qtbot.waitUntil(lambda: work.idle)
    with pikepdf.open(tmp_path / "report.pdf") as pdf:
        assert len(pdf.pages) >= 2
    assert "report.pdf" in page.state.text() and str(tmp_path) not in page.state.text()
    page.saving.save_report(files[0] / "report.pdf")
    qtbot.waitUntil(lambda: work.idle)
    assert page.alarm.isVisible() and page.saving.report.isEnabled()


def test_the_page_may_be_left_while_files_are_read(files, qtbot, work):
    page = HrPage(work, "da", "", theme.LIGHT)
    page.add_files(files)
    page.deleteLater()  # as the main window does; what comes back later finds no widget to draw on
    qtbot.waitUntil(lambda: work.idle)
    assert page._gone == [True] and page._pooled.taken == 6


def test_two_half_years_are_compared_and_one_can_be_chosen(page, tmp_path, qtbot, work):
    """From 5 % to 95 % with 60 talks each: more than chance; one half-year alone shows no development."""
    earlier = hand_ins(tmp_path / "before", "2026H1", 8, stays=0.05)
    later = hand_ins(tmp_path / "after", "2026H2", 9, stays=0.95)
    page.add_files([*earlier, *later])
    qtbot.waitUntil(lambda: work.idle)
    assert page.only.isVisible() and [page.only.period.itemText(at) for at in range(3)] == ["Alle", "2026H1", "2026H2"]
    assert "Udvikling" in words(page.figures) and "ja, det er en ændring" in words(page.figures)
    (sure,) = {line.property("role") for line in page.figures.findChildren(QLabel) if line.text() == "ja, det er en ændring"}
    assert sure != "help"  # only what is too uncertain is muted
    page.only.period.setCurrentIndex(1)
    page.only.period.activated.emit(1)
    qtbot.waitUntil(lambda: work.idle)
    assert page.only.parts() == ("2026H1", None)
    assert "Udvikling" not in words(page.figures) and len(page._pooled.read) == 12
    assert {row.people for row in story.figures(page._pooled).rows if row.question == "g3"} == {60}


def test_the_totals_are_saved_and_read_by_another_municipality(page, files, tmp_path, qtbot, work):
    page.add_files(files)
    qtbot.waitUntil(lambda: work.idle)
    page.saving.save_totals(tmp_path / "summer.csv")
    qtbot.waitUntil(lambda: work.idle)
    other = HrPage(work, "da", "Anden Kommune", theme.LIGHT)
    qtbot.addWidget(other)
    other.add_files([tmp_path / "summer.csv"])
    qtbot.waitUntil(lambda: work.idle)
    assert story.figures(other._pooled).rows == story.figures(page._pooled).rows
    nameless = HrPage(work, "da", "", theme.LIGHT)
    qtbot.addWidget(nameless)
    nameless.add_files(files)
    qtbot.waitUntil(lambda: work.idle)
    nameless.saving.save_totals(tmp_path / "andre.csv")
    qtbot.waitUntil(lambda: work.idle)
    assert "Kommunens navn mangler" in nameless.alarm.text() and not (tmp_path / "andre.csv").exists()


def test_receipts_say_who_has_offered_and_nothing_about_employees(page, files, tmp_path, clock, qtbot, work):
    """Beside HR's own numbers, which are kept nowhere; what is no receipt is told."""
    with make_vault(tmp_path / "vault", clock) as vault:
        receipt = story.save_receipt(tmp_path, story.give_receipt(vault, True, story.typed("Søren Håkansson")))
    (tmp_path / "andet.pdf").write_bytes(b"%PDF-1.7 andet")
    page.add_files([receipt, tmp_path / "andet.pdf", *files])
    qtbot.waitUntil(lambda: work.idle)
    assert "Søren Håkansson" in words(page.offered) and "Alle er tilbudt den" in words(page.offered)
    assert "ukendt segl" in words(page.offered)
    assert "kvittering" in table(page)["andet.pdf"][1]
    page.offered.leaders.setText("40")
    page.offered.group.setText("120")
    assert "1 af 40 ledere" in page.offered.told.text() and "60 samtaler: omkring 50 %" in page.offered.told.text()
    page.add_files([receipt])
    qtbot.waitUntil(lambda: work.idle)
    assert page.offered._rows.count() == 4


def test_the_charts_are_pictures_for_slides_and_the_workbook_opens(page, files, tmp_path, qtbot, work):
    page.add_files(files)
    qtbot.waitUntil(lambda: work.idle)
    (tmp_path / "charts").mkdir()
    page.saving.save_charts(tmp_path / "charts")
    page.saving.save_workbook(tmp_path / "tal.xlsx")
    qtbot.waitUntil(lambda: work.idle)
    drawn = sorted((tmp_path / "charts").iterdir())
    shown = page.figures.findChildren(ChartPicture)
    assert {file.suffix for file in drawn} == {".png", ".svg"} and len(drawn) == 2 * len(shown) > 2
    for file in drawn:
        if file.suffix == ".png":
            image = QImage(str(file))
            inks = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
            assert image.width() > 1000 and len(inks) > 10
    assert openpyxl.load_workbook(tmp_path / "tal.xlsx").sheetnames == ["Rapporten", "Alle tal"]
    page.saving.save_charts(tmp_path / "charts")
    qtbot.waitUntil(lambda: work.idle)
    assert page.alarm.isVisible() and page.saving.charts.isEnabled()
