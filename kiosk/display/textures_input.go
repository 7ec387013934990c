package display

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
)

// contacts returns what fingers and the mouse have done since the last frame.
func (t *textures) contacts() []contact {
	var out []contact
	for _, id := range inpututil.AppendJustPressedTouchIDs(nil) {
		out = append(out, contact{int(id), down, t.point(ebiten.TouchPositionF(id))})
	}
	for _, id := range ebiten.AppendTouchIDs(nil) {
		out = append(out, contact{int(id), move, t.point(ebiten.TouchPositionF(id))})
	}
	for _, id := range inpututil.AppendJustReleasedTouchIDs(nil) {
		out = append(out, contact{finger: int(id), phase: up})
	}
	b := button{
		pressed:      ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft),
		justPressed:  inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft),
		justReleased: inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft),
	}
	at := t.point(ebiten.CursorPositionF())
	for _, p := range b.phases(t.pressed) {
		out = append(out, contact{mouse, p, at})
	}
	t.pressed = b.pressed
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
