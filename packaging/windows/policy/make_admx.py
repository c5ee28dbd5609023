# SPDX-License-Identifier: EUPL-1.2
"""The policies of `senior_desktop.policy` -> Seniorsamtale.admx with its Danish and English .adml, for Group Policy.

    python packaging/windows/policy/make_admx.py OUT_DIR

The same table gives the same bytes. Shape: Microsoft's "ADMX syntax" (policyDefinitions 1.0); class="Both", so
that each policy exists for the machine and for the user, under one key.
"""

import io
import re
import sys
from pathlib import Path
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

# The project is not installed in the environment that freezes: it is read from the checkout.
sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from senior_desktop import policy_sources  # noqa: E402
from senior_desktop.paper import labels  # noqa: E402
from senior_desktop.policy import LONGEST, MOST, NAME, OFF_ON, RULES, Rule  # noqa: E402
from senior_desktop.policy_show import in_words  # noqa: E402

SCHEMA = "http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions"
LANGUAGES = {"da-DK": "da", "en-US": "en"}
PRODUCT = "Seniorsamtale"


def admx() -> Element:
    """The definitions: one policy per name."""
    root = Element("policyDefinitions", xmlns=SCHEMA, revision="1.0", schemaVersion="1.0")
    spaces = SubElement(root, "policyNamespaces")
    SubElement(spaces, "target", prefix="seniorsamtale", namespace="Seniorsamtale.Policies")
    SubElement(root, "resources", minRequiredRevision="1.0", fallbackCulture="en-US")
    definitions = SubElement(SubElement(root, "supportedOn"), "definitions")
    for since in sorted({rule.since for rule in RULES.values()}):
        SubElement(definitions, "definition", name=supported(since), displayName=string(supported(since)))
    SubElement(SubElement(root, "categories"), "category", name=PRODUCT, displayName=string("category"))
    policies = SubElement(root, "policies")
    for name, rule in RULES.items():
        _policy(policies, name, rule)
    return root


def _policy(policies: Element, name: str, rule: Rule) -> None:
    switch = rule.allowed == OFF_ON
    one = SubElement(policies, "policy", {
        "name": name, "class": "Both", "displayName": string(name), "explainText": string(f"{name}_help"), "key": policy_sources.KEY,
        **({"valueName": name} if switch else {"presentation": f"$(presentation.{name})"}),
    })
    SubElement(one, "parentCategory", ref=PRODUCT)
    SubElement(one, "supportedOn", ref=supported(rule.since))
    if switch:
        for tag, value in (("enabledValue", "1"), ("disabledValue", "0")):
            SubElement(SubElement(one, tag), "decimal", value=value)
        return
    elements = SubElement(one, "elements")
    place = {"id": name, "valueName": name}
    match rule.allowed:
        case range() as allowed:
            SubElement(elements, "decimal", **place, required="true", minValue=str(allowed[0]), maxValue=str(allowed[-1]))
        case tuple() as words:
            choices = SubElement(elements, "enum", **place, required="true")
            for word in words:
                item = SubElement(choices, "item", displayName=string(f"{name}_{word}"))
                SubElement(SubElement(item, "value"), "string").text = word
        case _ if isinstance(rule.default, tuple):
            SubElement(elements, "multiText", **place, maxStrings=str(MOST))
        case _:
            longest = "120" if rule.allowed is NAME else str(LONGEST)
            SubElement(elements, "text", **place, maxLength=longest, **({"expandable": "true"} if rule.folder else {}))


def adml(language: str) -> Element:
    """The words of one language ("da", "en") and how each value is entered."""
    words = labels.words(language)
    root = Element("policyDefinitionResources", xmlns=SCHEMA, revision="1.0", schemaVersion="1.0")
    SubElement(root, "displayName").text = PRODUCT
    SubElement(root, "description").text = PRODUCT
    resources = SubElement(root, "resources")
    strings, presentations = SubElement(resources, "stringTable"), SubElement(resources, "presentationTable")

    def said(key: str, text: str) -> None:
        SubElement(strings, "string", id=key).text = text

    said("category", words("policy.category"))
    for since in sorted({rule.since for rule in RULES.values()}):
        said(supported(since), words("policy.supported", version=since))
    for name, rule in RULES.items():
        said(name, words(f"policy.{name}"))
        help_text = [words(f"policy.{name}_help"), words(
            "policy.falls", default=in_words(rule.default, language), falls_to=in_words(rule.falls_to, language)
        )]
        said(f"{name}_help", "\n\n".join(help_text))
        if isinstance(rule.allowed, tuple):
            for word in rule.allowed:
                said(f"{name}_{word}", words(f"policy.{name}_{word}"))
        _presentation(presentations, name, rule, words(f"policy.{name}"))
    return root


def _presentation(presentations: Element, name: str, rule: Rule, title: str) -> None:
    if rule.allowed == OFF_ON:
        return  # enabled and disabled are the whole choice
    one = SubElement(presentations, "presentation", id=name)
    match rule.allowed:
        case range():
            SubElement(one, "decimalTextBox", refId=name, defaultValue=str(rule.default)).text = title
        case tuple() as words:
            SubElement(one, "dropdownList", refId=name, noSort="true", defaultItem=str(words.index(str(rule.default)))).text = title
        case _ if isinstance(rule.default, tuple):
            SubElement(one, "multiTextBox", refId=name).text = title
        case _:
            SubElement(SubElement(one, "textBox", refId=name), "label").text = title


def supported(since: str) -> str:
    """Name of the definition that says from which version a policy takes effect."""
    return "SUPPORTED_" + re.sub(r"\W", "_", since)


def string(key: str) -> str:
    """A reference to the words of `key`."""
    return f"$(string.{key})"


def make(folder: Path) -> list[Path]:
    """Write the three files into `folder`, replacing older ones; their paths."""
    wanted = {folder / f"{PRODUCT}.admx": admx()}
    wanted |= {folder / culture / f"{PRODUCT}.adml": adml(language) for culture, language in LANGUAGES.items()}
    for file, root in wanted.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_bytes(root))
    return list(wanted)


def _bytes(root: Element) -> bytes:
    indent(root)
    out = io.BytesIO()
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue().replace(b"\r\n", b"\n") + b"\n"


if __name__ == "__main__":
    for file in make(Path(sys.argv[1])):
        print(file)
