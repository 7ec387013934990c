"""Print the code points of one character set, for pyftsubset --unicodes-file.

    characters.py common|full

common  the 8105 of 通用规范汉字表 (Unihan kTGH) and the hanzi of GB 2312
full    GB 18030 levels 1 and 2 (the double-byte hanzi, U+4E00-9FEF, extension
        A, and the 196 of the 8105 that lie outside them), and of level 3 and
        the compatibility ideographs what the face happens to have: half a
        megabyte a face, and more residents' names are whole

Either set gets every character that is neither a hanzi nor Hangul; pyftsubset
passes over what a face lacks. The lists come from Debian's unicode-data and
from Python's own codecs, so nothing is kept here that a standard could outdate.
"""

import bz2
import sys

UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"

# Latin, Greek and Cyrillic (pinyin's letters among them), punctuation, arrows,
# mathematics, boxes, shapes, dingbats; radicals and description characters;
# CJK punctuation, kana, bopomofo, strokes, enclosed and squared characters;
# vertical, small and full-width forms (the half-width Hangul left out);
# enclosed letters of the supplementary planes.
SYMBOLS = [
    (0x0020, 0x007E), (0x00A0, 0x058F), (0x1E00, 0x1FFF), (0x2000, 0x2BFF),
    (0x2E00, 0x2FFF), (0x3000, 0x312F), (0x3190, 0x33FF), (0xFB00, 0xFB06),
    (0xFE10, 0xFE6F), (0xFF01, 0xFF9F), (0xFFE0, 0xFFEE), (0x1F100, 0x1F2FF),
]


def is_hanzi(c):
    return 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or c >= 0x20000


def double_byte(codec):
    """Every character that codec writes in two bytes."""
    found = set()
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                found.add(ord(bytes([lead, trail]).decode(codec)))
            except (UnicodeDecodeError, TypeError):
                pass
    return found


def standard_hanzi():
    """The 8105 characters of the 2013 table, by Unihan's kTGH."""
    found = set()
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line:
                found.add(int(line.split("\t")[0][2:], 16))
    if len(found) != 8105:
        sys.exit(f"characters.py: {UNIHAN} lists {len(found)} of the 8105")
    return found


def characters(name):
    hanzi = standard_hanzi()
    if name == "common":
        hanzi |= set(filter(is_hanzi, double_byte("gb2312")))
    else:
        hanzi |= set(range(0x4E00, 0x9FF0)) | set(range(0x3400, 0x4DB6))
        hanzi |= set(filter(is_hanzi, double_byte("gb18030")))
        hanzi |= set(range(0xF900, 0xFB00)) | set(range(0x20000, 0x323B0))
    for first, last in SYMBOLS:
        hanzi.update(range(first, last + 1))
    return sorted(hanzi)


if __name__ == "__main__":
    if sys.argv[1:] not in (["common"], ["full"]):
        sys.exit("usage: characters.py common|full")
    for c in characters(sys.argv[1]):
        print(f"{c:04X}")
