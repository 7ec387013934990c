package word

import (
	"strings"
	"testing"
)

// run returns a run with properties and content.
func run(properties, inner string) string {
	return `<w:r><w:rPr>` + properties + `</w:rPr>` + inner + `</w:r>`
}

func text(t string) string { return `<w:t xml:space="preserve">` + t + `</w:t>` }

// char returns a field's mark.
func char(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }

func code(instruction string) string {
	return `<w:r><w:instrText xml:space="preserve"> ` + instruction + ` </w:instrText></w:r>`
}

// TestVariants reads what a paragraph may hold: each in the body of a notice, with what is reported.
func TestVariants(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       string
		told       []string // in each line of the report, one a line
	}{
		{"an inserted text", par("", "时间", `<w:ins w:author="甲">`+run("", text("改为周一"))+`</w:ins>`), "时间改为周一", []string{"插入的 1 处放进了公告"}},
		{"a deleted text", par("", "时间", `<w:del w:author="甲">`+run("", `<w:delText>周二</w:delText>`)+`</w:del>`, "周一"), "时间周一", []string{"删去的 1 处没有"}},
		{"a text that moved", par("", `<w:moveFrom>`+run("", text("旧"))+`</w:moveFrom>`, "新", `<w:moveTo>`+run("", text("旧"))+`</w:moveTo>`), "新旧", []string{"插入的 1 处放进了公告，删去的 1 处没有"}},
		{"a paragraph whose end was deleted", par(`<w:rPr><w:del w:id="1"/></w:rPr>`, "前半") + par("", "后半"), "前半后半", nil},
		{"a page number", par("", "见第", char("begin"), code("PAGE"), char("separate"), "3", char("end"), "页"), "见第3页", nil},
		{"a field within a field", par("", char("begin"), code(`IF`), char("begin"), code("X"), char("separate"), "不要", char("end"), char("separate"), "要", char("end")), "要", nil},
		{"a field without a result", par("", "前", char("begin"), code("SEQ x"), char("end"), "后"), "前后", nil},
		{"a field that is never closed", par("", "前", char("begin"), code("PAGE")) + par("", "后"), "前\n后", nil},
		{"a day of today", par("", "今天是", char("begin"), code(`DATE \@ "yyyy年M月d日"`), char("separate"), "2026年3月1日", char("end"), "。"), "今天是2026年3月1日。", []string{"自动变"}},
		{"a simple field", par("", `<w:fldSimple w:instr=" TITLE ">`+run("", text("题"))+`</w:fldSimple>`), "题", nil},
		{"a box of a form", par("", `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r>`, code("FORMCHECKBOX"), char("end"), "同意"), "☑同意", nil},
		{"a link", par("", `<w:hyperlink r:id="web1">`+run("", text("点击报名"))+`</w:hyperlink>`), "点击报名", []string{"https://example.org/a"}},
		{"a link that shows its address", par("", `<w:hyperlink r:id="web1">`+run("", text("example.org/a"))+`</w:hyperlink>`), "example.org/a", nil},
		{"a link in a field", par("", "请看", char("begin"), code(`HYPERLINK "https://example.org/b"`), char("separate"), "这里", char("end")), "请看这里", []string{"链接“这里”的网址没有放进公告：https://example.org/b"}},
		{"a link within the document", par("", `<w:hyperlink w:anchor="x">`+run("", text("见上"))+`</w:hyperlink>`), "见上", nil},
		{"a footnote", par("", "居民"+`</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>可以申请。`), "居民［1］可以申请。\n［1］指户籍居民。", []string{"脚注写在正文最后"}},
		{"an endnote", par("", run("", text("居民")), `<w:r><w:endnoteReference w:id="3"/></w:r>`), "居民［1］\n［1］尾注。", []string{"脚注写在正文最后"}},
		{"a comment", par("", `<w:commentRangeStart w:id="0"/>`, "正文", `<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`), "正文", nil},
		{"a soft hyphen", par("", run("", text("com")+`<w:softHyphen/>`+text("munity\u00ad"))), "community", nil},
		{"a hyphen that holds", par("", run("", text("0355")+`<w:noBreakHyphen/>`+text("123"))), "0355-123", nil},
		{"a tab", par("", run("", text("地点")+`<w:tab/>`+text("广场"))), "地点\t广场", nil},
		{"full-width spaces", par("", "　　全角空格"), "　　全角空格", nil},
		{"an indent in characters", par(two, "两个字"), "　　两个字", nil},
		{"an indent in points", par(`<w:ind w:firstLine="420"/>`, "两个字"), "　　两个字", nil},
		{"an indent by its own size", par(`<w:ind w:firstLine="640"/>`, run(`<w:sz w:val="32"/>`, text("三号字"))), "　　三号字", nil},
		{"an indent without characters", par(`<w:ind w:firstLineChars="0" w:firstLine="420"/>`, "两个字"), "　　两个字", nil},
		{"a line break", par(two, run("", text("一")+`<w:br/>`+text("二"))), "　　一\n二", nil},
		{"a page break", par("", run("", text("一")+`<w:br w:type="page"/>`+text("二"))), "一\n二", nil},
		{"hidden text", par("", "看得见", run(`<w:vanish/>`, text("看不见"))), "看得见", []string{"隐藏的文字“看不见”没有放进公告"}},
		{"text that isn't hidden", par("", run(`<w:vanish w:val="0"/>`, text("看得见"))), "看得见", nil},
		{"struck text", par("", run(`<w:strike/>`, text("周二")), "周一"), "周一", []string{"删除线的文字“周二”没有放进公告"}},
		{"an exponent", par("", "面积80m", run(`<w:vertAlign w:val="superscript"/>`, text("2")), "，CO", run(`<w:vertAlign w:val="subscript"/>`, text("2"))), "面积80m²，CO₂", nil},
		{"a symbol", par("", run("", `<w:sym w:font="Wingdings" w:char="F0FE"/>`), "同意", run("", `<w:sym w:font="Wingdings 2" w:char="00A3"/>`), "不同意"), "☑同意□不同意", nil},
		{"a symbol that is unknown", par("", run("", `<w:sym w:font="Webdings" w:char="F055"/>`)), "□", []string{"Webdings"}},
		{"symbols as letters", par("", run(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, text("\uf0fc")), "已办"), "✓已办", nil},
		{"a reading above", par("", `<w:r><w:ruby><w:rt>`+run("", text("xiāng"))+`</w:rt><w:rubyBase>`+run("", text("襄"))+`</w:rubyBase></w:ruby></w:r>`, "垣"), "襄垣", []string{"注音“xiāng”"}},
		{"a formula", par("", `<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:sSup><m:e><m:r><m:t>a</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>`), "x=1/2a²", []string{"公式"}},
		{"a content control", `<w:sdt><w:sdtContent>` + par("", `<w:sdt><w:sdtContent>`+run("", text("内容"))+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`, "内容", nil},
		{"a smart tag", par("", `<w:smartTag>`+run("", text("张三"))+`</w:smartTag>`), "张三", nil},
		{"a dropped letter", par(`<w:framePr w:dropCap="drop"/>`, "为") + par("", "了安全"), "为了安全", nil},
		{"a text box", par("", "旁边", `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>`+par("", "框里")+`</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+par("", "框里")+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), "旁边\n框里", []string{"1 个文本框"}},
		{"an old text box", par("", `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>`+par("", "框里")+`</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`), "框里", []string{"1 个文本框"}},
		{"art of letters", par("", `<w:r><w:pict><v:shape><v:textpath string="欢迎"/></v:shape></w:pict></w:r>`), "欢迎", nil},
		{"a chart", par("", "看图", `<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><c:chart r:id="c1"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`), "看图", []string{"图表没有放进公告"}},
		{"an embedded object", par("", "看表", `<w:r><w:object><o:OLEObject/></w:object></w:r>`), "看表", []string{"嵌入的对象"}},
		{"another document", par("", "正文") + `<w:altChunk r:id="x"/>`, "正文", []string{"另一份文档"}},
		{"control characters", par("", "一\u0085二\u009f\u200b三"), "一\n二三", nil},
	} {
		more := parts{
			"link:web1":          "https://example.org/a",
			"word/footnotes.xml": part("footnotes", `<w:footnote w:type="separator" w:id="0">`+par("", "")+`</w:footnote><w:footnote w:id="2">`+par("", "指户籍居民。")+`</w:footnote>`),
			"word/endnotes.xml":  part("endnotes", `<w:endnote w:id="3">`+par("", "尾注。")+`</w:endnote>`),
		}
		n := read(t, "a.docx", docx(t, par(centred, "标题")+c.body, more))
		if n.Body != c.want {
			t.Errorf("%s: %q, want %q", c.name, n.Body, c.want)
		}
		if len(n.Problems) != len(c.told) {
			t.Errorf("%s: reported\n%s", c.name, told(n))
			continue
		}
		for i, p := range n.Problems {
			if !strings.Contains(p.String(), c.told[i]) {
				t.Errorf("%s: %s, want %q", c.name, p, c.told[i])
			}
		}
	}
}

// TestBeside names what stands beside the body: comments, headers, macros.
func TestBeside(t *testing.T) {
	n := read(t, "通知.docm", docx(t, par(centred, "标题")+par("", "正文"), parts{
		"word/comments.xml":   part("comments", `<w:comment w:id="0" w:author="王主任">`+par("", "时间再核对")+`</w:comment>`),
		"word/header1.xml":    part("hdr", par("", "内部资料")),
		"word/header2.xml":    part("hdr", par("", blip("logo", "", ""))),
		"word/footer1.xml":    part("ftr", par("", "第 ", char("begin"), code("PAGE"), char("separate"), "1", char("end"), " 页")),
		"word/vbaProject.bin": "x",
	}))
	want := "通知.docm：批注（王主任）: 提示：“时间再核对”没有放进公告；改法：要居民看的，写进正文 [comment-left-out]\n" +
		"通知.docm：页眉: 提醒：“内部资料”没有放进公告；改法：居民要看的，写进公告的正文 [margin-left-out]\n" +
		"通知.docm：页眉: 提示：里面的图片没有放进公告；改法：要居民看的，在 Word 里移到正文，再导入 [picture-beside]\n" +
		"通知.docm: 提示：文件里有宏，没有运行，也没有带过来；改法：不用改 [macro]\n"
	if told(n) != want {
		t.Errorf("got\n%swant\n%s", told(n), want)
	}
}
