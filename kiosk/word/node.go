package word

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode" // a part may be UTF-16, by ECMA-376 part 2, 8.1.4
)

// node is an element of a part of XML.
type node struct {
	name  string // with the prefix that prefixes gives its namespace: w:p
	attrs []xml.Attr
	kids  []*node
	text  string // the characters directly in it
}

var (
	errDeclared = errors.New("the part declares entities")
	errDeep     = errors.New("the part has too many elements")
)

// Bounds of a part's elements.
const (
	maxDepth = 256
	maxNodes = 300_000
)

// prefixes names the namespaces by the ends of their addresses, which differ between the transitional and the strict form.
var prefixes = []struct{ end, prefix string }{
	{"wordprocessingml/2006/main", "w"}, {"wordprocessingml/main", "w"},
	{"officeDocument/2006/math", "m"}, {"officeDocument/math", "m"},
	{"drawingml/2006/main", "a"}, {"drawingml/main", "a"},
	{"drawingml/2006/picture", "pic"}, {"drawingml/picture", "pic"},
	{"drawingml/2006/wordprocessingDrawing", "wp"}, {"drawingml/wordprocessingDrawing", "wp"},
	{"drawingml/2006/chart", "c"}, {"drawingml/chart", "c"},
	{"drawingml/2006/diagram", "dgm"}, {"drawingml/diagram", "dgm"},
	{"markup-compatibility/2006", "mc"},
	{"schemas-microsoft-com:vml", "v"}, {"schemas-microsoft-com:office:office", "o"},
	{"officeDocument/2006/relationships", "r"}, {"officeDocument/relationships", "r"},
	{"word/2010/wordprocessingShape", "wps"}, {"word/2010/wordprocessingGroup", "wpg"}, {"word/2010/wordprocessingCanvas", "wpc"},
	{"word/2010/wordml", "w14"},
}

// prefixed returns a name with its namespace's prefix.
func prefixed(n xml.Name) string {
	for _, p := range prefixes {
		if strings.HasSuffix(n.Space, p.end) {
			return p.prefix + ":" + n.Local
		}
	}
	return n.Local
}

// opened is an element whose end hasn't come yet.
type opened struct {
	*node
	text strings.Builder
}

// parse parses a part, until a context ends. The decoder knows no entities but XML's own five; a part that declares some is refused, as
// ECMA-376 part 2, 8.1.4 demands.
func parse(ctx context.Context, data []byte) (*node, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		wide := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		var err error
		if data, err = wide.Bytes(data); err != nil {
			return nil, err
		}
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	root := &node{}
	stack, count := []*opened{{node: root}}, 0
	for tokens := 0; ; tokens++ {
		token, err := d.Token()
		if err == io.EOF && len(root.kids) == 1 && len(stack) == 1 {
			return root.kids[0], nil
		}
		if err == nil && tokens%1024 == 0 {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := &node{name: prefixed(t.Name), attrs: t.Attr}
			top.kids, stack, count = append(top.kids, n), append(stack, &opened{node: n}), count+1
			if len(stack) > maxDepth || count > maxNodes {
				return nil, errDeep
			}
		case xml.EndElement:
			top.node.text = top.text.String()
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(top.kids) == 0 { // elements hold text or elements
				top.text.Write(t)
			}
		case xml.Directive:
			return nil, errDeclared
		}
	}
}

// attr returns an attribute by its local name, "" if there is none. Of the relationships' namespace the name has r:.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		space := prefixed(xml.Name{Space: a.Name.Space, Local: a.Name.Local})
		if space == name || !strings.HasPrefix(space, "r:") && a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child returns the first child with a name; nil if there is none. A nil node has no children.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var next *node
		for _, k := range n.kids {
			if k.name == name {
				next = k
				break
			}
		}
		n = next
	}
	return n
}

// val returns the attribute val of a child, and whether there is that child.
func (n *node) val(name string) (string, bool) {
	k := n.child(name)
	if k == nil {
		return "", false
	}
	return k.attr("val"), true
}

// on reports whether a switch is there and on (ECMA-376 part 1, 17.17.4).
func (n *node) on(name string) bool {
	v, there := n.val(name)
	return there && v != "0" && v != "false" && v != "off"
}

// within returns all descendants with a name, in their order.
func (n *node) within(name string) (all []*node) {
	for _, k := range n.kids {
		if k.name == name {
			all = append(all, k)
		}
		all = append(all, k.within(name)...)
	}
	return all
}
