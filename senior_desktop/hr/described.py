# SPDX-License-Identifier: EUPL-1.2
"""A skema -> the description of its file for machines: "CSV on the Web", as JSON beside the CSV file.

W3C Recommendation "Metadata Vocabulary for Tabular Data" (2015); the name is the one its section 5.3 looks for.
Written for whoever reads the file with another program; our own reader checks more.
"""

import json
from typing import Any

from senior_desktop.hr.batch import AREA, COLUMNS, LEAST_TALKS, MOST_TALKS, PERIOD, Batch
from senior_desktop.hr.indicators import IndicatorSet
from senior_desktop.paper.document import Words


def described(batch: Batch, file: str, indicators: IndicatorSet, words: Words) -> bytes:
    """The description of `file`, the CSV file's name: each column with its closed list or range; nothing about `n` people."""
    codes = sorted({code for _, code in indicators.rows})
    allowed: dict[str, dict[str, Any]] = {
        "skema": _one_of([batch.skema]),
        "batch_id": {"base": "string", "format": "b[0-9a-f]{32}"},
        "periode": {"base": "string", "format": PERIOD.pattern},
        "omraade": {"base": "string", "format": AREA.pattern},
        "n": {"base": "integer", "minimum": LEAST_TALKS, "maximum": MOST_TALKS},
        "spoergsmaal": _one_of(list(indicators.by_id)),
        "svar": {"base": "integer", "minimum": codes[0], "maximum": codes[-1]},
        # Noise may carry a count below nothing: it is right, and stays.
        "antal": {"base": "integer", "minimum": -99999, "maximum": 99999},
        "segl": {"base": "string", "format": "[hd]1:[0-9a-f]{64}"},
    }
    columns = [
        {"name": name, "titles": name, "dc:description": words(f"hr.column_{name}"), "datatype": allowed[name], "required": True}
        for name in [*COLUMNS.split(";"), "segl"]
    ]
    table = {
        "@context": "http://www.w3.org/ns/csvw",
        "url": file,
        "dialect": {"encoding": "utf-8", "delimiter": ";", "lineTerminators": ["\r\n"], "quoteChar": None, "header": True},
        "tableSchema": {"columns": columns, "primaryKey": ["batch_id", "spoergsmaal", "svar"]},
    }
    return json.dumps(table, ensure_ascii=False, indent=1).encode()


def _one_of(values: list[str]) -> dict[str, str]:
    return {"base": "string", "format": "|".join(values)}
