# SPDX-License-Identifier: EUPL-1.2
"""A screen -> the words on it that are not hidden."""

from typing import Any

from PySide6.QtWidgets import QLabel


def said(screen: Any) -> str:
    return "\n".join(one.text() for one in screen.findChildren(QLabel) if not one.isHidden())
