# Two commands are enough on a machine that has only Go and make:
#   make demo    open a plan year of a made-up district in the browser
#   make test    run every test
# GANGMU_SHARED names the folder with the real reports that some tests use;
# without it (and without ../shared) those tests skip and say so.

SHELL := /bin/bash
export CGO_ENABLED = 0

GO       ?= go
FUZZTIME ?= 2m
BIN      := bin/gangmu

.PHONY: all build bundle web pdfium demo test bench bench-peer crash accuracy forecast scale fuzz lint ci dist clean
all: build

build: bundle
	$(GO) build -trimpath -buildvcs=false -o $(BIN) ./cmd/gangmu

# The scripts of the pages, built of what web/assets/package-lock.json pins.
web: web/bundle/app.js ; @:
web/bundle/app.js: $(wildcard web/assets/*.js) web/assets/package.json web/assets/package-lock.json
	npm --prefix web/assets ci --no-fund --no-audit --loglevel=error
	npm --prefix web/assets run --silent build

# The same where it can be had: the pages do without scripts, too.
bundle:
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory web || echo "no scripts: pages do without"; \
	  else echo "no npm: pages do without scripts"; fi

demo: build
	@./$(BIN) demo

test: bundle
	@[ -d "$${GANGMU_SHARED:-../shared}/corpus" ] || echo "no reports in $${GANGMU_SHARED:-../shared}: tests that use them skip"
	@tools/ensure.sh postgresql '/usr/lib/postgresql/*/bin/initdb' || true
	$(GO) test ./...

# PDFium as the library of go.mod brings it, compressed.
pdfium:
	gzip -9n < "$$($(GO) list -m -f '{{.Dir}}' github.com/klippa-app/go-pdfium)/internal/pdfium_wasm/pdfium.wasm" > document/pdf/pdfium.wasm.gz

# Speed and memory beside what is required; see docs/architecture.md.
bench: build
	$(GO) run -buildvcs=false ./bench -command $(BIN)

# The web application beside PocketBase, the same operations on both. PEER="-dir DIR" puts the data on another disk.
bench-peer: build
	$(GO) -C tools/peer run -buildvcs=false . $(PEER)

# The ledger's writer is killed in the midst of its work, ROUNDS times on each database.
ROUNDS ?= 200
crash:
	GANGMU_CRASH_ROUNDS=$(ROUNDS) $(GO) test ./ledger -run KilledWriter -v -count=1 -timeout 2h

# Planted errors found, benign edits mistaken, findings on real reports; see docs/accuracy.md.
accuracy:
	$(GO) run -buildvcs=false ./accuracy $(ACCURACY)

# A province of four million facts: its speeds beside what is required. DB is a
# postgres:// URL or a SQLite file; SCALE='-make' makes the province first.
scale:
	$(GO) run -buildvcs=false ./bench/scale -database '$(DB)' $(SCALE)

# How far off forecasts of the year are, beside naive ones; see docs/monitoring.md.
forecast:
	$(GO) run -buildvcs=false ./bench/forecast

# Every fuzz target for FUZZTIME each, one worker.
fuzz:
	GO=$(GO) tools/fuzz.sh $(FUZZTIME)

lint:
	@out=$$(gofmt -l .); [ -z "$$out" ] || { echo "gofmt -w $$out"; exit 1; }
	$(GO) vet ./...
	$(GO) -C tools build -buildvcs=false -o ../bin/staticcheck honnef.co/go/tools/cmd/staticcheck
	bin/staticcheck ./...

ci:
	.ci/run

# One file for each system, the same bytes from the same commit and Go version.
SYSTEMS := windows/amd64 linux/amd64 linux/arm64
VERSION := $(shell sed -n 's/^var version = "\(.*\)"/\1/p' cmd/gangmu/program.go)
COMMIT  := $(shell git rev-parse --short=12 HEAD 2>/dev/null)

dist: bundle
	@rm -rf dist && mkdir dist
	@set -e; for system in $(SYSTEMS); do \
	  os=$${system%/*}; arch=$${system#*/}; exe=; [ $$os = windows ] && exe=.exe; \
	  file=gangmu-$(VERSION)-$$os-$$arch$$exe; echo "dist/$$file"; \
	  GOOS=$$os GOARCH=$$arch $(GO) build -trimpath -buildvcs=false \
	    -ldflags "-s -w -X main.version=$(VERSION)$(if $(COMMIT),+$(COMMIT))" -o dist/$$file ./cmd/gangmu; \
	done
	@cd dist && sha256sum gangmu-* > SHA256SUMS && cat SHA256SUMS

clean:
	rm -rf bin dist
