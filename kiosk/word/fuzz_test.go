package word

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// within reads a document, and reports one that takes long or much memory for its size.
func within(t *testing.T, name string, data []byte, size int) (Notice, *Fault) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	n, err := Read(ctx, name, data)
	runtime.ReadMemStats(&after)
	if spent := after.TotalAlloc - before.TotalAlloc; spent > 64<<20+10_000*uint64(size) {
		t.Errorf("%d bytes for %d", spent, size)
	}
	var fault *Fault
	if err != nil && !errors.As(err, &fault) {
		t.Error(err)
	}
	return n, fault
}

// FuzzBody reads documents with any body: it never panics, and its tables are the catalogue's.
func FuzzBody(f *testing.F) {
	f.Add(par(centred, "标题") + par(two, "正文") + tbl(tr("", "甲", "乙"), tr("", "丙", "丁")))
	f.Add(par(inList("1", "0"), "甲") + par("", char("begin"), code("PAGE"), char("separate"), "1", char("end")))
	f.Add(`<w:p><w:r><w:pict><v:textbox><w:txbxContent>` + par("", "框") + `</w:txbxContent></v:textbox></w:pict></w:r></w:p>`)
	f.Add(`<mc:AlternateContent><mc:Choice/><mc:Fallback><w:tbl><w:tr><w:tc/></w:tr></w:tbl></mc:Fallback></mc:AlternateContent>`)
	f.Add(par("", blip("media-a-png", "", "")) + par("", run(`<w:vanish/>`, text("隐")+`<w:ruby><w:rt/><w:rubyBase/></w:ruby>`)) + par("", run(`<w:strike/>`, `<mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice></mc:AlternateContent>`)))
	f.Add(par(centred, "甲通知") + par("", "一") + par(right, "社区") + par(right, "2026年1月1日") + par(centred, "乙通知") + par("", "二") + par(right, "2026年2月30日"))
	numbering := part("numbering", `<w:abstractNum w:abstractNumId="0">`+lvl("0", "chineseCounting", "%1、", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	f.Fuzz(func(t *testing.T, body string) {
		n, fault := within(t, "a.docx", docx(t, body, parts{"word/numbering.xml": numbering}), len(body))
		if fault != nil {
			return
		}
		if n.Title == "" {
			t.Error("no title")
		}
		catalogue.Blocks(n.Body)
	})
}

// FuzzRead reads any bytes.
func FuzzRead(f *testing.F) {
	f.Add("a.docx", docx(f, par(centred, "标题")+par("", "正文"), nil))
	f.Add("a.txt", []byte("停水通知\n朝阳社区 2026年11月20日 10:30\n明天停水。\n阅读 1"))
	f.Add("a.txt", []byte("标题：甲\n日期：2026年13月45日\n正文：乙\n附件：一\n标题：丙\n日期：昨天"))
	f.Add("a.doc", ole("WordDocument"))
	f.Add(".\xec;", []byte(strings.Repeat(";", 200)))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		n, fault := within(t, name, data, len(data))
		if fault == nil && n.Title == "" {
			t.Error("no title")
		}
		for _, p := range n.Problems {
			if p.Code == "" {
				t.Errorf("no code: %s", p)
			}
		}
	})
}

// FuzzNumbering reads any list.
func FuzzNumbering(f *testing.F) {
	f.Add(`<w:abstractNum w:abstractNumId="0">`+lvl("0", "decimal", "%1.", "")+`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`, "1", "0")
	f.Fuzz(func(t *testing.T, numbering, id, level string) {
		within(t, "a.docx", docx(t, par(inList(id, level), "甲")+par(inList(id, level), "乙"), parts{"word/numbering.xml": part("numbering", numbering)}), len(numbering))
	})
}
