// Package pdf writes laid-out pages as a PDF file: the same boxes, outlines and glyphs as
// kiosk/paint paints, as vectors, each glyph where kiosk/typeset placed it, and with the
// characters that it stands for, so that text can be selected and searched, and with the
// structure that a reader aloud follows.
//
// The same pages give the same bytes: the date is an argument.
//
// It is own code since no library fits: fpdf and gopdf embed TrueType alone, and our faces
// are CFF; they and tdewolff/canvas set text themselves, by characters instead of glyphs;
// seehuhn.de/go/pdf is under the GPL. It writes what ISO 32000-1 needs for this: fonts as
// CID-keyed CFF subsets, made from the outlines that the painter reads (cff.go), so that
// optional fonts of any format are embedded in the same way.
package pdf
