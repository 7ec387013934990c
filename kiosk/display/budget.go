package display

import "image"

// budget divides the memory that the program may take (Options.Memory) between all that is kept to be quick. What is dropped
// for want of room is painted again when it is seen.
type budget struct {
	pages    int  // laid-out pages whose tiles are kept
	around   bool // tiles are painted ahead, and kept, above and below what is read
	masks    int  // bytes of glyphs' masks
	pictures int  // bytes of the content's decoded pictures
}

// Bounds of a budget's parts. A page of text takes about 0.3 MB of masks at 1080x1920; two generations of them are kept.
const (
	base         = 48 << 20 // the program, the fonts' pages in use, content, index, layouts, what a Setter keeps (a few MB: typeset.TestCachesAreBounded), and what Go's heap adds to what lives
	maskBudget   = 6 << 20
	leastMasks   = 1 << 20
	pictures     = 64 << 20
	leastPicture = 8 << 20

	allPages   = 3 // the one that is seen, the one before it (Back leads there) and the next one
	leastPages = 2 // a movement shows two at a time
	roundTiles = 2 // screens of tiles above and below what is read
)

// unlimited is the budget of a machine with plenty.
var unlimited = budget{pages: allPages, around: true, masks: maskBudget, pictures: pictures}

// budgetOf divides memory, bytes, on a screen of a size; 0 is unlimited.
func budgetOf(memory int64, screen image.Point) budget {
	if memory == 0 {
		return unlimited
	}
	page := int64(4 * screen.X * screen.Y)
	left := max(0, memory-base-page) // the picture that is shared with the X server, or the one that the GL driver keeps
	b := budget{
		pages:    leastPages,
		masks:    int(min(max(left/16, leastMasks), maskBudget)),
		pictures: int(min(max(left/3, leastPicture), pictures)),
	}
	left -= int64(b.masks + b.pictures)
	if left >= (allPages+roundTiles)*page {
		b.around = true
	}
	if left >= allPages*page {
		b.pages = allPages
	}
	return b
}

// heapLimit returns the bytes at which Go's collector begins to work harder: what remains of memory without what isn't in
// Go's heap.
func heapLimit(memory int64, screen image.Point) int64 {
	const outside = 24 << 20 // the program's and the fonts' pages, stacks, libraries
	return max(memory-outside-int64(4*screen.X*screen.Y), memory/2)
}
