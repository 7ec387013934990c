package pdf

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/page"
)

// The structure of a document (ISO 32000-1, 14.7) is what a reader that speaks follows: a section a page, in it headings,
// paragraphs, tables and figures in the order in which they are painted. All else is an artifact.

// Part is a part of a sheet by what it is for such a reader: H1, or Table with rows TR of cells TH and TD.
type Part struct {
	Kind  string
	Rect  image.Rectangle // px; a text belongs to the part in which it begins
	Span  int             // of a cell: how many columns it takes; 0: one
	Scope string          // of a TH, what it is the name of: Row or Column
	Kids  []Part
}

// element is a part of the structure: others, or one piece of a page's content.
type element struct {
	Part
	alt    string // what a figure shows
	kids   []*element
	page   int // the object of the page; 0: no piece
	mark   int // of the piece on its page
	object int
}

// section is a page's structure while its content is written.
type section struct {
	*element
	parts   []*element    // of the sheet, as they are reached they join the section
	pieces  []*element    // by mark
	heading fixed.Int26_6 // the size of the heading where no part is one
	page    int
}

func newSection(s Sheet, page int) section {
	sec := section{element: &element{Part: Part{Kind: "Sect"}}, page: page}
	for _, p := range s.Parts {
		sec.parts = append(sec.parts, elementOf(p))
	}
	if !slices.ContainsFunc(s.Parts, func(p Part) bool { return p.Kind == "H1" }) {
		sec.heading = largest(s)
	}
	return sec
}

func elementOf(p Part) *element {
	e := &element{Part: p}
	for _, k := range p.Kids {
		e.kids = append(e.kids, elementOf(k))
	}
	return e
}

// largest returns the largest size of a text that isn't a number: a screen's title has it.
func largest(s Sheet) (size fixed.Int26_6) {
	for _, p := range s.Pieces {
		if p.Layer == nil {
			continue
		}
		for _, it := range p.Layer.Items {
			if t, ok := it.(*page.Text); ok {
				size = max(size, sizeOf(t))
			}
		}
	}
	return size
}

// sizeOf returns the size of a text, 0 of a number.
func sizeOf(t *page.Text) fixed.Int26_6 {
	if len(t.Spans) == 0 || !strings.ContainsFunc(t.Spans[0].Text, unicode.IsLetter) {
		return 0
	}
	return t.Spans[0].Style.Size
}

// home returns the element that a piece at a point belongs to, and the kind that it has there.
func (s *section) home(at image.Point, kind string) (*element, string) {
	home := s.element
	for kids := s.parts; ; {
		i := slices.IndexFunc(kids, func(e *element) bool { return at.In(e.Rect) })
		switch {
		case i < 0:
			return home, kind
		case kids[i].Kind == "H1":
			return home, "H1"
		case home == s.element && !slices.Contains(s.kids, kids[i]):
			s.kids = append(s.kids, kids[i])
		}
		home, kids = kids[i], kids[i].kids
	}
}

// piece begins a piece of the content that has a place in the structure; EMC ends it.
func (c *content) piece(at image.Point, kind, alt string) {
	home, kind := c.section.home(at.Add(c.move), kind)
	e := &element{Part: Part{Kind: kind}, alt: alt, page: c.section.page, mark: len(c.section.pieces)}
	home.kids = append(home.kids, e)
	c.section.pieces = append(c.section.pieces, e)
	c.op("/%s<</MCID %d>>BDC", kind, e.mark)
}

// paragraph begins a text.
func (c *content) paragraph(it *page.Text) {
	kind := "P"
	if size := sizeOf(it); size > 0 && size == c.section.heading {
		kind = "H1"
	}
	c.piece(image.Pt(it.X, it.Y), kind, "")
}

// structure adds the document's structure and returns its number.
func (d *Document) structure() int {
	root := d.objects.reserve()
	whole := &element{Part: Part{Kind: "Document"}}
	for _, s := range d.sections {
		whole.kids = append(whole.kids, s.element)
	}
	top := d.element(whole, root)
	var pages strings.Builder
	for i, s := range d.sections {
		fmt.Fprintf(&pages, "%d[", i)
		for _, e := range s.pieces {
			fmt.Fprintf(&pages, "%d 0 R ", e.object)
		}
		pages.WriteString("]")
	}
	d.objects.set(root, "<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>", top, pages.String(), len(d.sections))
	return root
}

// element adds an element with all below it and returns its number.
func (d *Document) element(e *element, parent int) int {
	e.object = d.objects.reserve()
	keys := ""
	if e.alt != "" {
		keys += "/Alt" + text(e.alt)
	}
	if e.Span > 1 {
		keys += fmt.Sprintf("/A<</O/Table/ColSpan %d>>", e.Span)
	}
	if e.Scope != "" {
		keys += "/A<</O/Table/Scope/" + e.Scope + ">>"
	}
	if e.page != 0 {
		keys += fmt.Sprintf("/Pg %d 0 R/K %d", e.page, e.mark)
	} else {
		keys += "/K["
		for _, k := range e.kids {
			keys += fmt.Sprintf("%d 0 R ", d.element(k, e.object))
		}
		keys += "]"
	}
	d.objects.set(e.object, "<</Type/StructElem/S/%s/P %d 0 R%s>>", e.Kind, parent, keys)
	return e.object
}
