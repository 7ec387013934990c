// Package catalogue is the content as the screen knows it: the centre, the rows
// of its disclosure catalogue (政务公开事项标准目录) and its notices, parsed from
// TOML files and checked. A Catalogue is immutable once parsed.
//
// It reads bytes, never a disk: kiosk/store finds the files and keeps the last
// good ones, kiosk/toml decodes them, kiosk/diag prints the problems.
package catalogue

import (
	"cmp"
	"slices"
	"time"
)

// File is one file of a content directory.
type File struct {
	Path  string // slash-separated, relative to the content directory
	Data  []byte // nil for an image
	Image *Fact  // what is known of an image; nil for one that wasn't read yet, and for a text
}

// Catalogue is one whole, consistent state of the content.
type Catalogue struct {
	Centre   string // 襄垣县朝阳社区
	Name     string // 政务公开事项标准目录
	Settings Settings
	Items    []Item   // by Number
	Levels   []string // the columns of 公开层级 that the catalogue uses, in the official order
	Notices  []Notice // urgent ones first, then pinned ones, then the newest
	Holidays Calendar
	Revision string // "sha256:…" over the files in use

	categories []Category
}

// Categories returns the 一级事项 in the order in which they first appear. The slice
// is the catalogue's own: don't change it.
func (c *Catalogue) Categories() []Category { return c.categories }

// First returns the catalogue of the first n items and n notices.
func (c *Catalogue) First(n int) *Catalogue {
	few := *c
	few.Items = c.Items[:min(len(c.Items), n)]
	few.Notices = c.Notices[:min(len(c.Notices), n)]
	few.categories = group(few.Items)
	return &few
}

// Settings are the keys of kiosk.toml that control how the screen behaves.
type Settings struct {
	Text    float64       // text step at the start of a session: 1.0, 1.3, 1.6 or 2.0
	Accent  [3]uint8      // colour of the leaf, sRGB; at least 7:1 on paper
	Dwell   time.Duration // the least time a slide stays
	Return  time.Duration // idle time after which the carousel returns
	Hours   []Span        // in which the screen is on; nil: always
	Contact Contact       // of every item that has no other
}

// TimeOfDay is minutes since local midnight.
type TimeOfDay int

// Item is one row of the catalogue.
type Item struct {
	File      string    // where it was read from
	Number    int       // 序号
	Category  string    // 一级事项
	Title     string    // 二级事项 as shown, "" where the row has none; breaks removed
	Breaks    []int     // rune offsets in Heading() where a poster or heading may break, from line breaks in the file; nil: the phrase breaker decides
	Content   Cell      // 公开内容（要素）
	Basis     Cell      // 公开依据, a citation an element
	Deadline  string    // 公开时限
	Publisher string    // 公开主体
	Channels  Cell      // 公开渠道和载体
	Levels    []string  // 公开层级: the columns ticked
	Audience  string    // 公开对象
	Manner    string    // 公开方式
	Link      string    // http(s)
	Icon      string    // a name of kiosk/icon; "" lets the category decide
	Updated   time.Time // local midnight of the day; zero where absent
	Reviewed  time.Time // the same
	Guides    []Guide
	Summary   string   // a sentence above all else; "" where absent
	Ask       []string // the lines of the question on its poster (问句); nil where absent
	Contact   Contact  // 到哪里问: the item's own, field by field, else kiosk.toml's
	Seen      Seen

	said string // what its own [contact] gives, for Sum
}

// Seen is what a kiosk remembers of an item or a notice. It is read from no file, and is part of neither
// Revision nor Sum. Days are midnights in UTC, as all wall-clock times here; zero: not known.
type Seen struct {
	Appeared time.Time // the local day on which it was new
	Changed  time.Time // the local day on which its text last changed
}

// Find returns the index of the item with a number.
func (c *Catalogue) Find(number int) (i int, ok bool) {
	return slices.BinarySearchFunc(c.Items, number, func(it Item, n int) int { return cmp.Compare(it.Number, n) })
}

// Heading returns the item's title: 二级事项, or 一级事项 if the row has none.
func (it *Item) Heading() string {
	if it.Title != "" {
		return it.Title
	}
	return it.Category
}

// Guide is one section of 办事指南.
type Guide struct {
	Heading string
	Body    string
}

// Cell is an official cell, cut into elements. The elements' texts, joined with
// nothing between, are the official text to the character, white space aside.
type Cell []Element

// Element is a line of a cell.
type Element struct {
	Text  string // trimmed
	Depth int    // 0, or 1 for a line that is indented below another
}

// Category is a 一级事项 with its rows; rows of one category stand together on the
// board even where other rows lie between them.
type Category struct {
	Name  string
	Icon  string
	Items []int // indices into Catalogue.Items
}
