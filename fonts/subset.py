"""pyftsubset, with every coverage table written as a plain list of glyphs.

pyftsubset writes a coverage as ranges where that is shorter. go-text 0.3.5
sums ranges up in a filter that stops taking more once one of its words is full
(harfbuzz/set_digest.go, addRange), and then passes over glyphs that are
covered: the upright （ stayed in vertical text. It takes lists whole. The
lists cost some kilobytes a face.
"""

from fontTools import subset
from fontTools.ttLib.tables import otTables


def as_list(coverage, font):
    """Coverage.preWrite: always format 1."""
    glyphs = font.getGlyphIDMany(coverage.glyphs)
    if glyphs != sorted(glyphs):
        raise ValueError("coverage out of glyph order")
    coverage.Format = 1
    return {"GlyphArray": coverage.glyphs}


if __name__ == "__main__":
    otTables.Coverage.preWrite = as_list
    subset.main()
