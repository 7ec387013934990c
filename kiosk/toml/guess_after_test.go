package toml

import (
	"slices"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

// TestOneSlipHidesNothingElse: whatever is wrong with a file, a slip before it and an unknown table behind it are
// reported as well. Only an inline table without its end takes in what follows.
func TestOneSlipHidesNothingElse(t *testing.T) {
	const before, behind = "scale ＝ 1.3\n", "\n[xyzzy]\n"
	for _, c := range slices.Concat(slips, loose, unquoted, tails) {
		if strings.Contains(c.in, "scale") || c.want == "" || strings.Contains(c.want, "大括号没有结束") {
			continue
		}
		var d document
		_, alone := Decode("x.toml", []byte(c.in), &d)
		_, all := Decode("x.toml", []byte(before+c.in+behind), &d)
		if !slices.ContainsFunc(all, func(p diag.Problem) bool { return p.Line == 1 && p.Column == 7 }) {
			t.Errorf("%s: the slip before it isn't reported:\n%s", c.name, printed(t, all))
		}
		last := strings.Count(before+c.in+behind, "\n")
		if !slices.ContainsFunc(all, func(p diag.Problem) bool { return p.Line == last && strings.Contains(p.Message, "xyzzy") }) {
			t.Errorf("%s: the table behind it isn't reported:\n%s", c.name, printed(t, all))
		}
		if len(all) < len(alone)+2 {
			t.Errorf("%s: %d problems alone, %d of all", c.name, len(alone), len(all))
		}
	}
}

// TestPatches: with its patches a file whose slips all have one is what was meant.
func TestPatches(t *testing.T) {
	for in, want := range map[string]string{
		"title ＝ \"a\"\n":                    "title =   \"a\"\n",
		"title： \"a\"\n":                     "title=   \"a\"\n",
		"title == \"a\"\n":                   "title =  \"a\"\n",
		"title\u3000=\u00a0\"a\"\u3000\n":    "title   =  \"a\"   \n",
		"\u200btitle = \"a\"\n":              "   title = \"a\"\n",
		"number = 6 title = \"a\"\n":         "number = 6\ntitle = \"a\"\n",
		"number = 6，title = \"a\"；x = 1\n":   "number = 6\n  title = \"a\"\n  x = 1\n",
		"[screen] on = \"7\"\n":              "[screen]\non = \"7\"\n",
		"levels = [\u3000\"a\",\u00a0\"b\"]": "levels = [   \"a\",  \"b\"]",
	} {
		g := guessOf(in, fieldsOf(new(document)))
		text := string(g.patchedText(g.patches))
		if _, err := parse(text); err != nil || text != want {
			t.Errorf("%q is patched to\n%q, want\n%q (%v)", in, text, want, err)
		}
		if len(g.faults) != len(g.patches) || slices.ContainsFunc(g.statements, func(st statement) bool { return st.broken }) {
			t.Errorf("%q: %d faults, %d patches", in, len(g.faults), len(g.patches))
		}
	}
}

// TestGuessReadsOn: where the walk goes on behind a slip, by the statements that it notes.
func TestGuessReadsOn(t *testing.T) {
	for _, c := range []struct{ name, in, statements string }{
		{"a valid file", "number = 6\n[screen]\non = \"7\"\n", "number = 6|[screen]|on = \"7\""},
		{"a slip takes its line", "title = “a”\nnumber = 6\n", "title = “a”|number = 6"},
		{"prose takes its lines", "请到社区办理\n\n1. 带身份证\nnumber = 6\n", "请到社区办理\n\n1. 带身份证|number = 6"},
		{"a text without its end", "title = \"\"\"\n残疾人\n补贴\nnumber = 6\n", "title = \"\"\"\n残疾人\n补贴\n|number = 6"},
		{"a text with a single quote", "title = \"\n残疾人\n\"\nnumber = 6\n", "title = \"\n残疾人\n\"|number = 6"},
		{"a list without its end", "levels = [\"a\",\n\"b\"\nnumber = 6\n", "levels = [\"a\",\n\"b\"\n|number = 6"},
		{"two in a line", "number = 6 title = \"a\"\n", "number = 6 |title = \"a\""},
		{"a row of a table", "6\t助残\t\"补贴\n依据\"\nnumber = 6\n", "6\t助残\t\"补贴\n依据\"|number = 6"},
		{"a header in brackets of full width", "［screen］\non = \"7\"\n", "［screen］\n|on = \"7\""},
		{"the keys' Chinese names", "标题 ＝ \"a\"\n序号：6\n", "标题 ＝ \"a\"|序号：6"},
	} {
		g := guessOf(c.in, fieldsOf(new(document)))
		var all []string
		for _, st := range g.statements {
			all = append(all, c.in[st.start:st.end])
		}
		if got := strings.Join(all, "|"); got != c.statements {
			t.Errorf("%s: %q, want %q", c.name, got, c.statements)
		}
	}
}
