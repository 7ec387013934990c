"""Merge what Noto CJK lacks into one face: symbols.py REFERENCE TARGET

The face has the characters of SOURCES' blocks for which REFERENCE, the full
subset of Noto Sans CJK, has no glyph: superscripts and subscripts, fractions,
boxes and ticks, arrows, mathematics, dingbats. Latin, Greek and Cyrillic letters
and the marks that combine with them are there whole, since the letters of one
word should be of one face. Symbola has what Noto lacks, such as U+2705.

Pictures, such as a box or a tick, are put in the middle of a full square, as Noto
CJK puts those that it has: a list's boxes stand below each other.
"""

import sys
import tempfile

from fontTools import merge, subset
from fontTools.misc.transform import Identity
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

NOTO = "/usr/share/fonts/truetype/noto/NotoSans"
SYMBOLA = "/usr/share/fonts/truetype/ancient-scripts/Symbola_hint"

LETTERS = [(0x0020, 0x007E), (0x00A0, 0x052F), (0x1AB0, 0x1AFF), (0x1C80, 0x1C8F), (0x1D00, 0x1FFF), (0x2C60, 0x2C7F),
           (0x2DE0, 0x2DFF), (0xA640, 0xA69F), (0xA720, 0xA7FF), (0xAB30, 0xAB6F), (0xFE20, 0xFE2F)]
SIGNS = [(0x2000, 0x2BFF), (0x1F100, 0x1F1FF), (0x1F5F4, 0x1F5F9), (0x1F780, 0x1F7EB)]

# Of two sources with a character the earlier prevails.
SOURCES = [
    (NOTO + "-Regular", LETTERS + SIGNS, False),
    (NOTO + "Math-Regular", SIGNS, False),
    (NOTO + "Symbols2-Regular", SIGNS, True),
    (NOTO + "Symbols-Regular", SIGNS, True),
    (SYMBOLA, SIGNS, True),
]

EM, MIDDLE = 1000, 380  # of the square's height above the baseline
BOXES, BOX = (0x2610, 0x2611, 0x2612), 800  # are as wide as Noto CJK's own box, U+25A1


def characters(source, blocks):
    has = TTFont(source, lazy=True).getBestCmap()
    return {c for first, last in blocks for c in range(first, last + 1) if c in has}


def cut(source, wanted, square, target):
    font = TTFont(source, recalcTimestamp=False)
    cutter = subset.Subsetter(subset.Options(
        hinting=False, name_IDs=["*"], notdef_outline=True, layout_features=["ccmp", "mark", "mkmk", "kern"]))
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    if font["head"].unitsPerEm != EM:
        scale_upem(font, EM)
    if square:
        for character, name in font.getBestCmap().items():
            fill_square(font, name, character in BOXES)
    font.save(target)


def fill_square(font, name, box):
    """Put a glyph in the middle of a square, made smaller where it is larger, and a box as wide as a box."""
    glyphs = font.getGlyphSet()
    bounds = BoundsPen(glyphs)
    glyphs[name].draw(bounds)
    if bounds.bounds is None or glyphs[name].width == 0:
        return
    x0, y0, x1, y1 = bounds.bounds
    scale = BOX / (x1 - x0) if box else min(1, 0.94 * EM / max(x1 - x0, y1 - y0))
    place = Identity.translate(EM / 2, MIDDLE).scale(scale).translate(-(x0 + x1) / 2, -(y0 + y1) / 2)
    pen = TTGlyphPen(None)
    glyphs[name].draw(TransformPen(pen, place))
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (EM, glyph.xMin)


def main(reference, target):
    embedded = set(TTFont(reference, lazy=True).getBestCmap())
    taken = {c for c in embedded if not any(first <= c <= last for first, last in LETTERS)}
    parts = []
    for name, blocks, square in SOURCES:
        source = name + ".ttf"
        wanted = characters(source, blocks) - taken
        taken |= wanted
        part = tempfile.NamedTemporaryFile(suffix=".ttf")
        cut(source, wanted, square, part.name)
        parts.append(part)
    merged = merge.Merger().merge([part.name for part in parts])
    merged["head"].modified = merged["head"].created
    merged.recalcTimestamp = False
    merged.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
