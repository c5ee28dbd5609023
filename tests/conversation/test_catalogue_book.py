# SPDX-License-Identifier: EUPL-1.2
"""The catalogue as a workbook and back: what a pack may say of a measure; each fault names the cell."""

import io
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from senior_desktop.conversation import catalogue, catalogue_book
from senior_desktop.conversation.catalogue import Override
from senior_desktop.conversation.template import Wording
from senior_desktop.errors import TemplateFault
from senior_desktop.paper import labels

SHIPPED = catalogue.shipped()
OWN = (
    Override("A1", cost=2), Override("A4", decides=("C", "O"), text=Wording("Hos os fredag", "Fridays here")),
    Override("B3", offered=False, facts=Wording("=Aftalt", "Agreed"), valid="2026-04-01"),
)  # fmt: skip
BOOK = catalogue_book.to_workbook(SHIPPED, OWN)


def edited(cell: str, value: Any) -> bytes:
    book = load_workbook(io.BytesIO(BOOK))
    book["Tiltag"][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_what_was_said_comes_back_and_what_was_not_is_the_catalogues() -> None:
    """Also a text that begins like a formula: it is written as a text."""
    assert catalogue_book.from_workbook(BOOK, SHIPPED) == OWN
    assert catalogue_book.from_workbook(catalogue_book.to_workbook(SHIPPED, ()), SHIPPED) == ()


def test_a_day_that_the_spreadsheet_made_a_date_of_is_a_day() -> None:
    row = next(cell.row for cell in load_workbook(io.BytesIO(BOOK))["Tiltag"]["A"] if cell.value == "B3")
    found = catalogue_book.from_workbook(edited(f"J{row}", datetime(2027, 4, 1)), SHIPPED)
    assert found[2].valid == "2027-04-01"


@pytest.mark.parametrize(
    ("cell", "value", "fault"),
    [
        ("A2", "Z9", "no_such_row"), ("A2", "A2", "double"), ("C2", "måske", "yes_or_no"), ("C48", "Nej", "no_change_stays"), ("D2", "3", "wrong_value"),
        ("E2", "X", "wrong_value"), ("F2", "vejen mod nedtrapning", "avoided_word"), ("F2", "x" * 601, "wrong_value"), ("H2", "Aftalt", "no_date"),
        ("F2", "=1+1", "formula"), ("B1", "Measure", "headings"),
    ],
)  # fmt: skip
def test_a_fault_names_the_cell(cell: str, value: str, fault: str) -> None:
    with pytest.raises(TemplateFault) as found:
        catalogue_book.from_workbook(edited(cell, value), SHIPPED)
    place = {"A2": "A3" if fault == "double" else "A2", "H2": "J2", "B1": "A1"}.get(cell, cell)
    assert found.value.facts == {"place": f"Tiltag!{place}", "fault": fault}
    for language in ("da", "en"):
        assert labels.say(found.value, language)
