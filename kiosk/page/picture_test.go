package page

import (
	"image"
	"testing"
)

// TestHashSeesPicture: the bytes, the orientation and the place of a picture decide a layer's hash;
// its name doesn't.
func TestHashSeesPicture(t *testing.T) {
	hash := func(x Picture) uint64 {
		l := &Layer{Items: []Item{&x}}
		p := &Page{Theme: &Normal, Layers: []*Layer{l}}
		p.Seal()
		return l.Hash
	}
	base := Picture{Name: "images/a.jpg", Hash: "1", Orientation: 1, Rect: image.Rect(0, 0, 10, 10)}
	named := base
	named.Name = "images/b.jpg"
	if hash(named) != hash(base) {
		t.Error("the name decides the hash")
	}
	for name, change := range map[string]func(*Picture){
		"bytes": func(p *Picture) { p.Hash = "2" },
		"turn":  func(p *Picture) { p.Orientation = 6 },
		"place": func(p *Picture) { p.Rect.Max.Y++ },
	} {
		other := base
		change(&other)
		if hash(other) == hash(base) {
			t.Errorf("%s: not seen", name)
		}
	}
	l := &Layer{Items: []Item{&base}}
	if l.Hug(); l.Bounds != base.Rect {
		t.Errorf("hugged at %v", l.Bounds)
	}
}
