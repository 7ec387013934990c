package word

import (
	"maps"
	"strings"
	"testing"
)

// blip returns a picture in a drawing.
func blip(id, crop, frame string) string {
	return `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="` + id + `"/>` + crop + `</pic:blipFill><pic:spPr>` + frame + `</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

// TestPictures takes pictures over with what is cut off and how they are turned; those that can't be shown are named.
func TestPictures(t *testing.T) {
	for _, c := range []struct {
		name, drawing string
		want          []Picture
		told          string
	}{
		{"plain", blip("media-a-png", "", ""), []Picture{{Data: []byte("PNG")}}, ""},
		{"cropped", blip("media-a-png", `<a:srcRect l="25000" t="10000" r="50000" b="0"/>`, ""), []Picture{{Data: []byte("PNG"), Crop: [4]float64{.25, .1, .5, 0}}}, ""},
		{"cropped in percent, with a border added", blip("media-a-png", `<a:srcRect l="25%" t="-10%"/>`, ""), []Picture{{Data: []byte("PNG"), Crop: [4]float64{.25, 0, 0, 0}}}, ""},
		{"turned", blip("media-a-png", "", `<a:xfrm rot="5400000"/>`), []Picture{{Data: []byte("PNG"), Turns: 1}}, ""},
		{"turned to the left", blip("media-a-png", "", `<a:xfrm rot="-5400000"/>`), []Picture{{Data: []byte("PNG"), Turns: 3}}, ""},
		{"hardly turned", blip("media-a-png", "", `<a:xfrm rot="21540000"/>`), []Picture{{Data: []byte("PNG")}}, ""},
		{"twice", blip("media-a-png", "", "") + blip("media-a-png", "", ""), []Picture{{Data: []byte("PNG")}}, ""},
		{"old", `<w:r><w:pict><v:shape><v:imagedata r:id="media-a-png" cropleft="16384f" croptop=".5"/></v:shape></w:pict></w:r>`, []Picture{{Data: []byte("PNG"), Crop: [4]float64{.25, .5, 0, 0}}}, ""},
		{"a drawing of Windows", blip("media-b-emf", "", ""), nil, "图片是 EMF 格式，不能显示，没有放进公告"},
		{"missing", blip("media-c-png", "", ""), nil, "图片读不出来"},
		{"empty", blip("media-d-png", "", ""), nil, "图片读不出来"},
		{"cut away", blip("media-a-png", `<a:srcRect l="50000" r="50000"/>`, ""), nil, ""},
	} {
		n := read(t, "a.docx", docx(t, par(centred, "标题")+par("", "正文")+par("", c.drawing), parts{"word/media/a.png": "PNG", "word/media/b.emf": "EMF", "word/media/d.png": ""}))
		if n.Body != "正文" || len(n.Pictures) != len(c.want) {
			t.Errorf("%s: body %q, %d pictures", c.name, n.Body, len(n.Pictures))
			continue
		}
		for i, want := range c.want {
			if got := n.Pictures[i]; string(got.Data) != string(want.Data) || got.Crop != want.Crop || got.Turns != want.Turns {
				t.Errorf("%s: %q %v %d, want %q %v %d", c.name, got.Data, got.Crop, got.Turns, want.Data, want.Crop, want.Turns)
			}
		}
		if told(n) != "" && c.told == "" || !strings.Contains(told(n), c.told) {
			t.Errorf("%s: reported %s", c.name, told(n))
		}
	}
}

// TestUnseenPictures: a line through characters strikes no picture; a hidden one, and one beside the text, is named.
func TestUnseenPictures(t *testing.T) {
	looking := func(property, run string) string {
		return strings.Replace(run, "<w:r>", "<w:r><w:rPr>"+property+"</w:rPr>", 1)
	}
	png := blip("media-a-png", "", "")
	box := `<w:r><w:pict><v:textbox><w:txbxContent>` + par("", "框") + `</w:txbxContent></v:textbox></w:pict></w:r>`
	comment := func(inner string) parts {
		return parts{"word/media/a.png": "PNG", "word/comments.xml": part("comments", `<w:comment w:id="0">`+inner+`</w:comment>`),
			"word/_rels/comments.xml.rels": `<Relationships><Relationship Id="media-a-png" Type="http://x/image" Target="media/b.png"/></Relationships>`, "word/media/b.png": "SECRET"}
	}
	for _, c := range []struct {
		name, body string
		more       parts
		pictures   string
		told       string
	}{
		{"a struck run", par("", looking("<w:strike/>", png)), nil, "PNG", ""},
		{"a struck text box", par("", looking("<w:dstrike/>", box)), nil, "", "文本框"},
		{"a hidden run", par("", looking("<w:vanish/>", png)), nil, "", "隐藏的图片没有放进公告"},
		{"a hidden text box", par("", looking("<w:vanish/>", box)), nil, "", "隐藏的文字“框”没有放进公告"},
		{"hidden, then shown", par("", looking("<w:vanish/>", png), png), nil, "PNG", "隐藏的图片没有放进公告"},
		{"a comment", par("", "正文"), comment(par("", png)), "", "批注: 提示：里面的图片没有放进公告"},
		{"a comment with the picture of the text", par("", png), comment(par("", png)), "PNG", "批注: 提示：里面的图片没有放进公告"},
		{"a footnote with another picture", par("", `<w:r><w:footnoteReference w:id="1"/></w:r>`, png), parts{
			"word/footnotes.xml":            part("footnotes", `<w:footnote w:id="1">`+par("", "注", png)+`</w:footnote>`),
			"word/_rels/footnotes.xml.rels": `<Relationships><Relationship Id="media-a-png" Type="http://x/image" Target="media/b.png"/></Relationships>`, "word/media/b.png": "NOTE"}, "NOTE PNG", "脚注"},
	} {
		more := parts{"word/media/a.png": "PNG"}
		maps.Copy(more, c.more)
		n := read(t, "a.docx", docx(t, par(centred, "标题")+par("", "正文")+c.body, more))
		var got []string
		for _, p := range n.Pictures {
			got = append(got, string(p.Data))
		}
		if strings.Join(got, " ") != c.pictures || told(n) != "" && c.told == "" || !strings.Contains(told(n), c.told) {
			t.Errorf("%s: %q, reported %s", c.name, got, told(n))
		}
	}
}
