# Everyday commands. They need make, git and a Python 3.10 to 3.14 with pip, and set up the rest themselves, in .venv.
# PYTHON=python3.12 chooses the interpreter; without it an existing .venv is kept, else the first fitting one is taken.

.DEFAULT_GOAL := help
.PHONY: help memo test check format golden docs net quality bench wheel clean setup setup-run lint-root

bin := .venv/bin
export PYTHONUTF8 := 1

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

memo: setup-run ## set everything up and write the memo of an example
	@$(bin)/advise examples/harvest.json

test: check ## set everything up and run all checks and tests, on all processors
	@$(bin)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

check: setup lint-root ## formatting, lint, types and who may import whom
	@$(bin)/ruff check
	@$(bin)/ruff format --check
	@$(bin)/mypy build/lint/advise $(wildcard tools tests benchmarks features/steps)
	@PYTHONPATH=build/lint $(bin)/lint-imports --no-logo --cache-dir build/import-linter

format: setup ## put every Python file into the house format
	@$(bin)/ruff check --fix-only --quiet
	@$(bin)/ruff format

golden: setup ## write the golden assessments of examples/ anew; read the difference before keeping it
	@$(bin)/python -m pytest -q tests/test_examples.py --golden

docs: setup ## write docs/rules.md and the pictures of memos anew, and the policy book into build/book
	@$(bin)/python tools/docs.py
	@$(bin)/python tools/picture.py
	@$(bin)/advise rules docs -o build/book

net: setup ## write all that the commands say into build/net and compare it with build/net-base, if there is one
	@$(bin)/python tools/net.py write build/net
	@if [ -d build/net-base ]; then $(bin)/python tools/net.py diff build/net-base build/net; fi

quality: setup ## write docs/rules-quality.md anew: what is proved of the rules, what scenarios notice; takes minutes
	@$(bin)/python tools/quality.py

bench: setup ## run the benchmarks
	@$(bin)/python -m benchmarks

wheel: setup ## build the wheel into build/dist
	@rm -rf build/lib build/bdist.*
	@$(bin)/python -m pip --disable-pip-version-check wheel --quiet --no-deps --wheel-dir build/dist .
	@ls build/dist

clean: ## remove everything that these commands made
	rm -rf .venv build advise.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

setup: ## set everything up for development
	@$(run-set-up) --dev

setup-run:
	@$(run-set-up)

# The checkout may be called anything; mypy and import-linter see the package under its name, without tests and tools.
lint-root:
	@mkdir -p build/lint/advise
	@for part in *.py py.typed engine reports; do ln -sfn ../../../$$part build/lint/advise/$$part; done
	@find -L build/lint/advise -maxdepth 1 -type l -exec rm {} +

define run-set-up
python='$(PYTHON)'; \
fits() { "$$1" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; }; \
if [ -z "$$python" ]; then for one in $(bin)/python python3 python3.14 python3.13 python3.12 python3.11 python3.10; do \
  if fits $$one; then python=$$one; break; fi; done; fi; \
if [ -z "$$python" ]; then echo 'set-up: no Python 3.10 to 3.14 found; install one, or name it: make PYTHON=/path/to/python3.12' >&2; exit 1; fi; \
if ! fits "$$python"; then echo "set-up: $$python is not a Python 3.10 to 3.14" >&2; exit 1; fi; \
"$$python" tools/set_up.py
endef
