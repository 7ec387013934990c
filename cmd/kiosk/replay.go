package main

import (
	"context"
	"fmt"
	"image"
	"io"
	"log/slog"
	"strings"
	"time"
	"unicode"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
)

// replayCmd shows again what led to a crash.
type replayCmd struct {
	common
	Out    string        `placeholder:"目录" help:"把最后几个画面存成图片，不开窗口；没有这个目录就新建。"`
	Last   int           `default:"12" help:"存最后几个画面。"`
	Window size          `placeholder:"540x960" help:"窗口的大小；默认是当时画面的一半。"`
	Pace   time.Duration `default:"1s" help:"每一步停多久。"`
	File   string        `arg:"" name:"文件" help:"黑匣子，在状态目录的 blackbox 里，例如 /var/lib/kiosk/blackbox/000001.json。"`
}

func (replayCmd) Help() string {
	return "例：kiosk replay 000001.json --content /srv/kiosk/content --out 图片\n\n" +
		"要用同一份内容：版本不同，画面也可能不同。当时输入和选择了什么没有记下来，所以字号总是平常的，查找总是空的。"
}

func (c replayCmd) run(ctx context.Context, s streams) int {
	if c.Last < 1 || c.Pace <= 0 {
		fmt.Fprintln(s.err, "kiosk：--last 和 --pace 应大于 0")
		return usage
	}
	box, err := readBox(c.File)
	if err != nil {
		fmt.Fprintf(s.err, "错误：读不了黑匣子 %s（%v）；改法：用状态目录里 blackbox 下的文件，原样，不要改\n", c.File, err)
		return found
	}
	conf, ok := c.load(s)
	if !ok {
		return found
	}
	if zone, err := time.LoadLocation(box.Zone); err == nil && box.Zone != "" {
		conf.zone = zone
	}
	content := conf.read().Catalogue
	steps := box.Replay(content, conf.zone)
	io.WriteString(s.out, boxHead(box, conf.zone))
	compareRevisions(s.err, box.Revision, content)
	if c.Out != "" {
		io.WriteString(s.out, boxTable(steps, conf.zone))
		return c.save(ctx, s, conf, box, steps)
	}
	return c.play(ctx, s, conf, box, steps)
}

func readBox(path string) (blackbox.Box, error) {
	data, err := readBounded(path, blackbox.MaxSize)
	if err != nil {
		return blackbox.Box{}, err
	}
	return blackbox.Parse(data)
}

// compareRevisions warns of content that is not the one that was shown.
func compareRevisions(w io.Writer, recorded string, c *catalogue.Catalogue) {
	revision := ""
	if c != nil {
		revision = c.Revision
	}
	if revision != recorded {
		fmt.Fprintf(w, "提醒：当时的内容是 %s，现在用的是 %s，画面可能不同；改法：用 --content 给出当时的内容\n", shortRevision(recorded), shortRevision(revision))
	}
}

// pageSize returns the size of the pictures: that of the recorded page, if it is one.
func pageSize(b blackbox.Box) image.Point {
	var z size
	if z.UnmarshalText(fmt.Appendf(nil, "%dx%d", b.Width, b.Height)) != nil {
		return image.Pt(1080, 1920)
	}
	return image.Point(z)
}

// save saves the last screens that differ from the ones before.
func (c replayCmd) save(ctx context.Context, s streams, conf config, box blackbox.Box, steps []blackbox.Step) int {
	var shots []shot
	seen := session.Face{}
	for i, step := range steps {
		if face := step.State.Face(); i == 0 || face != seen {
			seen = face
			step.State.Motion = session.Motion{}
			shots = append(shots, shot{fmt.Sprintf("%03d-%s", i+1, fileName(step.On)), step.State})
		}
	}
	shots = shots[max(0, len(shots)-c.Last):]
	if !makeDir(s, c.Out) {
		return found
	}
	if err := saveAll(ctx, s.err, shots, easel{size: pageSize(box)}, c.Out, conf.images()); err != nil {
		return incomplete(s, err)
	}
	fmt.Fprintf(s.out, "存好 %d 张图片：%s\n", len(shots), c.Out)
	return fine
}

// fileName returns a screen's name as part of a file's name.
func fileName(screen string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, screen)
}

// play shows the steps in a window, and prints each as it is shown. The window stays until it is closed.
func (c replayCmd) play(ctx context.Context, s streams, conf config, box blackbox.Box, steps []blackbox.Step) int {
	window := image.Point(c.Window)
	if window == (image.Point{}) {
		window = pageSize(box).Div(2)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	states := make(chan session.State)
	go func() {
		pace := time.NewTicker(c.Pace)
		defer pace.Stop()
		for i, step := range steps {
			select {
			case states <- step.State:
			case <-ctx.Done():
				return
			}
			io.WriteString(s.out, boxRow(i, step, conf.zone))
			select {
			case <-pace.C:
			case <-ctx.Done():
				return
			}
		}
	}()
	log := slog.New(slog.DiscardHandler)
	err := display.Show(ctx, display.Options{
		Window: window, Script: states, Images: conf.images(), Zone: conf.zone, Panel: box.Panel, Proof: box.Proof, Name: box.Name, Log: log,
	})
	return ended(err, log, s)
}
