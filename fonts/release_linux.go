package fonts

import (
	"os"
	"unsafe"

	"golang.org/x/sys/unix" // madvise
)

// Release releases the faces' pages. They are clean pages of the program's own file:
// the next glyph faults in those it needs, mostly from the page cache. Without
// Release, as a fault maps 16 pages, a few hundred glyphs would hold all 23 MB.
func Release() {
	page := uintptr(os.Getpagesize())
	for f := range Face(numEmbedded) {
		data := Data(f)
		start := uintptr(unsafe.Pointer(unsafe.SliceData(data)))
		skip := (page - start%page) % page // to the first page that is wholly the face's
		end := (start + uintptr(len(data))) / page * page
		if start+skip < end {
			unix.Madvise(data[skip:end-start], unix.MADV_DONTNEED) // a failure only keeps the pages
		}
	}
}
