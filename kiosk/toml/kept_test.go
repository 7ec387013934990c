package toml

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"gongkai/kiosk/diag"
)

// wrongTexts are slips around a text, which stands for %s, each with the field that the text is meant for.
var wrongTexts = []struct {
	file string
	of   func(d *document) string
}{
	{"title = %s\n", ofTitle},
	{"title =%s\nnumber = 6\n", ofTitle},
	{"title = “%s”\n", ofTitle},
	{"title = ‘%s’\n", ofTitle},
	{"title = 「%s」\n", ofTitle},
	{"title = \"%s\n", ofTitle},
	{"title = \"%s”\n", ofTitle},
	{"title = “%s\"\n", ofTitle},
	{"title = %s\"\n", ofTitle},
	{"title = \"%s\"\nnumber ＝ 6\n", ofTitle},
	{"title: %s\n", ofTitle},
	{"标题：%s\n", ofTitle},
	{"title \"%s\"\n", ofTitle},
	{"title = \"%s\n第二行\"\nnumber = 6\n", ofTitle},
	{"title = \"第一行\n%s\"\nnumber = 6\n", ofTitle},
	{"title = 第一行\n%s\nnumber = 6\n", ofTitle},
	{"title = “\n%s\n”\nnumber = 6\n", ofTitle},
	{"title = \"\"\"\n%s\nnumber = 6\n", ofTitle},
	{"title = \"\"\"\n%s\n\"\nnumber = 6\n", ofTitle},
	{"title = %s，number = 6\n", ofTitle},
	{"title = %s number = 6\n", ofTitle},
	{"title = [\"%s\"]\n", ofTitle},
	{"levels = %s\n", ofLevels},
	{"levels = [%s]\n", ofLevels},
	{"levels = [“%s”]\n", ofLevels},
	{"levels = [\"%s”]\n", ofLevels},
	{"levels = [\"%s]\n", ofLevels},
	{"levels = ［“%s”，“县级”］\n", ofLevels},
	{"levels = [\n%s\n]\n", ofLevels},
	{"levels = \"%s\"\n", ofLevels},
	{"screen.on = %s\n", func(d *document) string { return d.Screen.On.V }},
	{"[[guide]]\nbody = %s\n", func(d *document) string { return d.Guides[0].Body.V }},
}

func ofTitle(d *document) string { return d.Title.V }

func ofLevels(d *document) string {
	var all []string
	for _, level := range d.Levels {
		all = append(all, level.V)
	}
	return strings.Join(all, ",")
}

// texts have what ends a text too early, or makes it another value.
var texts = []string{
	"停水", "3#楼", "停水#2号楼", "停水 #2号楼", "停水 # 2号楼", "国发#3号 说明", "#2号楼", "＃2号楼", "停水，请储水", "停水,请储水", "停水、停电", "停水；停电。",
	"他说\"好\"的", "他说“好”的", "他说”好", "说\"好\" 的", "说 \"好\" 的", "[2026]3号", "【停水】", "【停水】通知", "（停水）", "停水（二", "停水]", "停水}停电",
	"停水　停电", "停 水", "3", "03", "0512345678", "3.50", "1_000", "0x1F", "1e3", "+3", "３", "３楼", "是", "否", "对", "yes", "true", "TRUE", "2026-11-20", "2026年11月20日", "2026/3/1",
	"2026-02-30", "2026-13-01", "20261120", "9:00", "9：00", "07:30:15", "2026-11-20T08:30:15", "2026-11-20 08:30", "第3项", "三", "3。", "3，4", "3、停水", "3，", ".5", "-", "=", "a = 5",
	"求 x = 5", "number = 5", "日期：2026年11月20日", "地点：楼下", "备注：无", "标题：停电", "http://a.cn/#b", "C:/数据", "a//b", "// 停水", "<b>", "|", "停水'", "it's",
	"{停水}", "｛停水｝", "[停水]", "［停水］", "停水\"#2", "停水” #2", "停水”，停电", "停水\t停电", "pinned ture", "公开层级 社区",
}

// mended returns a file after all mends that are certain.
func mended(file string) string {
	for range 20 {
		_, problems := Decode("x.toml", []byte(file), new(document))
		var mends []diag.Mend
		for _, p := range problems {
			if p.Mend.Certain() {
				mends = append(mends, p.Mend)
			}
		}
		next, _ := diag.Apply(file, mends)
		if len(mends) == 0 || next == file {
			return file
		}
		file = next
	}
	return file
}

// essence returns the letters, digits and signs of a text, without what stands for quotes and separators.
func essence(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(anyQuotes+",，、；;。：:[]［］\ufeff", r) {
			return -1
		}
		return r
	}, text)
}

// keeps checks that a file that could not be read, and can be once it is mended, has the whole text in its field.
func keeps(t *testing.T, file, text string, of func(d *document) string) {
	t.Helper()
	if filled, problems := Decode("x.toml", []byte(file), new(document)); filled && len(problems) == 0 || strings.Contains(file, `"#`) {
		return // the language has a meaning for it
	}
	after := mended(file)
	var d document
	if filled, problems := Decode("x.toml", []byte(after), &d); !filled || len(problems) > 0 {
		return
	}
	if strings.HasPrefix(file, "levels = "+firstChar(text)) {
		text = strings.Trim(text, "()（）【】") // the list's own
	}
	text = strings.TrimSuffix(text, ":00") // seconds that a time doesn't need
	if got := of(&d); !strings.Contains(essence(got), essence(text)) {
		t.Errorf("%q became %q: the text is %q, want all of %q", file, after, got, text)
	}
}

// TestMendsKeepTexts: no mend cuts a text or makes another of it.
func TestMendsKeepTexts(t *testing.T) {
	for _, w := range wrongTexts {
		for _, text := range texts {
			keeps(t, fmt.Sprintf(w.file, text), text, w.of)
		}
	}
}

// FuzzMendsKeepTexts is TestMendsKeepTexts for any text of a line.
func FuzzMendsKeepTexts(f *testing.F) {
	for i, text := range texts {
		f.Add(byte(i), text)
	}
	f.Fuzz(func(t *testing.T, i byte, text string) {
		if strings.ContainsFunc(text, unicode.IsControl) || strings.ContainsAny(text, "\\\ufffd") || strings.ContainsAny(text, "=＝") || essence(text) == "" || strings.HasPrefix(essence(text), "#") {
			return
		}
		w := wrongTexts[int(i)%len(wrongTexts)]
		keeps(t, fmt.Sprintf(w.file, text), text, w.of)
	})
}
