package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strconv"
	"unicode/utf16"
)

// objects are a file's objects; object n is at n-1.
type objects struct{ all [][]byte }

// reserve returns the number of an object that set gives its content.
func (o *objects) reserve() int {
	o.all = append(o.all, nil)
	return len(o.all)
}

// set gives a reserved object its content.
func (o *objects) set(n int, format string, args ...any) {
	o.all[n-1] = fmt.Appendf(nil, format, args...)
}

// add adds an object and returns its number.
func (o *objects) add(format string, args ...any) int {
	n := o.reserve()
	o.set(n, format, args...)
	return n
}

// stream adds a stream, compressed; keys are those of its dictionary beside length and filter.
func (o *objects) stream(data []byte, keys string) int {
	return o.add("<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", keys, len(deflated(data)), deflated(data))
}

// encoded adds a stream whose data are encoded already.
func (o *objects) encoded(data []byte, keys string) int {
	return o.add("<<%s/Length %d>>\nstream\n%s\nendstream", keys, len(data), data)
}

func deflated(data []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	z.Write(data) // to memory
	z.Close()
	return out.Bytes()
}

// file returns the file of the objects; root and info are the numbers of the catalog and the document's information.
func (o *objects) file(root, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n%\xe5\xbd\xb1\xe5\n")
	offsets := make([]int, len(o.all))
	for i, body := range o.all {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(o.all)+1)
	for _, at := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&out, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(o.all)+1, root, info, table)
	return out.Bytes()
}

// number returns a number as PDF writes it, to 1/1000.
func number(v float64) string {
	s := strconv.FormatFloat(v, 'f', 3, 64)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}

// text returns a text string in UTF-16 with its mark, hexadecimal.
func text(s string) string {
	out := []byte("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", u)
	}
	return string(append(out, '>'))
}
