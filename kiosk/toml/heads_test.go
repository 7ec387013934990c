package toml

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestHeads reads keys and tables off the lines of files, valid or not.
func TestHeads(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"keys", "number = 6\ntitle = \"a\" # 说明\n", `number=6@1-1 title="a" # 说明@2-3`},
		{"indented, quoted, without spaces", "  \"title\"='a'\n\t'x' =1\n", `title='a'@1-1 x=1@2-3`},
		{"a BOM and CRLF", "\ufeffnumber = 6\r\ntitle = \"a\"\r\n", `number=6@1-1 title="a"@2-3`},
		{"tables", "[screen]\non = 1\n[[guide]] # 说明\n", `[screen]=@1-1 on=1@2-2 [[guide]] # 说明=@3-4`},
		{"comments and blank lines", "# number = 6\n\nnumber = 6\n# 完\n", `number=6@3-5`},
		{"lines of a text are none", "body = \"\"\"\nx = 1\n[y]\n\"\"\"\nz = 1\n", `body="""@1-4 z=1@5-6`},
		{"nor those of a raw one", "body = '''\nx = 1\n'''\nz = 1\n", `body='''@1-3 z=1@4-5`},
		{"a text that ends on its line", "body = \"\"\"a\"\"\"\nz = 1\n", `body="""a"""@1-1 z=1@2-3`},
		{"a list over lines", "levels = [\n  \"a\",\n]\nz = 1\n", `levels=[@1-3 z=1@4-5`},
		{"braces begin no line", "images = [\n{file = 1},\n]\n", `images=[@1-4`},
		{"a file that isn't valid", "标题 = “a”\n说明\nnumber ＝ 6\nx == 1", `标题=“a”@1-3 x== 1@4-4`},
	} {
		var got []string
		for _, h := range Heads([]byte(c.in)) {
			got = append(got, fmt.Sprintf("%s=%s@%d-%d", h.Name, h.Value, h.Line, h.Last))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got\n%s, want\n%s", c.name, s, c.want)
		}
	}
}

// TestHeadsText: the heads' texts are the file from the first head on, cut where heads begin.
func TestHeadsText(t *testing.T) {
	in := "# 说明\nnumber = 6\nimages = [\n  {file = \"a.jpg\"},\n]\n\n[x]\ny = 1\n"
	heads := Heads([]byte(in))
	var all string
	for _, h := range heads {
		all += string(h.Text)
	}
	if want := strings.TrimPrefix(in, "# 说明\n"); all != want {
		t.Errorf("the texts joined: %q, want %q", all, want)
	}
	for i, want := range []bool{false, true, false, false} {
		if heads[i].HasBraces() != want {
			t.Errorf("%s has braces: %t", heads[i].Name, !want)
		}
	}
}

func TestScalar(t *testing.T) {
	for in, want := range map[string]string{
		"x = 1":               "1",
		"x = \"长期\" # 2026 年": "\"长期\"",
		"x = 长期":              "长期",
		"x =":                 "",
		"x = # 无":             "",
		"x = 1 y = 2":         "",
		"x = 1 # y = 2":       "1",
	} {
		value, ok := Heads([]byte(in))[0].Scalar()
		if ok != (want != "") || ok && value != want {
			t.Errorf("%s: %q, %t, want %q", in, value, ok, want)
		}
	}
}

func TestQuoted(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want []string
	}{
		{"images = [\"a.jpg\", 'b.jpg', “c.jpg”]\n", 9, []string{"a.jpg", "b.jpg", "c.jpg"}},
		{"images = [\"a.jpg\", \"b.jpg\"]\n", 1, []string{"a.jpg"}},
		{"images = [\n  {file = \"a.jpg\"},\n]\nx = \"b.jpg\"\n", 9, []string{"a.jpg"}},
		{"images = [\"\", \"a\n\"]\n", 9, []string{", "}}, // quotes that pair wrongly
		{"images = []\n", 9, nil},
	} {
		if got := Heads([]byte(c.in))[0].Quoted(c.n); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestTopKeys(t *testing.T) {
	for in, want := range map[string][]string{
		"number = 1\ntitle = \"\"\"\nbody = 1\n\"\"\"\n":           {"number", "title"},
		"number = 1\n[[guide]]\nheading = 1\n[ screen ]\non = 1\n": {"number", "guide", "screen"},
		"\ufeffnumber = 1\r\n[x]\r\ny = 1\r\n":                     {"number", "x"},
		"titel = “示例”\n＝ 1\n":                                      {"titel"},
		"# 只有说明\n":                                                 nil,
	} {
		if got := TopKeys([]byte(in)); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
