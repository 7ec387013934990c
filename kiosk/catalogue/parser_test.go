package catalogue

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

// TestParser: whatever changed between two readings, and whatever one file means for another, a Parser that
// is used again returns what a new one does.
func TestParser(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var p Parser
	files := dir("kiosk.toml", kioskToml, "notices/a.toml", "title = \"示例\"\ndate = 2026-11-20\nbody = \"示例\"\n")
	for i := range 8 {
		files = append(files, File{Path: fmt.Sprintf("items/%d.toml", i), Data: []byte(item(fmt.Sprint(i + 1)))})
	}
	for step := range 300 {
		f := &files[2+random.IntN(8)]
		switch text := item(fmt.Sprint(1 + random.IntN(10))); random.IntN(4) {
		case 0:
			text = text[:random.IntN(len(text))]
			fallthrough
		default:
			f.Data = []byte(text)
		case 1:
			f.Data = []byte(text + "x = 1\n")
		case 2: // nothing changed
		}
		c, problems := p.Parse(files)
		want, all := Parse(files)
		if !reflect.DeepEqual(c, want) || printed(t, problems) != printed(t, all) {
			t.Fatalf("step %d: got %+v\n%swant %+v\n%s", step, c, printed(t, problems), want, printed(t, all))
		}
	}
}
