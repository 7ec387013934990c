// Package png decodes PNG files row by row (Portable Network Graphics, third edition): all colour types, depths and
// interlacing, of animated ones the default picture. It checks the checksums of what the picture is made of, and skips
// other chunks whose checksums are wrong. It holds a few rows, but an interlaced picture as a whole, or at every second
// or fourth px if that is too large.
//
// Go's image/png isn't used because it holds every picture as a whole and refuses files without an end. Colours,
// orientation and metadata are the caller's.
package png
