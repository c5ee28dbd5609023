# SPDX-License-Identifier: EUPL-1.2
"""Light or dark and a base size in px -> palette and one style sheet; every colour and size has its name here.

Contrast of each pair is checked in `tests/ui/test_theme.py` (WCAG 2.1: text 4.5:1, borders and rings 3:1).
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QColor, QPalette

SIZES = (16, 18, 20, 24)
"""Base text sizes in px that the user may choose."""

TEXT_COLUMN = 860
"""Widest column of text, px at base 16: longer lines are hard to read."""


@dataclass(frozen=True)
class Tokens:
    """The colours of one mode."""

    bg: str
    surface: str
    nav: str
    text: str
    muted: str
    dis: str
    border: str
    hair: str
    accent: str
    accent_h: str
    accent_t: str
    soft: str
    ok: str
    note: str
    note_b: str
    focus: str
    bad: str
    bar: str
    faint: str


LIGHT = Tokens(
    bg="#F4F6F8", surface="#FFFFFF", nav="#FFFFFF", text="#17242D", muted="#4A5B66", dis="#5F6E78", border="#7B8A94",
    hair="#DDE3E8", accent="#0B5A75", accent_h="#084659", accent_t="#FFFFFF", soft="#E3F0F4", ok="#1E6B3A",
    note="#FFF7E0", note_b="#8A6A00", focus="#0B5A75", bad="#A3262A", bar="#4596AF", faint="#B9CFD8",
)
DARK = Tokens(
    bg="#12191E", surface="#1B252C", nav="#161F25", text="#EDF2F5", muted="#B3C0C8", dis="#93A2AC", border="#7F909B",
    hair="#2C3942", accent="#7CCBE3", accent_h="#A5DDEE", accent_t="#0A1F29", soft="#20404D", ok="#84D6A0",
    note="#332B12", note_b="#E0BE5A", focus="#7CCBE3", bad="#FF9C94", bar="#38809A", faint="#35505C",
)


def palette(t: Tokens) -> QPalette:
    """The palette for widgets that the sheet does not name."""
    new = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window, role.AlternateBase), t.bg), ((role.Base, role.Button, role.ToolTipBase), t.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), t.text), ((role.Highlight,), t.accent),
        ((role.HighlightedText,), t.accent_t), ((role.PlaceholderText,), t.dis),
    ):
        for one in roles:
            new.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        new.setColor(QPalette.ColorGroup.Disabled, one, QColor(t.dis))
    return new


def sheet(t: Tokens, base: int, icons: Path) -> str:
    """The style sheet for the text size `base` (px). Each px is computed here: `*` would override QFont."""
    mode = "light" if t is LIGHT else "dark"
    check, arrow, up = ((icons / f"{name}-{mode}.svg").as_posix() for name in ("check", "arrow", "up"))
    small, h2, h1 = round(base * 0.875), round(base * 1.125), round(base * 1.75)
    button = max(22, round(base * 1.4))
    return f"""
* {{ font-family: "Inter", "Segoe UI", "Noto Sans", sans-serif; font-size: {base}px; color: {t.text}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border}; padding: 4px 8px; }}
QMainWindow, QDialog, #canvas, #page, QScrollArea, QStackedWidget {{ background: {t.bg}; }}
#bar, #footer {{ background: {t.surface}; border: 0 solid {t.hair}; }}
#bar {{ border-bottom-width: 1px; }} #footer {{ border-top-width: 1px; }}
#side {{ background: {t.nav}; border: 0 solid {t.hair}; border-right-width: 1px; }}
QLabel {{ background: transparent; }}
QLabel[role="h1"] {{ font-size: {h1}px; font-weight: 600; }}
QLabel[role="h2"] {{ font-size: {h2}px; font-weight: 600; }}
QLabel[role="fact"] {{ font-weight: 600; }}
QLabel[role="help"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: {small}px; }}
QLabel[role="over"] {{ color: {t.accent}; font-size: {small}px; font-weight: 600; }}
QLabel[role="saved"] {{ color: {t.ok}; }}
QLabel[role="note"] {{ color: {t.note_b}; font-size: {small}px; font-weight: 600; }}
QLabel[role="banner"] {{ background: {t.soft}; color: {t.accent}; font-weight: 600; padding: 8px 24px; }}
QLabel[role="alarm"] {{ background: {t.note}; color: {t.text}; border: 1px solid {t.note_b}; border-radius: 6px; padding: 10px 14px; }}
QLabel[verdict] {{ font-size: {h1}px; font-weight: 600; border: 2px solid {t.border}; border-radius: 10px; padding: 12px 20px; }}
QLabel[verdict="green"] {{ color: {t.ok}; border-color: {t.ok}; }}
QLabel[verdict="yellow"] {{ color: {t.note_b}; border-color: {t.note_b}; }}
QLabel[verdict="red"] {{ color: {t.bad}; border-color: {t.bad}; }}
QLabel[mark] {{ color: {t.muted}; font-weight: 600; }}
QLabel[mark="ok"] {{ color: {t.ok}; }} QLabel[mark="warn"] {{ color: {t.note_b}; }} QLabel[mark="bad"] {{ color: {t.bad}; }}
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.hair}; border-radius: 10px; }}
QFrame[role="private"] {{ background: {t.note}; border: 1px solid {t.note_b}; border-radius: 10px; }}
QFrame[role="line"] {{ background: {t.hair}; border: 0; max-height: 1px; min-height: 1px; }}
QPushButton {{ background: {t.surface}; color: {t.accent}; border: 1px solid {t.accent}; border-radius: 6px;
  padding: 9px 20px; font-weight: 600; min-height: {button}px; }}
QPushButton:hover {{ background: {t.soft}; }}
QPushButton:disabled {{ color: {t.dis}; border-color: {t.dis}; background: {t.surface}; }}
QPushButton:checked {{ background: {t.soft}; border: 2px solid {t.accent}; padding: 8px 19px; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.accent_t}; }}
QPushButton[role="primary"]:hover {{ background: {t.accent_h}; border-color: {t.accent_h}; }}
QPushButton[role="primary"]:disabled {{ background: {t.bg}; color: {t.dis}; border-color: {t.dis}; }}
QPushButton[role="quiet"] {{ border: 1px solid transparent; padding: 5px 10px; font-weight: 400; background: transparent;
  font-size: {small}px; min-height: {round(base * 1.2)}px; }}
QPushButton[role="quiet"]:hover {{ background: {t.soft}; }}
QPushButton[role="quiet"]:checked {{ background: {t.soft}; border: 1px solid {t.accent}; }}
QPlainTextEdit, QTextEdit, QLineEdit, QComboBox, QDateEdit, QSpinBox {{ background: {t.surface}; border: 1px solid {t.border};
  border-radius: 6px; padding: 8px 10px; selection-background-color: {t.accent}; selection-color: {t.accent_t}; }}
QLineEdit, QComboBox, QDateEdit, QSpinBox {{ min-height: {button}px; }}
QPlainTextEdit:focus, QTextEdit:focus, QLineEdit:focus, QComboBox:focus, QSpinBox:focus {{ border: 2px solid {t.focus}; padding: 7px 9px; }}
QPlainTextEdit:disabled, QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{ color: {t.dis}; background: {t.bg}; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; background: transparent; width: {round(base * 1.75)}px; }}
QSpinBox::up-arrow {{ image: url("{up}"); width: {small}px; height: {small}px; }}
QSpinBox::down-arrow {{ image: url("{arrow}"); width: {small}px; height: {small}px; }}
QComboBox::drop-down {{ border: 0; width: {base * 2}px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: {base}px; height: {base}px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.border}; selection-background-color: {t.soft};
  selection-color: {t.accent}; outline: 0; padding: 4px; }}
QRadioButton[role="choice"], QCheckBox[role="choice"] {{ background: {t.surface}; border: 1px solid {t.border}; border-radius: 8px;
  padding: 14px; min-height: {max(26, round(base * 1.5))}px; spacing: 10px; }}
QRadioButton[role="choice"]:hover, QCheckBox[role="choice"]:hover {{ background: {t.soft}; }}
QRadioButton[role="choice"]:checked, QCheckBox[role="choice"]:checked {{ background: {t.soft}; color: {t.accent};
  border: 2px solid {t.accent}; padding: 13px; font-weight: 600; }}
QRadioButton[role="choice"]:disabled, QCheckBox[role="choice"]:disabled {{ color: {t.dis}; }}
QCheckBox[role="choice"] {{ padding: 10px 14px; }} QCheckBox[role="choice"]:checked {{ padding: 9px 13px; }}
QRadioButton, QCheckBox {{ background: transparent; spacing: 10px; }}
QRadioButton::indicator, QCheckBox::indicator, QTableView::indicator {{ width: 18px; height: 18px; background: {t.surface}; border: 2px solid {t.border}; }}
QRadioButton::indicator {{ border-radius: 11px; }} QCheckBox::indicator, QTableView::indicator {{ border-radius: 4px; }}
QRadioButton::indicator:checked {{ border: 6px solid {t.accent}; width: 10px; height: 10px; background: {t.surface}; }}
QCheckBox::indicator:checked, QTableView::indicator:checked {{ border: 2px solid {t.accent}; background: {t.accent}; image: url("{check}"); }}
QListWidget, QListView, QTableView {{ background: transparent; border: 0; outline: 0; }}
QTableView {{ background: {t.surface}; border: 1px solid {t.hair}; border-radius: 10px; gridline-color: {t.hair};
  selection-background-color: {t.soft}; selection-color: {t.text}; alternate-background-color: {t.surface}; }}
QTableView::item {{ padding: 8px 12px; border: 0; border-bottom: 1px solid {t.hair}; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: 0; border-bottom: 1px solid {t.border};
  padding: 8px 12px; font-size: {small}px; font-weight: 600; }}
QProgressBar {{ background: {t.hair}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {t.border}; border-radius: 4px; margin: 3px; min-height: 40px; min-width: 40px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenuBar, QMenu {{ background: {t.surface}; }} QMenu {{ border: 1px solid {t.border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px; border-radius: 4px; }} QMenu::item:selected, QMenuBar::item:selected {{ background: {t.soft}; color: {t.accent}; }}
QMenu::item:disabled {{ color: {t.dis}; }}
#measures::item {{ padding: 4px 8px; border-radius: 6px; }} #measures::item:selected {{ background: {t.soft}; color: {t.accent}; }}
#drop {{ border: 2px dashed {t.border}; border-radius: 10px; background: {t.surface}; }}
"""
