# `make` lists the targets. Everything they need beyond Python, make and git is installed into this folder.

PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# The virtual environment comes first: it has a Node only where the machine has none that can build the pages.
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
NPM_CI := $(WITH_NODE) npm ci --no-audit --no-fund --loglevel=error
# Vite needs 20.19, or 22.12 and later.
NODE_IS_RECENT := node -e 'const [a, b] = process.versions.node.split(".").map(Number); \
	process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

RUN_INSTALLED := $(VENV)/.run-installed
DEV_INSTALLED := $(VENV)/.dev-installed
BZPEER_INSTALLED := $(VENV)/.bzpeer-installed
PAGES := server/pages/.built
FRONTEND_INSTALLED := frontend/node_modules/.installed
MACHINE_BROWSER := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome) \
	$(wildcard /Applications/Google?Chrome.app)
BROWSER := tests/e2e/browser/node_modules/.unpacked/chromium

# GraphiQL's example queries are those of the documents.
PAGE_SOURCES := schema/schema.graphql $(wildcard docs/queries/*.graphql) \
	$(shell find frontend -type f ! -path '*/node_modules/*' 2>/dev/null)
# One lock for every supported Python and platform, with hashes and without the addresses it was resolved from.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --no-emit-find-links
# The make of macOS mixes what the two print.
ONE_AFTER_THE_OTHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
CHECKED := server schema resolvers importers graphdb tests $(wildcard benchmarks)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run setup test writing-side reading-side lint types unit integration e2e stress fmt docs queries bench \
	bench-import bench-bulk bench-identity bench-load bench-memory bench-growth bench-frames screenshots lock clean node dev browser

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## set up what is missing, start Neo4j, load the demo once, serve on PORT (8000)
	@exec $(BIN)/bzpeer serve --port $(PORT)

setup: $(BZPEER_INSTALLED) $(PAGES) ## install the application into .venv and build its pages

test: setup dev ## set up what is missing, then lint, types, unit, integration and browser tests
	@$(MAKE) --no-print-directory lint types
	cd frontend && $(WITH_NODE) && export PATH && npm run --silent check && npm run --silent test
	@$(MAKE) --no-print-directory browser
	@echo "Testing in two halves, side by side; what each prints comes when it is through (half an hour on two cores)"
	@$(MAKE) --no-print-directory --jobs 2 $(ONE_AFTER_THE_OTHER) writing-side reading-side

# Each half has a Neo4j of its own. A test mostly waits for one process at a time, and two cores are there.
writing-side: dev
	$(BIN)/pytest tests/unit tests/integration/graphdb tests/integration/importers tests/integration/project

reading-side: dev browser
	$(BIN)/pytest tests/integration/schema tests/integration/server tests/e2e

unit: setup dev ## unit tests alone: no server is started
	$(BIN)/pytest tests/unit

integration: setup dev ## tests against a real Neo4j
	$(BIN)/pytest tests/integration

e2e: setup dev browser ## tests of the pages in a browser
	$(BIN)/pytest tests/e2e

lint: dev ## ruff and the layer rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: dev node ## mypy (strict, tests too) and pyright over the Cypher layers
	$(BIN)/mypy $(CHECKED)
	PYRIGHT_PYTHON_IGNORE_WARNINGS=1 $(BIN)/pyright

fmt: dev ## rewrite the code in the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

stress: dev ## decide on who is who between imports, at random (SEED 77, ROUNDS 14): minutes
	BZPEER_TEST_SEED=$(or $(SEED),77) BZPEER_TEST_ROUNDS=$(or $(ROUNDS),14) $(BIN)/pytest -k imports_after_decisions \
		tests/integration/importers/test_decisions.py

docs: setup dev ## check that the documents agree with the code
	$(BIN)/pytest tests/unit/project

queries: dev $(FRONTEND_INSTALLED) ## types and digests of the pages' queries, from the schema and the .graphql files
	cd frontend && $(WITH_NODE) npm run --silent codegen >/dev/null
	$(BIN)/bzpeer schema documents docs/queries frontend/src/gql/persisted-documents.json > server/.queries.json
	@mv server/.queries.json server/persisted_documents.json

bench-import: setup dev ## measure the import of the ACL Anthology (BZPEER_REAL_DATA says where it is)
	$(BIN)/python -m benchmarks.import_acl

bench-bulk: setup dev ## measure how an empty store is filled with WORKS (100000) works in the form of OpenAlex
	$(BIN)/python -m benchmarks.bulk $(or $(WORKS),100000)

bench-identity: setup dev ## measure how well people known by name only are told apart (BZPEER_REAL_DATA as above)
	$(BIN)/python -m benchmarks.identity

bench: setup dev node ## measure queries beside a peer and hand-written Cypher (WORKS=30000 SECONDS=3 ONLY=name)
	@$(WITH_NODE) $(BIN)/python -m benchmarks.queries --works $(or $(WORKS),30000) \
		--stores $(or $(STORES),.bzpeer-bench) --seconds $(or $(SECONDS),3) --only "$(ONLY)"

bench-load: setup dev node ## measure both with many at once (WORKS=30000 REQUESTS=5000)
	@$(WITH_NODE) $(BIN)/python -m benchmarks.queries.load --works $(or $(WORKS),30000) \
		--stores $(or $(STORES),.bzpeer-bench) --requests $(or $(REQUESTS),5000)

bench-memory: setup dev ## measure our server's memory through many questions (WORKS=30000 REQUESTS=100000)
	@$(BIN)/python -m benchmarks.queries.memory --works $(or $(WORKS),30000) \
		--stores $(or $(STORES),.bzpeer-bench) --requests $(or $(REQUESTS),100000)

bench-growth: setup dev ## measure how our answers' time grows with the store (WORKS="30000 300000 3000000")
	@$(BIN)/python -m benchmarks.queries.growth --works $(or $(WORKS),30000 300000 3000000) \
		--stores $(or $(STORES),.bzpeer-bench) --seconds $(or $(SECONDS),3) --only "$(ONLY)"

bench-frames: setup dev browser ## measure the explorer's frames with 1,000 nodes (ADDRESS of a server, else one is started)
	$(BIN)/python -m benchmarks.frames --address "$(ADDRESS)"

screenshots: setup dev browser ## take the pictures of the documentation (ADDRESS as above)
	$(BIN)/python -m tests.e2e.screenshots --address "$(ADDRESS)"

lock: dev ## bring the lock files up to date with the dependencies in pyproject.toml
	$(LOCK) pyproject.toml --group build -o requirements.lock
	$(LOCK) pyproject.toml --extra tracing --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group node -o requirements-node.lock

clean: ## remove what the other targets made; the data in .bzpeer/ stays
	rm -rf $(VENV) server/pages frontend/node_modules tests/e2e/browser/node_modules dist \
		.mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- What the targets above stand on. A stamp file says that a step was done; what it depends on says when it is stale.

VENV_READY := $(VENV)/.ready

# An environment that works is kept, so that a stamp lost or a Makefile changed costs nothing.
$(VENV_READY):
	@$(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		for python in $(PYTHON) python3 python3.13 python3.12 python3.11; do \
			if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
		done; \
		if [ -z "$$found" ]; then \
			echo "BZPEER needs Python 3.11 or later; found: $$(python3 --version 2>&1). Name one with: make PYTHON=/path/to/python3" >&2; \
			exit 1; \
		fi; \
		echo "Making the virtual environment $(VENV) with $$($$found --version)"; \
		$$found -m venv --clear $(VENV) || { \
			echo "$$found cannot make virtual environments: install its venv module (Debian and Ubuntu: python3-venv)" >&2; \
			exit 1; \
		}; \
	}
	@touch $@

$(RUN_INSTALLED): requirements.lock $(VENV_READY)
	@echo "Installing what the application needs (requirements.lock)"
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

$(BZPEER_INSTALLED): pyproject.toml $(RUN_INSTALLED)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV_INSTALLED): requirements-dev.lock $(RUN_INSTALLED)
	@echo "Installing what the checks and tests need (requirements-dev.lock)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

dev: $(BZPEER_INSTALLED) $(DEV_INSTALLED)

node: $(VENV_READY)
	@$(WITH_NODE); export PATH; { $(NODE_IS_RECENT) && command -v npm; } >/dev/null 2>&1 || { \
		echo "Installing Node (requirements-node.lock)"; \
		$(PIP) install --require-hashes -r requirements-node.lock; \
	}

$(FRONTEND_INSTALLED): frontend/package.json frontend/package-lock.json | node
	@echo "Installing what builds the pages (frontend/package-lock.json)"
	@cd frontend && $(NPM_CI)
	@touch $@

$(PAGES): $(FRONTEND_INSTALLED) $(PAGE_SOURCES) | node
	@echo "Building the pages"
	@cd frontend && { $(WITH_NODE) npm run build >node_modules/.build.log 2>&1 || { cat node_modules/.build.log >&2; exit 1; }; }
	@touch $@

# The machine's Chromium if it has one, else the one that an npm package carries.
browser: $(if $(strip $(MACHINE_BROWSER)),,$(BROWSER))

$(BROWSER): tests/e2e/browser/package-lock.json | node
	@echo "Installing the browser of the tests (tests/e2e/browser/package-lock.json)"
	@cd tests/e2e/browser && $(NPM_CI) && $(WITH_NODE) node unpack.mjs
	@touch $@
