# SPDX-License-Identifier: EUPL-1.2
"""Document -> the same words on the screen, in the same order as on paper."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from senior_desktop import story

SHORT = 24
"""Letters of an option that is not broken over two lines."""


class DocumentView(QTextBrowser):
    """Shows a Document; grows with it, so that only the page around it scrolls."""

    def __init__(self, name: str, parent: QWidget | None = None, *, size: int = 0) -> None:
        """size: of the letters, px; 0 for the screen's own."""
        super().__init__(parent)
        self._size = size
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda size: self.setFixedHeight(max(40, round(size.height()) + 24))
        )

    def show_document(self, document: story.Document) -> None:
        """Draw `document`; its text is data, never markup."""
        self.show_documents((document,))

    def show_documents(self, documents: tuple[story.Document, ...]) -> None:
        """Draw several, one below the other."""
        self.setHtml("<hr>".join(map(_whole, documents)))
        self._enlarge()

    def changeEvent(self, event: QEvent) -> None:
        """The screen's own size must not take the place of the one asked for."""
        super().changeEvent(event)
        self._enlarge()

    def _enlarge(self) -> None:
        if self._size and self.document().defaultFont().pixelSize() != self._size:
            font = QFont(self.font())
            font.setPixelSize(self._size)
            self.document().setDefaultFont(font)


def _whole(document: story.Document) -> str:
    return f"<h2>{escape(document.title)}</h2>" + "".join(map(_block, document.blocks))


def _block(block: object) -> str:
    match block:
        case story.Heading(text=text, level=level):
            return f"<h{level + 2}>{escape(text)}</h{level + 2}>"
        case story.Paragraph(text=text, tone=tone):
            words = escape(text).replace("\n", "<br>")
            return f"<p><b>{words}</b></p>" if tone == "strong" else f"<p>{words}</p>"
        case story.Bullets(items=items):
            return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
        case story.Ticks(options=options):
            return "<p>" + " &nbsp; ".join(f"☐&nbsp;{_together(option)}" for option in options) + "</p>"
        case story.Space(lines=lines):
            return "<hr>".join(["<p>&nbsp;</p>"] * lines) + "<hr>"
        case story.Facts(rows=rows):
            return _table((), rows)
        case story.Table(header=header, rows=rows):
            return _table(header, rows)
        case _:
            return ""


def _together(option: str) -> str:
    """A short option stays on one line with its box."""
    words = escape(option)
    return words.replace(" ", "&nbsp;") if len(words) <= SHORT else words


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    def line(cells: tuple[str, ...], tag: str) -> str:
        inside = "".join(f"<{tag} align='left' valign='top'>{escape(cell).replace(chr(10), '<br>')}</{tag}>" for cell in cells)
        return f"<tr>{inside}</tr>"

    head = line(header, "th") if header else ""
    return f"<table cellpadding='5' width='100%'>{head}{''.join(line(row, 'td') for row in rows)}</table>"
