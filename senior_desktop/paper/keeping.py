# SPDX-License-Identifier: EUPL-1.2
"""Headings and what follows them -> one page for the headings and the beginning of the next piece, not for all of it.

ReportLab's own keeping together moves a whole table to the next page because of its heading. Here the last
piece is divided where it is: a heading needs the first lines or rows beside it, no more.
"""

from typing import Any

from reportlab.platypus.doctemplate import FrameBreak, NullActionFlowable
from reportlab.platypus.flowables import KeepTogether

from senior_desktop.paper.tagging import TaggedTable


class KeepBeginning(KeepTogether):
    """Everything but the last piece stays whole, with at least the last one's first lines or rows below it."""

    def split(self, width: float, height: float) -> list[Any]:
        """The pieces, after a page break when their beginning does not fit into `height` points."""
        moved = not self._begins_within(width, height) and not self._frame._atTop
        return [(FrameBreak if moved else NullActionFlowable)(), *self._content]

    def _begins_within(self, width: float, height: float) -> bool:
        *heads, last = self._content
        room = height
        for head, below in zip(heads, self._content[1:], strict=True):
            room -= head.wrapOn(self.canv, width, height)[1] + max(head.getSpaceAfter(), below.getSpaceBefore())
        if room <= 0:
            return False
        if last.wrapOn(self.canv, width, room)[1] <= room:
            return True
        if isinstance(last, TaggedTable):
            return last.beginning() <= room
        return bool(last.splitOn(self.canv, width, room))
