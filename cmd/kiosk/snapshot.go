package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
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
	Out          string   `placeholder:"目录" help:"图片存到哪里；没有就新建。"`
	Size         size     `default:"1080x1920" help:"画面大小，像素：宽x高。"`
	At           moment   `placeholder:"2026-10-01T08:00" help:"画面上的时间；none 表示时钟不可信。默认是现在。"`
	Text         textStep `placeholder:"1.3" help:"字的大小：1.0、1.3、1.6 或 2.0。默认照内容里的设置。"`
	HighContrast bool     `help:"黑底白字。"`
	LowReach     bool     `help:"按钮放低。"`
	Sheet        string   `placeholder:"week.png" help:"存一份《一周播出审批单》，A4 横放，可以打印：.png，或 .pdf（文字可以选中）。公告超过 6 条就分几张。"`
	From         date     `placeholder:"2026-03-09" help:"审批单从哪一天起，一共七天。默认是 --at 那一周的星期一。"`
	Whole        bool     `help:"会滚动的画面整页存成一张长图，上下的栏目只画一次。"`
	PDF          bool     `name:"pdf" help:"不存图片，存成一个 screens.pdf：一个画面一页，文字可以选中和搜索。"`
	Screens      []string `arg:"" optional:"" name:"画面" help:"${screens}；不写就是全部。名字后面可以接 @tab=2 @scroll=600 @end @sheet=takeaway @sheet=accessibility @code=2 @page=2：标签、滚动、弹出页。"`
}

func (snapshotCmd) Help() string {
	return "例：kiosk snapshot --out out --size 1920x1080 home item:6\n\n" +
		"例：kiosk snapshot --out out --whole item:4@tab=2 notice:1\n\n" +
		"例：kiosk snapshot --sheet week.png --from 2026-03-09"
}

func (c snapshotCmd) run(ctx context.Context, s streams) int {
	if err := c.wrong(); err != nil {
		fmt.Fprintf(s.err, "kiosk：%v\n用法：kiosk snapshot --help\n", err)
		return usage
	}
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
	if c.Sheet != "" {
		return c.sheet(ctx, s, st, conf)
	}
	shots, err := pick(st, c.Screens)
	if err != nil {
		fmt.Fprintf(s.err, "kiosk：%v\n", err)
		return usage
	}
	if !makeDir(s, c.Out) {
		return found
	}
	draw := easel{size: image.Point(c.Size), whole: c.Whole}
	if c.PDF {
		file := filepath.Join(c.Out, "screens.pdf")
		if err := savePDF(ctx, s.err, shots, draw, file, conf.images()); err != nil {
			return incomplete(s, err)
		}
		fmt.Fprintf(s.out, "存好 %d 个画面：%s\n", len(shots), file)
		return fine
	}
	if err := saveAll(ctx, s.err, shots, draw, c.Out, conf.images()); err != nil {
		return incomplete(s, err)
	}
	fmt.Fprintf(s.out, "存好 %d 张图片：%s\n", len(shots), c.Out)
	return fine
}

// wrong returns what is wrong with the flags together.
func (c snapshotCmd) wrong() error {
	switch {
	case c.Sheet == "" && c.Out == "":
		return errors.New("缺少选项 --out=目录；要审批单就写 --sheet=week.png")
	case c.Sheet == "" && !time.Time(c.From).IsZero():
		return errors.New("--from 只用在审批单上；加上 --sheet=week.png，或去掉 --from")
	case c.Sheet != "" && len(c.Screens) > 0:
		return fmt.Errorf("--sheet 存的是审批单，不能同时写画面“%s”；分两次来", c.Screens[0])
	case c.Sheet != "" && (c.Text > 0 || c.HighContrast || c.LowReach):
		return errors.New("审批单印的是轮播，轮播没有 --text、--high-contrast、--low-reach；去掉它们")
	case c.Sheet != "" && (c.Whole || c.PDF):
		return errors.New("--sheet 不跟 --whole、--pdf 一起用；要 PDF 就写 --sheet=week.pdf")
	case c.Sheet != "" && c.Out != "":
		return errors.New("--sheet 后面就是文件名，不用 --out；去掉 --out")
	case c.Sheet != "" && !isPDF(c.Sheet) && !strings.EqualFold(filepath.Ext(c.Sheet), ".png"):
		return fmt.Errorf("审批单存成 .png 或 .pdf，不是“%s”；写成 --sheet=week.pdf", c.Sheet)
	}
	return nil
}

// sheet saves the week on paper.
func (c snapshotCmd) sheet(ctx context.Context, s streams, st session.State, conf config) int {
	if st.Catalogue == nil {
		fmt.Fprintln(s.err, "错误：没有可以显示的内容，做不了审批单；改法：先用 kiosk check 看看内容哪里不对")
		return found
	}
	if !makeDir(s, filepath.Dir(c.Sheet)) {
		return found
	}
	files, err := c.saveWeek(ctx, s, st, conf.images())
	if err != nil {
		return incomplete(s, err)
	}
	fmt.Fprintf(s.out, "存好审批单：%s\n", strings.Join(files, "　"))
	if old := furtherSheets(c.Sheet, len(files)); len(old) > 0 {
		fmt.Fprintf(s.err, "提示：%s 不是这一次存的，多半是以前的审批单，没有动；改法：不要了就删去，免得一起打印\n", strings.Join(old, "　"))
	}
	return fine
}

// makeDir makes a directory, and reports why it can't be made.
func makeDir(s streams, dir string) (ok bool) {
	err := os.MkdirAll(dir, 0o755)
	if err != nil {
		fmt.Fprintf(s.err, "错误：建不了目录 %s（%s）；改法：换一个可以写的地方\n", diag.Printable(dir), cause(err))
	}
	return err == nil
}

// incomplete reports why not all was saved, and returns the exit code.
func incomplete(s streams, err error) int {
	switch {
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "停下了，没有存完；已经存好的文件都是完整的")
	case onlyTooHigh(err):
		fmt.Fprintln(s.err, err)
	default:
		fmt.Fprintf(s.err, "错误：图片没有存完（%s）；改法：看看磁盘空间和目录的权限\n", cause(err))
	}
	return found
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
func saveAll(ctx context.Context, progressTo io.Writer, shots []shot, draw easel, dir string, images fs.FS) error {
	todo := make(chan shot)
	done := newTally(progressTo, len(shots))
	painter := paint.New(64 << 20)
	painter.Pictures = images
	errs := make([]error, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for i := range errs {
		group.Go(func() {
			set := typeset.New()
			for sh := range todo {
				if onlyTooHigh(errs[i]) && ctx.Err() == nil {
					errs[i] = errors.Join(errs[i], save(sh, draw, dir, set, painter))
					done.step()
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

func save(sh shot, draw easel, dir string, set *typeset.Setter, painter *paint.Painter) error {
	size, pieces := draw.compose(sh.state, set)
	if size.X*size.Y > mostPixels {
		return tooHigh{sh.name, size.Y}
	}
	m := painter.Screen(size, pieces)
	return replaceFile(filepath.Join(dir, sh.name+".png"), func(to io.Writer) error { return paint.WritePNG(to, m) })
}

// tooHigh is the error of a whole page that is too high for a picture.
type tooHigh struct {
	name   string
	height int // px
}

// Error returns the message and its fix.
func (e tooHigh) Error() string {
	return fmt.Sprintf("错误：%s 整页有 %d 像素高，存不成一张图片；改法：加上 --pdf，或用 @scroll 一段一段地存", e.name, e.height)
}

// onlyTooHigh reports whether an error holds no other than such errors: other screens can be saved.
func onlyTooHigh(err error) bool {
	var high tooHigh
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		return !slices.ContainsFunc(joined.Unwrap(), func(err error) bool { return !onlyTooHigh(err) })
	}
	return err == nil || errors.As(err, &high)
}

// mostPixels limits a picture to 512 MiB of memory.
const mostPixels = 128 << 20

// easel is how screens are drawn.
type easel struct {
	size  image.Point // px
	whole bool        // as high as their content
}

// compose returns the pieces of a state's screen, scrolled to where it may rest, and the size of the picture.
func (e easel) compose(st session.State, set *typeset.Setter) (image.Point, []page.Placed) {
	p := layout.Layout(st, page.ThemeOf(st), e.size, set)
	if at := p.Scroll.Rest(st.View.Scroll); at != st.View.Scroll {
		st.View.Scroll = at
		p = layout.Layout(st, page.ThemeOf(st), e.size, set)
	}
	if e.whole {
		p, st.View.Scroll = layout.Whole(p), 0
	}
	return p.Size, motion.Compose(motion.Scene{Page: p, Scroll: min(st.View.Scroll, p.Scroll.Max), Now: st.Now, Progress: snapshotProgress})
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
