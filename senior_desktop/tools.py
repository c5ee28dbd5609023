# SPDX-License-Identifier: EUPL-1.2
"""The four tools around the talk -> what the windows name of them: packs, texts, the plan, meetings; the third thin door of ui/.

Made by HR, in HR's vault; a leader's side only takes packs. No step of a talk is told here: that is `story`.
"""

from senior_desktop.meetings import (  # noqa: F401
    drop_tally,
    evaluation_sheet,
    keep_tally,
    parts_in,
    parts_to_share,
    save_briefs,
    share,
    shared_by_others,
    take_shared,
    taken_before,
    tallies_of,
    tally_document,
    tally_questions,
)
from senior_desktop.pack_in_words import day as day_in_words  # noqa: F401
from senior_desktop.pack_in_words import faults as faults_in_pack  # noqa: F401
from senior_desktop.pack_in_words import letter as letter_in_words  # noqa: F401
from senior_desktop.packs import (  # noqa: F401
    LETTERS,
    Seen,
    about_pack,
    call_the_talk,
    decided_by_pack,
    described,
    draft,
    fault_in_letter,
    fields_of_pack,
    keep_draft,
    keys_of_pack,
    laid_out,
    letter_preview,
    look_at,
    own_fingerprint,
    pack_changed,
    pack_changes,
    pack_content,
    publish,
    published,
    save_fingerprint,
    save_pack,
    shipped_letter,
    take,
    with_known_seals,
    workplaces,
)
from senior_desktop.plans import (  # noqa: F401
    begin_plan,
    keep_plan,
    own_step,
    plan_document,
    plan_of,
    planned,
    roles,
    save_plan_calendar,
    save_plan_workbook,
    step_in_words,
)
from senior_desktop.previews import affected, preview  # noqa: F401
from senior_desktop.templates import (  # noqa: F401
    may_leave_out,
    own_template,
    page_on_paper,
    read_measures_book,
    read_template_book,
    said_otherwise,
    save_measures_book,
    save_template_book,
    shipped_template,
    template_changes,
    template_in,
    template_on_paper,
)
from senior_desktop.texts import (  # noqa: F401
    GROUPS,
    as_html,
    measures_document,
    measures_pdf,
    save_document,
    text,
    text_document,
    text_pdf,
)
from senior_desktop.trial import Trial, begin, end, nobodys_talk  # noqa: F401
