#!/bin/bash
# build.sh [ZIP]: writes what an office's PC needs into a zip, out/gongkai_VERSION_windows.zip without a name.
# The same commit gives the same bytes: all times are the commit's.
set -eu -o pipefail
cd "$(dirname "$0")/../../.."
export CGO_ENABLED=0
number=$(sed -n 's/^const version = "\(.*\)"/\1/p' cmd/kiosk/version.go)
commit=$(git rev-parse HEAD)
[ -z "$(git status --porcelain)" ] || commit="$commit+"
seconds=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
zip=${1:-out/gongkai_${number}_windows.zip}

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
mkdir -p "$(dirname "$zip")"
GOOS=windows GOARCH=amd64 go build -trimpath -buildvcs=false -o "$stage/kiosk.exe" \
	-ldflags "-s -w -X main.stampCommit=$commit -X main.stampSeconds=$seconds" ./cmd/kiosk
go run ./kiosk/internal/notices -os windows -arch amd64 >"$stage/licences"
go run ./kiosk/internal/windows -exe "$stage/kiosk.exe" -licences "$stage/licences" -version "$number" -time "$seconds" -out "$zip"
echo "$zip"
