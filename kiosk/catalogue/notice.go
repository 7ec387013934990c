package catalogue

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Notice is one 工作动态.
type Notice struct {
	File    string
	Title   string
	Breaks  []int     // rune offsets in Title where a poster or heading may break, as an item's
	Date    time.Time // midnight of the day, in UTC as all wall-clock times here
	Body    string    // prose, "\n" between its lines; "" where there is none
	Sign    Signature // of the body
	Images  []Image   // those that can be shown, in the file's order
	Publish time.Time // wall clock from which it is shown; zero: always
	Expire  time.Time // wall clock from which it no longer is; zero: never
	Pinned  bool
	Urgent  bool   // it takes the carousel over until Expire
	When    string // when it takes place, "" where absent
	Where   string // and where
	Air     []Span // the spans in which it is on air; nil: always
	Seen    Seen
}

// Poster reports whether the notice is a picture that fills the screen: one image, no body.
func (n *Notice) Poster() bool { return len(n.Images) == 1 && n.Body == "" }

// HasEvent reports whether the notice says when or where its matter takes place.
func (n *Notice) HasEvent() bool { return n.When != "" || n.Where != "" }

// noticeFile is notices/*.toml as it stands.
type noticeFile struct {
	Title   toml.Text               `toml:"title" zh:"标题,题目"`
	Date    toml.Value[toml.Moment] `toml:"date" zh:"日期,发布日期,发文日期"`
	Body    toml.Text               `toml:"body" zh:"正文,内容"`
	Issuer  toml.Text               `toml:"issuer" zh:"发布单位,落款,署名"`
	Images  []toml.Text             `toml:"images" zh:"图片"`
	Publish toml.Value[toml.Moment] `toml:"publish" zh:"上屏时间"`
	Expire  toml.Value[toml.Moment] `toml:"expire" zh:"下屏时间"`
	Pinned  toml.Value[bool]        `toml:"pinned" zh:"置顶"`
	Urgent  toml.Value[bool]        `toml:"urgent" zh:"紧急"`
	When    toml.Text               `toml:"when" zh:"时间"`
	Where   toml.Text               `toml:"where" zh:"地点"`
	Down    toml.Value[bool]        `toml:"withdrawn" zh:"撤下"`
	Air     []airFile               `toml:"air" zh:"播出时段"`
	Accept  []toml.Text             `toml:"accept" zh:"认可"`
}

// notices reads all notices and returns the unbroken ones: urgent ones first, then pinned ones,
// then the newest, then by file name.
func (r *reading) notices(files []File) []Notice {
	var all []Notice
	first := make(firsts)
	for _, file := range files {
		f, c := r.notice(file)
		n := f.notice(c, file.Path)
		if !c.broken() {
			first.compare(c, &f.Title, n)
		}
		if r.done(file, c) {
			if !f.Down.V { // a withdrawn one is read, and shown nowhere
				all = append(all, n)
				if n.Air != nil {
					r.aired = append(r.aired, airedNotice{n, f.Air[0].Place})
				}
			}
			r.used = append(r.used, r.images.used(f.Images)...)
		}
	}
	slices.SortStableFunc(all, func(a, b Notice) int {
		return cmp.Or(-cmp.Compare(b2i(a.Urgent), b2i(b.Urgent)), -cmp.Compare(b2i(a.Pinned), b2i(b.Pinned)), b.Date.Compare(a.Date))
	})
	return all
}

// notice reads a notice's file by itself.
func (r *reading) notice(file File) (noticeFile, *checker) {
	var f noticeFile
	c := r.decode(file, &f)
	blind := c.broken()
	if c.read {
		f.check(c)
	}
	if c.broken() {
		if _, check := misplaced(file, noticeKind); check != nil {
			return noticeFile{}, check
		}
	}
	r.images.blind = r.images.blind || blind
	return f, c
}

// firsts maps a title and date to the first file that has them.
type firsts map[string]string

// compare warns of a notice that an earlier file has already, like a copy beside its original: both are shown.
func (fs firsts) compare(c *checker, title *toml.Text, n Notice) {
	key := n.Title + n.Date.Format(time.DateOnly)
	if earlier, ok := fs[key]; ok {
		c.warn("notice-twice", title.At, "标题和日期跟 "+diag.Printable(earlier)+" 的一样，屏幕上两个公告都显示", "只留要的那一份，删去另一份；真是两个公告就不用改")
		return
	}
	fs[key] = n.File
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (f *noticeFile) check(c *checker) {
	c.need(&f.Title, "title", "标题", `"…"`)
	if !f.Date.Given() && !c.mistaken("date") {
		c.whole("no-date", diag.Error, "缺少“date”（日期）", "补上一行 date = 2026-03-01")
	}
	c.day("date", &f.Date)
	c.text("title", &f.Title, maxTitle)
	c.longTitle("title", &f.Title)
	c.text("body", &f.Body, maxCell)
	c.text("issuer", &f.Issuer, maxTitle)
	c.accept(f.Accept)
	if f.Down.V {
		c.mended(diag.Mend{}, diag.Hint, false, "withdrawn", f.Down.At, "这个公告已经撤下，屏幕上不显示", "要再显示就删去 withdrawn 这一行；不再需要就删去这个文件")
	}
	c.short("when", "时间", &f.When, maxEvent)
	c.short("where", "地点", &f.Where, maxEvent)
	if p, e := from(f.Publish), until(f.Expire); f.Publish.Given() && f.Expire.Given() && !p.Before(e) {
		c.err("expire-before-publish", f.Expire.At, "“expire”（下屏时间）在“publish”（上屏时间）之前", "对调两个时间，或改正其中一个")
	}
}

// from returns the moment at which a time begins: a day's first one.
func from(m toml.Value[toml.Moment]) time.Time { return m.V.Wall }

// until returns the moment at which a time ends: for a day the next day's first one.
func until(m toml.Value[toml.Moment]) time.Time {
	if m.V.Day {
		return m.V.Wall.AddDate(0, 0, 1)
	}
	return m.V.Wall
}

// notice returns what the screen needs of a file. An image that can't be shown stays off the screen, and the notice
// with it if nothing else but the title is left.
func (f *noticeFile) notice(c *checker, file string) Notice {
	body, sign := signature(f.Body.V, f.Issuer.V, f.Date.V.Wall)
	n := Notice{
		File: file, Date: f.Date.V.Wall, Body: prose(body), Sign: sign,
		Publish: from(f.Publish), Expire: until(f.Expire), Pinned: f.Pinned.V,
		Urgent: f.urgent(c), When: oneLine(f.When.V), Where: oneLine(f.Where.V), Air: f.air(c),
	}
	if n.Urgent && !f.Publish.Given() { // an alarm for tomorrow isn't one today
		n.Publish = n.Date
	}
	n.Title, n.Breaks = proseTitle(f.Title.V)
	shown, wrong := f.images(c)
	n.Images = shown
	named := slices.ContainsFunc(f.Images, func(t toml.Text) bool { return strings.TrimSpace(t.V) != "" })
	for _, p := range wrong {
		p.Part = n.Body != "" || len(n.Images) > 0 || !named
		c.add(p)
	}
	return n
}

// images returns the images that can be shown and the errors of the others, and warns of names that aren't the files'.
func (f *noticeFile) images(c *checker) (shown []Image, wrong []diag.Problem) {
	count := 0
	for i := range f.Images {
		t := &f.Images[i]
		names := namesIn(t)
		if count += len(names); count > maxImages {
			c.images.blind = true
			message := fmt.Sprintf("图片超过 %d 张，从这一张起不显示", maxImages)
			return shown, append(wrong, t.At.Problem(diag.Error, "images-many", message, "只留要紧的，或分成几个公告"))
		}
		some, others := c.element(t, names)
		shown, wrong = append(shown, some...), append(wrong, others...)
	}
	return shown, wrong
}

// element returns the images of one element of a notice's list, and the errors of those that can't be shown.
func (c *checker) element(t *toml.Text, names []string) (shown []Image, wrong []diag.Problem) {
	var paths []string
	for _, name := range names {
		found := c.images.find(name)
		paths = append(paths, cmp.Or(found.image.Name, written(name)))
		switch {
		case !found.shown:
			wrong = append(wrong, t.At.Problem(diag.Error, found.code, found.message, found.fix))
			continue
		case found.message != "" && len(names) == 1:
			c.mended(t.Replaced(found.image.Name), diag.Warning, false, found.code, t.At, found.message, found.fix)
		}
		shown = append(shown, found.image)
	}
	if len(names) > 1 {
		c.mended(several(t, paths, len(shown)), diag.Warning, false, "image-several", t.At, fmt.Sprintf("图片的一项里写了 %d 个文件名", len(names)), "一个文件名写一项，这里改成 "+inList(paths))
	}
	return shown, wrong
}

// several returns the mend of an element that names several images, if all of them are there.
func several(t *toml.Text, paths []string, shown int) diag.Mend {
	if shown < len(paths) {
		return diag.Mend{}
	}
	return t.Respelled(inList(paths))
}

// inList returns paths as elements of a list.
func inList(paths []string) string {
	quoted := make([]string, len(paths))
	for i, p := range paths {
		quoted[i] = inQuotes(p)
	}
	return strings.Join(quoted, ", ")
}

// maxImages is how many images a notice may have, and maxEvent how many characters its time and its place.
const (
	maxImages = 100
	maxEvent  = 40
)
