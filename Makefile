# Everything runs in .venv, which needs Python 3.11 or newer (with its venv module) and make.
# `make run` opens the program; `make check`, `make browser` and `make interop` prove it.

WORKS := -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	$$python $(WORKS) >/dev/null 2>&1 && echo $$python && break; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet
# What a step needs, each file with its known hashes; then the program itself, by what is there then.
INSTALL = $(PIP) --require-hashes --requirement requirements/$(1).txt && \
	$(PIP) --no-deps --no-build-isolation --editable .
AUDIT := $(VENV)/audit
MANIFESTS := pyproject.toml $(wildcard requirements/*.txt)

CHROMIUM ?= $(shell for browser in chromium chromium-browser google-chrome; do \
	command -v $$browser && break; done)

# Other programs that files and completions are tried with, each with its package of Debian.
TOOLS := lowriter:libreoffice-writer localc:libreoffice-calc pandoc:pandoc zsh:zsh fish:fish \
	biber:biber
MISSING = $(shell for tool in $(TOOLS); do \
	command -v $${tool%:*} >/dev/null || echo $$tool | cut -d: -f2; done)

.PHONY: run test torture torture-short browser interop missing-tools db check format bench align \
	audit clean

run: $(VENV)/.run
	@$(BIN)/plan-tui

test: $(VENV)/.dev
	$(BIN)/pytest

# All hardships of docs/reliability.md, which it writes anew: most of an hour.
torture: $(VENV)/.dev
	$(BIN)/python -m tests.torture

torture-short: $(VENV)/.dev
	$(BIN)/python -m tests.torture --short

browser: $(VENV)/.browser
	@test -n "$(CHROMIUM)" || { echo "make browser needs Chromium or Chrome: install it" \
		"(apt-get install chromium), or name it: make browser CHROMIUM=/path/to/it" >&2; exit 1; }
	CHROMIUM="$(CHROMIUM)" $(BIN)/pytest -n 0 tests/browser

interop: $(VENV)/.interop
	@missing="$(MISSING)"; test -z "$$missing" || { echo "make interop needs other programs:" \
		"apt-get install --no-install-recommends $$missing" >&2; exit 1; }
	$(BIN)/pytest -n 0 tests/interop

# The packages that `make interop` still lacks, on one line.
missing-tools:
	@echo $(MISSING)

db: $(VENV)/.dev
	$(BIN)/python scripts/build_db.py

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
	$(BIN)/python -m tests.torture --short

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.bench
	$(BIN)/python -m scripts.bench

align: $(VENV)/.dev
	$(BIN)/python -m scripts.align

# Asks a database of known vulnerabilities about all that is installed; the one step that needs it.
audit: | $(BIN)/python
	@test -x $(AUDIT)/bin/pip-audit || { $(BIN)/python -m venv $(AUDIT) && \
		$(AUDIT)/bin/python -m pip install --quiet 'pip-audit>=2.10'; } || { echo "make audit" \
		"needs a network: pip-audit could not be installed" >&2; exit 3; }
	@$(BIN)/python -m scripts.audit $(AUDIT)/bin/pip-audit

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# A stamp file says that what pyproject.toml and requirements/ ask for is installed.
$(VENV)/.run: $(MANIFESTS) | $(BIN)/python
	$(call INSTALL,run)
	@touch $@

$(VENV)/.dev: $(MANIFESTS) | $(BIN)/python
	$(call INSTALL,dev)
	@touch $@ $(VENV)/.run

$(VENV)/.browser: $(MANIFESTS) | $(BIN)/python
	$(call INSTALL,browser)
	@touch $@ $(VENV)/.dev $(VENV)/.run

$(VENV)/.bench: $(MANIFESTS) | $(BIN)/python
	$(call INSTALL,bench)
	@touch $@ $(VENV)/.dev $(VENV)/.run

$(VENV)/.interop: $(MANIFESTS) | $(BIN)/python
	$(call INSTALL,interop)
	@touch $@ $(VENV)/.dev $(VENV)/.run

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "plan-tui needs Python 3.11 or newer with its venv module;" \
		"install it, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) $(WORKS) || { echo "$(PYTHON) is older than Python 3.11 or has no venv module;" \
		"name another: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
