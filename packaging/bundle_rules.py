# SPDX-License-Identifier: EUPL-1.2
"""A file that the freezer found -> whether it goes into the frozen folder. Data for the specs and for `build.py check`.

Only what the program uses of Qt goes in, by name, and anything of Qt's that is not named stays out: a new
release brings new plugins. What the system itself must bring is refused.
"""

import re
import sys
from pathlib import PurePosixPath

EXCLUDED = (
    "tkinter", "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt", "PIL._avif",
    "unittest", "test", "doctest", "pydoc", "lib2to3", "idlelib", "ensurepip", "venv",
    "setuptools", "pkg_resources", "pip", "wheel", "hatchling", "editables", "PyInstaller",
    "pydantic", "keyrings.alt", "duckdb", "numpy", "pandas", "matplotlib", "IPython", "pytest", "hypothesis",
    "sqlite3", "_sqlite3",  # the vault has its own, encrypted; nothing can fall back to the plain one
    "multiprocessing", "concurrent.futures.process",  # the freezer would load it at every start, for 20 ms
    "sqlalchemy.testing", "alembic.testing", "uvloop", "brotli", "aiodns",
    *(f"PySide6.Qt{name}" for name in (
        "Concurrent", *(() if sys.platform == "linux" else ("DBus",)), "Designer", "Help", "Network", "OpenGL", "OpenGLWidgets", "PrintSupport", "Qml", "Quick",
        "QuickControls2", "QuickTest", "QuickWidgets", "Sql", "Test", "UiTools", "Xml",
    )),
)  # fmt: skip
"""Modules that a package imports only where they are there, and that nobody here needs."""

NOT_AT_EVERY_START = (
    "pyi_rth_pyside6",  # loads Qt for words in a shell too, and Qt then slows every import; PySide6 finds its plugins by itself
    "pyi_rth_inspect",  # reads the library's table of contents, to show source that is not there
)
"""What the freezer would run before the program's first line."""

QT = "Core|Gui|Widgets|Svg|SvgWidgets"
QT_LINUX = "|DBus|XcbQpa"  # the libraries that Gui and the xcb plugin are linked to

QT_KEPT = (
    rf"Qt(?:{QT})(?:\.abi3)?\.(?:pyd|so)",
    r"QtDBus(?:\.abi3)?\.so",  # only Linux: its desktops say there that the screen is locked
    rf"Qt6(?:{QT})\.dll",
    rf"Qt/lib/libQt6(?:{QT}{QT_LINUX})\.so\.6",
    r"(?:Qt/)?plugins/platforms/(?:lib)?q(?:windows|offscreen|xcb)\.(?:dll|so)",
    r"(?:Qt/)?plugins/styles/.+",
    r"(?:Qt/)?plugins/iconengines/(?:lib)?qsvgicon\.(?:dll|so)",
    r"(?:Qt/)?plugins/imageformats/(?:lib)?q(?:svg|ico|jpeg)\.(?:dll|so)",
    r"(?:Qt/)?translations/qtbase_(?:da|en)\.qm",
)
"""All that stays of Qt, below `PySide6/`. qoffscreen: the self-test runs where nobody is logged in."""

QT_LIBRARY = re.compile(r"libQt6\w+\.so.*|Qt6\w+\.dll")
QT_ANY = re.compile(r"(?:Qt[A-Z]\w*|Qt6\w+)\..*|Qt/(?:lib/libQt6|plugins/|translations/|qml/|libexec/).*|(?:plugins|translations|qml)/.*")
QT_ALLOWED = re.compile("|".join(QT_KEPT))

REFUSED = (
    (re.compile(r"api-ms-.*\.dll|ucrtbase\.dll", re.IGNORECASE), "part of Windows 10 itself"),
    (re.compile(r"icuuc.*\.dll|icuin.*\.dll", re.IGNORECASE), "Windows brings it; here it would be a stand-in for tests"),
    (re.compile(r"opengl32sw\.dll|d3dcompiler.*\.dll", re.IGNORECASE), "drawing in software that the program never uses"),
    (re.compile(r"sqlite3\.dll|libsqlite3\..*", re.IGNORECASE), "the plain database beside the encrypted one"),
    (re.compile(r"_avif\..*|libavif.*", re.IGNORECASE), "picture format nobody uses here"),
    (re.compile(r"_?tkinter.*|tcl\d.*|tk\d.*", re.IGNORECASE), "another toolkit for windows"),
)
"""(file name, why) of what never goes in."""

NEEDED = {
    "all": (
        "senior_desktop/built.txt", "senior_desktop/_translations/app_da.qm", "senior_desktop/_translations/paper_da.toml",
        "senior_desktop/_resources/templates/senior.1.toml", "senior_desktop/_resources/fonts/Inter-Regular.otf",
        "senior_desktop/_resources/fonts/Lato-Regular.ttf", "senior_desktop/_resources/dictionaries/da_DK.dic",
        "senior_desktop/vault/migrations/env.py",
        "senior_desktop/vault/migrations/versions/0001_first.py", "senior_desktop/vault/migrations/versions/0002_search.py",
    ),
    "win32": (
        "PySide6/translations/qtbase_da.qm", "PySide6/plugins/platforms/qwindows.dll", "PySide6/plugins/platforms/qoffscreen.dll",
    ),
    "linux": (
        "PySide6/Qt/translations/qtbase_da.qm", "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    ),
}  # fmt: skip
"""Files without which the program starts and is wrong, by system, below `_internal`."""

LARGEST_MB = {"win32": 125, "linux": 250}
"""Figures to reach, in MB of 1,000,000 bytes; the tarball for Linux has its own (70)."""


def why_not(name: str) -> str:
    """Why the file `name` (below `_internal`, with "/") stays out; "" when it goes in."""
    path = PurePosixPath(name.replace("\\", "/"))
    for pattern, why in REFUSED:
        if pattern.fullmatch(path.name):
            return why
    below = "/".join(path.parts[1:]) if path.parts[0] == "PySide6" else path.name
    if QT_LIBRARY.fullmatch(path.name):  # Linux lays a link to each library at the top as well
        below = f"Qt/lib/{path.name}" if path.suffix != ".dll" else path.name
    elif path.parts[0] != "PySide6":
        return ""
    return "a part of Qt that the program does not use" if QT_ANY.fullmatch(below) and not QT_ALLOWED.fullmatch(below) else ""
