# SPDX-License-Identifier: EUPL-1.2
"""The policies in force -> lines for IT, or JSON: value, source, and whatever fell to the stricter. No Qt, no vault."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from senior_desktop import data_folder, desk, paths, policy, story
from senior_desktop.policy import BY_IT, RULES, Policy, Value


def in_force(folder: Path | None = None) -> Policy:
    """The policies on this computer with the user's own choices. folder: of the data; by default the one in force.

    Where the user's folder cannot be looked into (an administrator asks, no home) it goes on without the choices.
    """
    rules = policy.in_force()
    try:
        place = folder or data_folder.in_force(rules).path
        own = desk.settings(place)
        chosen = {"Language": own.language, "IdleLockMinutes": own.idle} if paths.is_file(place / desk.SETTINGS) else {}
    except (OSError, RuntimeError):  # RuntimeError: pathlib finds no home
        return rules
    return policy.in_force(chosen)


def clean(rules: Policy) -> bool:
    """Whether every value that was set is in force as it was set."""
    return not rules.remarks and not rules.unknown and not any(rules.found(name).fell for name in RULES)


def as_json(rules: Policy) -> str:
    """Everything, for machines. since: the version from which the policy takes effect."""
    names: dict[str, Any] = {}
    for name, rule in RULES.items():
        found = rules.found(name)
        value = list(found.value) if isinstance(found.value, tuple) else found.value
        names[name] = {"value": value, "source": found.source, "fell": found.fell, "since": rule.since}
    unknown = [{"source": source, "name": name} for source, name in rules.unknown]
    return json.dumps({"policies": names, "remarks": rules.remarks, "unknown": unknown}, indent=2, ensure_ascii=False)


def lines(rules: Policy, language: str, *, effective: bool, source: bool) -> Iterator[str]:
    """In words. effective: every name, not only those that are set. source: where each value comes from."""
    words = story.words(language)
    shown = [name for name in RULES if effective or rules.found(name).source in BY_IT]
    if not shown:
        yield words("policy.none_set")
    for name in shown:
        found = rules.found(name)
        columns = [f"{name:<24}  ", in_words(found.value, language)]
        if source:
            columns = [*columns[:1], f"{columns[1]:<24}  ", words(f"policy.source_{found.source}")]
        yield "".join(columns)
    for name in RULES:
        found = rules.found(name)
        if found.fell:
            where = words(f"policy.source_{found.source}")
            yield "! " + words("policy.fell", name=name, source=where, value=in_words(found.value, language))
    for where, remark in rules.remarks.items():
        yield "! " + words(f"policy.{remark}", source=words(f"policy.source_{where}"))
    for where, name in rules.unknown:
        yield "! " + words("policy.unknown", source=words(f"policy.source_{where}"), name=name)


def in_words(value: Value, language: str) -> str:
    """A value as it is shown: a list on one line, an empty one said."""
    shown = ", ".join(value) if isinstance(value, tuple) else str(value)
    return shown or story.words(language)("policy.empty")
