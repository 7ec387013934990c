package catalogue

import (
	"strings"
	"testing"
)

// printedFor returns what is printed about a content of one line, which begins in line 3,
// column 12.
func printedFor(t *testing.T, content string) string {
	t.Helper()
	in := "number = 1\ncategory = \"助残\"\ncontent = '" + content + "'\nbasis = \"《示例条例》\"\n"
	c, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", in))
	if c == nil && len(Broken(problems)) == 0 {
		t.Fatal(printed(t, problems))
	}
	return strings.ReplaceAll(strings.TrimPrefix(printed(t, problems), "items: 错误：没有可以显示的事项；改法：在 items 目录里放上事项文件，或改好上面列出的错误\n"), "items/1.toml:3:", "")
}

func TestBrackets(t *testing.T) {
	tail := "不成对；改法：对照原文，补上另一半或删去这个符号；原文如此就不用改\n"
	for _, c := range []struct{ content, want string }{
		{"《条例》（国发〔2006〕10号）推进“红色物业”【示例】「甲」『乙』(a)[b]", ""},
		{"《甲〈乙〉》（一（二）三）", ""},
		{"意见》（国发）", "14: 提醒：“content”里的“》”" + tail},
		{"情形（包括", "14: 提醒：“content”里的“（”" + tail},
		{"（甲》乙）", "14: 提醒：“content”里的“》”" + tail},
		{"《甲（乙》", "12: 提醒：“content”里的“《”" + tail + "14: 提醒：“content”里的“（”" + tail + "16: 提醒：“content”里的“》”" + tail},
		{"1）政府网站 2)宣传栏 a）甲 一）乙 ①）丙", ""},
		{"政府网站）", "16: 提醒：“content”里的“）”" + tail},
		{"（半角)也算[一对］", ""},
		{"it’s", ""},
	} {
		if got := printedFor(t, c.content); got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.content, got, c.want)
		}
	}
}

// TestBracketsAcrossElements: a bracket may close in a later line of its cell.
func TestBracketsAcrossElements(t *testing.T) {
	in := "number = 1\ncategory = \"助残\"\ncontent = \"\"\"\n情形（包括\n  甲、\n  乙等）、\n依据》\n\"\"\"\nbasis = \"《示例条例》\"\n"
	_, problems := Parse(dir("kiosk.toml", kioskToml, "items/1.toml", in))
	if got, want := printed(t, problems), "items/1.toml:7:3: 提醒：“content”里的“》”不成对；改法：对照原文，补上另一半或删去这个符号；原文如此就不用改\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestCharacters(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"\u3000𠮷，①⑴：·—……“”", ""},
		{"甲\ue000乙\U000f0000", "13: 提醒：“content”里有私用区字符 U+E000，屏幕上可能显示成空白或别的字（共 2 处）；改法：改用标准的字，或从原文重新复制\n"},
		{"甲\u202e乙", "13: 提醒：“content”里有看不见的文字方向控制符 U+202E，会打乱文字的顺序；改法：删去这个字符，必要时把这一行重新打一遍\n"},
		{"甲\u2066乙\u2069", "13: 提醒：“content”里有看不见的文字方向控制符 U+2066，会打乱文字的顺序（共 2 处）；改法：删去这个字符，必要时把这一行重新打一遍\n"},
		{"甲\u0092s", "13: 错误：“content”里有看不见的控制字符 U+0092；改法：改成“’”\n"},
		{"甲\u0085乙", "13: 错误：“content”里有看不见的控制字符 U+0085；改法：删去这个字符，必要时把这一行重新打一遍\n"},
	} {
		if got := printedFor(t, c.content); got != c.want {
			t.Errorf("%q\ngot\n%swant\n%s", c.content, got, c.want)
		}
	}
}

// TestPersonal uses numbers that are made up; their check digits are right.
func TestPersonal(t *testing.T) {
	tail := "；改法：公开前遮去个人信息；确实要公开就不用改\n"
	for _, c := range []struct{ content, want string }{
		{"身份证 11010519491231002X。", "16: 提醒：“content”里像是有身份证号 110***********002X" + tail},
		{"１１０１０５１９４９１２３１００２Ｘ", "12: 提醒：“content”里像是有身份证号 110***********002X" + tail},
		{"电话 13800138000、138-0013-8000", "15: 提醒：“content”里像是有手机号 138****8000" + tail + "27: 提醒：“content”里像是有手机号 138****8000" + tail},
		{"+86 138 0013 8000", "13: 提醒：“content”里像是有手机号 861******8000" + tail},
		{"卡号 6222 0212 3456 7890 128", "15: 提醒：“content”里像是有银行卡号 622************0128" + tail},
		{"13800138000 13900139000", "12: 提醒：“content”里像是有手机号 138****8000" + tail + "24: 提醒：“content”里像是有手机号 139****9000" + tail},
		{"110105194912310021 11010519491231002X 0355-7222222", "31: 提醒：“content”里像是有身份证号 110***********002X" + tail},
		{"国发〔2006〕10号，2026-03-01，20个工作日", ""},
		{"110105194912310021 110105194913310027", ""},       // a wrong check digit, no such birthday
		{"0355-7222222、12345、400 800 8000", ""},             // an office's telephones
		{"6222021234567890129、1234567890123452", ""},        // a wrong check digit, no card's beginning
		{"91110000100000000X、123456789012345678901234", ""}, // a company's number, a long one
	} {
		if got := printedFor(t, c.content); got != c.want {
			t.Errorf("%s\ngot\n%swant\n%s", c.content, got, c.want)
		}
	}
}

func TestMasked(t *testing.T) {
	for in, want := range map[string]string{
		"number = 1\ncontent = \"身份证 11010519491231002X。\"\n": "number = 1\ncontent = \"身份证 110***********002X。\"\n",
		"１１０１０５１９４９１２３１００２Ｘ":                                  "１１０***********００２Ｘ",
		"13800138000 13900139000":                             "138****8000 139****9000",
		"138-0013-8000、0355-7222222、2026-03-01 20个工作日":        "138-****-8000、0355-7222222、2026-03-01 20个工作日",
		"\xff13800138000\xfe":                                 "\xff138****8000\xfe",
		"":                                                    "",
	} {
		if got := string(Masked([]byte(in))); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", in, got, want)
		}
	}
}

func TestCell(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Cell
	}{
		{"", nil},
		{" \n\t\n\u3000\n", nil},
		{"甲、\r\n乙\r\n", Cell{{"甲、", 0}, {"乙", 0}}},
		{"  甲\n  乙\n", Cell{{"甲", 0}, {"乙", 0}}},
		{"    甲\n乙\n  丙\n", Cell{{"甲", 0}, {"乙", 0}, {"丙", 1}}},
		{"甲\n\u3000乙\n\t丙\n丁", Cell{{"甲", 0}, {"乙", 1}, {"丙", 1}, {"丁", 0}}},
		{"国务院令 第711号", Cell{{"国务院令第711号", 0}}},
		{"2.  宣传栏 ， A  B 》 《", Cell{{"2. 宣传栏， A B 》《", 0}}},
		{"□ 是　□ 否 ① 甲 · 乙", Cell{{"□是□否①甲·乙", 0}}},
		{"第 711 号 ２ 份 CO₂ 值", Cell{{"第 711 号２份 CO₂值", 0}}},
		{"ئۇيغۇر تىلى 示例", Cell{{"ئۇيغۇر تىلى 示例", 0}}},
	} {
		got := cell(c.in)
		if len(got) != len(c.want) {
			t.Errorf("%q: %v", c.in, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%q: %v, want %v", c.in, got, c.want)
			}
		}
	}
}
