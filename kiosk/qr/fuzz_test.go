package qr

import (
	"strings"
	"testing"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// FuzzTakeaway: any cells give codes within the bounds of number and size, and no character is cut.
func FuzzTakeaway(f *testing.F) {
	f.Add("残疾人补贴", "办理依据、\n办理条件", "《条例》\n《办法》", "受理\n审核", 1)
	f.Add("题", "一句。又一句，", "", "", 400)
	f.Add(strings.Repeat("题", 200), "\u0301", "（续）", "\x00", 1200)
	f.Add("", "\xff\xfe", "……", "", 3000)
	f.Fuzz(func(t *testing.T, title, content, basis, guide string, repeat int) {
		content = strings.Repeat(content, min(max(repeat, 1), 20_000/(len(content)+1)+1))
		it := catalogue.Item{
			Number: 7, Title: title, Content: cell(strings.Split(content, "\n")...), Basis: cell(strings.Split(basis, "\n")...),
			Guides: []catalogue.Guide{{Heading: "流程", Body: guide}},
		}
		if len(title)+len(content)+len(basis)+len(guide) > 100_000 {
			t.Skip("beyond the bounds of a file")
		}
		parts := Takeaway(&catalogue.Catalogue{Centre: "示例社区"}, &it, day)
		if n := len(parts); n == 0 || n > maxParts || parts[n-1].Cut && n != maxParts {
			t.Fatalf("%d parts", n)
		}
		for i, p := range parts {
			if c := p.Code(); len(p.Text) > widest || c.Module(Square) < 4 {
				t.Errorf("part %d: %d bytes, %d modules", i+1, len(p.Text), c.Size)
			}
			if valid := utf8.ValidString(title + content + basis + guide); valid && !utf8.ValidString(p.Text) {
				t.Errorf("part %d is cut within a character", i+1)
			}
		}
	})
}

// FuzzDivide: the parts together are the text, in its order.
func FuzzDivide(f *testing.F) {
	f.Add("6 残疾人补贴", "一句。又一句，\n第二段", 300)
	f.Add(strings.Repeat("题", 200), strings.Repeat("字", 900), 3)
	f.Add("题", "\xff\u0301\n", 700)
	f.Fuzz(func(t *testing.T, head, text string, repeat int) {
		text = strings.Repeat(text, min(max(repeat, 1), 30_000/(len(text)+1)+1))
		var s script
		s.block("名称", "\n", list(text))
		s.foot("示例社区" + "　" + day.Format("2006年1月2日"))
		var whole, parts strings.Builder
		portions, short, cut := divide(s.atoms, head)
		if short != head {
			whole.WriteString(head)
		}
		for _, a := range s.atoms {
			whole.WriteString(a.text)
		}
		for i, atoms := range portions {
			if n := len(body(atoms, true)); n == 0 || n > room(short, widest) {
				t.Errorf("part %d: %d bytes", i+1, n)
			}
			for _, a := range atoms {
				parts.WriteString(a.text)
			}
		}
		switch got, want := parts.String(), whole.String(); {
		case !cut && got != want:
			t.Errorf("the parts hold %q, of %q", got, want)
		case cut:
			kept, found := strings.CutSuffix(got, "……示例社区　2026年3月12日")
			if !found || !strings.HasPrefix(want, kept) || len(kept) < 8*widest/2 {
				t.Errorf("%d bytes kept of %d, ending with %q", len(kept), len(want), got[max(0, len(got)-60):])
			}
		}
	})
}
