package main

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"gongkai/kiosk/layout/desk"
	"gongkai/kiosk/xdrive"
)

// step is a numbered step of the manual: words of it, and what a clerk does for it. Without do it is Explorer's, Notepad's or
// a person's alone.
type step struct {
	words string
	do    func(*clerk)
}

// walk is a section of the manual, step by step.
type walk struct {
	section string
	steps   []step
}

// clerk follows the manual on an office's PC.
type clerk struct {
	kiosk
	pc      desktop
	from    image.Point // where the window begins
	section string      // the text that is followed
	said    string      // by what was last double-clicked
	kept    string      // what a later step compares with
	before  string      // the table of all content before it was changed
	seen    *image.RGBA
	idle    *image.RGBA // the window's answers while nothing is asked
}

// contentName is what new content is called.
const contentName = "内容"

// The design's places in the window beside those of TestPreview, px.
var (
	deskNotices = image.Pt(1001, 278)
	deskHuge    = image.Pt(1329, 374)
	deskDark    = image.Pt(700, 470) // 黑底白字
	deskSheet   = image.Pt(1252, 470)
	deskBefore  = image.Pt(655, 148)
	deskLater   = image.Pt(1090, 148) // the clock's right half
	deskToday   = image.Pt(1162, 148)
	deskNowhere = image.Pt(610, 500)
	deskDay     = image.Rect(690, 125, 940, 170)
	deskHour    = image.Rect(1025, 130, 1106, 166)
	deskTold    = image.Rect(636, 176, 1560, 206) // what the day shows
	deskWhole   = image.Rectangle{Max: desk.Usual}
)

// TestPartManual follows each numbered step of the staff's manual under wine, with what make windows packs and nothing else, and
// sees what the manual says. -update renews the manual's pictures.
func TestPartManual(t *testing.T) {
	c := &clerk{pc: newDesktop(t)}
	c.kiosk = kiosk{T: t, dir: filepath.Join(c.pc.dir, contentName)}.server(desk.Usual.Add(image.Pt(deskMargin, deskMargin)))
	for i, s := range walked(manual(t)) {
		c.section = s.text
		began := time.Now()
		for _, step := range walks[i].steps {
			if step.do != nil {
				step.do(c)
			}
		}
		t.Logf("%s: %d steps in %.1f s", s.title, len(s.steps), time.Since(began).Seconds())
		if t.Failed() {
			return
		}
	}
}

// console double-clicks a file, or drops others on it, and waits for a key where it does.
func (c *clerk) console(bat string, files ...string) {
	c.Helper()
	c.said = c.pc.command(c.pc.dir, "wine", append([]string{"cmd", "/c", bat + ".bat"}, files...)...)
}

// reads checks what was printed: the manual has told it.
func (c *clerk) reads(texts ...string) {
	c.Helper()
	c.pc.says(c.said, texts...)
	for _, text := range texts {
		if !strings.Contains(c.section, text) {
			c.Errorf("the manual doesn't tell of %q", text)
		}
	}
}

// table double-clicks 导出表格 and returns the name of what it has written.
func (c *clerk) table() string {
	c.Helper()
	was := treeOf(c.T, c.pc.dir)
	c.console("导出表格")
	for name, data := range treeOf(c.T, c.pc.dir) {
		if !bytes.Equal(was[name], data) {
			return strings.TrimPrefix(name, "/")
		}
	}
	c.Fatalf("no table was written: %s", c.said)
	return ""
}

// opens double-clicks 预览.
func opens(c *clerk) { c.opensWith("预览") }

// opensWith double-clicks a file that opens the window, or drops others on it.
func (c *clerk) opensWith(bat string, files ...string) {
	c.Helper()
	for i := range files {
		files[i] = filepath.Join(c.pc.dir, files[i])
	}
	c.doubleClick(filepath.Join(c.pc.dir, bat+".bat"), files...)
	c.must(c.Damage.Settle(c.soon(), xdrive.Quiet))
	c.finds()
	if len(files) == 0 {
		c.idle = c.look(previewAnswers)
	} else {
		c.answersDifferFrom(c.idle)
	}
}

// answersDifferFrom waits until the window's answers at rest are none of those.
func (c *clerk) answersDifferFrom(those ...*image.RGBA) {
	c.Helper()
	for ctx := c.soon(); ; {
		n := c.Damage.Count()
		now := c.look(previewAnswers)
		if !slices.ContainsFunc(those, func(m *image.RGBA) bool { return same(m, now) }) {
			return
		}
		if _, err := c.Damage.Wait(ctx, n); err != nil {
			c.must(xdrive.Save(filepath.Join(c.ArtifactDir(), "answers.png"), c.picture()))
			c.Fatalf("the window's answers don't change: %v", err)
		}
	}
}

// leaves ends the window by Esc, and waits until it is gone.
func (c *clerk) leaves() {
	c.Helper()
	c.must(c.Key(xdrive.Escape))
	c.until("Esc doesn't end the window", func() bool {
		_, err := c.Window(wineClass)
		return err != nil
	})
}

// finds notes where the window is: wine moves it by a pixel after it has shown it.
func (c *clerk) finds() {
	c.Helper()
	at, err := c.Window(wineClass)
	c.must(err)
	c.from = at.Min
}

// clicks taps places in the window, and waits for each until it is drawn, and nothing more is: the pointer stays there until then.
func (c *clerk) clicks(places ...image.Point) {
	c.Helper()
	for _, p := range places {
		c.finds()
		n := c.Damage.Count()
		c.must(c.Tap(p.Add(c.from)))
		if _, err := c.Damage.Wait(c.soon(), n); err != nil {
			c.Fatalf("a click at %v changes nothing: %v", p, err)
		}
		c.must(c.Damage.Settle(c.soon(), xdrive.Quiet))
	}
}

// sees waits until the window's kiosk shows a screen as it is drawn for Linux.
func (c *clerk) sees(screen, file string, args ...string) {
	c.Helper()
	c.finds()
	part := previewGlass.Add(c.from)
	part.Min.Y += 75
	c.seesPart(c.soon(), part, belowStrip(c.drawn(screen, file, append(args, "--size", "540x960")...)))
}

// look returns a part of the window at rest.
func (c *clerk) look(part image.Rectangle) *image.RGBA {
	c.Helper()
	c.finds()
	c.must(c.Move(deskNowhere.Add(c.from))) // off the buttons, and where keys reach the window
	c.must(c.Damage.Settle(c.soon(), xdrive.Quiet))
	m, err := c.Part(part.Add(c.from))
	c.must(err)
	return m
}

// pictured keeps a picture of the window for the manual.
func (c *clerk) pictured(name string) {
	c.Helper()
	c.keep(name, c.look(deskWhole))
}

// drops drops a file of the PC's desk on the window and waits for the question.
func (c *clerk) drops(name string) {
	c.Helper()
	c.asks(filepath.Join(c.pc.dir, name), wineClass, c.from)
}

// imports answers the question with yes, waits until a file of the content has a text and the window says so, and closes that.
func (c *clerk) imports(pattern, text string) {
	c.Helper()
	asked := c.look(previewAnswers)
	c.clicks(previewYes)
	c.takes(pattern, text)
	c.answersDifferFrom(asked, c.idle)
	const most = 20 // while the window works there is nothing to close
	for range most {
		if c.clicks(previewYes); same(c.look(previewAnswers), c.idle) {
			return
		}
	}
	c.must(xdrive.Save(filepath.Join(c.ArtifactDir(), "open.png"), c.picture()))
	c.Fatal("the answer can't be closed")
}

// until waits until something is so that the window draws after.
func (c *clerk) until(what string, so func() bool) {
	c.Helper()
	for ctx := c.soon(); ; {
		n := c.Damage.Count()
		if so() {
			return
		}
		if _, err := c.Damage.Wait(ctx, n); err != nil {
			c.must(xdrive.Save(filepath.Join(c.ArtifactDir(), "until.png"), c.picture()))
			c.Fatalf("%s: %v", what, err)
		}
	}
}

// text returns a file of the content.
func (c *clerk) text(name string) string {
	c.Helper()
	data, err := os.ReadFile(c.file(name))
	c.must(err)
	return string(data)
}

// count returns how many files match a pattern from the PC's folder.
func (c *clerk) count(pattern string) int {
	files, err := filepath.Glob(filepath.Join(c.pc.dir, pattern))
	c.must(err)
	return len(files)
}

// saves replaces a text that the manual names as Notepad does, in place.
func (c *clerk) saves(name string, pairs ...string) {
	c.Helper()
	text := c.text(name)
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			c.Fatalf("%s does not hold %q", name, pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	c.must(os.WriteFile(c.file(name), []byte(text), 0o644))
}

// puts writes a file on the PC's desk.
func (c *clerk) puts(name string, data []byte) {
	c.Helper()
	c.must(os.WriteFile(filepath.Join(c.pc.dir, name), data, 0o644))
}

// renames renames a file of the PC.
func (c *clerk) renames(old, new string) {
	c.Helper()
	c.must(os.Rename(filepath.Join(c.pc.dir, old), filepath.Join(c.pc.dir, new)))
}

// fills changes cells of a table, as Excel does: sheet, cell, text.
func (c *clerk) fills(name string, cells ...string) {
	c.Helper()
	f, err := excelize.OpenFile(filepath.Join(c.pc.dir, name))
	c.must(err)
	defer f.Close()
	for i := 0; i < len(cells); i += 3 {
		c.must(f.SetCellStr(cells[i], cells[i+1], cells[i+2]))
	}
	c.must(f.Save())
}
