# One command each: demo, test, test-slow, run, bench. The first sets everything up; the next starts at once.
PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready
BIN := $(VENV)/bin
export PYTHONUTF8 := 1
# Another checkout's code would come before this one's.
unexport PYTHONPATH PYTHONHOME

# A link would run whatever lies at its end, and so would an environment that came along when the folder was copied or
# moved: its programs still point to where it was made.
ifneq ($(MAKECMDGOALS),clean)
ifneq ($(shell [ -L $(VENV) ] && echo link),)
$(error $(VENV) is a link, so this checkout's own code would not be run. Remove it (rm $(VENV)) and try again)
endif
endif
ifneq ($(shell cat $(READY) 2>/dev/null),$(CURDIR))
.PHONY: $(READY)
endif

.PHONY: demo test test-slow run bench bundle windows clean

demo: $(READY)
	@$(BIN)/senior-desktop demo --out demo-output

test: $(READY)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/python -m pytest -q -n 2 --dist worksteal -m "not slow"

test-slow: $(READY)
	@sh packaging/linux/prepare.sh slow
	@$(BIN)/python -m pytest -q -m slow

run: $(READY)
	@$(BIN)/senior-desktop

bench: $(READY)
	@$(BIN)/python tests/bench/bench.py

# The folder for Linux without Python, as a tarball, and the wheel; both tried out before they count as made.
bundle:
	@sh packaging/linux/prepare.sh bundle
	@"$(PYTHON)" packaging/build.py linux
	@"$(PYTHON)" packaging/build.py wheel

# The .msi and its kin, built and tried under Wine; needs root. The first run makes the machine, later ones keep it.
windows: $(READY)
	@bash packaging/windows/build_with_wine.sh

# Editable: a change of code needs no new install; a change of the locks, the project file or the words does.
$(READY): pyproject.toml packaging/requirements/run.txt packaging/requirements/test.txt packaging/linux/prepare.sh \
          packaging/compile_translations.py $(wildcard translations/*.ts)
	@PYTHON="$(PYTHON)" sh packaging/linux/prepare.sh $(VENV)
	@pwd -P >$@

clean:
	rm -rf $(VENV) build dist demo-output translations/*.qm
