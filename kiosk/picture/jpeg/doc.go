// Package jpeg decodes JPEG files row by row (ITU-T T.81): sequential and progressive, Huffman- and arithmetic-coded, 8
// and 12 bits, one to four planes of any legal sampling factors, with restart markers. A sequential file is never held
// as a whole; the coefficients of a progressive one are kept within a given memory, by keeping the low frequencies of
// each block alone if it is too large. It reports data that ends early or goes on where it should end: libraries
// for viewers fill such gaps with grey, but a sync tool may still be writing the file.
//
// Full-size rows equal those of Go's image/jpeg bit for bit wherever that decodes a file. That library isn't used
// because it holds whole pictures, refuses sampling factors and arithmetic coding, and miscounts restart intervals in
// scans of one subsampled plane. Colours, orientation and metadata are the caller's.
package jpeg
