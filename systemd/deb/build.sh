#!/bin/bash
# build.sh [ARCH…]: writes out/gongkai_VERSION_ARCH.deb for amd64, arm64, loong64 and riscv64, or for those named.
# The same commit gives the same bytes: all times are the commit's. VERSION sets another version.
set -eu -o pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- amd64 arm64 loong64 riscv64

commit=$(git rev-parse HEAD)
[ -z "$(git status --porcelain)" ] || commit="$commit+"
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
# A commit without its version's tag comes before that version; one that follows the tag comes after it.
number=$(sed -n 's/^const version = "\(.*\)"/\1/p' cmd/kiosk/version.go)
order='~'
! git merge-base --is-ancestor "v$number" HEAD 2>/dev/null || order=+
[ "$(git describe --tags --exact-match 2>/dev/null)" = "v$number" ] ||
	number="$number${order}git$(date --utc --date="@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S).${commit:0:7}"
export VERSION=${VERSION:-$number} SOURCE_DATE_EPOCH CGO_ENABLED=0 GOOS=linux

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p out
# nfpm has a module of its own: its 50 dependencies are none of the program's.
env -u GOOS go -C systemd/deb build -o "$stage/nfpm" github.com/goreleaser/nfpm/v2/cmd/nfpm
for GOARCH in "$@"; do
	export GOARCH STAGE="$stage/$GOARCH"
	mkdir "$STAGE"
	# Position-independent and with read-only relocations, as Debian builds programs, where Go does so without a C compiler.
	case $GOARCH in amd64 | arm64) mode=pie ;; *) mode=exe ;; esac
	go build -trimpath -buildvcs=false -buildmode=$mode -o "$STAGE/kiosk" \
		-ldflags "-s -w -bindnow -X main.stampCommit=$commit -X main.stampSeconds=$SOURCE_DATE_EPOCH" ./cmd/kiosk
	env -u GOOS -u GOARCH go run ./kiosk/internal/notices -arch "$GOARCH" >"$STAGE/copyright"
	# A build by hand goes to /usr/local.
	for unit in kiosk.service kiosk-xorg.service; do
		sed 's|/usr/local/bin/kiosk|/usr/bin/kiosk|' "systemd/$unit" >"$STAGE/$unit"
	done
	gzip -9n <systemd/deb/kiosk.1 >"$STAGE/kiosk.1.gz"
	gzip -9n <systemd/deb/kiosk-rollback.8 >"$STAGE/kiosk-rollback.8.gz"
	{
		printf 'gongkai (%s) stable; urgency=medium\n\n' "$VERSION"
		printf '  * Built from commit %s.\n' "$commit"
		printf '\n -- The Gongkai authors <gongkai@gongkai.invalid>  %s\n' "$(LC_ALL=C date --utc --date="@$SOURCE_DATE_EPOCH" '+%a, %d %b %Y %T +0000')"
	} | gzip -9n >"$STAGE/changelog.gz"
	find "$STAGE" -exec touch --date="@$SOURCE_DATE_EPOCH" {} +
	env -u GOOS "$stage/nfpm" package --config systemd/deb/nfpm.yaml --packager deb --target "out/gongkai_${VERSION}_$GOARCH.deb"
done
