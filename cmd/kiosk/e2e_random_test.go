package main

import (
	"image"
	"math/rand/v2"
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// child does to a panel what a child does with all ten fingers, a mouse and a keyboard, and releases everything at the end.
type child struct {
	kiosk
	*rand.Rand
	panel   *xdrive.Xorg // nil: there is no touch panel
	size    image.Point
	keys    map[byte]bool // those that are held
	buttons map[byte]bool
	fingers map[int]bool
}

// What a child has, and how many.
const (
	mostButtons = 9
	firstKey    = 8
	mostFingers = 5
)

// waysOut are the keys that lead out of a desktop, or end its server, each with Ctrl and Alt held.
var waysOut = []byte{xdrive.Backspace, xdrive.Delete, xdrive.Escape, xdrive.Tab, xdrive.PrintKey, xdrive.Super,
	xdrive.F1, xdrive.F1 + 1, xdrive.F1 + 2, xdrive.F1 + 3, xdrive.F1 + 4, xdrive.F1 + 5, xdrive.F1 + 6, xdrive.F1 + 7, xdrive.F1 + 8, xdrive.F10, xdrive.F11, xdrive.F12}

func newChild(k kiosk, x *xdrive.Xorg, size image.Point) *child {
	return &child{kiosk: k, Rand: rand.New(rand.NewPCG(20261201, 9)), panel: x, size: size, keys: map[byte]bool{}, buttons: map[byte]bool{}, fingers: map[int]bool{}}
}

func (c *child) point() image.Point { return image.Pt(c.IntN(c.size.X), c.IntN(c.size.Y)) }

// plays does one thing after another until it is done.
func (c *child) plays(done func() bool) (things int) {
	c.Helper()
	for ; !done(); things++ {
		switch n := c.IntN(10); {
		case n == 0:
			c.triesWayOut(waysOut[c.IntN(len(waysOut))])
		case n < 3:
			c.key(byte(firstKey + c.IntN(256-firstKey)))
		case n < 5:
			c.must(c.Move(c.point()))
			c.button(byte(1 + c.IntN(mostButtons)))
		case n < 6:
			c.must(c.Move(c.point()))
		case c.panel != nil:
			c.finger(c.IntN(mostFingers))
		default:
			c.must(c.Tap(c.point()))
		}
		time.Sleep(time.Duration(c.IntN(20)) * time.Millisecond) // as quick as a child
	}
	for key := range c.keys {
		c.key(key)
	}
	for button := range c.buttons {
		c.button(button)
	}
	for finger := range c.fingers {
		c.lifts(finger)
	}
	return things
}

// triesWayOut presses a key with Ctrl and Alt.
func (c *child) triesWayOut(key byte) {
	c.Helper()
	for _, k := range []byte{xdrive.Control, xdrive.Alt, key} {
		c.must(c.Hold(k, true))
	}
	for _, k := range []byte{key, xdrive.Alt, xdrive.Control} {
		c.must(c.Hold(k, false))
		delete(c.keys, k)
	}
}

// key presses a key, or releases it if it is held.
func (c *child) key(code byte) {
	c.Helper()
	c.must(c.Hold(code, !c.keys[code]))
	toggle(c.keys, code)
}

// button presses a button, or releases it if it is held.
func (c *child) button(n byte) {
	c.Helper()
	c.must(c.Button(n, !c.buttons[n]))
	toggle(c.buttons, n)
}

// finger puts a finger down, moves it or lifts it.
func (c *child) finger(n int) {
	c.Helper()
	switch {
	case !c.fingers[n]:
		c.must(c.panel.Finger(n, xdrive.TouchBegin, c.point()))
		c.fingers[n] = true
	case c.IntN(2) == 0:
		c.must(c.panel.Finger(n, xdrive.TouchUpdate, c.point()))
	default:
		c.lifts(n)
	}
}

func (c *child) lifts(finger int) {
	c.Helper()
	c.must(c.panel.Finger(finger, xdrive.TouchEnd, c.point()))
	delete(c.fingers, finger)
}

func toggle[K comparable](held map[K]bool, k K) {
	if held[k] {
		delete(held, k)
	} else {
		held[k] = true
	}
}

// TestRandomInput: random keys, with all that lead out of a desktop, buttons and fingers end on a live screen: it returns to the
// carousel, a tap opens an item, and the pixels are those of kiosk snapshot. It runs alone, as TestMonitors does.
func TestRandomInput(t *testing.T) {
	for name, server := range map[string]string{"shared memory": "", "without shared memory": xdrive.NoSharedMemory} {
		t.Run(name, func(t *testing.T) { randomOnXorg(t, server, hundreds()) })
	}
}

// hundreds returns whether a few hundred things are done.
func hundreds() func() bool {
	n := 0
	return func() bool { n++; return n > 400 }
}

func randomOnXorg(t *testing.T, server string, done func() bool) {
	k, x := kioskOnXorg(t, server)
	k.edit("kiosk.toml", "# [idle]\n# return_seconds = 90", "[idle]\nreturn_seconds = 30")
	k = k.launch(clockless(t))
	portrait := image.Rectangle{Max: xdrive.Portrait}
	k.covers(portrait)
	c := newChild(k, x, xdrive.Portrait)
	t.Logf("%d things done", c.plays(done))
	if !k.Running() {
		t.Fatalf("the program has ended:\n%q", k.Log())
	}
	k.covers(portrait) // by itself, half a minute later
	n := len(k.Log())
	k.must(x.Finger(9, xdrive.TouchBegin, xdrive.Slide))
	k.must(x.Finger(9, xdrive.TouchEnd, xdrive.Slide))
	_, err := k.WaitLine(k.soon(), n, "msg=screen name=item")
	k.must(err)
	k.showsIn(func(at image.Rectangle) bool { return at == portrait }, "item:6", "item-06.png")
}

// TestRandomInputUnderCage: the same under the compositor.
func TestRandomInputUnderCage(t *testing.T) { randomUnderCage(t, hundreds()) }

func randomUnderCage(t *testing.T, done func() bool) {
	c := underCage(t, "[idle]\nreturn_seconds = 30")
	c.holds("attract", "attract-06.png")
	t.Logf("%d things done", newChild(c.kiosk, nil, xdrive.CageOutput).plays(done))
	c.holds("attract", "attract-06.png") // by itself, half a minute later
	n := len(c.kiosk.Log())
	c.must(c.kiosk.Tap(image.Pt(640, 360)))
	_, err := c.kiosk.WaitLine(c.soon(), n, "msg=screen name=item")
	c.must(err)
	c.holds("item:6", "item-06.png")
}
