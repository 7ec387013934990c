package catalogue

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// found lists what is damaged in a text: the part, and the fix.
func damagesIn(text string) string {
	var all []string
	for _, kind := range damages {
		for _, d := range kind.find(text, maxDamages) {
			all = append(all, text[d.start:d.end]+" → "+d.fix)
		}
	}
	return strings.Join(all, "; ")
}

func TestDamage(t *testing.T) {
	for text, want := range map[string]string{
		"甲\ufffd乙\ufffd\ufffd":             "\ufffd → " + fromSource + "; \ufffd\ufffd → " + fromSource,
		"锟斤拷锟斤拷":                           "锟斤拷锟斤拷 → " + fromSource,
		"手持两把锟斤拷，口中疾呼烫烫烫":                  "锟斤拷 → " + fromSource + "; 烫烫烫 → " + fromSource,
		"屯屯屯屯":                             "屯屯屯屯 → " + fromSource,
		"请看 &nbsp;附件 A&amp;B":              "&nbsp; → 改成一个空格，不要空格就删去; &amp; → 改成“&”",
		"&#20013;&#x4e2d;":                 "&#20013; → 改成“中”; &#x4e2d; → 改成“中”",
		"一、条件<br/>二、材料</p>":                "<br/> → 删去它，在这里换行; </p> → 删去它，在这里换行",
		`<span style="color:red">急</span>`: `<span style="color:red"> → 删去它; </span> → 删去它`,
		`\u4e2d\u6587`:                     `\u4e2d\u6587 → 改成“中文”`,
		"⼈⺠政府，⼈口":                          "⼈ → 改成“人”; ⺠ → 改成“民”",
		"\uf9dc\U0002f800":                 "\uf9dc → 改成“隆”; \U0002f800 → 改成“丽”",
		"\uf0fc 已办 \uf0a8 未办":              "\uf0fc → 改成“✓”; \uf0a8 → 改成“□”",
		"ü 已办理":                            "ü → 改成“✓”",
		"þ是 ¨否":                            "þ → 改成“☑”; ¨ → 改成“□”",
		"R是 £否":                            "R → 改成“☑”; £ → 改成“□”",
		"R级 R类":                            "",
		"R是 R有 £否":                         "R → 改成“☑”; R → 改成“☑”",
		"ﾍｨﾖｪ":                             "ﾍｨﾖｪ → 改成“通知”",
		"螻豌大ｧ泌遭莨":                          "螻豌大ｧ泌遭莨 → " + fromSource,
		"????????通知":                       "???????? → " + fromSource,
		"真的吗？？？？好 吗????":                   "",
		"口是 口否":                            "口 → 每个选项前面的“口”改成“□”",
		"是否低保：口是口否":                        "口 → 每个选项前面的“口”改成“□”",
		"性别：口男　口女":                         "口 → 每个选项前面的“口”改成“□”",
	} {
		if got := damagesIn(text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// sentences are what a wrong decoding is made of.
var sentences = []string{
	"中文", "政务公开", "社区", "残疾人补贴", "文字示例", "居民", "公告", "低保", "襄垣县朝阳社区便民服务中心", "各位居民：请于2026年11月20日前到社区服务大厅办理。",
	"根据《中华人民共和国政府信息公开条例》，现将有关事项公告如下：", "养老保险、医疗保险", "电话", "关于开展", "第三季度",
}

// TestGarbled: text that was decoded in the wrong encoding is reported, whichever it was.
func TestGarbled(t *testing.T) {
	for _, s := range sentences {
		wrong := map[string]string{"UTF-8 read as GBK": asGBK([]byte(s)), "the same, without what was lost": strings.ReplaceAll(asGBK([]byte(s)), "\ufffd", "")}
		wrong["UTF-8 read as Latin-1"] = asLatin([]byte(s), charmap.ISO8859_1)
		wrong["UTF-8 read as Windows-1252"] = asLatin([]byte(s), charmap.Windows1252)
		wrong["twice encoded"] = asLatin([]byte(wrong["UTF-8 read as Latin-1"]), charmap.Windows1252)
		wrong["GBK read as Latin-1"] = asLatin([]byte(gbkOf(s)), charmap.ISO8859_1)
		for how, text := range wrong {
			for _, text := range []string{text, "示例：" + text + "，请看"} {
				if damagesIn(text) == "" && !(s == "公告" && strings.HasPrefix(how, "the same")) {
					t.Errorf("%s: %s, %q", how, s, text)
				}
			}
		}
	}
	if got, want := damagesIn("鏀垮姟"), "鏀垮姟 → 改成“政务”"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// asGBK decodes bytes as a program does that takes them for GBK.
func asGBK(b []byte) string {
	s, err := simplifiedchinese.GBK.NewDecoder().String(string(b))
	if err != nil {
		panic(err)
	}
	return s
}

func asLatin(b []byte, m *charmap.Charmap) string {
	var s strings.Builder
	for _, c := range b {
		if r := m.DecodeByte(c); r == utf8.RuneError {
			s.WriteRune(rune(c))
		} else {
			s.WriteRune(r)
		}
	}
	return s.String()
}

// TestGoodText: nothing is damaged in what is right.
func TestGoodText(t *testing.T) {
	for _, text := range []string{
		"面积100㎡，气温25℃，①②③，㈱，Ⅲ，№", "人口普查 口腔健康 口头告知", "窗口：3号窗口", "口径一致", "R&D 投入", "AT&T; 条件<20>", "a<b, b>c", "<<条例>>",
		"München、Müller、café——咖啡", "第一行\n第二行", `C:\users`, "烫烫的水", "屯堡", "中国工农银行 3.5‰", "“双减”——政策……", "25°C±0.5，5×3÷2", "Ｒ＆Ｄ",
		"□是 □否", "☑同意", "張衛東　陳國強　鄭麗華", "臺灣地區居民來往大陸通行證", "Ångström naïve", "é——", "ÀÉÎ", "£100", "R型 £5", "üü", "斤斤计较", "联通",
	} {
		if got := damagesIn(text); got != "" {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestGoodFiles: nothing is damaged in the project's own texts and lists of hanzi.
func TestGoodFiles(t *testing.T) {
	n := 0
	for _, pattern := range []string{"../../content/*/*.toml", "../../content/*.toml", "../../docs/*.md", "../../cmd/kiosk/testdata/*/*/*.toml", "../search/words.txt", "../typeset/*.txt", "../typeset/testdata/*.txt"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if filepath.Base(name) == "faults.md" {
				continue // it quotes damaged texts
			}
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(string(text)) {
				n += utf8.RuneCountInString(line)
				for _, find := range []func(string, int) []damage{garbled, fillerText, twinCharacters, squares} {
					for _, d := range find(line, 1) {
						t.Errorf("%s: %s %s", name, line[d.start:d.end], d.message)
					}
				}
			}
		}
	}
	t.Logf("%d characters", n)
	if n < 100_000 {
		t.Errorf("only %d characters", n)
	}
}

// FuzzDamage: what is damaged lies within the text, and can be acted on.
func FuzzDamage(f *testing.F) {
	for _, s := range sentences {
		f.Add(asGBK([]byte(s)))
		f.Add(asLatin([]byte(s), charmap.ISO8859_1))
		f.Add(s + "&nbsp;<br>\\u4e2d⼈\uf0fc 口是 口否 R是 £否 锟斤拷")
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("diag lets no such text through")
		}
		for _, kind := range damages {
			for _, d := range kind.find(text, maxDamages) {
				if d.start < 0 || d.end <= d.start || d.end > len(text) || !utf8.ValidString(text[d.start:d.end]) || d.fix == "" {
					t.Errorf("%q: %+v", text, d)
				}
				if strings.ContainsFunc(d.message+d.fix, unicode.IsControl) {
					t.Errorf("%q: %+v", text, d)
				}
			}
		}
	})
}

// TestDitto: a cell that refers to another, or has nothing but a tick.
func TestDitto(t *testing.T) {
	for cell, want := range map[string]string{
		"同上": "把上一行的内容照写一遍", "同上。": "把上一行的内容照写一遍", "√": "写出目录表里打勾的那一栏的名字", "是": "写出目录表里打勾的那一栏的名字", "是否公开": "",
	} {
		_, got := about(t, "", File{Path: "items/2.toml", Data: []byte(item("2") + "publisher = \"" + cell + "\"\n")})
		if want == "" && strings.Contains(got, "items/2.toml:") || !strings.Contains(got, want) {
			t.Errorf("%s: %s", cell, got)
		}
	}
}
