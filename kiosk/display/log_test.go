package display

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/session"
)

// TestResidentsChoicesAreNotLogged checks that the log names screens and sheets, but no letter and no mode.
func TestResidentsChoicesAreNotLogged(t *testing.T) {
	var log bytes.Buffer
	g := running(t)
	untimed := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	g.Log = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: untimed}))
	now := noon.Add(6 * time.Second)
	for i, e := range []session.Event{
		session.Open{Screen: session.Screen{Kind: session.Search}}, session.Type{Key: 'S'}, session.Type{Key: 'L'}, session.Erase{}, session.Clear{},
		session.OpenSheet{Kind: session.Accessibility}, session.Adjust{Mode: session.Mode{Text: 2, Contrast: true, LowReach: true, Reduced: true}},
		session.GoBack{}, session.Open{Screen: session.Screen{Kind: session.Item, Number: 2}},
	} {
		now = now.Add(time.Second)
		g.apply(now, e)
		if g.update(now, nil); i == 2 && g.state.View.Query != "SL" || i == 6 && !g.state.Mode.Contrast {
			t.Fatalf("%+v has no effect", e)
		}
	}
	line := func(name, item, sheet string) string {
		return "level=INFO msg=screen name=" + name + " item=" + item + " category=\"\" notice=\"\" sheet=" + sheet + "\n"
	}
	none := session.NoSheet.String()
	if none == "" {
		none = `""`
	}
	want := strings.Join([]string{line("search", "0", none), line("search", "0", "accessibility"), line("search", "0", none), line("item", "2", none)}, "")
	if log.String() != want {
		t.Errorf("the log is\n%swant\n%s", log.String(), want)
	}
}
