# make plan    a plan from a shipped example, on a machine with nothing but Python 3.11 or newer
# make test    all tests
# make check   what has to pass before a change is done: ruff, mypy, tests
# Another runner: make plan PROFILE=sam.toml TODAY=2027-01-04 OUT=~/plans

PYTHON ?= python3
VENV ?= .venv
PROFILE ?= profiles/marathon-three-injuries.toml
TODAY ?= 2026-11-22
OUT ?= plans
PYTEST_FLAGS ?=

BIN := $(VENV)/bin
RUNS := $(VENV)/.osteon-runs
TESTS := $(VENV)/.osteon-tests

.DELETE_ON_ERROR:
.PHONY: plan test check lint types tools clean

plan: $(RUNS)
	@$(BIN)/osteon plan $(PROFILE) -o $(OUT) --today $(TODAY)

test: $(TESTS) tools
	$(BIN)/python -m pytest -n auto --ignore tests/benchmarks $(PYTEST_FLAGS)
	$(BIN)/python -m pytest tests/benchmarks

check: lint types test

lint: $(TESTS)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(TESTS)
	$(BIN)/mypy

# The page is printed by a real browser, and its pages are counted.
tools:
	@bash .ci/tools

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "osteon needs Python 3.11 or newer; try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }

$(RUNS): pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(TESTS): pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(RUNS)

clean:
	rm -rf $(VENV) plans dist build .pytest_cache .hypothesis .mypy_cache .ruff_cache
