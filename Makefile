# `make run` opens the reader on the sample articles; `make test` runs the whole suite; `make bench` measures.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
READY = $(VENV)/.ready
TOOLS = $(VENV)/.tools
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test bench lint types contracts check setup clean

run: $(READY)
	@$(BIN)/reader articles

test: $(TOOLS)
	@$(BIN)/python -m pytest -q -n auto

lint: $(TOOLS)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: $(TOOLS)
	@$(BIN)/mypy

contracts: $(TOOLS)
	@$(BIN)/lint-imports

# The measured figures in short: each beside its floor of the same run, none asserted.
bench: $(TOOLS)
	@set -- "parse_speed.py --big 5" "people_speed.py" "figures_speed.py --most 100000" \
	    "notes_scale.py --notes 300 --texts articles" "library_scale.py -n 3000" \
	    "pane_budget.py --rounds 1 --presses 6 --sizes 7k,500k" \
	    "ui_budget.py --rounds 1 --presses 6 --articles 200"; \
	for each in "$$@"; do \
	    echo "== $$each"; PYTHONPATH=. $(BIN)/python tests/bench/$$each || echo "not measured on this machine"; \
	done

check: lint types contracts test

setup: $(TOOLS)

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "reader needs Python 3.11 or newer, for instance: make PYTHON=python3.12 run"; exit 1; }
	@echo "setting up $(VENV) (once)"
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || \
	    { $(PYTHON) -m pip install --quiet --user virtualenv && $(PYTHON) -m virtualenv --quiet $(VENV); } || \
	    { echo "cannot make $(VENV): install the venv module of your Python (Debian: python3-venv)"; exit 1; }

$(READY): pyproject.toml | $(BIN)/pip
	@$(PIP) -e .
	@$(BIN)/python -m compileall -q reader
	@touch $@

# What running needs is part of what the tests need: nothing is installed twice.
$(TOOLS): pyproject.toml | $(BIN)/pip
	@$(PIP) -e '.[dev]'
	@$(BIN)/python -m compileall -q reader
	@touch $(READY) $@

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache
