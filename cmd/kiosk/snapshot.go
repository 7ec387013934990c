package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// snapshotCmd saves screens as pictures, without a display.
type snapshotCmd struct {
	common
	Out          string   `required:"" placeholder:"目录" help:"图片存到哪里；没有就新建。"`
	Size         size     `default:"1080x1920" help:"画面大小，像素：宽x高。"`
	At           moment   `placeholder:"2026-10-01T08:00" help:"画面上的时间；none 表示时钟不可信。默认是现在。"`
	Text         textStep `placeholder:"1.3" help:"字的大小：1.0、1.3、1.6 或 2.0。默认照内容里的设置。"`
	HighContrast bool     `help:"黑底白字。"`
	LowReach     bool     `help:"按钮放低。"`
	Screens      []string `arg:"" optional:"" name:"画面" help:"${screens}；不写就是全部。"`
}

func (snapshotCmd) Help() string {
	return "例：kiosk snapshot --out out --size 1920x1080 home item:6"
}

func (c snapshotCmd) run(ctx context.Context, s streams) int {
	conf, ok := c.load(s)
	if !ok {
		return found
	}
	snap := conf.read()
	diag.WriteText(s.err, snap.Problems)
	now, trusted := c.At.resolve(time.Now(), conf.zone)
	st := session.Step(session.Start(now, trusted), now, session.Content{Catalogue: snap.Catalogue})
	st.Mode, st.Panel, st.Proof, st.Name = c.mode(st.Mode), conf.panel, conf.proof, conf.name
	st.Machine = conf.machine(snap.Problems)
	shots, err := pick(st, c.Screens)
	if err != nil {
		fmt.Fprintf(s.err, "kiosk：%v\n", err)
		return usage
	}
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		fmt.Fprintf(s.err, "错误：建不了目录 %s（%v）；改法：换一个可以写的地方\n", c.Out, err)
		return found
	}
	if err := saveAll(ctx, shots, image.Point(c.Size), c.Out, conf.images()); err != nil {
		fmt.Fprintf(s.err, "错误：图片没有存完（%v）；改法：看看磁盘空间和目录的权限\n", err)
		return found
	}
	fmt.Fprintf(s.out, "存好 %d 张图片：%s\n", len(shots), c.Out)
	return fine
}

// mode returns the mode of the screens: the content's, changed by the flags.
func (c snapshotCmd) mode(usual session.Mode) session.Mode {
	if c.Text > 0 {
		usual.Text = float64(c.Text)
	}
	usual.Contrast, usual.LowReach = c.HighContrast, c.LowReach
	return usual
}

// textStep is a text step on the command line; 0 if it isn't given.
type textStep float64

// UnmarshalText parses 1.3.
func (t *textStep) UnmarshalText(text []byte) error {
	f, err := strconv.ParseFloat(string(text), 64)
	if err != nil || !slices.Contains([]float64{1, 1.3, 1.6, 2}, f) {
		return fmt.Errorf("字的大小应写成 1.0、1.3、1.6 或 2.0，不是“%s”", text)
	}
	*t = textStep(f)
	return nil
}

// saveAll paints and writes the pictures on all cores; images holds the content's images.
func saveAll(ctx context.Context, shots []shot, px image.Point, dir string, images fs.FS) error {
	todo := make(chan shot)
	painter := paint.New(64 << 20)
	painter.Pictures = images
	errs := make([]error, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i := range errs {
		group.Go(func() {
			set := typeset.New()
			for sh := range todo {
				if errs[i] == nil && ctx.Err() == nil {
					errs[i] = save(sh, px, dir, set, painter)
				}
			}
		})
	}
	for _, sh := range shots {
		todo <- sh
	}
	close(todo)
	group.Wait()
	return errors.Join(append(errs, ctx.Err())...)
}

func save(sh shot, px image.Point, dir string, set *typeset.Setter, painter *paint.Painter) error {
	p := layout.Layout(sh.state, page.ThemeOf(sh.state), px, set)
	m := painter.Screen(px, motion.Compose(motion.Scene{Page: p, Scroll: min(sh.state.View.Scroll, p.Scroll.Max), Now: sh.state.Now, Progress: snapshotProgress}))
	f, err := os.Create(filepath.Join(dir, sh.name+".png"))
	if err != nil {
		return err
	}
	return errors.Join(paint.WritePNG(f, m), f.Close())
}

// snapshotProgress is the progress of the current slide's tick in a picture, as in the design.
const snapshotProgress = 0.62

// size is a size on the command line, WxH.
type size image.Point

// UnmarshalText parses 1080x1920.
func (z *size) UnmarshalText(text []byte) error {
	w, h, ok := strings.Cut(string(text), "x")
	x, err1 := strconv.Atoi(w)
	y, err2 := strconv.Atoi(h)
	if !ok || err1 != nil || err2 != nil || min(x, y) < 240 || max(x, y) > 8192 {
		return fmt.Errorf("大小应写成 宽x高，例如 1080x1920，每边 240 到 8192，不是“%s”", text)
	}
	*z = size{x, y}
	return nil
}

// moment is a local time on the command line: not given, none, or a minute of a day.
type moment struct {
	given, none bool
	local       time.Time // in the centre's time zone, whatever its Location
}

// UnmarshalText parses 2026-10-01T08:00 or none.
func (m *moment) UnmarshalText(text []byte) (err error) {
	*m = moment{given: true, none: string(text) == "none"}
	if !m.none {
		m.local, err = time.Parse("2006-01-02T15:04", string(text))
	}
	if err != nil {
		return fmt.Errorf("时间应写成 2026-10-01T08:00 或 none，不是“%s”", text)
	}
	return nil
}

// resolve returns the moment in a zone, or now if it isn't given; trusted is false for none.
func (m moment) resolve(now time.Time, zone *time.Location) (t time.Time, trusted bool) {
	if !m.given || m.none {
		return now.In(zone), !m.none
	}
	l := m.local
	return time.Date(l.Year(), l.Month(), l.Day(), l.Hour(), l.Minute(), 0, 0, zone), true
}
