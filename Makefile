# Each habit is one word here; what it does is in scripts/.

export PORT ?= 8000

.PHONY: help run test check fix css messages access sbom journeys bench soak seed screenshots
.DEFAULT_GOAL := help

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile | expand -t 20

run: ## Install what is missing and serve the demonstration on this machine (PORT=8000)
	@scripts/run

test: ## Run every check and every test, on SQLite and on PostgreSQL, in a real browser
	@scripts/test

check: ## Run every check that needs no test: format, lint, types, floors, migrations
	@scripts/install requirements-dev.lock
	@scripts/check

fix: ## Put right what can be put right without thinking: format, order of imports
	@scripts/install requirements-dev.lock
	@.venv/bin/ruff check --quiet --fix . ; .venv/bin/ruff format --quiet .

css: ## Compile the style sheet (needs Node)
	@scripts/install-frontend
	@npm --prefix frontend run --silent build

messages: ## Find every text for people and bring each language's catalogue up to date
	@scripts/install requirements-dev.lock
	@PYTHONPATH=. .venv/bin/python scripts/messages.py

access: ## Write docs/access.md from the roles and the access table
	@scripts/install requirements-dev.lock
	@.venv/bin/python -m tests.guards.access_page > docs/access.md.new && mv docs/access.md.new docs/access.md

sbom: ## List what is shipped: var/ownpath.cdx.json (CycloneDX), and docs/licences.md
	@scripts/install requirements-dev.lock
	@scripts/sbom

journeys: ## Walk through the product in a real browser (TIMES=10: each walk ten times; SLOWER=6: with a slow browser)
	@scripts/install requirements-dev.lock
	@.venv/bin/pytest tests/journeys

bench: ## Print the figures: bytes, queries, seconds, memory (RETURN=folder: a return to take in)
	@scripts/install requirements-dev.lock
	@.venv/bin/python -m tests.benchmarks

soak: ## Push the service hard for some minutes, and print what it did (SOAK_MINUTES=1)
	@scripts/install requirements-dev.lock
	@.venv/bin/python -m tests.soak

seed: ## Load the demonstration, where it is not there yet
	@scripts/install requirements.lock
	@.venv/bin/python manage.py migrate --verbosity 0
	@.venv/bin/python manage.py seed_demo

screenshots: ## Make the pictures of docs/ from the demonstration
	@scripts/install requirements-dev.lock
	@.venv/bin/python -m tests.pictures
