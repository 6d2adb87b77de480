# make site · make test · make check · make serve · make conformance · make bench: each sets up what it needs.
PYTHON ?= python3
BIN := .venv/bin
.DEFAULT_GOAL := help
.PHONY: help site serve check test lint conformance bench bench-disclosure clean

help:
	@echo "make site    build the catalogue into site/"
	@echo "make serve   build, serve on this machine, and build again when a file changes"
	@echo "make check   say what must be mended in the catalogue"
	@echo "make test    every test, in a browser too"
	@echo "make conformance    other people's validators and programs on the whole site, and what they found (needs ../shared/kit)"
	@echo "make lint    style, types and the contracts of the architecture"
	@echo "make bench   what a build costs, beside plain MkDocs Material"
	@echo "make bench-disclosure    what protection is worth, beside the tools of statistical offices"
	@echo "make clean   remove what was generated"

.venv/ready-site: pyproject.toml constraints.txt
	@tools/set-up $(PYTHON) .
	@touch $@

.venv/ready-dev: .venv/ready-site
	@tools/set-up $(PYTHON) ".[dev]"
	@touch $@

site: .venv/ready-site
	@$(BIN)/python build.py

serve: .venv/ready-site
	@$(BIN)/celosia serve

check: .venv/ready-site
	@$(BIN)/celosia check

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: .venv/ready-dev lint
	@tools/need-chromium
	$(BIN)/python build.py
	$(BIN)/pytest

JUDGED := CONFORMANCE_RECORD=1 $(BIN)/pytest -m conformance -p no:randomly -rs
conformance: conformance-metadata conformance-files conformance-pages conformance-clients conformance-browser conformance-accessibility

conformance-metadata: .venv/ready-dev
	$(JUDGED) tests/conformance/test_kit.py -k "metadata or every"

conformance-files: .venv/ready-dev
	$(JUDGED) tests/conformance/test_kit.py -k files

conformance-pages: .venv/ready-dev
	$(JUDGED) tests/conformance/test_kit.py -k pages

conformance-clients: .venv/ready-dev
	$(JUDGED) tests/conformance/test_clients.py

conformance-browser: .venv/ready-dev
	@tools/need-chromium
	$(BIN)/python build.py
	KIT_PAGES=all $(BIN)/pytest -p no:randomly tests/e2e/test_kit.py

conformance-accessibility: .venv/ready-dev
	@tools/need-chromium
	$(JUDGED) tests/conformance/test_accessibility.py

bench: .venv/ready-dev
	$(BIN)/python -m benchmarks

.venv/ready-peers: .venv/ready-dev
	@tools/set-up $(PYTHON) ".[dev,peers]"
	@touch $@

bench-disclosure: .venv/ready-peers
	$(BIN)/python -m benchmarks.disclosure

clean:
	rm -rf build site .celosia
