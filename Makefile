# make run    the kiosk in a window; where there is no display, a tour of it as pictures
# make test   everything that is checked
# make look   our screens beside the design's, as contact sheets
# make reach  every screen, how far it is from home, and how it is left
# make typeset-report   our paragraphs beside Chromium's, and what holds each rule
# make figures, make fonts   measure again; build the fonts again
# make torture   the content directory treated as badly as can be, while the kiosk runs and is killed

export CGO_ENABLED = 0
SHELL = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
.PHONY: run build test look reach typeset-report torture figures fonts

run: build
	@.ci/need run
	@if [ -n "$${DISPLAY:-}" ]; then \
		echo "bin/kiosk run --window 540x960   (Esc closes it)"; exec bin/kiosk run --window 540x960; \
	else \
		echo "no display: a tour on a private one"; go run ./kiosk/internal/tour -kiosk bin/kiosk -out out; \
	fi

build:
	go build -trimpath -ldflags '-s -w' -o bin/kiosk ./cmd/kiosk

# The end-to-end tests have the machine to themselves.
test:
	@.ci/need test
	@unformatted=$$(gofmt -l cmd content fonts kiosk); [ -z "$$unformatted" ] || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	go tool staticcheck ./...
	GOOS=linux GOARCH=arm64 go build -o /dev/null ./cmd/kiosk
	GOOS=windows GOARCH=amd64 go build -o /dev/null ./cmd/kiosk
	go test $$(go list ./... | grep -v '/cmd/kiosk$$')
	CGO_ENABLED=1 go test -race ./fonts ./kiosk/paint ./kiosk/store ./kiosk/display
	go test -timeout 20m -skip TestTortureGlass ./cmd/kiosk
	go test -timeout 20m -parallel 4 -run TestTortureGlass -v ./cmd/kiosk | grep -v '^ *\(===\|---\)'

look:
	go run ./kiosk/internal/look -design docs/design -out out/look

reach:
	go run ./kiosk/internal/reach

typeset-report:
	go run ./kiosk/internal/setting -out out/typeset

torture:
	@.ci/need test
	go test -count=1 -v -run 'TestTorture' ./kiosk/store
	go test -count=1 -v -parallel 4 -run 'TestTortureGlass|TestSaveToGlass' ./cmd/kiosk

figures: build
	@.ci/need test
	go run ./kiosk/internal/bench -kiosk bin/kiosk -out docs/figures.md

fonts:
	cd fonts && ./build.sh
