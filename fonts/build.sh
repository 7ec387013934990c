#!/bin/sh
# Make the six embedded faces from Debian's Noto and Symbola packages and put them into
# this directory, if they are what SHA256SUMS says. Run it on Debian 12; it needs
# root or sudo only where a package is missing. About two minutes.
#
#   ./build.sh            make, compare, replace
#   ./build.sh --update   make, replace, write SHA256SUMS anew
set -eu
cd "$(dirname "$0")"
here=$PWD

PACKAGES="fonts-noto-cjk fonts-noto-cjk-extra fonts-noto-core fonts-symbola python3-fonttools unicode-data"
NOTO=/usr/share/fonts/opentype/noto
PYTHON=/usr/bin/python3 # Debian's own: python3-fonttools belongs to it

# A fixed clock, should a table ever be stamped; head.modified stays the source's.
export SOURCE_DATE_EPOCH=0 PYTHONHASHSEED=0 PYTHONDONTWRITEBYTECODE=1 LC_ALL=C.UTF-8

missing=""
for package in $PACKAGES; do
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
	echo "fonts: installing$missing"
	sudo=""
	[ "$(id -u)" = 0 ] || sudo=sudo
	$sudo apt-get install -y --no-install-recommends $missing
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
$PYTHON characters.py common >"$work/common"
$PYTHON characters.py full >"$work/full"

# subset SET SOURCE TARGET: face 2 of each collection is SC. locl is kept for
# the two-em dash, and only for the simplified Chinese language system; the
# repacker of HarfBuzz is refused, as not every machine has it.
subset() {
	echo "fonts: $3.otf"
	$PYTHON subset.py "$NOTO/$2.ttc" --font-number=2 \
		--unicodes-file="$work/$1" --output-file="$work/$3.otf" \
		--layout-scripts=DFLT,hani.ZHS,latn.ZHS,cyrl.ZHS,grek.ZHS \
		--layout-features=halt,palt,vhal,vpal,vert,vrt2,fwid,pwid,hwid,kern,ccmp,liga,mark,locl \
		--no-hinting --no-recalc-timestamp --no-harfbuzz-repacker --name-IDs='*'
}

subset full NotoSansCJK-Regular sans-regular
subset common NotoSansCJK-Medium sans-medium
subset full NotoSansCJK-Bold sans-bold
subset common NotoSerifCJK-Bold serif-bold
subset common NotoSerifCJK-Black serif-black

echo "fonts: symbols.ttf"
$PYTHON symbols.py "$work/sans-regular.otf" "$work/symbols.ttf"

cd "$work"
if [ "${1:-}" = --update ]; then
	sha256sum ./*.otf ./*.ttf | sed 's| \./| |' >"$here/SHA256SUMS"
fi
if ! sha256sum --check "$here/SHA256SUMS"; then
	echo "fonts: nothing was replaced; README.md has the package versions that give these sums" >&2
	exit 1
fi
mv ./*.otf ./*.ttf "$here"
