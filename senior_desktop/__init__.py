# SPDX-License-Identifier: EUPL-1.2
"""Seniorsamtale: a talk between leader and employee -> a signed paper for both, and counts for HR.

The way of the data, and the order to read it in:

    resources/templates -> conversation/ -> vault/ -> paper/ -> two signatures -> hand over
      (questions)          (who says what)  (sealed)  (PDF)
                                             '-> hr/: codes wait -> noise -> csv -> pool -> report

Begin with `story.py`, where the steps stand in order, then `conversation/conversation.py`.
"""

__version__ = "0.1.0"
