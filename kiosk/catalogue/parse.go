package catalogue

import (
	"runtime"
	"sync"
	"sync/atomic"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Parse reads all files of a content directory (those of Wants and WantsImage, and what a
// notice names; others are skipped) and returns what there is to show and everything that is
// wrong, sorted by place.
//
// A file with an error is left out and the others are used; in kiosk.toml a wrong
// key leaves only that key at its default. The Catalogue is nil if there is
// nothing to show: kiosk.toml can't be read or doesn't name centre and
// catalogue, or no item is left. It depends only on the files, neither on their
// order nor on a clock.
func Parse(files []File) (*Catalogue, []diag.Problem) { return new(Parser).Parse(files) }

// Parser parses one directory repeatedly: an item whose file hasn't changed since is not decoded again.
// The zero Parser is ready to use.
type Parser struct {
	Pins Pins
	rows map[string]row
}

// Pins are what a machine's own settings say of its content; content that says otherwise is an error. The zero Pins allow
// all content.
type Pins struct {
	Centre, Name string   // of Catalogue; "": any
	Hosts        []string // those that links may lead to, with all that belong to them, as HostName returns them; empty: any
}

// Parse parses the files like the package function, reusing unchanged items.
func (p *Parser) Parse(files []File) (*Catalogue, []diag.Problem) {
	files, images := splitImages(files)
	sorted, problems := sortOut(files)
	if len(files) == 0 || len(sorted) == 0 && len(problems) == 0 {
		return nil, []diag.Problem{{File: ".", Code: "directory-empty", Message: "内容目录是空的", Fix: "先看看共享盘挂上没有、路径写对没有；头一次用才用 kiosk init 生成一份，再照着改"}}
	}
	r := &reading{problems: problems, images: images, pins: p.Pins, there: make(map[string]bool, len(files))}
	for _, f := range files {
		r.there[f.Path] = true
	}
	c := r.settings(sorted[settingsKind])
	rows := r.rows(sorted[itemKind], p.rows)
	p.rows = byPath(rows)
	c.Items = r.items(rows, c.Settings.Contact)
	c.Notices = r.notices(sorted[noticeKind])
	for _, f := range sorted[otherKind] {
		r.images.markNamed(f)
	}
	c.Holidays = r.holidays(sorted[holidaysKind])
	if r.byHolidays != nil && len(sorted[holidaysKind]) == 0 {
		r.unknownHolidays(*r.byHolidays)
	}
	r.dark(c)
	r.unused()
	c.Levels = columns(c.Items)
	c.categories = group(c.Items)
	c.Revision = revision(r.used)
	if (c.Centre == "" || c.Name == "") && len(sorted[settingsKind]) > 0 && len(c.Items) > 0 {
		r.problems = append(r.problems, diag.Problem{File: "kiosk.toml", Line: 1, Column: 1, Whole: true, Code: "nothing-shown",
			Message: "读不到单位名称（centre）或目录名称（catalogue），整份内容都不会换上屏幕", Fix: "改好 kiosk.toml 里的这两项，其余的才会显示"})
	}
	diag.Sort(r.problems)
	if c.Centre == "" || c.Name == "" || len(c.Items) == 0 {
		c = nil
	}
	return c, diag.Limit(Accept(files, r.problems))
}

// reading is the state of one Parse.
type reading struct {
	problems []diag.Problem
	used     []File // the files that the revision is made of
	images   images

	there      map[string]bool // the paths of all texts
	pins       Pins
	aired      []airedNotice
	byHolidays *diag.Spot // what makes the screen's hours depend on holidays.toml; nil: nothing

	covers    func(rune) bool // set for Uncovered only
	script    Script
	uncovered []diag.Problem
}

// decode reads one file into a struct; the checks continue with the same checker.
func (r *reading) decode(f File, into any) *checker {
	c := &checker{file: f.Path, data: f.Data, images: &r.images, there: r.there, hosts: r.pins.Hosts, covers: r.covers, script: r.script}
	c.read, c.problems = toml.Decode(f.Path, f.Data, into)
	c.reword()
	c.two()
	c.form()
	return c
}

// each calls do for n files, on all cores: files are decoded independently of each other.
// covers is the caller's, so only one goroutine calls it.
func (r *reading) each(n int, do func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	if r.covers != nil {
		workers = min(n, 1)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range workers {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	group.Wait()
}

// done takes over a file's problems and reports whether the file is in use.
func (r *reading) done(f File, c *checker) bool {
	r.problems = append(r.problems, c.problems...)
	r.uncovered = append(r.uncovered, c.uncoveredProblems()...)
	if c.broken() {
		return false
	}
	r.used = append(r.used, f)
	return true
}

// Broken returns the files that their own errors keep off the screen: those whose
// last good state should replace them.
func Broken(problems []diag.Problem) map[string]bool {
	files := make(map[string]bool)
	for _, p := range problems {
		if p.Breaks() {
			files[p.File] = true
		}
	}
	return files
}
