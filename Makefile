# Isnad. Every task is one word; `make help` lists them.

SWIFT ?= swift
PREFIX ?= /usr/local
EXPORTS ?= exports
CORPUS ?=
JSON ?= .build/bench.json
BASE ?=
RELEASE = --configuration release --static-swift-stdlib
# The release program where it is no older than the sources, as it is much faster, else the one that the tests build.
NEWEST = $(shell [ -x .build/release/isnad ] && \
  [ -z "$$(find Sources Plugins schemas Package.swift -newer .build/release/isnad -print -quit)" ] && \
  echo .build/release/isnad || echo .build/debug/isnad)
SOURCES = Package.swift Sources Tests Plugins Benchmarks Fuzzing examples

.DEFAULT_GOAL := help
.PHONY: help setup build export notebook test fuzz sanitize lint format record bench bench-compare measure install reproduce clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## install what the build needs: libxml2-dev, zlib1g-dev, libsqlite3-dev, libxlsxwriter-dev, pkg-config
	@Scripts/setup

build: setup ## build the program for release, as .build/release/isnad
	$(SWIFT) build $(RELEASE) --product isnad

export: build ## export the articles in seeds/ to exports/, with a report to look at
	.build/release/isnad export seeds --to $(EXPORTS) --format csv,jsonl,xml,html,xlsx --with-text

notebook: ## draw pictures of exports/ into examples/out/, with a page that shows them; EXPORTS=path draws another export
	@[ -d $(EXPORTS)/data/jsonl ] || [ $(EXPORTS) != exports ] || $(MAKE) export
	Scripts/notebook $(EXPORTS) examples/out
	@echo "isnad: open examples/out/analysis.html"

test: setup ## run all tests, other people's validators, a browser, notebooks, and exports that are killed or made elsewhere
	$(SWIFT) build --build-tests
	Tests/Interop/run .build/debug/isnad
	Tests/Office/run .build/debug/isnad
	Tests/Browser/run .build/debug/isnad
	Tests/Notebooks/run .build/debug/isnad
	Tests/Whole/run $(NEWEST)
	Tests/Faults/run $(NEWEST)
	Tests/Reproduce/run $(NEWEST)
	$(SWIFT) test --skip-build

fuzz: setup ## look for inputs that break a law: SECONDS=60 for each target, or TARGET=name alone (see Scripts/fuzz)
	SECONDS_EACH=$(or $(SECONDS),60) TARGET=$(TARGET) Scripts/fuzz

sanitize: setup ## run the tests under the sanitizers of addresses and of threads; SANITIZER=name runs one, FILTER=name some tests
	SANITIZER=$(SANITIZER) FILTER='$(FILTER)' Scripts/sanitize

lint: ## check the format of every source file
	$(SWIFT) format lint --strict --parallel --recursive $(wildcard $(SOURCES))

format: ## rewrite every source file in the project's format
	$(SWIFT) format --in-place --parallel --recursive $(wildcard $(SOURCES))

record: setup ## renew schemas, golden export, transcripts and README samples, to be reviewed as a diff
	RECORD=1 $(SWIFT) test --no-parallel --filter SchemasTests
	RECORD=1 $(SWIFT) test --no-parallel --filter IsnadTests
	@git --no-pager diff --stat -- README.md schemas Tests/Golden Tests/Transcripts

bench: build ## print MB/s of each stage beside a peer; CORPUS=path names the input, JSON=path the file for the figures
	Scripts/bench "$(CORPUS)" "$(JSON)"

bench-compare: ## run the benchmarks and compare with the figures of an earlier run, BASE=path
	@[ -f "$(BASE)" ] || { echo "make bench-compare BASE=path: name the file that an earlier make bench wrote" >&2; exit 2; }
	$(MAKE) bench JSON=.build/bench-new.json
	python3 Benchmarks/compare.py "$(BASE)" .build/bench-new.json

measure: build ## print how well pages are read, beside peers; CORPUS=path and ENTITIES=path measure more (see Scripts/measure)
	Scripts/measure "$(CORPUS)" "$(ENTITIES)"

install: build ## copy program, manual page and completions to PREFIX (PREFIX=/usr/local)
	Scripts/install .build/release/isnad $(DESTDIR)$(PREFIX)

reproduce: build ## compare the bytes of exports in other circumstances and of builds in two folders
	Tests/Reproduce/run .build/release/isnad
	Scripts/reproduce

clean: ## remove what was built and exported
	rm -rf .build $(EXPORTS) examples/out
