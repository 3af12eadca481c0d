# Two commands are enough on a machine that has only Go and make:
#   make demo    read the sample report, show its plan and its scorecard
#   make test    run every test
# GANGMU_SHARED names the folder with the real reports that some tests use;
# without it (and without ../shared) those tests skip and say so.

SHELL := /bin/bash
export CGO_ENABLED = 0

GO       ?= go
FUZZTIME ?= 2m
BIN      := bin/gangmu

.PHONY: all build demo test bench accuracy fuzz lint ci clean
all: build

build:
	$(GO) build -trimpath -buildvcs=false -o $(BIN) ./cmd/gangmu

demo: build
	@./$(BIN) demo

test:
	@[ -d "$${GANGMU_SHARED:-../shared}/corpus" ] || echo "no reports in $${GANGMU_SHARED:-../shared}: tests that use them skip"
	$(GO) test ./...

# Speed and memory beside what is required; see docs/architecture.md.
bench: build
	$(GO) run -buildvcs=false ./bench -command $(BIN)

# Planted errors found, benign edits mistaken, findings on real reports; see docs/accuracy.md.
accuracy:
	$(GO) run -buildvcs=false ./accuracy $(ACCURACY)

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

clean:
	rm -rf bin dist
