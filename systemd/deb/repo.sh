#!/bin/bash
# repo.sh KEY DIRECTORY PACKAGE…: adds packages to a signed apt repository in a directory, which any web server serves.
# KEY names a secret key of gpg's. A package replaces the version before it; old files are deleted. reprepro keeps its
# own records beside, in DIRECTORY.reprepro.
set -eu -o pipefail
[ $# -ge 3 ] || { sed -n 's/^# //p' "$0" | head -3 >&2 && exit 2; }
key=$1 directory=$(realpath -m "$2")
shift 2
records=$directory.reprepro
fingerprint=$(gpg --batch --with-colons --list-secret-keys "$key" | awk -F: '$1 == "fpr" { print $10; exit }')
[ -n "$fingerprint" ] || { echo "no secret key $key; make one: gpg --quick-generate-key 'Gongkai packages' ed25519 sign never" >&2 && exit 1; }

mkdir -p "$records/conf" "$directory"
cat >"$records/conf/distributions" <<END
Origin: Gongkai
Label: Gongkai
Suite: stable
Codename: stable
Architectures: amd64 arm64 loong64 riscv64
Components: main
SignWith: $fingerprint
END
reprepro --silent --basedir "$records" --outdir "$directory" includedeb stable "$@"
gpg --batch --armor --export "$fingerprint" >"$directory/gongkai.asc"
[ -e "$directory/gongkai.sources" ] || cat >"$directory/gongkai.sources" <<'END' # its address is the administrator's
# On each panel /etc/apt/sources.list.d/gongkai.sources, with the key in /etc/apt/keyrings/gongkai.asc.
Types: deb
URIs: https://apt.example.org/gongkai
Suites: stable
Components: main
Signed-By: /etc/apt/keyrings/gongkai.asc
END
