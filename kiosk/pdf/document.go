package pdf

import (
	"bytes"
	"fmt"
	"image"
	"io"
	"slices"
	"time"

	"gongkai/fonts"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
)

// Sheet is one page of a document.
type Sheet struct {
	Name   string        // in the document's outline
	Size   image.Point   // px
	Paper  [2]float64    // width and height, points of 1/72 inch; the picture is as large as fits, from the left top corner
	Pieces []page.Placed // from the back to the front
	Parts  []Part        // what is more than a paragraph; without an H1 the largest text is one
}

// A4 is a sheet of A4 on its side, points.
var A4 = [2]float64{841.89, 595.276}

// Document is a PDF file while it is put together.
type Document struct {
	objects  objects
	painter  *paint.Painter // of the content's pictures
	fonts    map[fonts.Face]*font
	images   map[string]int // of pictures and fades, by what they show
	pages    []int
	names    []string
	sections []section // of the pages
	tree     int
}

// New returns a document whose pictures a painter paints.
func New(painter *paint.Painter) *Document {
	d := &Document{painter: painter, fonts: map[fonts.Face]*font{}, images: map[string]int{}}
	d.tree = d.objects.reserve()
	return d
}

// Add adds a page.
func (d *Document) Add(s Sheet) {
	own := d.objects.reserve()
	c := content{doc: d, section: newSection(s, own), alphas: map[string]bool{}, fonts: map[fonts.Face]bool{}, images: map[int]bool{}}
	scale := min(s.Paper[0]/float64(s.Size.X), s.Paper[1]/float64(s.Size.Y))
	c.op("%s 0 0 %s 0 %s cm", exact(scale), exact(-scale), number(s.Paper[1]))
	c.ground(s)
	for _, p := range s.Pieces {
		c.placed(p)
	}
	stream := d.objects.stream(c.out.Bytes(), "")
	d.objects.set(own, "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Contents %d 0 R/StructParents %d/Resources<<%s>>>>",
		d.tree, number(s.Paper[0]), number(s.Paper[1]), stream, len(d.pages), c.resources())
	d.pages = append(d.pages, own)
	d.sections = append(d.sections, c.section)
	d.names = append(d.names, s.Name)
}

// resources returns what a page's content refers to.
func (c *content) resources() string {
	var out bytes.Buffer
	out.WriteString("/Font<<")
	for _, f := range sorted(c.fonts) {
		fmt.Fprintf(&out, "/F%d %d 0 R", f, c.doc.fonts[f].object)
	}
	out.WriteString(">>/XObject<<")
	for _, n := range sorted(c.images) {
		fmt.Fprintf(&out, "/I%d %d 0 R", n, n)
	}
	out.WriteString(">>/ExtGState<<")
	for _, a := range sorted(c.alphas) {
		fmt.Fprintf(&out, "/A%s<</ca 0.%s>>", a, a)
	}
	out.WriteString(">>")
	return out.String()
}

func sorted[K interface{ ~uint8 | ~int | ~string }](m map[K]bool) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// Write writes the file with a title and a date, none if it is zero. An error is the writer's.
func (d *Document) Write(w io.Writer, title string, created time.Time) error {
	for _, f := range sorted(present(d.fonts)) {
		d.fonts[f].write(&d.objects)
	}
	kids := ""
	for _, n := range d.pages {
		kids += fmt.Sprintf("%d 0 R ", n)
	}
	d.objects.set(d.tree, "<</Type/Pages/Count %d/Kids[%s]>>", len(d.pages), kids)
	outline := ""
	if len(d.pages) > 1 {
		outline = fmt.Sprintf("/Outlines %d 0 R/PageMode/UseOutlines", d.outline())
	}
	root := d.objects.add("<</Type/Catalog/Pages %d 0 R/Lang(zh-CN)/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/ViewerPreferences<</DisplayDocTitle true>>%s>>",
		d.tree, d.structure(), outline)
	date := ""
	if !created.IsZero() {
		date = created.UTC().Format("/CreationDate(D:20060102150405Z)")
	}
	info := d.objects.add("<</Title%s/Producer(gongkai)%s>>", text(title), date)
	_, err := w.Write(d.objects.file(root, info))
	return err
}

func present(all map[fonts.Face]*font) map[fonts.Face]bool {
	out := map[fonts.Face]bool{}
	for f := range all {
		out[f] = true
	}
	return out
}

// outline adds the list of the pages by name, and returns its number.
func (d *Document) outline() int {
	root, first := d.objects.reserve(), len(d.objects.all)+1
	for range d.pages {
		d.objects.reserve()
	}
	for i, name := range d.names {
		links := ""
		if i > 0 {
			links += fmt.Sprintf("/Prev %d 0 R", first+i-1)
		}
		if i < len(d.names)-1 {
			links += fmt.Sprintf("/Next %d 0 R", first+i+1)
		}
		d.objects.set(first+i, "<</Title%s/Parent %d 0 R%s/Dest[%d 0 R/Fit]>>", text(name), root, links, d.pages[i])
	}
	d.objects.set(root, "<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>", first, first+len(d.pages)-1, len(d.pages))
	return root
}
