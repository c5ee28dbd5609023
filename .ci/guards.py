# SPDX-License-Identifier: EUPL-1.2
"""A checkout -> the reasons, in words, why what is in it would not work, or tell too much, on somebody else's machine.

`.ci/run` asks before it builds anything, and the fast tests ask too. Standard library only: it runs before there is an
environment. `allowed.toml` beside this file lists what may stand in the project all the same, and why.
"""

import getpass
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ALLOWED = Path(__file__).with_name("allowed.toml")

OUTPUTS = (".venv", "build", "dist", "demo-output")
"""What `make` writes into a checkout."""

LARGEST = 5_000_000
"""Bytes of one tracked file: a clone brings every version of it to everybody, for ever."""

ROOTS_HOME = "/" "root"

LINK, SUBMODULE = "120000", "160000"
"""Git's modes (git-ls-tree)."""

REST = rb"[^\s\"'`)\]},;:]*"
"""The rest of a path, up to what usually ends one."""

PATHS = (
    re.compile(rb"/(?:tmp|home|root|Users|var/tmp|var/folders)/+(?=[^/\s])" + REST),
    re.compile(rb":[\\/]+users[\\/]+(?=\w)" + REST, re.IGNORECASE),
)
"""What lies on one machine: temporary, or in somebody's home; on Windows from the colon on."""


@dataclass(frozen=True, slots=True)
class Tracked:
    """One entry of the index: git's mode (six octal digits), its path, and its bytes as they would be committed."""

    mode: str
    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Allowed:
    """An exception. files: a glob over tracked paths. text: a pattern that the whole path, or name, must match. reason: why."""

    files: str
    text: str
    reason: str

    def lets_pass(self, file: Tracked, found: bytes) -> bool:
        """Whether `found` may stand in `file`."""
        return fnmatchcase(file.path, self.files) and re.fullmatch(os.fsencode(self.text), found) is not None


@dataclass(frozen=True, slots=True)
class Exceptions:
    """paths: of those that lie on one machine. names: of the user's own, where that is a word of the project's too."""

    paths: tuple[Allowed, ...] = ()
    names: tuple[Allowed, ...] = ()


def exceptions(file: Path = ALLOWED) -> Exceptions:
    """The allow-list. Raises TypeError for an entry that lacks one of its three parts, a reason for example."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return Exceptions(*(tuple(Allowed(**entry) for entry in told.get(kind, ())) for kind in ("path", "name")))


def git(checkout: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints about `checkout` and no other repository, whatever its user has set for all projects.

    Raises CalledProcessError, and FileNotFoundError without a git.
    """
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}  # a hook sets GIT_DIR
    command = ["git", "-c", "core.excludesFile=", "-c", "core.quotePath=false", "-c", "safe.directory=*", "-C", str(checkout), *words]
    return subprocess.run(command, input=given, env=own, stdout=subprocess.PIPE, check=True).stdout


def tracked_files(checkout: Path) -> list[Tracked]:
    """Every entry of the index with its bytes; those of a submodule are empty."""
    entries = [entry.partition(b"\t") for entry in git(checkout, "ls-files", "-s", "-z").split(b"\0") if entry]
    modes = [(head.split()[0].decode(), head.split()[1], os.fsdecode(path)) for head, _, path in entries]
    wanted = [blob for mode, blob, _ in modes if mode != SUBMODULE]
    answer, at, contents = git(checkout, "cat-file", "--batch", given=b"".join(blob + b"\n" for blob in wanted)), 0, {}
    for blob in wanted:  # for each: "<hash> <type> <size>", its bytes, a line end
        begins = answer.index(b"\n", at) + 1
        at = begins + int(answer[at:begins].split()[2]) + 1
        contents[blob] = answer[begins : at - 1]
    return [Tracked(mode, path, contents.get(blob, b"")) for mode, blob, path in modes]


def leftovers(checkout: Path) -> Iterator[str]:
    """Outputs that lie in `checkout`, links among them too: what is built on them proves nothing about a clone."""
    for name in OUTPUTS:
        if (checkout / name).is_symlink():
            yield f"{name} is a link to somewhere else: what lies there would be run, and not this checkout."
        elif (checkout / name).exists():
            yield f"{name} is there already: it may hold what another checkout made. Begin with a fresh clone."


def not_committed(checkout: Path) -> Iterator[str]:
    """Changes of tracked files that a clone of the commit would not have."""
    for line in git(checkout, "status", "--porcelain", "--no-renames", "--untracked-files=no", "-z").split(b"\0"):
        if line:
            yield f"{os.fsdecode(line[3:])} is changed and not committed: the change would not be tried."


def refusals(checkout: Path, homes: Iterable[str], user: str, allowed: Exceptions = Exceptions(), *, anywhere: bool = True) -> list[str]:
    """What must not be tracked, each with its place: links, submodules, ignored or large files, traces of this machine.

    homes: the folders that this user calls home. user, anywhere: as in `named_users`.
    """
    files = tracked_files(checkout)
    ignored = git(checkout, "ls-files", "-ci", "--exclude-per-directory=.gitignore", "-z").split(b"\0")
    found = [f"{os.fsdecode(path)} is tracked, and .gitignore names it." for path in ignored if path]
    for file in files:
        if file.mode == LINK:
            found.append(f"{file.path} is a symbolic link; on a fresh clone it may point to nothing, or to somebody else's files.")
        elif file.mode == SUBMODULE:
            found.append(f"{file.path} is a submodule; a fresh clone does not bring it.")
        elif len(file.content) > LARGEST:
            found.append(f"{file.path} has {len(file.content):,} bytes; {LARGEST:,} are the most for one file.")
    return [
        *found,
        *paths_of_one_machine(files, allowed.paths),
        *paths_of_this_machine(files, checkout, homes),
        *named_users(files, user, allowed.names, anywhere=anywhere),
    ]


def paths_of_one_machine(files: list[Tracked], allowed: tuple[Allowed, ...]) -> Iterator[str]:
    """Temporary paths and homes in a tracked file, anybody's, but for the allowed."""
    for file in files:
        for line, path in hits(PATHS, plain(file.content)):
            if not any(one.lets_pass(file, path) for one in allowed):
                said = path.decode("utf-8", "replace")
                yield f"{file.path}:{line} names {said}: on another machine there is no such path. ({ALLOWED.name} takes exceptions.)"


def paths_of_this_machine(files: list[Tracked], checkout: Path, homes: Iterable[str]) -> Iterator[str]:
    """The path of `checkout`, or a home, in a tracked file; no exceptions.

    Not looked for: what `paths_of_one_machine` finds anyhow, and a path of one part ("/src", "/data"), which is a common word
    of scripts. Root's home has one part too, and is.
    """
    paths = {path for path in (str(checkout), str(checkout.resolve()), *homes) if len(Path(path).parts) > 2}
    paths = {path for path in paths if not any(pattern.search(os.fsencode(path) + b"/x") for pattern in PATHS)}
    patterns = [re.compile(re.escape(os.fsencode(path)).replace(b"/", b"/+") + REST) for path in paths]
    if ROOTS_HOME in homes:
        patterns.append(re.compile(rb"(?<![\w.$})~%/-])[/]root(?![\w/-])"))
    for file in files:
        for line, path in hits(patterns, plain(file.content)):
            yield f"{file.path}:{line} names {path.decode('utf-8', 'replace')}, a path of this machine."


def named_users(files: list[Tracked], user: str, allowed: tuple[Allowed, ...], *, anywhere: bool = True) -> Iterator[str]:
    """Where the name of `user`, who runs this, stands in a tracked file or its name.

    anywhere: as a word, whatever is meant by it. Else only as the owner of something (`~name`, `name@host`): many a name is a
    word too, and a stranger called Anne or Mark has not written what stands here. A name of one or two letters stands
    everywhere and is not looked for, nor is "".
    """
    if len(user) < 3:
        return
    name, no_letter = re.escape(os.fsencode(user)), rb"[\w\x80-\xff]"
    word, owner = rb"(?<!" + no_letter + rb")" + name + rb"(?!" + no_letter + rb")", rb"~" + name + rb"(?=/)|(?<!" + no_letter + rb")" + name + rb"(?=@\w)"
    pattern, literal = re.compile(word if anywhere else owner, re.IGNORECASE), os.fsencode(user).lower()
    for file in files:
        mine = [one for one in allowed if fnmatchcase(file.path, one.files) and re.fullmatch(one.text, user)]
        if mine:
            continue
        if pattern.search(os.fsencode(file.path)):
            yield f'The name of {file.path} holds "{user}", the name of the user who runs this.'
        if literal in file.content.lower():  # a plain search first: a hundred times faster than the pattern
            for line in dict.fromkeys(line for line, _ in hits([pattern], file.content)):
                yield f'{file.path}:{line} holds "{user}", the name of the user who runs this. ({ALLOWED.name} takes exceptions.)'


def plain(content: bytes) -> bytes:
    """`content` with its paths as one types them: of UTF-16, of JSON, of an address, of a shell."""
    for written, typed in ((b"\0", b""), (b"\\/", b"/"), (b"%2F", b"/"), (b"%2f", b"/"), (b"%20", b" "), (b"\\ ", b" ")):
        content = content.replace(written, typed)
    return content


def hits(patterns: Iterable[re.Pattern[bytes]], content: bytes) -> list[tuple[int, bytes]]:
    """(line from 1, bytes found) of each hit, in order."""
    return sorted({(content.count(b"\n", 0, hit.start()) + 1, hit.group()) for pattern in patterns for hit in pattern.finditer(content)})


def this_user() -> tuple[set[str], str]:
    """(the folders this user calls home, by $HOME and by the system; the user's name by the system, else "")."""
    homes = {os.environ.get("HOME", "").rstrip("/")}
    if sys.platform == "win32":
        return {*homes, str(Path.home())}, getpass.getuser()
    import pwd  # Windows has no such module

    try:
        known = pwd.getpwuid(os.getuid())
    except KeyError:  # a number without an entry, as in some containers
        return homes, ""
    return {*homes, known.pw_dir.rstrip("/")}, known.pw_name


def main() -> int:
    """0, or 1 with every reason on stderr. The checkout is the one this file lies in."""
    checkout = Path(__file__).resolve().parent.parent
    try:
        git(checkout, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        found = [*leftovers(checkout), *not_committed(checkout), *refusals(checkout, *this_user(), exceptions())]
    except (subprocess.CalledProcessError, FileNotFoundError):
        found = ["git knows of no commit here. It has to be a clone, and git has to be there to ask."]
    for reason in found:
        print(f"Refused: {reason}".encode("utf-8", "backslashreplace").decode(), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
