package display

import (
	"testing"

	"github.com/jezek/xgb/randr"
)

// TestUnlit: a monitor plugged in dark, or with another's mode, needs its own; one that was switched off, or lies beside one that shows
// the page, doesn't.
func TestUnlit(t *testing.T) {
	modes, crtcs := []randr.Mode{5, 6}, []randr.Crtc{1, 2}
	dark := output{id: 7, connected: true, modes: modes, crtcs: crtcs}
	lit := output{id: 7, connected: true, modes: modes, crtcs: crtcs, crtc: 1, mode: 6}
	another := output{id: 7, connected: true, modes: modes, crtcs: crtcs, crtc: 1, mode: 9}
	gone := output{id: 7, crtcs: crtcs, crtc: 1, mode: 6}
	beside := output{id: 8, connected: true, modes: modes, crtcs: crtcs}
	for _, c := range []struct {
		name      string
		now       []output
		connected map[randr.Output]bool
		want      randr.Output
	}{
		{"no output", nil, nil, 0},
		{"shows the page", []output{lit}, nil, 0},
		{"dark at the first look", []output{dark}, nil, 7},
		{"plugged in dark", []output{dark}, map[randr.Output]bool{7: false}, 7},
		{"switched off", []output{dark}, map[randr.Output]bool{7: true}, 0},
		{"unplugged", []output{gone}, map[randr.Output]bool{7: true}, 0},
		{"another monitor in its place", []output{another}, map[randr.Output]bool{7: true}, 7},
		{"a second one beside it", []output{lit, beside}, map[randr.Output]bool{7: true}, 0},
		{"a second one in place of the first", []output{gone, beside}, map[randr.Output]bool{7: true}, 8},
		{"a second one beside one that was switched off", []output{dark, beside}, map[randr.Output]bool{7: true}, 8},
		{"a monitor without modes", []output{{id: 7, connected: true, crtcs: crtcs}}, nil, 0},
		{"no controller for it", []output{{id: 7, connected: true, modes: modes}}, nil, 0},
	} {
		if got, ok := unlit(c.now, c.connected); got.id != c.want || ok != (c.want != 0) {
			t.Errorf("%s: output %d, %v; want %d", c.name, got.id, ok, c.want)
		}
	}
}
