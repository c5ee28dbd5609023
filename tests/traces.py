# SPDX-License-Identifier: EUPL-1.2
"""Words and files -> which of the words stand in them, in any writing; also in files that are there only for a moment."""

import re
import threading
from pathlib import Path


class Watcher(threading.Thread):
    """Reads whatever appears in a folder while something runs: a temporary file is readable as long as it is there."""

    def __init__(self, folder: Path) -> None:
        super().__init__(daemon=True)
        self.folder, self.over, self.seen = folder, threading.Event(), {}

    def run(self) -> None:
        while not self.over.wait(0.02):
            for file in self.folder.rglob("*"):
                try:
                    self.seen[str(file.relative_to(self.folder))] = file.read_bytes() if file.is_file() else b""
                except OSError:  # gone again
                    self.seen.setdefault(str(file), b"")


def without_ids(text: str) -> str:
    """`text` without its random ids: 32 digits from 0 to f hold any given four about once in two thousand times."""
    return re.sub(r"[0-9a-f]{32,}", "", text)


def traces(content: bytes, words: tuple[str, ...]) -> list[str]:
    """Those of `words` that stand in `content`, as UTF-8, UTF-16 or Latin-1."""
    return [
        word for word in words
        if any(word.encode(code, "ignore") in content for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"))
    ]
