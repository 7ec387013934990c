package search

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// TestLeads: exactly the lit letters find something, for every query of no, one or two letters.
func TestLeads(t *testing.T) {
	x := New(shipped(t))
	queries := []string{""}
	for a := 'A'; a <= 'Z'; a++ {
		queries = append(queries, string(a))
		for b := 'A'; b <= 'Z'; b++ {
			queries = append(queries, string(a)+string(b))
		}
	}
	for _, q := range queries {
		leads := x.Leads(q)
		for a, on := range leads {
			if next := q + string(rune('A'+a)); on != (x.Find(next) != nil) {
				t.Errorf("%s lights %v, and %s finds %v", q, lit(leads), next, x.Find(next))
			}
		}
	}
}

// FuzzFind: any query over a catalogue of any texts. Spans are within their texts and begin and end with characters that
// count; the lit letters, and no others, find something; what a query finds, its beginning has found.
func FuzzFind(f *testing.F) {
	rows := shipped(f).Items
	for _, query := range []string{"CJ", "canji", "XIAN", "残疾人", "711", "D711H", "lve", "ch", "、", "\xff\xfe", "０Ａ", "ꙮ", "sssssss", "㇐㇔㇒", "㇒", "㇕", "C㇐", "（㇐"} {
		f.Add(query, "《中华人民共和国政府信息公开条例》（国务院令 第711号）")
		f.Add(query, "银行、女职工Wi-Fi")
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		c := &catalogue.Catalogue{Items: append(slices.Clip(slices.Clone(rows)), catalogue.Item{
			Title: text, Category: text, Content: catalogue.Cell{{Text: text}, {Text: text, Depth: 1}},
			Guides: []catalogue.Guide{{Heading: text, Body: text}},
		})}
		x := New(c)
		matches := x.Find(query)
		if n := x.Count(query); n != len(matches) {
			t.Errorf("%d counted, %d found", n, len(matches))
		}
		for _, m := range matches {
			it := &c.Items[m.Item]
			within(t, it.Heading(), m.Title, m.Field == Title)
			within(t, it.Category, m.Category, m.Field == Category)
			within(t, m.Text, m.In, m.Field > Category)
		}
		if _, n := utf8.DecodeLastRuneInString(query); n > 0 && x.Count(query[:len(query)-n]) < len(matches) && searches(query[:len(query)-n]) {
			t.Errorf("%q finds %d, its beginning %d", query, len(matches), x.Count(query[:len(query)-n]))
		}
		for a, on := range x.Leads(query) {
			next := query + string(rune('A'+a))
			if finds := x.Count(next) > 0; on != finds && len(next) <= longest && utf8.ValidString(query) {
				t.Errorf("%q: lit %v, found %v", next, on, finds)
			}
		}
		for k, on := range x.LeadStrokes(query) {
			next := query + string(Strokes[k])
			if finds := x.Count(next) > 0; on != finds && utf8.RuneCountInString(next) <= longest && utf8.ValidString(query) {
				t.Errorf("%q: lit %v, found %v", next, on, finds)
			}
		}
	})
}

// searches reports whether a query has anything to search for.
func searches(query string) bool {
	return strings.ContainsFunc(query, func(r rune) bool { return strokeKey(r) != 0 || unicode.IsLetter(r) || unicode.IsNumber(r) })
}

func within(t *testing.T, text string, s Span, must bool) {
	t.Helper()
	runes := []rune(text)
	switch {
	case s.Empty() && !must && s == Span{}:
	case s.From < 0 || s.From >= s.To || s.To > len(runes):
		t.Errorf("%v of %q", s, text)
	default:
		for _, r := range []rune{runes[s.From], runes[s.To-1]} {
			if r, ok := fold(r); !ok || r == clauseEnd {
				t.Errorf("%v of %q begins or ends with %q", s, text, r)
			}
		}
	}
}
