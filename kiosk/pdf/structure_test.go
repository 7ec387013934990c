package pdf

import (
	"bytes"
	"fmt"
	"image"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
)

var (
	marked = regexp.MustCompile(`(?m)^/(\w+)<</MCID (\d+)>>BDC$|^/Artifact BMC$|^/Span<</ActualText<[0-9A-F]+>>>BDC$|^(EMC)$|^BT |(?: f|^f|S|Do Q)$`)
	parent = regexp.MustCompile(`/ParentTree<</Nums\[(.*)\]>>/ParentTreeNextKey (\d+)`)
	kid    = regexp.MustCompile(`^<</Type/StructElem/S/(\w+)/P (\d+) 0 R.*/Pg (\d+) 0 R/K (\d+)>>$`)
)

// TestStructure: all that is painted is a piece of the structure or an artifact, and the tree finds each piece again.
func TestStructure(t *testing.T) {
	all := pages(t)
	objects := read(t, document(t, all))
	tree := ""
	for _, o := range objects {
		if m := parent.FindStringSubmatch(o); m != nil && m[2] == fmt.Sprint(len(all)) {
			tree = m[1]
		}
	}
	lists := strings.Split(strings.TrimSuffix(tree, "]"), "]")
	if len(lists) != len(all) {
		t.Fatalf("%d lists for %d pages: %s", len(lists), len(all), tree)
	}
	number := 0
	for n, o := range objects {
		m := contents.FindStringSubmatch(o)
		if m == nil {
			continue
		}
		key, list, _ := strings.Cut(lists[number], "[")
		if key != fmt.Sprint(number) || !strings.Contains(o, "/StructParents "+key+"/") {
			t.Errorf("page %d has the list %s: %s", number, key, o)
		}
		number++
		stream, _ := strconv.Atoi(m[1])
		kinds := kindsIn(t, objects[stream-1])
		refs := strings.Fields(strings.ReplaceAll(list, "0 R", ""))
		if len(kinds) == 0 || len(refs) != len(kinds) {
			t.Errorf("page %s has %d pieces, and the tree %d", key, len(kinds), len(refs))
			continue
		}
		for i, ref := range refs {
			at, _ := strconv.Atoi(ref)
			e := kid.FindStringSubmatch(objects[at-1])
			if e == nil || e[1] != kinds[i] || e[3] != fmt.Sprint(n+1) || e[4] != fmt.Sprint(i) {
				t.Errorf("page %s piece %d (%s): %s", key, i, kinds[i], objects[at-1])
			} else if up, _ := strconv.Atoi(e[2]); !strings.Contains(objects[up-1], " "+ref+" 0 R") && !strings.Contains(objects[up-1], "["+ref+" 0 R") {
				t.Errorf("page %s piece %d isn't below its parent: %s", key, i, objects[up-1])
			}
		}
		if n := strings.Count(strings.Join(kinds, " "), "H1"); n != 1 {
			t.Errorf("page %s has %d headings: %v", key, n, kinds)
		}
	}
}

// kindsIn returns the kinds of a stream's pieces by their marks, and reports what is painted outside all marks.
func kindsIn(t *testing.T, stream string) (kinds []string) {
	t.Helper()
	depth := 0
	for _, m := range marked.FindAllStringSubmatch(stream, -1) {
		switch {
		case m[1] != "":
			if m[2] != fmt.Sprint(len(kinds)) || depth != 0 {
				t.Errorf("mark %s behind %d others, at depth %d", m[2], len(kinds), depth)
			}
			kinds = append(kinds, m[1])
			depth++
		case strings.HasSuffix(m[0], "BMC"), strings.HasSuffix(m[0], "BDC"):
			depth++
		case m[3] != "":
			depth--
		case depth == 0:
			t.Errorf("painted outside: %s", m[0])
		}
	}
	if depth != 0 {
		t.Errorf("%d marks aren't closed", depth)
	}
	return kinds
}

// TestParts: a text belongs to the innermost part in which it begins; a heading's part is its kind alone.
func TestParts(t *testing.T) {
	p := pages(t)[1]
	whole := image.Rectangle{Max: p.Size}
	half, rest := whole, whole
	half.Max.Y, rest.Min.Y = 400, 400
	d := New(paint.New(1 << 20))
	d.Add(Sheet{Size: p.Size, Paper: A4, Pieces: motion.Compose(motion.Scene{Page: p}), Parts: []Part{
		{Kind: "H1", Rect: half},
		{Kind: "Table", Rect: rest, Kids: []Part{{Kind: "TR", Rect: rest, Kids: []Part{
			{Kind: "TH", Scope: "Row", Rect: image.Rect(0, 400, 120, p.Size.Y)}, {Kind: "TD", Span: 7, Rect: image.Rect(120, 400, p.Size.X, p.Size.Y)},
		}}}},
	}})
	s := d.sections[0]
	var cells []*element
	for _, k := range s.kids {
		switch k.Kind {
		case "Table":
			cells = k.kids[0].kids
		case "H1":
		default:
			t.Errorf("%s beside the table and the heading", k.Kind)
		}
	}
	if len(cells) != 2 || len(cells[0].kids) == 0 || len(cells[1].kids) == 0 {
		t.Fatalf("cells %+v", cells)
	}
	texts := 0
	for _, c := range motion.Compose(motion.Scene{Page: p}) {
		for _, it := range itemsOf(c) {
			if _, ok := it.(*page.Text); ok {
				texts++
			}
		}
	}
	if n := len(s.kids) - 1 + len(cells[0].kids) + len(cells[1].kids); n != texts {
		t.Errorf("%d texts have a place, of %d", n, texts)
	}
	var out bytes.Buffer
	if err := d.Write(&out, "示例", time.Time{}); err != nil || !strings.Contains(out.String(), "/A<</O/Table/ColSpan 7>>") || !strings.Contains(out.String(), "/A<</O/Table/Scope/Row>>") {
		t.Error("no attributes of cells", err)
	}
}

// itemsOf returns what is seen of a layer.
func itemsOf(c page.Placed) []page.Item {
	if c.Layer == nil || c.Visible().Empty() {
		return nil
	}
	return c.Layer.Items
}
