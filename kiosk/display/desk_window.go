package display

//lint:file-ignore SA1019 as in textures.go: the loop sleeps until something happens.

import (
	"context"
	"errors"
	"image"
	"io/fs"
	"math"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"gongkai/kiosk/layout/desk"
)

// ErrNoScreen reports that there is no screen on which a window could open.
var ErrNoScreen = errors.New("there is no screen")

// ShowDesk opens an office's window and runs until ctx is done or the window is closed. It must be called on the main goroutine, once.
func ShowDesk(ctx context.Context, o Desk) error {
	if !hasScreen() {
		return ErrNoScreen
	}
	debug.SetGCPercent(20) // as in Show
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w := &deskWindow{stop: ctx.Done(), opened: make(chan struct{})}
	w.office = newOffice(o, func() time.Time { return time.Now().In(o.Kiosk.Zone).Round(0) }, ebiten.ScheduleFrame)
	defer func() { w.game.stage.easel.close() }()
	prepareEnvironment(!hasGPU(), o.Kiosk.Log)
	w.timer = time.AfterFunc(idle, ebiten.ScheduleFrame)
	defer w.timer.Stop()
	defer context.AfterFunc(ctx, ebiten.ScheduleFrame)()
	go w.forward(ctx)
	go wakeUntil(ctx, w.opened, ebiten.ScheduleFrame)

	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	ebiten.SetWindowTitle("预览　" + title)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetWindowSizeLimits(desk.Least.X, desk.Least.Y, -1, -1)
	size := deskSize(o.Size, monitorSize())
	ebiten.SetWindowSize(size.X, size.Y)
	err := ebiten.RunGameWithOptions(w, &ebiten.RunGameOptions{X11ClassName: className, X11InstanceName: className})
	if errors.Is(err, ebiten.Termination) {
		return nil
	}
	return err
}

// hasScreen reports whether a window can open. Where it can't, Ebitengine would end the program.
func hasScreen() bool {
	if runtime.GOOS != "linux" {
		return true
	}
	x, err := dial()
	if err != nil {
		return false
	}
	x.Close()
	return true
}

// deskSize returns the window's size on a monitor, CSS px: as wanted, or as much as a task bar and a frame leave.
func deskSize(want, monitor image.Point) image.Point {
	if monitor.X > 0 && monitor.Y > 0 && (want.X > monitor.X || want.Y > monitor.Y) {
		want = image.Pt(min(want.X, monitor.X-monitor.X/40), min(want.Y, monitor.Y-monitor.Y/10))
	}
	return image.Pt(max(want.X, desk.Least.X), max(want.Y, desk.Least.Y))
}

func monitorSize() image.Point {
	m := ebiten.Monitor()
	if m == nil {
		return image.Point{}
	}
	w, h := m.Size()
	return image.Pt(w, h)
}

// deskWindow is an office's window. It is drawn whole in each frame; frames follow only what happens.
type deskWindow struct {
	*office
	stop    <-chan struct{}
	opened  chan struct{} // closed by the first Update of a window that is open; nil from then on
	timer   *time.Timer
	frames  int
	tools   *ebiten.Image // the page
	glass   *ebiten.Image // the kiosk
	pressed bool          // the mouse's button is
}

// LayoutF returns the window's size in its monitor's own px, so that nothing is blurred where Windows scales.
func (w *deskWindow) LayoutF(width, height float64) (float64, float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	size := image.Pt(int(math.Round(width*scale)), int(math.Round(height*scale)))
	w.place(size, scale)
	return float64(size.X), float64(size.Y)
}

// Layout satisfies ebiten.Game; LayoutF is called in its place.
func (w *deskWindow) Layout(width, height int) (int, int) { return width, height }

// Update drives the office.
func (w *deskWindow) Update() error {
	if w.opened != nil && w.frames > 0 {
		close(w.opened)
		w.opened = nil
	}
	select {
	case <-w.stop:
		return ebiten.Termination
	default:
	}
	if w.game.shown == nil {
		return nil
	}
	if inpututil.IsKeyJustPressed(ebiten.KeyEscape) && !w.escape() {
		return ebiten.Termination
	}
	w.keys()
	if _, y := ebiten.Wheel(); y != 0 {
		w.wheel(cursor(), -y)
	}
	w.drops()
	next := w.frame(w.contacts())
	w.point()
	w.timer.Reset(next)
	return nil
}

func cursor() image.Point {
	x, y := ebiten.CursorPositionF()
	return image.Pt(int(x), int(y))
}

// keys takes the arrow keys that went down.
func (w *deskWindow) keys() {
	for k, code := range [...]ebiten.Key{leftKey: ebiten.KeyArrowLeft, rightKey: ebiten.KeyArrowRight, upKey: ebiten.KeyArrowUp, downKey: ebiten.KeyArrowDown} {
		if inpututil.IsKeyJustPressed(code) {
			w.press(key(k))
		}
	}
}

// point shows a hand over what can be clicked.
func (w *deskWindow) point() {
	shape := ebiten.CursorShapeDefault
	if _, ok := w.page.Hit(cursor()); ok {
		shape = ebiten.CursorShapePointer
	}
	if ebiten.CursorShape() != shape {
		ebiten.SetCursorShape(shape)
	}
}

// drops takes the files that were dropped on the window.
func (w *deskWindow) drops() {
	files := ebiten.DroppedFiles()
	if files == nil {
		return
	}
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		w.Kiosk.Log.Warn("dropped files", "error", err)
		return
	}
	var paths []string
	for _, e := range entries {
		if at, ok := e.(ebiten.AbsPather); ok {
			paths = append(paths, at.AbsPath())
		}
	}
	if len(paths) > 0 {
		w.Dropped(paths)
	}
}

// contacts returns what fingers and the mouse have done since the last frame.
func (w *deskWindow) contacts() []contact {
	return contactsOf(&w.pressed, func(x, y float64) image.Point { return image.Pt(int(x), int(y)) })
}

// Draw draws the page, and the kiosk over it.
func (w *deskWindow) Draw(screen *ebiten.Image) {
	w.upload()
	if w.tools != nil {
		screen.DrawImage(w.tools, &ebiten.DrawImageOptions{Blend: ebiten.BlendCopy})
	}
	if w.glass != nil {
		at, size := w.page.Plan.Glass, w.glass.Bounds().Size()
		o := ebiten.DrawImageOptions{Blend: ebiten.BlendCopy}
		if size != at.Size() {
			o.GeoM.Scale(float64(at.Dx())/float64(size.X), float64(at.Dy())/float64(size.Y))
			o.Filter = ebiten.FilterLinear
		}
		o.GeoM.Translate(float64(at.Min.X), float64(at.Min.Y))
		screen.DrawImage(w.glass, &o)
	}
	w.frames++
}

// upload brings the two pictures to the GPU, where they have changed.
func (w *deskWindow) upload() {
	if w.picture != nil {
		w.tools = resized(w.tools, w.picture.Rect.Size())
		w.tools.WritePixels(w.picture.Pix)
		w.picture = nil
	}
	if w.canvas.pic == nil {
		return
	}
	w.glass = resized(w.glass, w.canvas.size)
	for _, r := range w.dirty {
		w.glass.SubImage(r).(*ebiten.Image).WritePixels(redFirst(w.canvas.pic, r))
	}
	w.dirty = nil
}

// resized returns an image of a size: the one that there is, if it has it.
func resized(m *ebiten.Image, size image.Point) *ebiten.Image {
	if m != nil && m.Bounds().Size() == size {
		return m
	}
	if m != nil {
		m.Deallocate()
	}
	return ebiten.NewImageWithOptions(image.Rectangle{Max: size}, &ebiten.NewImageOptions{Unmanaged: true})
}

// redFirst returns the pixels of a part of a canvas' picture as Ebitengine has them.
func redFirst(m *image.RGBA, r image.Rectangle) []byte {
	pix := make([]byte, 0, 4*r.Dx()*r.Dy())
	for y := range r.Dy() {
		pix = append(pix, rowOf(m, r, y)...)
	}
	swapReds(pix)
	for i := 3; i < len(pix); i += 4 {
		pix[i] = 0xff // X has no alpha
	}
	return pix
}
