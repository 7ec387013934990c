package toml

import (
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/diag"
)

// Value is a key's value together with where the key stands. T is string,
// int64, float64, bool or Moment; a field of another type can't be decoded.
type Value[T any] struct {
	V    T
	At   diag.Spot // the key; the element itself if the value is one of a list
	body int       // offset of a string's first character
	from int       // offset of the value as it is spelled, and of what follows it
	to   int
	end  int // and of the quotes behind its last one
}

// Given reports whether the file has the key, with a value of the right type.
func (v *Value[T]) Given() bool { return v.At.Source() != nil }

// Replaced returns the mend that puts another text in a value's place; none for a text that a file doesn't have in one piece.
func (v *Value[T]) Replaced(text string) diag.Mend { return v.Respelled(strconv.Quote(text)) }

// Respelled returns the mend that puts another value in a value's place, as TOML spells it.
func (v *Value[T]) Respelled(value string) diag.Mend {
	if !v.Given() || v.to <= v.from {
		return diag.Mend{}
	}
	return diag.Mend{Start: v.from, End: v.to, Text: value}
}

// Between returns the mend that puts another text in the place of two elements of a list and all between them.
func Between[T any](first, last *Value[T], text string) diag.Mend {
	if !first.Given() || last.to <= first.from {
		return diag.Mend{}
	}
	return diag.Mend{Start: first.from, End: last.to, Text: text}
}

// Text is a string with its place.
type Text = Value[string]

// Inside returns the spot of a byte offset in a text: the very character, or the escape that stands for it; the key
// where the file doesn't have the text.
func Inside(t *Text, off int) diag.Spot {
	src := t.At.Source()
	if src == nil {
		return t.At
	}
	if raw, escaped := t.spelling(); escaped {
		if d := decodeEscapes(raw); string(d.text) == t.V && off < len(d.offsets) {
			return src.At(t.body + d.offsets[off])
		}
	}
	if !strings.HasPrefix(src.Text[min(t.body, len(src.Text)):], t.V) {
		return t.At
	}
	return src.At(t.body + off)
}

// Moment is a local day or a local day and time, as the file has it: without a zone,
// so Wall is kept in UTC and only its date and clock fields mean anything.
type Moment struct {
	Wall time.Time
	Day  bool // a whole day, without a time
}

// scalar is a Value of any type, as the filling sees it.
type scalar interface {
	set(src *diag.Source, n *node, v any) bool
	want() want
}

// want is what a value should have been.
type want struct{ name, example string }

// Names of what a value may be.
const (
	textName = "文字"
	dayName  = "日期"
	boolName = " true 或 false"
)

func (v *Value[T]) want() want {
	switch any(v.V).(type) {
	case string:
		return want{textName, `"…"`}
	case int64:
		return want{"整数", "6"}
	case float64:
		return want{"数字", "1.3"}
	case bool:
		return want{boolName, "true"}
	}
	return want{dayName, "2026-03-01"}
}

// set takes over the library's value, and reports whether it has the right type. A whole number is a
// float's value too.
func (v *Value[T]) set(src *diag.Source, n *node, x any) bool {
	switch t := x.(type) {
	case time.Time:
		m, ok := moment(t)
		if !ok {
			return false
		}
		x = m
	case int64:
		if _, ok := any(v.V).(float64); ok {
			x = float64(t)
		}
	}
	t, ok := x.(T)
	if ok {
		v.V, v.At, v.body, v.end, v.from, v.to = t, src.At(n.key), n.body, n.end, n.from, n.to
		v.keepPaths()
	}
	return ok
}

// keepPaths replaces a text by its spelling where that can only be a path.
func (v *Value[T]) keepPaths() {
	raw, escaped := v.spelling()
	if text, ok := any(&v.V).(*string); ok && escaped && len(pathsOf(raw)) > 0 {
		*text = string(decodeEscapes(raw).text)
	}
}

// moment returns a time without a zone; ok is false for another. The library marks
// the kind that it read with the name of the zone.
func moment(t time.Time) (m Moment, ok bool) {
	y, mo, d := t.Date()
	h, mi, s := t.Clock()
	m.Wall = time.Date(y, mo, d, h, mi, s, 0, time.UTC)
	switch t.Location().String() {
	case "date-local":
		return Moment{m.Wall, true}, true
	case "datetime-local":
		return m, true
	}
	return m, false
}
