package display

import (
	"encoding/binary"
	"log/slog"
	"net"
	"path/filepath"
	"testing"
)

// messages returns Wayland messages in the machine's byte order.
func messages(words ...uint32) (b []byte) {
	for _, w := range words {
		b = binary.NativeEndian.AppendUint32(b, w)
	}
	return b
}

// TestCompositor plays a compositor: it answers, answers among other events, is silent, ends.
func TestCompositor(t *testing.T) {
	done := messages(wlCallback, 12<<16, 7, wlDisplay, 12<<16|displayDeleted, wlCallback)
	for _, c := range []struct {
		name    string
		answer  []byte
		answers bool
	}{
		{"it answers", done, true},
		{"it sends other events first", append(messages(9, 16<<16|3, 1, 2, wlDisplay, 12<<16|displayDeleted, 9), done...), true},
		{"it is stopped", nil, false},
		{"it is stopped within a message", done[:20], false},
		{"it reports an error", messages(wlDisplay, 12<<16|displayError, 0), false},
		{"its message has no room for its head", messages(wlDisplay, 4<<16, 0), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			here, there := net.Pipe()
			comp := &compositor{conn: here}
			t.Cleanup(comp.close)
			asked := make(chan []byte, 2)
			go func() {
				for range 2 {
					got := make([]byte, 12)
					if n, _ := there.Read(got); n == 12 {
						asked <- got
						there.Write(c.answer)
					}
				}
			}()
			answered := make(chan bool, 1)
			for range 2 { // the answer's number is used again
				if err := comp.ask(func() { answered <- true }); err != nil {
					t.Fatal(err)
				}
				if got := <-asked; string(got) != string(messages(wlDisplay, 12<<16, wlCallback)) {
					t.Fatalf("asked %x", got)
				}
				if !c.answers {
					if err := comp.ask(func() { t.Error("answered") }); err != errNoAnswer {
						t.Errorf("asked again without an answer: %v", err)
					}
					return
				}
				<-answered
			}
		})
	}
}

func TestFindCompositor(t *testing.T) {
	dir := t.TempDir()
	l, err := net.Listen("unix", filepath.Join(dir, "wayland-0"))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, c := range []struct {
		display string
		want    bool
	}{{"", false}, {"wayland-0", true}, {filepath.Join(dir, "wayland-0"), true}, {"wayland-1", false}} {
		env := map[string]string{"WAYLAND_DISPLAY": c.display, "XDG_RUNTIME_DIR": dir}
		comp := findCompositor(func(key string) string { return env[key] }, slog.New(slog.DiscardHandler))
		if (comp != nil) != c.want {
			t.Errorf("WAYLAND_DISPLAY=%q: %v", c.display, comp)
		}
		comp.close()
	}
	var none *compositor
	answered := false
	if err := none.ask(func() { answered = true }); err != nil || !answered {
		t.Errorf("without a compositor: %v", err)
	}
}
