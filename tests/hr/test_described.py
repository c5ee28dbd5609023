# SPDX-License-Identifier: EUPL-1.2
"""The description beside a file, read as any other program would: it fits every line that is written."""

import csv
import io
import json
import re

import pytest

from senior_desktop.hr import csv_file, described, indicators
from senior_desktop.hr.batch import make_batch
from senior_desktop.paper import labels

SETS = indicators.shipped()


def fits(cell: str, datatype: dict[str, object]) -> bool:
    """CSV on the Web, section 6.4, for the two base types in use."""
    if datatype["base"] == "integer":
        return re.fullmatch("-?[0-9]+", cell) is not None and int(datatype["minimum"]) <= int(cell) <= int(datatype["maximum"])
    return re.fullmatch(str(datatype["format"]), cell) is not None


@pytest.mark.parametrize("skema", sorted(SETS))
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_cell_is_what_the_description_says(skema: str, language: str) -> None:
    asked = SETS[skema]
    talks = [(bytes([number]) * 32, {one.id: one.codes[0] for one in asked.about_talks}) for number in range(5)]
    batch = make_batch(talks, [(b"x" * 32, 3)], "2026H2", "O1", asked, None)
    content, name = csv_file.to_bytes(batch), csv_file.file_name(batch)
    table = json.loads(described.described(batch, name, asked, labels.words(language)))
    dialect, columns = table["dialect"], table["tableSchema"]["columns"]
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=dialect["delimiter"], quoting=csv.QUOTE_NONE))
    assert table["url"] == name and content.endswith(dialect["lineTerminators"][0].encode())
    assert rows[0] == [column["titles"] for column in columns]
    assert len(rows) == len(asked.rows) + 1
    assert all(fits(cell, column["datatype"]) for row in rows[1:] for cell, column in zip(row, columns, strict=True))
    keys = [rows[0].index(key) for key in table["tableSchema"]["primaryKey"]]
    assert len({tuple(row[key] for key in keys) for row in rows[1:]}) == len(asked.rows)
    assert all(column["dc:description"] for column in columns)
