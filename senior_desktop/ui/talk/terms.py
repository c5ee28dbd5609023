# SPDX-License-Identifier: EUPL-1.2
"""A measure of the catalogue -> what it costs and who decides, in words."""

from PySide6.QtCore import QCoreApplication

from senior_desktop.conversation.catalogue import Measure


def cost(measure: Measure) -> str:
    """The dearest of what is typical."""
    match measure.cost:
        case 0:
            return QCoreApplication.translate("Terms", "No cost")
        case 1:
            return QCoreApplication.translate("Terms", "From the local budget")
        case _:
            return QCoreApplication.translate("Terms", "A real expense")


def decided_by(measure: Measure) -> str:
    """Who decides as a rule; the municipality may have settled it otherwise."""
    match "".join(measure.decides):
        case "L":
            return QCoreApplication.translate("Terms", "the leader decides")
        case "C":
            return QCoreApplication.translate("Terms", "the centre or HR decides")
        case "O":
            return QCoreApplication.translate("Terms", "needs a local agreement with the union")
        case "M":
            return QCoreApplication.translate("Terms", "the employee's own right")
        case "LC":
            return QCoreApplication.translate("Terms", "the leader decides, perhaps with the centre or HR")
        case "LO":
            return QCoreApplication.translate("Terms", "the leader decides, perhaps by a local agreement")
        case "LM":
            return QCoreApplication.translate("Terms", "the employee's own right; the leader gives the time")
        case _:
            return QCoreApplication.translate("Terms", "the centre or HR decides, by a local agreement")


def terms(measure: Measure) -> str:
    """Both in one line."""
    return f"{cost(measure)} · {decided_by(measure)}"
