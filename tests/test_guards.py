# SPDX-License-Identifier: EUPL-1.2
"""What CI refuses, and that what it runs is the commit alone: faults planted in a small project, and this checkout itself."""

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from programs import tool

HOUSE = Path(__file__).parent.parent


def load_guards() -> Any:
    """`.ci/guards.py`, which lies in no package."""
    spec = importlib.util.spec_from_file_location("guards", HOUSE / ".ci" / "guards.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["guards"] = module  # its dataclasses look themselves up here
    spec.loader.exec_module(module)
    return module


guards = load_guards()

HOMES_HERE, USER_HERE = guards.this_user()
"""Asked before a test gets a home of its own."""

HOME, USER = "/" + "home/lone", "lonester"
"""Another user's, so that the planted faults mean the same on every computer."""

ROOM = "/" + "srv/her room/project"
"""Where that user has the checkout, in a folder that no other guard finds."""


def without_git(env: dict[str, str]) -> dict[str, str]:
    """`env` without what git tells its hooks: a test that runs in one would else work on the repository that is committed to."""
    return {name: value for name, value in env.items() if not name.startswith("GIT_")}


def git(folder: Path, *words: str) -> str:
    """What git prints; nobody's own settings are asked."""
    own = {**without_git(dict(os.environ)), "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    settings = ("-c", "user.name=Nobody", "-c", "user.email=x@example.invalid", "-c", "protocol.file.allow=always")
    return subprocess.run([tool("git"), "-C", str(folder), *settings, *words], env=own, capture_output=True, text=True, check=True).stdout


def put(folder: Path, name: str, content: str | bytes = "") -> Path:
    """A file in `folder`, its folders made."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small project with our .gitignore and our guards, all of it committed."""
    folder = tmp_path / "project"
    put(folder, "README.md", "Two commands.\n")
    shutil.copytree(HOUSE / ".ci", folder / ".ci", ignore=shutil.ignore_patterns("__pycache__"))
    put(folder, ".ci/allowed.toml", """[[name]]\nfiles = "*"\ntext = ".*"\nreason = "Whoever runs this test."\n""")
    shutil.copy(HOUSE / ".gitignore", folder)
    git(tmp_path, "init", "--quiet", str(folder))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "A project")
    return folder


def refused(folder: Path, **options: Any) -> list[str]:
    """What is said of `folder` once everything in it is added, ignored or not."""
    git(folder, "add", "--all", "--force")
    return guards.refusals(folder, {HOME}, USER, **options)


def elsewhere(content: str | bytes) -> list[str]:
    """What is said of a file with `content` in a checkout that lies in ROOM."""
    data = content.encode() if isinstance(content, str) else content
    return list(guards.paths_of_this_machine([guards.Tracked("100644", "a.txt", data)], Path(ROOM), {HOME}))


def link(folder: Path) -> None:
    (folder / ".venv").symlink_to(folder.parent / "nowhere")


def submodule(folder: Path) -> None:
    git(folder, "submodule", "--quiet", "add", str(folder), "inner")


PLANTED: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link": (link, ".venv is a symbolic link"),
    "a link under another name": (lambda folder: (folder / "docs").symlink_to("README.md"), "docs is a symbolic link"),
    "a submodule": (submodule, "inner is a submodule"),
    "an ignored file": (lambda folder: put(folder, "build/table.txt"), "build/table.txt is tracked, and .gitignore names it"),
    "an ignored file deep down": (lambda folder: put(folder, "tests/__pycache__/a.pyc"), "a.pyc is tracked, and .gitignore names it"),
    "a large file": (lambda folder: put(folder, "film.bin", bytes(5_000_001)), "film.bin has 5,000,001 bytes"),
    "a user's name": (lambda folder: put(folder, "a.txt", "\nmade by lonester,\n"), 'a.txt:2 holds "lonester"'),
    "a user's name in capitals": (lambda folder: put(folder, "a.txt", "Lonester-x86"), 'a.txt:1 holds "lonester"'),
    "a user's name at a host": (lambda folder: put(folder, "a.txt", "lonester@desk:~$"), 'a.txt:1 holds "lonester"'),
    "a user's name in many files": (lambda folder: [put(folder, f"{n}.txt", "cd ~lonester/work") for n in range(9)], '8.txt:1 holds "lonester"'),
    "a user's name in a file's name": (lambda folder: put(folder, "notes/lonester.txt"), "The name of notes/lonester.txt holds"),
    "a user's name in bytes": (lambda folder: put(folder, "a.bin", b"\0\xff\0lonester\0"), 'a.bin:1 holds "lonester"'),
    "a home": (lambda folder: put(folder, "a.txt", f"HOME={HOME}"), f"a.txt:1 names {HOME}"),
    "a home in JSON": (lambda folder: put(folder, "a.txt", HOME.replace("/", "\\/")), f"a.txt:1 names {HOME}"),
    "a home in an address": (lambda folder: put(folder, "a.txt", f"file://{HOME}/x"), f"a.txt:1 names {HOME}/x"),
    "a home in an address, escaped": (lambda folder: put(folder, "a.txt", HOME.replace("/", "%2F")), f"a.txt:1 names {HOME}"),
    "a home in UTF-16": (lambda folder: put(folder, "a.txt", f"\n{HOME}".encode("utf-16-le")), f"a.txt:2 names {HOME}"),
    "a home with slashes to spare": (lambda folder: put(folder, "a.txt", HOME.replace("e/", "e///")), "a.txt:1 names"),
    "a temporary path": (lambda folder: put(folder, "a.txt", "in /" + "tmp/x1\n"), "a.txt:1 names /" + "tmp/x1"),
    "somebody's home": (lambda folder: put(folder, "a.txt", "cd '/" + "home/bo/work'"), "names /" + "home/bo/work"),
    "somebody's home on a Mac": (lambda folder: put(folder, "a.txt", "/" + "Users/bo/work"), "names /" + "Users/bo/work"),
    "somebody's home on Windows": (lambda folder: put(folder, "a.txt", r"C:\Use" + r"rs\bo\x"), r"names :\Use" + r"rs\bo\x"),
    "somebody's home on Windows, in a string": (lambda folder: put(folder, "a.txt", r"c:\\US" + r"ERS\\bo"), r"names :\\US" + r"ERS\\bo"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="Making a link asks for a right on Windows; CI runs on Linux.")
@pytest.mark.parametrize("what", PLANTED)
def test_a_planted_fault_is_refused_in_words(project: Path, what: str) -> None:
    """Each with its place; the same project without it is content."""
    assert refused(project) == []
    plant, words = PLANTED[what]
    plant(project)
    found = refused(project)
    assert [reason for reason in found if words in reason], found


@pytest.mark.parametrize("before", ["", "cd ", "-I", "${D:-", "a\\n", "'", "file://", "HOME=", "x/"])
@pytest.mark.parametrize("after", ["", "/.venv/bin/python", ":", "-old", "'"])
def test_this_checkouts_own_path_is_refused_wherever_it_stands(before: str, after: str) -> None:
    """Behind a letter as in `-I/path`, at a folder beside it, with its blank as a shell or an address writes it."""
    for written in (ROOM, ROOM.replace(" ", "\\ "), ROOM.replace(" ", "%20"), ROOM.replace("/", "\\/")):
        (reason,) = elsewhere(f"\n{before}{written}{after}\n")
        assert reason.startswith("a.txt:2 names /") and "/srv/her room/project" in reason
    assert elsewhere(f"\n{before}{ROOM}{after}\n".encode("utf-16-le"))


@pytest.mark.parametrize(
    "line", ['mkdir "$tree/tmp"', "lonesters", "a_lonester_", "slonester", "ålonester", "https://example.invalid/tmpl/home.html", "/home", "~/x"]
)
def test_what_only_looks_like_it_is_left_alone(project: Path, line: str) -> None:
    """A name within a word, a folder of the project's own that is called tmp, the folder that all homes lie in."""
    put(project, "a.txt", line)
    assert refused(project) == []


def test_a_strangers_name_that_is_a_word_here_is_only_found_where_it_owns_something(project: Path) -> None:
    """The fast tests are anybody's: whoever is called Mark has not written "mark" here."""
    put(project, "a.txt", "lonester took part, and lonester's colleague")
    assert refused(project, anywhere=False) == [] != refused(project)
    put(project, "log.txt", "lonester@desk: ~lonester/work")
    assert refused(project, anywhere=False) == ['log.txt:1 holds "lonester", the name of the user who runs this. (allowed.toml takes exceptions.)']


def test_an_exception_needs_a_file_a_whole_path_and_a_reason(project: Path) -> None:
    """It lets pass what it names and nothing beside it."""
    put(project, "a.sh", "/" + "tmp/ours\n/" + "tmp/theirs\n")
    put(project, "b.sh", "/" + "tmp/ours\nlonester\n")
    put(project, "c.sh", "lonester\n")
    allowed = guards.Exceptions(
        (guards.Allowed("a.sh", "/" + "tmp/ours", "The script's own."),), (guards.Allowed("c.sh", "lone.*", "A word there."),)
    )
    assert [reason.split()[0] for reason in refused(project, allowed=allowed)] == ["a.sh:2", "b.sh:1", "b.sh:2"]
    with pytest.raises(TypeError):
        guards.exceptions(put(project, "allowed.toml", '[[path]]\nfiles = "a.sh"\ntext = "x"\n'))


@functools.cache
def tracked_here() -> list[Any]:
    """This checkout's files, read once."""
    tool("git")
    if not (HOUSE / ".git").exists():
        pytest.skip("There is no git here to ask: an archive and not a clone.")
    return guards.tracked_files(HOUSE)


def test_this_checkout_is_one_that_a_stranger_can_use() -> None:
    """The same refusals, here and now, before anything is committed; and no exception for a path is idle or without a reason."""
    files, allowed = tracked_here(), guards.exceptions()
    assert guards.refusals(HOUSE, HOMES_HERE, USER_HERE, allowed, anywhere=False) == []
    assert not [name for name in guards.OUTPUTS if (HOUSE / name).is_symlink()]
    for one in allowed.paths:
        others = tuple(other for other in allowed.paths if other != one)
        assert one.reason and any(guards.paths_of_one_machine(files, others)), f"{one} lets nothing pass"
    assert all(one.reason for one in allowed.names)


@pytest.mark.parametrize("user", ["anne", "kim", "bo", "u", "mark", "root", "nobody", "lone", "søren", "test", "runner"])
def test_this_checkout_is_one_for_any_stranger(user: str) -> None:
    """Whatever they are called."""
    assert list(guards.named_users(tracked_here(), user, (), anywhere=False)) == []


@pytest.mark.parametrize("checkout", ["/src", "/data", "/" + "home/kim/senior samtale", "/" + "tmp/x", "/" + "srv/Ærø.1"])
def test_this_checkout_may_lie_anywhere(checkout: str) -> None:
    """Also where scripts usually put things, and whatever the system calls a home of nobody's."""
    homes = {"/" + "home/kim", "/nonexistent", "/", "/bin", ""}
    assert list(guards.paths_of_this_machine(tracked_here(), Path(checkout), homes)) == []


def test_a_repository_that_is_committed_to_meanwhile_is_not_asked(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells its hooks where they run; the guards look at their own checkout all the same."""
    link(project)
    git(tmp_path, "init", "--quiet", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "other" / ".git" / "index"))
    assert [reason for reason in refused(project) if ".venv is a symbolic link" in reason]
    assert git(tmp_path / "other", "status", "--porcelain") == ""


def test_the_code_that_is_tried_is_this_checkouts() -> None:
    """An environment that was copied along or linked would run another checkout's."""
    import senior_desktop

    assert Path(senior_desktop.__file__).parent == HOUSE / "senior_desktop"


# -- .ci/run, the real one, on a small project -------------------------------------------------------------------------

MAKEFILE = """\
demo:
	python3 -m venv --without-pip .venv
	echo "$${{CODE:-$$PWD}}" >"$$(echo .venv/lib/python3*/site-packages)/ours.pth"
	mkdir demo-output
	ls -A "$$HOME" >demo-output/home
	env >demo-output/env
	@echo; echo "Open the app on it:  $${{OPENS:-.venv/bin/python}} --data-dir demo-output/vault"
test:
	@cat demo-output/home demo-output/env
	@pwd
	{test}
test-slow bundle windows:
"""


@pytest.fixture
def small(project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The project with a Makefile of its own: call it to run its `.ci/run`, with `test` as what `make test` does."""
    if sys.platform == "win32":
        pytest.skip("CI runs on Linux: .ci/run is a shell script")

    def run(test: str = "true", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        put(project, "Makefile", MAKEFILE.format(test=test))
        put(project, "senior_desktop/__init__.py")
        git(project, "add", "--all")
        git(project, "commit", "--quiet", "--message", "Commands")
        return ci(project, env)

    return run


def ci(folder: Path, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`.ci/run` of `folder`, its clone beside it."""
    own = {**without_git(dict(os.environ)), "TMPDIR": str(folder.parent), **(env or {})}
    return subprocess.run(["bash", str(folder / ".ci" / "run")], env=own, capture_output=True, text=True, check=False)


def test_ci_runs_the_commit_in_a_clone_with_an_empty_home(
    small: Callable[..., subprocess.CompletedProcess[str]], project: Path, tmp_path: Path
) -> None:
    """Nothing of this checkout, of the user's home or of the environment's Python is within reach; no clone is left behind."""
    put(tmp_path, "bad/tomllib.py", "raise SystemExit(0)")
    theirs = {"PYTHONPATH": str(tmp_path / "bad"), "VIRTUAL_ENV": str(tmp_path), "PYTEST_ADDOPTS": "-k nothing", "DISPLAY": ":0", "MAKEFLAGS": "-i"}
    theirs |= {"CDPATH": str(tmp_path), "GIT_DIR": str(tmp_path), "BASH_FUNC_make%%": "() { echo a function; }"}
    done = small(env=theirs)
    assert done.returncode == 0, done.stderr
    assert "all green" in done.stdout and str(project) not in done.stdout.partition("cloned into")[2]
    said = done.stdout.splitlines()
    assert not set(said) & {f"{name}={value}" for name, value in theirs.items()}
    homes = {line.partition("=")[2] for line in said if line.startswith(("HOME=", "XDG_CONFIG_HOME=", "XDG_RUNTIME_DIR="))}
    assert len(homes) == 3 and all(one.startswith(str(tmp_path / "seniorsamtale.")) for one in homes)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad", "project"]


def test_a_users_own_settings_of_git_hide_and_change_nothing(small: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> None:
    """Line ends, hooks, files ignored everywhere, untracked files not shown."""
    put(tmp_path, "template/info/exclude", "*\n")
    hook = put(tmp_path, "hooks/post-checkout", "#!/bin/sh\ntouch hooked\n")
    hook.chmod(0o755)
    words = (("core", "autocrlf", "true"), ("core", "hooksPath", hook.parent), ("init", "templateDir", tmp_path / "template"), ("status", "showUntrackedFiles", "no"))
    put(tmp_path, "home/.gitconfig", "".join(f"[{section}]\n\t{name} = {value}\n" for section, name, value in words))
    own = {"HOME": str(tmp_path / "home")}
    done = small(env=own)
    assert done.returncode == 0, done.stderr
    done = small("touch left-behind", env=own)
    assert done.returncode != 0 and "?? left-behind" in done.stderr


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("false", "Red"), ("touch left-behind", "left-behind"), ("echo x >>README.md", "README.md"), ("rm README.md", "README.md"),
        ("git -c user.name=x -c user.email=x@example.invalid commit --quiet --allow-empty --message x", "committed"),
    ],
)
def test_ci_is_red_when_a_command_fails_or_leaves_something(
    small: Callable[..., subprocess.CompletedProcess[str]], test: str, words: str
) -> None:
    """And says what."""
    done = small(test)
    assert done.returncode != 0 and words in done.stderr


def test_ci_is_red_when_another_checkouts_code_is_run(small: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> None:
    """As it was when a link to a folder with an environment was committed."""
    put(tmp_path, "other/senior_desktop/__init__.py")
    done = small(env={"CODE": str(tmp_path / "other")})
    assert done.returncode != 0 and "which is not this clone's" in done.stderr


def test_ci_is_red_when_the_demos_last_line_names_no_program(small: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """What is printed is what one types."""
    done = small(env={"OPENS": "seniorsamtale-that-is-nowhere"})
    assert done.returncode != 0 and "no such program" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Making a link asks for a right on Windows; CI runs on Linux.")
@pytest.mark.parametrize("name", guards.OUTPUTS)
def test_what_was_built_before_is_left_over(tmp_path: Path, name: str) -> None:
    """Also as a link, even one to nothing."""
    assert list(guards.leftovers(tmp_path)) == []
    for target in (tmp_path, tmp_path / "nowhere"):
        (tmp_path / name).symlink_to(target)
        assert [reason.startswith(f"{name} is a link") for reason in guards.leftovers(tmp_path)] == [True]
        (tmp_path / name).unlink()
    (tmp_path / name).mkdir()
    assert [reason.startswith(f"{name} is there already") for reason in guards.leftovers(tmp_path)] == [True]


def test_ci_begins_with_nothing_built(small: Callable[..., subprocess.CompletedProcess[str]], project: Path) -> None:
    """It refuses before it clones."""
    (project / ".venv").symlink_to(project / "nowhere")
    done = small()
    assert done.returncode == 1 and "Refused: .venv is a link" in done.stderr and "cloned" not in done.stdout


def test_ci_does_not_try_what_is_not_committed(small: Callable[..., subprocess.CompletedProcess[str]], project: Path) -> None:
    """It would say green of something else."""
    small()
    put(project, "README.md", "Changed\n")
    done = ci(project)
    assert done.returncode == 1 and "README.md is changed and not committed" in done.stderr


# -- make --------------------------------------------------------------------------------------------------------------


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Our Makefile in `folder`, told to say what it would do."""
    shutil.copy(HOUSE / "Makefile", folder)
    for needed in ("pyproject.toml", "packaging/requirements/run.txt", "packaging/requirements/test.txt", "packaging/linux/prepare.sh", "packaging/compile_translations.py"):
        put(folder, needed)
        os.utime(folder / needed, (0, 0))
    return subprocess.run([tool("make"), "-n", "-C", str(folder), *words], env={**os.environ, "MAKEFLAGS": ""}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("target", ["made", "nowhere"])
def test_make_refuses_an_environment_that_is_a_link(tmp_path: Path, target: str) -> None:
    """In words, and not with "File exists"; `make clean` takes it away."""
    put(tmp_path, "made/.ready", str(tmp_path))
    (tmp_path / ".venv").symlink_to(tmp_path / target)
    done = make(tmp_path, "demo")
    assert done.returncode == 2 and "is a link" in done.stderr and "rm .venv" in done.stderr
    assert make(tmp_path, "clean").returncode == 0


@pytest.mark.parametrize(("made_in", "anew"), [("here", False), ("elsewhere", True), ("", True)])
def test_make_sets_up_anew_when_the_folder_was_copied_or_moved(tmp_path: Path, made_in: str, anew: bool) -> None:
    """The programs of an environment point to the folder it was made in, and with it to that folder's code."""
    put(tmp_path, ".venv/.ready", str(tmp_path) + "\n" if made_in == "here" else made_in)
    done = make(tmp_path, "demo")
    assert done.returncode == 0 and ("prepare.sh" in done.stdout) is anew and "senior-desktop demo" in done.stdout


def test_make_runs_this_checkouts_code_whatever_python_is_told(tmp_path: Path) -> None:
    """A PYTHONPATH would put another checkout's code before this one's."""
    shutil.copy(HOUSE / "Makefile", tmp_path)
    own = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONHOME": str(tmp_path)}
    command = [tool("make"), "-C", str(tmp_path), "--eval=show: ; @env", "show"]
    shown = subprocess.run(command, env=own, capture_output=True, text=True, check=True).stdout
    assert "PYTHONUTF8=1" in shown and "PYTHONPATH=" not in shown and "PYTHONHOME=" not in shown
