package word

import (
	"strings"
	"testing"
)

// lvl returns a level of a list.
func lvl(i, format, text, more string) string {
	return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + more + `<w:lvlText w:val="` + text + `"/></w:lvl>`
}

func inList(id, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`
}

// TestLists computes the numbers of lists.
func TestLists(t *testing.T) {
	official := `<w:abstractNum w:abstractNumId="0">` + lvl("0", "chineseCounting", "%1、", "") + lvl("1", "chineseCounting", "（%2）", "") + lvl("2", "decimal", "%3.", `<w:suff w:val="nothing"/>`) + lvl("3", "decimal", "(%4)", "") + `</w:abstractNum>`
	legal := `<w:abstractNum w:abstractNumId="1">` + lvl("0", "upperRoman", "%1.", "") + lvl("1", "lowerLetter", "%1.%2", `<w:isLgl/>`) + lvl("2", "decimalEnclosedCircle", "%3", `<w:lvlRestart w:val="0"/>`) + `</w:abstractNum>`
	dots := `<w:abstractNum w:abstractNumId="2">` + lvl("0", "bullet", "\uf06c", "") + lvl("1", "bullet", "Ø", "") + `</w:abstractNum>`
	linked := `<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="S"/></w:abstractNum><w:abstractNum w:abstractNumId="4"><w:styleLink w:val="S"/>` + lvl("0", "decimalFullWidth", "%1．", "") + `</w:abstractNum>`
	nums := `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>` +
		`<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">` + lvl("0", "ideographTraditional", "%1、", "") + `</w:lvlOverride></w:num>`
	numbering := part("numbering", official+legal+dots+linked+nums)
	styles := part("styles", `<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="L"/></w:style>`)
	for _, c := range []struct{ name, list, want string }{
		{"three levels", "1.0甲 1.1乙 1.1丙 1.2丁 1.2戊 1.0己 1.1庚", "一、甲 （一）乙 （二）丙 1.丁 2.戊 二、己 （一）庚"},
		{"a list goes on", "1.0甲 -.0乙 1.0丙", "一、甲 乙 二、丙"},
		{"a list begins anew", "1.0甲 1.0乙 2.0丙 2.0丁", "一、甲 二、乙 一、丙 二、丁"},
		{"a level before its upper one", "1.1甲 1.0乙", "（一）甲 一、乙"},
		{"digits on all levels", "3.0甲 3.1乙 3.1丙", "I. 甲 1.1 乙 1.2 丙"},
		{"a level that goes on", "3.0甲 3.2乙 3.0丙 3.2丁", "I. 甲 ① 乙 II. 丙 ② 丁"},
		{"signs", "4.0甲 4.1乙", "● 甲 ➢ 乙"},
		{"by a style's list", "5.0甲 5.0乙", "１．甲 ２．乙"},
		{"a level of its own", "6.0甲 6.0乙", "甲、甲 乙、乙"},
		{"in brackets", "1.3甲 1.3乙", "(1) 甲 (2) 乙"},
		{"a paragraph's style", "L.0甲 M.0乙 L.0丙", "一、甲 二、乙 三、丙"},
		{"a list that is missing", "9.0甲", "甲"},
	} {
		body := ""
		for _, item := range strings.Fields(c.list) {
			id, rest, _ := strings.Cut(item, ".")
			switch id {
			case "-":
				body += par(`<w:numPr><w:numId w:val="0"/></w:numPr>`, rest[1:])
			case "L", "M":
				body += par(`<w:pStyle w:val="`+id+`"/>`, rest[1:])
			default:
				body += par(inList(id, rest[:1]), rest[1:])
			}
		}
		n := read(t, "a.docx", docx(t, par(centred, "标题")+body, parts{"word/numbering.xml": numbering, "word/styles.xml": styles}))
		if got := strings.ReplaceAll(n.Body, "\n", " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// TestNumerals writes numbers in the formats of lists.
func TestNumerals(t *testing.T) {
	for _, c := range []struct {
		format string
		n      int
		want   string
	}{
		{"chineseCounting", 10, "十"}, {"chineseCounting", 11, "十一"}, {"chineseCounting", 20, "二十"}, {"chineseCountingThousand", 105, "一百零五"}, {"chineseCounting", 110, "一百一十"},
		{"chineseCountingThousand", 1001, "一千零一"}, {"chineseCounting", 0, "0"}, {"chineseLegalSimplified", 12, "壹拾贰"}, {"ideographDigital", 2026, "二〇二六"},
		{"ideographTraditional", 3, "丙"}, {"ideographZodiac", 12, "亥"}, {"ideographTraditional", 11, "11"}, {"decimalEnclosedCircleChinese", 21, "㉑"}, {"decimalEnclosedCircle", 50, "㊿"},
		{"decimalEnclosedCircle", 51, "51"}, {"decimalEnclosedParen", 2, "⑵"}, {"decimalEnclosedFullstop", 20, "⒛"}, {"decimalZero", 7, "07"}, {"decimalFullWidth", 12, "１２"},
		{"upperLetter", 27, "AA"}, {"lowerLetter", 26, "z"}, {"lowerRoman", 14, "xiv"}, {"upperRoman", 4000, "4000"}, {"numberInDash", 3, "- 3 -"}, {"none", 3, ""}, {"unheardOf", 3, "3"}, {"decimal", -1, "-1"},
	} {
		if got := numeral(c.format, c.n); got != c.want {
			t.Errorf("%s of %d: %s, want %s", c.format, c.n, got, c.want)
		}
	}
}
