package word

import (
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
