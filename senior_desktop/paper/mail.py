# SPDX-License-Identifier: EUPL-1.2
"""A letter and its files -> an e-mail draft that the mail program opens unsent; nobody is named as its receiver.

`X-Unsent: 1` is how Outlook knows a draft; other programs open the file as a message to edit or send on.
"""

from collections.abc import Iterable
from email import policy
from email.message import EmailMessage


def draft(subject: str, text: str, attached: Iterable[tuple[str, str, bytes]]) -> bytes:
    """The draft as .eml (RFC 5322, UTF-8). attached: file name, MIME type, content of each file.

    Deterministic: no date and no message id, which the mail program gives when it is sent.
    """
    message = EmailMessage(policy=policy.SMTP)
    message["X-Unsent"] = "1"
    message["To"] = ""
    # One line: a line end in it would begin a header of its own.
    message["Subject"] = " ".join(_writable(subject).split())
    message.set_content(_writable(text), charset="utf-8", cte="quoted-printable")
    for number, (name, kind, content) in enumerate(attached, 1):
        main, _, sub = kind.partition("/")
        if main == "text":
            message.add_attachment(content.decode("utf-8"), subtype=sub, charset="utf-8", filename=name, cte="base64")
        else:
            message.add_attachment(content, maintype=main, subtype=sub, filename=name)
        message.set_boundary(f"=_seniorsamtale_{number}")
    return message.as_bytes()


def _writable(text: str) -> str:
    """`text` without half letters, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
