package display

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// contacts returns what fingers and the mouse have done since the last frame.
func (t *textures) contacts() []contact { return contactsOf(&t.pressed, t.point) }

// contactsOf returns what fingers and the mouse have done since a frame in which its button was pressed or not, at the points of
// the window where they were.
func contactsOf(pressed *bool, point func(x, y float64) image.Point) []contact {
	var out []contact
	for _, id := range inpututil.AppendJustPressedTouchIDs(nil) {
		out = append(out, contact{int(id), down, point(ebiten.TouchPositionF(id))})
	}
	for _, id := range ebiten.AppendTouchIDs(nil) {
		out = append(out, contact{int(id), move, point(ebiten.TouchPositionF(id))})
	}
	for _, id := range inpututil.AppendJustReleasedTouchIDs(nil) {
		out = append(out, contact{finger: int(id), phase: up})
	}
	b := button{
		pressed:      ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft),
		justPressed:  inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft),
		justReleased: inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft),
	}
	at := point(ebiten.CursorPositionF())
	for _, p := range b.phases(*pressed) {
		out = append(out, contact{mouse, p, at})
	}
	*pressed = b.pressed
	return out
}

// button is what Ebitengine reports of the mouse's button in a frame. Of several changes it may report only some.
type button struct{ pressed, justPressed, justReleased bool }

// phases returns what the button has done since a frame in which it was pressed or not.
func (b button) phases(was bool) []phase {
	var out []phase
	if was && b.pressed && b.justReleased { // and pressed again
		out = append(out, up)
		was = false
	}
	if !was && (b.pressed || b.justPressed) {
		out = append(out, down)
		was = true
	}
	out = append(out, move) // on release too: a quick drag may end between two frames
	if was && !b.pressed {
		out = append(out, up)
	}
	return out
}

// point undoes the letterbox that LayoutF's height brings to positions.
func (t *textures) point(x, y float64) image.Point {
	return image.Pt(int(x), int(y+(float64(t.game.window.Y)-t.layoutHeight)/2))
}
