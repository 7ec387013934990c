# make run    the kiosk in a window; where there is no display, a tour of it as pictures
# make quick  for each edit: format, vet and the tests that need nothing but Go
# make test   everything but parts: the quick tests, the race detector, the program on private X servers
# make parts  what takes long or needs whole systems: the full torture, a bare Debian (as root, or through sudo)
# make deb    Debian packages for amd64, arm64, loong64 and riscv64, or for ARCH, in out/
# make windows   what an office's PC needs: the program, what is double-clicked, the manual, as out/gongkai_VERSION_windows.zip
# make repo KEY=name   the newest of them into a signed apt repository, out/repo
# make appliance   the package's years on a bare Debian: installed, upgraded, rolled back, purged; the recipes around it
# make panel  the package on a whole machine in QEMU, with a touch panel: docs/panel.md (as root)
# make look   our screens beside the design's, as contact sheets
# make reach  from how far each slide is legible; every screen, how far it is from home, and how it is left
# make typeset-report   our paragraphs beside Chromium's, and what holds each rule
# make figures, make fonts   measure again; build the fonts again
# make month   30 days on a simulated clock, in minutes: what the program holds, and whether that grows; HOUR=1 a real hour
# make compare BEFORE=commit   the working tree beside a commit, by turns: layout, painting, start, memory, taps
# make torture   only the full torture: the content directory damaged while the kiosk runs and is killed

export CGO_ENABLED = 0
SHELL = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
.PHONY: run build quick test parts format look reach typeset-report torture figures month compare fonts

# Packages with goroutines of their own are tested under the race detector, and only there.
raced = ./fonts ./kiosk/paint ./kiosk/store ./kiosk/display
program = ./cmd/kiosk
others = $$(go list ./... | grep -vxF -f <(go list $(raced) $(program)))
# Tests that run the program, other programs or an X server are in files of these names.
outside = $$(sed -n 's/^func \(Test[A-Za-z0-9]*\)(.*/\1/p' {cmd/kiosk/{e2e,sync,torture,part}_*,kiosk/display/glass_*}test.go | paste -sd'|')
# A bare Debian is unpacked and booted by root.
as_root = $$([ "$$(id -u)" = 0 ] || echo -exec=sudo)
# All the program's tests share one build of it.
built = -kiosk $(CURDIR)/bin/kiosk -kiosk-arm64 $(CURDIR)/bin/kiosk-arm64

run: build
	@.ci/need run
	@if [ -n "$${DISPLAY:-}" ]; then \
		echo "bin/kiosk run --window 540x960   (Esc closes it)"; exec bin/kiosk run --window 540x960; \
	else \
		echo "no display: a tour on a private one"; go run ./kiosk/internal/tour -kiosk bin/kiosk -out out; \
	fi

build:
	go build -trimpath -ldflags '-s -w' -o bin/kiosk ./cmd/kiosk

.PHONY: deb windows repo appliance panel
deb:
	systemd/deb/build.sh $(ARCH)

windows:
	kiosk/internal/windows/build.sh

repo:
	systemd/deb/repo.sh "$(or $(KEY),$(error KEY=name of a gpg key is missing))" out/repo $$(ls -t out/gongkai_*.deb | awk -F_ '!seen[$$3]++')

appliance: build
	@.ci/need parts
	go test -vet=off -count=1 -timeout 40m $(as_root) -run '^TestPart(Appliance|Package|Images|Debian)$$' -v $(program) $(built) -full

panel: build
	@.ci/need panel
	systemd/deb/build.sh amd64
	go run ./kiosk/internal/panel -deb $$(ls -t out/gongkai_*_amd64.deb | head -1)

format:
	@unformatted=$$(gofmt -l cmd content fonts kiosk); [ -z "$$unformatted" ] || { echo "gofmt: $$unformatted"; exit 1; }

# Packages that wait don't hold up others.
quick: format
	go vet ./...
	go test -vet=off -p 4 -skip "^(TestTorture|$(outside))$$" ./...

test: format build
	@.ci/need test
	go vet ./...
	go tool staticcheck ./...
	GOARCH=arm64 go build -trimpath -ldflags '-s -w' -o bin/kiosk-arm64 $(program)
	GOOS=windows GOARCH=amd64 go build -o /dev/null $(program)
	go test -vet=off $(others)
	CGO_ENABLED=1 go test -vet=off -race $(raced)
	go test -vet=off -timeout 40m -parallel 4 -skip '^TestPart' $(program) $(built)

parts: build
	@[ "$$(id -u)" = 0 ] || command -v sudo >/dev/null || { echo "make parts boots a Debian: root or sudo is needed" >&2; exit 1; }
	@.ci/need parts
	$(torture)
	go test -vet=off -timeout 70m $(as_root) -run '^TestPart' -v $(program) $(built) -full

look:
	go run ./kiosk/internal/look -design docs/design -out out/look

reach:
	go run ./kiosk/internal/reach

typeset-report:
	go run ./kiosk/internal/setting -out out/typeset

torture: build
	@.ci/need test
	$(torture)

define torture
go test -vet=off -count=1 -v -run TestTorture ./kiosk/store -full
go test -vet=off -count=1 -v -timeout 40m -parallel 4 -run 'TestTortureGlass|TestSaveToGlass' $(program) $(built) -full | grep -v '^ *\(===\|---\)'
endef

figures: build
	@.ci/need test
	go run ./kiosk/internal/bench -kiosk bin/kiosk -out docs/figures.md

compare:
	@.ci/need test
	go run ./kiosk/internal/bench -compare $(or $(BEFORE),$(error BEFORE=commit is missing))

month: build
	@.ci/need test
	go run ./kiosk/internal/month $(if $(HOUR),-hour -kiosk bin/kiosk)

fonts:
	cd fonts && ./build.sh
