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
	return append(out, t.clicks(t.point(ebiten.CursorPositionF()))...)
}

// clicks returns what the mouse's button has done since the last frame, made up from
// how it was and is: of several changes Ebitengine may report only some.
func (t *textures) clicks(at image.Point) []contact {
	var out []contact
	add := func(p phase) { out = append(out, contact{mouse, p, at}) }
	pressed := ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	if t.button && pressed && inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) { // and pressed again
		t.button = false
		add(up)
	}
	if !t.button && (pressed || inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)) {
		t.button = true
		add(down)
	}
	add(move) // on release too: a quick drag may end between two frames
	if t.button && !pressed {
		t.button = false
		add(up)
	}
	return out
}

// point undoes the letterbox that LayoutF's height brings to positions.
func (t *textures) point(x, y float64) image.Point {
	return image.Pt(int(x), int(y+(float64(t.game.window.Y)-t.layoutHeight)/2))
}
