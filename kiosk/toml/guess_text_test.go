package toml

import "testing"

// TestEndMark: the quotes at the end of a text's last line end it, unless they belong to the text.
func TestEndMark(t *testing.T) {
	for in, want := range map[string]string{
		"":                "",
		"补贴":              "",
		"补贴\"":            "\"",
		"补贴\"\"\"":        "\"\"\"",
		"补贴'":             "'",
		"补贴”":             "”",
		"补贴”””":           "”””",
		"补贴“":             "“",
		"补贴＂":             "＂",
		"补贴’":             "’",
		"推进“红色物业”":        "",
		"推进“红色物业””":       "””", // both: the fix replaces them
		"推进\"红色物业\"":      "",
		"推进\"红色物业\"\"":    "\"\"",
		"‘一’":             "",
		"推进“红色物业":         "",
		"“一”和“二”":         "",
		"一”和“二”":          "”",
		"the people's\"":  "\"",
		"the offices' 's": "",
	} {
		if got := endMark(in); got != want {
			t.Errorf("%s: %q, want %q", in, got, want)
		}
	}
}

// TestOpening: what to change where a text of several lines begins.
func TestOpening(t *testing.T) {
	const head = "把开头的 "
	for _, c := range []struct {
		line  string
		wrong bool // the value has faults
		fix   string
		some  bool
	}{
		{"\"补贴", true, head + "\" 改成 \"\"\"", true},
		{"\"", true, head + "\" 改成 \"\"\"", false},
		{"\"\"", false, head + "\"\" 改成 \"\"\"", false},
		{"'补贴", true, head + "' 改成 \"\"\"", true},
		{"“补贴", true, head + "“ 改成 \"\"\"", true},
		{"“““", true, head + "“““ 改成 \"\"\"", false},
		{"“补贴”", true, "", false}, // it ends on its line
		{"\"补贴\"", false, "", false},
		{"\"补贴\" # 说明", false, "", false},
		{"\"\"\"", false, "", false},
		{"'''补贴", false, "", false},
		{"[\"a\"", true, "", false},
		{"{a = 1", true, "", false},
		{"补贴", true, "在“=”后面写上 \"\"\"", true},
		{"", true, "在“=”后面写上 \"\"\"", false},
		{"6", false, "", true},
		{"# 标题", false, "把“#”和它后面的说明移到上一行，在“=”后面写上 \"\"\"", false},
		{"|", true, "把 | 改成 \"\"\"", false},
		{">-", true, "把 >- 改成 \"\"\"", false},
	} {
		fix, some, ok := opening(c.line, c.wrong)
		if !ok {
			fix = ""
		}
		if fix != c.fix || ok && some != c.some || ok != (c.fix != "") {
			t.Errorf("%s: %q, %t, %t, want %q, %t", c.line, fix, some, ok, c.fix, c.some)
		}
	}
}

// TestBegins distinguishes lines that begin a statement from prose.
func TestBegins(t *testing.T) {
	g := guessOf("", fieldsOf(new(document)))
	for line, want := range map[string]bool{
		"number = 6":               true,
		"  number=6":               true,
		"\u3000number = 6":         true,
		"xyzzy = 6":                true, // any bare word before an equals sign
		"screen.on = 1":            true,
		"\"title\" = 1":            true,
		"标题 = 1":                   true, // a key's Chinese name
		"标题 ＝ 残疾人":                 true,
		"ｔｉｔｌｅ = a":                true,
		"办公时间 = \"8:00\"":          true, // it has a value
		"金额 = 每人三百元":               false,
		"number: 6":                true,
		"title：\"a\"":              true,
		"Wi-Fi: \"abc\"":           true,
		"Wi-Fi：“abc”":              false,
		"备注：无":                     false,
		"http://a.example/?a=1":    false,
		"[screen]":                 true,
		"[[guide]] # 说明":           true,
		"[办事指南]":                   true,
		"［guide］":                  true,
		"【办理条件】":                   false,
		"【屏幕】":                     true,
		"[2026]第1号":                false,
		"[x.y]":                    true,
		"1. 政府网站":                  false,
		"补贴情形（包括":                  false,
		"":                         false,
		"= 6":                      false,
		"\"\"\"":                   false,
		"# number = 6":             false,
		"6\t助残\t补贴":                false,
		"title":                    false,
		"the number = 6":           false,
		"残疾人补贴，number = 6":         false,
		"'a b' = 1":                true,
		"levels = [\"县级\", \"社区\"": true,
	} {
		if got := g.begins(line); got != want {
			t.Errorf("%s: %t", line, got)
		}
	}
}

// TestProse: a line that neither is a statement nor was meant as one is prose.
func TestProse(t *testing.T) {
	g := guessOf("", fieldsOf(new(document)))
	for line, want := range map[string]bool{
		"请到社区办理":        true,
		"1. 政府网站":       true,
		"备注：无":          true,
		"【办理条件】":        true,
		"\"\"\"":        true,
		"6\t助残\t补贴":     true, // a row of a table
		"6\t补贴":         true,
		"序号\t补贴":        false, // it begins with a key's name
		"number = 6":    false,
		"金额 = 每人三百元":    false, // an equals sign is meant
		"title \"a\"":   false,
		"标题 残疾人":        false,
		"= 6":           false,
		"]":             false,
		", \"a\"":       false,
		". = 7":         false,
		"标题":            false,
		"on":            false,
		"tilte":         false, // near a key
		"hello, world":  true,
		"残疾人\t\t\t":     true,
		"number\t6\tx":  true, // cells
		"http://a.cn/=": true,
	} {
		if got := g.prose(line); got != want {
			t.Errorf("%q: %t", line, got)
		}
	}
}
