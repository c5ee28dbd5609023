# SPDX-License-Identifier: EUPL-1.2
"""`Template` -> its TOML text, which `template.read` reads back to the same template.

The reader's types are the measure: every value is a text, a number, a switch, a list or a table of those.
"""

import json
from typing import Any

import msgspec

from senior_desktop.conversation.template import Template


def written(template: Template) -> str:
    """The text. What has its default value is left out, and the digest, which follows from the rest."""
    plain = _bare(msgspec.to_builtins(msgspec.structs.replace(template, digest="")), template)
    plain.pop("digest", None)
    lines = []
    for key, value in plain.items():
        if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            lines.append(f"{key} = [\n" + "".join(f"  {_said(one)},\n" for one in value) + "]")
        else:
            lines.append(f"{key} = {_said(value)}")
    return "\n".join(lines) + "\n"


def _bare(plain: Any, of: Any) -> Any:
    """`plain` without what stands at its default in the struct it came from."""
    if isinstance(of, msgspec.Struct) and isinstance(plain, dict):
        found = {}
        for field in msgspec.structs.fields(of):
            now = getattr(of, field.name)
            if field.default is not msgspec.NODEFAULT and now == field.default or now is None:
                continue
            found[field.encode_name] = _bare(plain[field.encode_name], now)
        return found
    if isinstance(of, tuple):
        return [_bare(one, other) for one, other in zip(plain, of, strict=True)]
    if isinstance(of, dict) and isinstance(plain, dict):
        return {key: _bare(one, of[key]) for key, one in plain.items()}
    return plain


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # JSON's escapes are TOML's too, but for DEL, which TOML wants escaped.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_said(one) for one in value) + "]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key, ensure_ascii=False) if not key.isidentifier() else key} = {_said(one)}" for key, one in value.items()) + " }"
    return str(value)
