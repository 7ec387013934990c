package word

import (
	"strings"
	"testing"
)

// TestWPS reads a notice with the markup that WPS writes: hints of faces in each run, indents in characters and in points, a
// list whose numbers it draws itself, a letterhead, a rule as a drawing, a signature that is moved by an indent.
func TestWPS(t *testing.T) {
	face := `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="仿宋"/><w:color w:val="auto"/><w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>`
	p := func(pPr, text string) string {
		return `<w:p w14:paraId="5B3D1C2A"><w:pPr><w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:pageBreakBefore w:val="0"/><w:widowControl w:val="0"/><w:kinsoku/><w:wordWrap/><w:spacing w:line="560" w:lineRule="exact"/>` + pPr + `<w:textAlignment w:val="auto"/>` + face + `</w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r>` + face + `<w:t>` + text + `</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>`
	}
	rule := `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr/><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0"><wp:docPr id="1" name="直接连接符 1"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:cNvCnPr/><wps:spPr/><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:line id="_x0000_s1026"/></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
	list := `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="0" w:leftChars="0" w:firstLine="640" w:firstLineChars="200"/>`
	document := `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" ` + names + ` xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData" mc:Ignorable="w14 wp14"><w:body>` +
		p(`<w:jc w:val="center"/>`, "朝阳社区居民委员会文件") + p(`<w:jc w:val="center"/>`, "朝社发〔2026〕12号") + rule +
		p(`<w:jc w:val="center"/>`, "关于做好冬季取暖安全工作的通知") + p(`<w:jc w:val="both"/>`, "各网格：") +
		p(`<w:ind w:firstLine="640" w:firstLineChars="200"/>`, "现将有关事项通知如下：") + p(list, "排查煤炉") + p(list, "发放报警器") +
		p(`<w:ind w:firstLine="3840" w:firstLineChars="1200"/>`, "朝阳社区居民委员会") + p(`<w:ind w:firstLine="4160" w:firstLineChars="1300"/>`, "2026年12月1日") + `<w:sectPr/></w:body></w:document>`
	n := read(t, "a.docx", zipped(t, parts{
		"word/document.xml":            document,
		"word/numbering.xml":           part("numbering", `<w:abstractNum w:abstractNumId="0"><w:nsid w:val="A1"/><w:multiLevelType w:val="singleLevel"/>`+lvl("0", "chineseCounting", "%1、", `<w:suff w:val="nothing"/>`)+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`),
		"word/_rels/document.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/></Relationships>`,
	}))
	want := "朝阳社区居民委员会文件\n朝社发〔2026〕12号\n各网格：\n　　现将有关事项通知如下：\n　　一、排查煤炉\n　　二、发放报警器"
	if n.Title != "关于做好冬季取暖安全工作的通知" || n.Body != want || n.Issuer != "朝阳社区居民委员会" || n.Day.Day() != 1 {
		t.Errorf("title %q, issuer %q, day %v, body\n%s", n.Title, n.Issuer, n.Day, n.Body)
	}
	if got := strings.TrimSpace(told(n)); got != "" {
		t.Error(got)
	}
}
