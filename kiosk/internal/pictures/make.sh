#!/bin/bash
# Makes the worst pictures of each kind in a directory: make.sh DIR. Needs cjpeg (libjpeg-turbo-progs), cwebp (webp), netpbm and
# convert (ImageMagick).
set -eu
dir=$1
mkdir -p "$dir"
ppm() { go run ./kiosk/internal/pictures -ppm "$1"; }
jpegs() { # name size options
	ppm "$2" >"$dir/$1.ppm"
	cjpeg -quality 80 -sample 2x2 "$dir/$1.ppm" >"$dir/$1-baseline-420.jpg"
	cjpeg -quality 80 -sample 1x1 "$dir/$1.ppm" >"$dir/$1-baseline-444.jpg"
	cjpeg -quality 80 -progressive -sample 2x2 "$dir/$1.ppm" >"$dir/$1-progressive-420.jpg"
	cjpeg -quality 80 -progressive -sample 1x1 "$dir/$1.ppm" >"$dir/$1-progressive-444.jpg"
	cjpeg -quality 80 -arithmetic "$dir/$1.ppm" >"$dir/$1-arithmetic.jpg"
	rm "$dir/$1.ppm"
}
jpegs 8160x6144 8160x6144
jpegs 12000x9000 12000x9000
jpegs 1080x12000 1080x12000
ppm 16383x4000 >"$dir/a.ppm"
cwebp -quiet -m 0 -q 70 "$dir/a.ppm" -o "$dir/16383x4000-lossy.webp"
ppm 5000x4000 >"$dir/a.ppm"
cwebp -quiet -lossless -z 0 "$dir/a.ppm" -o "$dir/5000x4000-lossless.webp"
convert "$dir/a.ppm" -colorspace CMYK -quality 85 "$dir/5000x4000-cmyk.jpg"
convert "$dir/a.ppm" -compress lzw "$dir/5000x4000-lzw.tif"
convert "$dir/a.ppm" -colors 256 "$dir/5000x4000.gif"
ppm 6400x5200 >"$dir/a.ppm"
cwebp -quiet -lossless -z 0 "$dir/a.ppm" -o "$dir/6400x5200-lossless.webp"
ppm 3400x3000 >"$dir/a.ppm"
convert "$dir/a.ppm" -compress none "BMP3:$dir/3400x3000.bmp"
convert "$dir/a.ppm" -compress none "$dir/3400x3000-raw.tif"
tile() { ppm 100x100 | pnmtile 10000 10000; } # of one tile, or the files would be too large
tile | pnmtopng >"$dir/10000x10000-RGB8.png"
tile | pnmtopng -interlace >"$dir/10000x10000-interlaced.png"
tile | pamdepth 65535 | pnmtopng -force >"$dir/10000x10000-RGB16.png"
ppm 100x100 | pnmquant -quiet 200 | pnmtile 10000 10000 | pnmtopng >"$dir/10000x10000-palette.png"
rm "$dir/a.ppm"
