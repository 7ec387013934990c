package main

import (
	"image"
	"os"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/layout"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
	"gongkai/kiosk/typeset"
	"gongkai/kiosk/xdrive"
)

// resident taps a page's targets, whose positions and events come from the pure rooms.
type resident struct {
	kiosk
	set   *typeset.Setter
	state session.State
}

// visit returns a resident before the carousel of a kiosk with its own content.
func visit(k kiosk) *resident {
	zone, err := time.LoadLocation("Asia/Shanghai")
	k.must(err)
	now := time.Now().In(zone) // the kiosk's: the date is another one for a third of UTC's day
	s := session.Step(session.Start(now, true), now, session.Content{Catalogue: store.Place{Dir: k.dir}.Read().Catalogue})
	return &resident{kiosk: k, set: typeset.New(), state: s}
}

// does taps the target of an event, waits until the log names another screen or
// sheet, if there is one, and until nothing moves.
func (r *resident) does(e session.Event) {
	r.Helper()
	p := layout.Layout(r.state, page.ThemeOf(r.state), xdrive.Portrait, r.set)
	at, ok := where(p, e)
	if !ok {
		r.Fatalf("%v with %v offers no %T%v", r.state.View, r.state.Top(), e, e)
	}
	before := r.state
	r.state = session.Step(session.Step(r.state, r.state.Now, e), r.state.Now.Add(2*time.Second), session.Tick{})
	lines, drawn := len(r.Log()), r.Damage.Count()
	r.must(r.Tap(at))
	if r.state.View.Screen != before.View.Screen || r.state.Top().Kind != before.Top().Kind {
		_, err := r.WaitLine(r.ctx, lines, "msg=screen name="+r.state.View.Kind.String()+" ")
		r.must(err)
	}
	_, err := r.Damage.Wait(r.ctx, drawn)
	r.must(err)
	r.must(r.Damage.Settle(r.ctx, xdrive.Quiet))
}

// where returns the middle of the target of an event.
func where(p *page.Page, e session.Event) (image.Point, bool) {
	for i := range p.Targets {
		t := &p.Targets[i]
		at := t.Hit.Min.Add(t.Hit.Size().Div(2))
		if hit, ok := p.Hit(at, 0); ok && hit == t && t.Event == e {
			return at, true
		}
	}
	return image.Point{}, false
}

// TestResident is a whole visit: a search, a takeaway, other modes, and an idle return. The pictures are drawn first:
// between two taps it must not take so long that the warning is due.
func TestResident(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 30")
	found, item, takeaway := k.drawn("search:CJ", "search-CJ.png"), k.drawn("item:6", "item-06.png"), k.drawn("takeaway:6", "takeaway-06.png")
	adjusted := k.drawn("item:6", "item-06.png", "--text", "1.6", "--high-contrast", "--low-reach")
	r := visit(k.start(built, xdrive.Portrait))
	sees := func(m *image.RGBA) {
		t.Helper()
		r.shows(r.soon(), m)
	}

	r.does(session.Open{Screen: session.Screen{Kind: session.Home}}) // from the first slide
	r.does(session.Open{Screen: session.Screen{Kind: session.Search}})
	r.does(session.Type{Key: 'C'})
	r.does(session.Type{Key: 'J'})
	sees(found)
	r.does(session.Open{Screen: session.Screen{Kind: session.Item, Number: 6}})
	sees(item)
	r.does(session.OpenSheet{Kind: session.Takeaway})
	sees(takeaway)
	r.does(session.GoBack{})
	sees(item)
	r.does(session.OpenSheet{Kind: session.Accessibility})
	for _, m := range []session.Mode{{Text: 1.6}, {Text: 1.6, Contrast: true}, {Text: 1.6, Contrast: true, LowReach: true}} {
		r.does(session.Adjust{Mode: m})
	}
	r.does(session.GoBack{})
	sees(adjusted)

	lines := len(r.Log())
	lines, err := r.WaitLine(r.ctx, lines, "sheet=idle-warning")
	r.must(err)
	r.must(r.Tap(image.Pt(540, 300))) // any touch continues
	lines, err = r.WaitLine(r.ctx, lines, `sheet=""`)
	r.must(err)
	sees(adjusted)
	lines, err = r.WaitLine(r.ctx, lines, "sheet=idle-warning")
	r.must(err)
	_, err = r.WaitLine(r.ctx, lines, "msg=screen name=attract")
	r.must(err)
	r.must(r.Damage.Settle(r.ctx, xdrive.Quiet))

	r.must(r.Tap(xdrive.Slide))
	_, err = r.WaitLine(r.ctx, lines, "msg=screen name=home")
	r.must(err)
	r.seesHome()
	r.calm()
}

// TestHands checks that fingers that don't tap open nothing, and never leave the screen
// stuck.
func TestHands(t *testing.T) {
	t.Parallel()
	k := open(t, built, xdrive.Portrait)
	k.walk(toItem6...)
	home := len(k.Log())
	k.must(k.Drag(image.Pt(600, 1300), image.Pt(600, 900), 8)) // scrolls, opens nothing
	k.must(k.Drag(xdrive.HomeButton, image.Pt(240, 1400), 8))  // slides off its button
	k.must(k.Drag(image.Pt(700, 1672), image.Pt(1000, 1300), 8))
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	for _, line := range k.Log()[home:] {
		if strings.Contains(line, "msg=screen") {
			t.Errorf("a drag opened something: %s", line)
		}
	}
	k.must(k.Press(xdrive.HomeButton)) // a long press is a tap
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	k.must(k.Release())
	_, err := k.WaitLine(k.ctx, home, "msg=screen name=home")
	k.must(err)
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	k.seesHome()
	for range 100 { // as fast as the X server accepts them
		k.must(k.Press(image.Pt(760, 890)))
		k.must(k.Release())
	}
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	if !k.Running() {
		t.Fatal("the program has ended")
	}
	k.must(k.Tap(xdrive.HomeButton))
	k.seesHome()
	k.calm()
}

// byNight returns a kiosk outside its hours, with its panel switched off.
func byNight(t *testing.T) kiosk {
	t.Helper()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.closed()
	hook, _ := hooked(t)
	config := k.file("../config.toml")
	k.must(os.WriteFile(config, []byte("[screen]\npower_hook = [\""+hook[0]+"\"]\n"), 0o644))
	k = k.start(built, xdrive.Portrait, "--config", config)
	_, err := k.WaitLine(k.ctx, 0, "msg=power panel=off")
	k.must(err)
	return k
}

// TestNightWakes: outside its hours the screen is dark and its panel switched off, and a finger lights it.
func TestNightWakes(t *testing.T) {
	t.Parallel()
	k := byNight(t)
	n := len(k.Log())
	k.must(k.Tap(xdrive.Slide))
	n, err := k.WaitLine(k.ctx, n, "msg=screen name=attract")
	k.must(err)
	_, err = k.WaitLine(k.ctx, 0, "msg=power panel=on")
	k.must(err)
	k.must(k.Damage.Settle(k.ctx, xdrive.Quiet))
	for _, line := range k.Log()[n:] {
		if strings.Contains(line, "msg=screen") {
			t.Errorf("the finger that woke the screen opened something: %s", line)
		}
	}
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"})
	k.calm()
}
