package icon

import (
	"slices"
	"testing"

	"golang.org/x/image/math/fixed"
)

// TestDrawings parses every drawing; none may leave its square, even with half of its stroke.
func TestDrawings(t *testing.T) {
	for _, name := range Names() {
		o := Named(name)
		if len(o) == 0 {
			t.Errorf("%s has no shapes", name)
		}
		for _, s := range o {
			margin := fixed.Int26_6(96) // half of the stroke
			if s.Fill {
				margin = 0
			}
			if s.Path[0].Op != Move {
				t.Errorf("%s: a path begins with op %d", name, s.Path[0].Op)
			}
			for _, seg := range s.Path {
				for _, p := range points(seg) {
					if p.X < margin || p.Y < margin || p.X > fixed.I(Size)-margin || p.Y > fixed.I(Size)-margin {
						t.Errorf("%s: (%v, %v) is outside", name, p.X, p.Y)
					}
				}
			}
		}
	}
}

// points returns the points of a segment that count.
func points(s Segment) []fixed.Point26_6 {
	return s.Args[:[...]int{1, 1, 2, 3, 0}[s.Op]]
}

// TestNames compares the names with the list of docs/design/README.md section 5 and those of the service pages.
func TestNames(t *testing.T) {
	want := []string{
		"org", "news", "party", "birth", "disability", "relief", "job", "mediation", "culture", "governance", "safety", "health",
		"back", "home", "search", "notice", "access", "prev", "next", "up", "down", "close", "check", "delete", "clear", "touch",
		"text", "contrast", "reach", "motion", "qr", "calendar", "pin", "speak", "desk", "phone", "hours", "place", "mark",
		"service", "screen", "restart", "power", // the service pages', beyond the design's list
	}
	slices.Sort(want)
	if got := Names(); !slices.Equal(got, want) {
		t.Errorf("names are %v, want %v", got, want)
	}
	for _, name := range want {
		if !Known(name) {
			t.Errorf("%s is not known", name)
		}
	}
	if Known("flag") || Known("") || Named("flag") != nil {
		t.Error("an icon that does not exist is known")
	}
}

func TestFor(t *testing.T) {
	for category, want := range map[string]string{
		"组织机构": "org", "工作动态": "news", "党建工作服务": "party", "生育": "birth", "助残": "disability", "社会救助": "relief",
		"就业": "job", "司法调解服务": "mediation", "教文体服务": "culture", "社区治理服务": "governance", "公共安全服务": "safety", "公共卫生服务": "health",
		"残疾人就业": "disability", "医疗救助": "relief", "计划生育": "birth", "党群服务": "party", "党组织机构": "party", "人民调解": "mediation",
		"安全生产": "safety", "文体活动": "culture", "居民自治": "governance", "垃圾分类": "news", "": "news",
	} {
		got := For(category)
		if got != want {
			t.Errorf("For(%q) is %s, want %s", category, got, want)
		}
		if !Known(got) {
			t.Errorf("For(%q) is %s, which is not drawn", category, got)
		}
	}
	for _, r := range rules {
		if !Known(r.icon) {
			t.Errorf("a rule names %s, which is not drawn", r.icon)
		}
	}
}
