package layout

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"gongkai/kiosk/layout/sample"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// TestUrgentSlideWhole: a short body of several lines is on the slide whole, down to the last line, where a telephone number stands.
func TestUrgentSlideWhole(t *testing.T) {
	event := "when = \"今天18时起\"\nwhere = \"地下车库不要停车\"\n"
	set := typeset.New()
	for lines := 1; lines <= 6; lines++ {
		body := strings.Repeat("地下车库的车请开到小广场。\n", lines-1) + "需要帮助请打电话 0355-0000000。"
		n := urgentNotice("u1", "暴雨红色预警", event+fmt.Sprintf("body = %q\n", body))
		c := sample.Parse(t, append(sample.Shipped(t), n))
		for _, size := range []image.Point{image.Pt(1080, 1920), image.Pt(600, 1024)} {
			st := onAir(c, session.Screen{Kind: session.Attract, Notice: "notices/u1.toml"})
			p := Layout(st, page.ThemeOf(st), size, set)
			if text := painted(p); !strings.Contains(text, "0355-0000000。") {
				t.Errorf("%d lines at %v: the slide lacks the last line:\n%s", lines, size, text)
			}
		}
	}
}
