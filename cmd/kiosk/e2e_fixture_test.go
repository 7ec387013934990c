package main

import (
	"context"
	"encoding/json"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/xdrive"
)

// kiosk is the real program on a private X server, with its own content directory.
type kiosk struct {
	*testing.T
	*xdrive.Server
	*xdrive.Program
	ctx context.Context
	dir string
}

// No test asserts a speed: only a fault, never a busy machine, reaches these limits.
const (
	limit    = 15 * time.Minute // of a whole test
	patience = 3 * time.Minute  // of one thing that must happen
)

// open starts the program with the shipped content and waits until its first slide is at rest.
func open(t *testing.T, binary string, panel image.Point, args ...string) kiosk {
	t.Helper()
	k := kiosk{T: t, dir: filepath.Join(t.TempDir(), "content")}
	k.copyShipped()
	return k.start(binary, panel, args...)
}

func (k kiosk) copyShipped() {
	k.Helper()
	k.must(os.CopyFS(k.dir, content.FS))
}

func (k kiosk) start(binary string, panel image.Point, args ...string) kiosk {
	k.Helper()
	return k.server(panel).run(binary, args...)
}

// server returns the kiosk with a private X server, which is started with further arguments.
func (k kiosk) server(panel image.Point, more ...string) kiosk {
	k.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	k.ctx = ctx
	k.Cleanup(cancel)
	var err error
	k.Server, err = xdrive.Start(panel, more...)
	k.must(err)
	k.Cleanup(k.Server.Close)
	return k
}

// run starts the program on the server and waits until its first slide is at rest.
func (k kiosk) run(binary string, args ...string) kiosk {
	k.Helper()
	var err error
	k.Program, err = k.Launch(binary, append([]string{"run", "--content", k.dir}, args...)...)
	k.must(err)
	k.Cleanup(func() { k.End() })
	k.must(k.Ready(k.soon(), k.Program))
	k.must(k.Damage.Settle(k.soon(), xdrive.Quiet))
	return k
}

func (k kiosk) must(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

// walk taps along steps and returns the last picture.
func (k kiosk) walk(steps ...xdrive.Step) *image.RGBA {
	k.Helper()
	var m *image.RGBA
	for _, step := range steps {
		var err error
		m, err = k.Go(k.soon(), k.Program, step)
		k.must(err)
	}
	return m
}

func (k kiosk) picture() *image.RGBA {
	k.Helper()
	m, err := k.Picture()
	k.must(err)
	return m
}

// file returns a path in the content directory.
func (k kiosk) file(name string) string { return filepath.Join(k.dir, name) }

// edit replaces a text in a content file as editors save: a new file, renamed over the old one.
func (k kiosk) edit(name, old, new string) {
	k.Helper()
	data, err := os.ReadFile(k.file(name))
	k.must(err)
	if !strings.Contains(string(data), old) {
		k.Fatalf("%s does not hold %q", name, old)
	}
	k.must(os.WriteFile(k.file(".saving"), []byte(strings.Replace(string(data), old, new, 1)), 0o644))
	k.must(os.Rename(k.file(".saving"), k.file(name)))
}

// drawn returns the picture of a screen by kiosk snapshot, which the glass must show.
func (k kiosk) drawn(screen, file string, args ...string) *image.RGBA {
	k.Helper()
	out, err := os.MkdirTemp("", "kiosk-drawn-*")
	k.must(err)
	defer os.RemoveAll(out)
	cmd := exec.Command(built, append([]string{"snapshot", "--content", k.dir, "--out", out, screen}, args...)...)
	if text, err := cmd.CombinedOutput(); err != nil {
		k.Fatalf("%v\n%s", err, text)
	}
	return k.load(filepath.Join(out, file))
}

// load reads a picture.
func (k kiosk) load(path string) *image.RGBA {
	k.Helper()
	f, err := os.Open(path)
	k.must(err)
	defer f.Close()
	m, err := png.Decode(f)
	k.must(err)
	return m.(*image.RGBA)
}

// revision returns the content's revision as printed by check.
func (k kiosk) revision() string {
	k.Helper()
	out, err := exec.Command(built, "check", "--content", k.dir, "--format", "json").Output()
	k.must(err)
	var r struct{ Revision string }
	k.must(json.Unmarshal(out, &r))
	return r.Revision
}

// body returns a portrait picture without the strip above, where the clock is.
func body(m *image.RGBA) *image.RGBA {
	return crop(m, image.Rect(0, 150, m.Rect.Dx(), m.Rect.Dy()))
}

func crop(m *image.RGBA, r image.Rectangle) *image.RGBA {
	c := image.NewRGBA(image.Rectangle{Max: r.Size()})
	for y := range r.Dy() {
		from := m.PixOffset(r.Min.X, r.Min.Y+y)
		copy(c.Pix[y*c.Stride:(y+1)*c.Stride], m.Pix[from:])
	}
	return c
}

// soon returns a context that ends when patience does.
func (k kiosk) soon() context.Context {
	ctx, cancel := context.WithTimeout(k.ctx, patience)
	k.Cleanup(cancel)
	return ctx
}

// shows waits until the body of the glass equals that of a picture.
func (k kiosk) shows(ctx context.Context, want *image.RGBA) {
	k.Helper()
	want = body(want)
	for {
		n := k.Damage.Count()
		got := body(k.picture())
		if same(got, want) {
			return
		}
		if _, err := k.Damage.Wait(ctx, n); err != nil {
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "got.png"), got))
			k.must(xdrive.Save(filepath.Join(k.ArtifactDir(), "want.png"), want))
			k.Fatalf("the glass differs in %.2f %% of the pixels from the picture: %v", 100*xdrive.Changed(got, want), err)
		}
	}
}

// same compares pixels up to rounding: the graphics driver may blend a translucent layer
// one step brighter or darker.
func same(a, b *image.RGBA) bool {
	for i := range a.Pix {
		if d := int(a.Pix[i]) - int(b.Pix[i]); d < -1 || d > 1 {
			return false
		}
	}
	return true
}

// calm fails the test if the program has logged a warning or an error, other than those expected and the official text's
// two oddities.
func (k kiosk) calm(expected ...string) {
	k.Helper()
	expected = append(expected, "content problem")
	for _, line := range k.Faults() {
		if !slices.ContainsFunc(expected, func(e string) bool { return strings.Contains(line, e) }) {
			k.Errorf("logged: %s", line)
		}
	}
}

// screen returns the last screen in the log, and the sheet over it.
func (k kiosk) screen() string {
	lines := k.Log()
	for i := len(lines) - 1; i >= 0; i-- {
		if _, rest, ok := strings.Cut(lines[i], "msg=screen name="); ok {
			name, _, _ := strings.Cut(rest, " ")
			_, sheet, _ := strings.Cut(rest, "sheet=")
			return name + " sheet=" + sheet
		}
	}
	return ""
}

// seesHome waits for home in the usual mode.
func (k kiosk) seesHome() {
	k.Helper()
	k.shows(k.soon(), k.drawn("home", "home.png"))
}
