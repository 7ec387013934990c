package display

import (
	"context"
	"image"
	"slices"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/jezek/xgb/xproto"
)

// TestWakeUntil: the loop is woken more than once until the window is open, and not from then on.
func TestWakeUntil(t *testing.T) {
	opened := make(chan struct{})
	woken := 0
	wakeUntil(t.Context(), opened, func() {
		if woken++; woken == 3 {
			close(opened)
		}
	})
	if woken < 3 {
		t.Errorf("woken %d times", woken)
	}
}

// TestWakeWithoutWindow: once the surface has failed, its window never opens, and the loop isn't woken for it any longer.
func TestWakeWithoutWindow(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	woken := 0
	wakeUntil(ctx, make(chan struct{}), func() {
		if woken++; woken > 10 {
			t.Fatal("it is woken for good")
		}
		cancel()
	})
}

// TestOpened: the window is open in the second frame, not in the first, which Ebitengine draws before.
func TestOpened(t *testing.T) {
	opened := make(chan struct{})
	s := &textures{opened: opened}
	for frames, want := range []bool{false, true, true} {
		s.frames = frames
		s.noteOpened()
		select {
		case <-opened:
			if !want {
				t.Errorf("open after %d frames", frames)
			}
		default:
			if want {
				t.Errorf("not open after %d frames", frames)
			}
		}
	}
}

// TestTexturesWaitForAFrame: before the first frame pages are painted, but no texture is made.
func TestTexturesWaitForAFrame(t *testing.T) {
	s := &textures{}
	if s.ready() {
		t.Error("ready without a frame")
	}
	if s.dot = ebiten.NewImage(1, 1); !s.ready() {
		t.Error("not ready in the first frame")
	}
}

// TestLetterbox: another height is laid out in each frame, and a position is corrected by it.
func TestLetterbox(t *testing.T) {
	s := &textures{game: running(t)}
	_, first := s.LayoutF(270, 480)
	for range 3 {
		_, h := s.LayoutF(270, 480)
		if _, again := s.LayoutF(270, 480); h == first || again != first {
			t.Errorf("heights %v, %v, %v", first, h, again)
		}
		if got := s.point(100, 200); got != image.Pt(100, 200) {
			t.Errorf("(100,200) is at %v", got)
		}
	}
}

// TestButton: of what the mouse's button did between two frames each change is made up for that Ebitengine may leave out.
func TestButton(t *testing.T) {
	for _, c := range []struct {
		name string
		was  bool
		b    button
		want []phase
	}{
		{"nothing", false, button{}, []phase{move}},
		{"pressed", false, button{true, true, false}, []phase{down, move}},
		{"pressed, which isn't reported", false, button{pressed: true}, []phase{down, move}},
		{"held", true, button{pressed: true}, []phase{move}},
		{"released", true, button{justReleased: true}, []phase{move, up}},
		{"released, which isn't reported", true, button{}, []phase{move, up}},
		{"tapped within a frame", false, button{false, true, true}, []phase{down, move, up}},
		{"released and pressed again", true, button{true, true, true}, []phase{up, down, move}},
	} {
		if got := c.b.phases(c.was); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestNoted: what the second connection sees is taken once, in its order; other events wake nothing.
func TestNoted(t *testing.T) {
	s := &textures{}
	for _, kind := range []uint16{touchBegin, touchEnd} {
		s.note(touchEvent{shorten(fingerEvent(kind, 3, 10, 20))})
	}
	s.note(xproto.ExposeEvent{})
	s.note(xproto.ConfigureNotifyEvent{})
	at := image.Pt(10, 20)
	if got := s.noted(); !slices.Equal(got.touches, []contact{{3, down, at}, {3, move, at}, {3, up, at}}) || !got.exposed {
		t.Errorf("%+v", got)
	}
	if got := s.noted(); len(got.touches) > 0 || got.exposed {
		t.Errorf("again %+v", got)
	}
}

// A finger is where the picture is: a point that is placed on the turned panel
// is found again from there.
func TestRotationOfTouch(t *testing.T) {
	size := image.Pt(300, 500)
	for _, turn := range []int{0, 90, 180, 270} {
		for _, p := range []image.Point{{0, 0}, {299, 0}, {0, 499}, {299, 499}, {17, 230}} {
			var m ebiten.GeoM
			glass{size: size, rotate: turn}.place(&m, p)
			x, y := m.Apply(0.5, 0.5) // the middle of the pixel
			panel := image.Pt(int(x), int(y))
			if got := unrotate(panel, size, turn); got != p {
				t.Errorf("turned by %d: %v is at %v and touched at %v", turn, p, panel, got)
			}
		}
	}
}
