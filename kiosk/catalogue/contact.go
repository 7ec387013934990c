package catalogue

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm" // full-width digits and their ASCII twins

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Contact is where a resident asks: 到哪里问. An empty field is not shown.
type Contact struct {
	Desk    string // 一楼大厅　3号窗口
	Phone   string
	Hours   string // free text
	Address string
	Map     Image      // the floor plan; its Name is "" where there is none
	At      [2]float64 // the place on Map, as shares of its width and height from the top left
	Marked  bool       // At is given
}

// Empty reports whether there is nothing to show.
func (c Contact) Empty() bool {
	return c.Desk == "" && c.Phone == "" && c.Hours == "" && c.Address == "" && c.Map.Name == ""
}

// maxContact is how many characters of a field stand in a line.
const maxContact = 40

// contactFile is a table [contact] as it stands.
type contactFile struct {
	Place   diag.Spot
	Desk    toml.Text             `toml:"desk" zh:"窗口,办理窗口,window,counter"`
	Phone   toml.Text             `toml:"phone" zh:"电话,联系电话,咨询电话,tel,telephone,mobile"`
	Hours   toml.Text             `toml:"hours" zh:"办公时间,上班时间,工作时间,时间,time,times,when"`
	Address toml.Text             `toml:"address" zh:"地址,办公地址,办理地点,地点,place,addr,location,where"`
	Map     toml.Text             `toml:"map" zh:"平面图,地图,plan"`
	At      []toml.Value[float64] `toml:"at" zh:"位置,point,position"`
}

// contactKey is a field of a contact that has words.
type contactKey struct {
	key, label string
	text       *toml.Text
	into       *string
}

// keys pairs the table's texts with the fields of a contact.
func (f *contactFile) keys(into *Contact) []contactKey {
	return []contactKey{
		{"desk", "窗口", &f.Desk, &into.Desk},
		{"phone", "电话", &f.Phone, &into.Phone},
		{"hours", "办公时间", &f.Hours, &into.Hours},
		{"address", "地址", &f.Address, &into.Address},
	}
}

// check reports what is wrong with the table by itself. The floor plan's image is plan's.
func (f *contactFile) check(c *checker) {
	for _, k := range f.keys(new(Contact)) {
		c.short(k.key, k.label, k.text, maxContact)
	}
	c.phone(&f.Phone)
	if f.At != nil && !c.faulty("at") {
		f.checkPlace(c)
	}
}

// phone warns of a number in full-width characters, which no phone dials.
func (c *checker) phone(t *toml.Text) {
	if narrow := norm.NFKC.String(t.V); narrow != t.V && wideDigit.MatchString(t.V) {
		c.mended(t.Replaced(narrow), diag.Warning, false, "wide-phone", t.At, "“phone”（电话）里的数字是全角的", "写成 phone = \""+diag.Printable(narrow)+"\"")
	}
}

var wideDigit = regexp.MustCompile(`[０-９]`)

// checkPlace reports a place on the floor plan that can't be marked.
func (f *contactFile) checkPlace(c *checker) {
	at := f.Place
	if len(f.At) > 0 {
		at = f.At[0].At
	}
	switch {
	case !f.Map.Given() && c.mistaken("map"):
	case blank(&f.Map):
		c.partly("at-without-map", at, "[contact] 里写了“at”（位置），没有写“map”（平面图）", "补上 map = \"images/一楼.png\" 这样一行，或删去 at")
	case len(f.At) != 2:
		c.partly("at-not-two", at, fmt.Sprintf("“at”（位置）要写两个数，这里是 %d 个", len(f.At)), "先写从左边算起的，再写从上边算起的，例如 at = [0.4, 0.7]")
	default:
		f.checkShares(c)
	}
}

// checkShares reports shares beyond the plan's edges; those that read as percent are converted.
func (f *contactFile) checkShares(c *checker) {
	x, y := f.At[0].V, f.At[1].V
	for _, share := range f.At {
		if share.V >= 0 && share.V <= 1 {
			continue
		}
		fix := "写占图宽、图高的几成，例如正中间写 at = [0.5, 0.5]；知道像素就除以图的宽和高"
		mend := diag.Mend{}
		if inHundred(x) && inHundred(y) {
			fix = fmt.Sprintf("写成 at = [%.3g, %.3g]", x/100, y/100)
			mend = toml.Between(&f.At[0], &f.At[1], fmt.Sprintf("%.3g, %.3g", x/100, y/100))
		}
		c.mended(mend, diag.Error, true, "at-beyond", share.At, fmt.Sprintf("“at”（位置）里的 %.6g 不在 0 和 1 之间", share.V), fix)
		return
	}
}

// inHundred reports whether a number reads as a share of a hundred.
func inHundred(v float64) bool { return v == 0 || v > 1 && v <= 100 }

// marked returns the place on the plan; ok is false for none that can be marked.
func (f *contactFile) marked() (at [2]float64, ok bool) {
	if len(f.At) != 2 {
		return at, false
	}
	for i, share := range f.At {
		if !(share.V >= 0 && share.V <= 1) {
			return [2]float64{}, false
		}
		at[i] = share.V
	}
	return at, true
}

// plan returns the floor plan that the table names, and reports why it can't be shown; its Name is "" then.
func (f *contactFile) plan(c *checker) Image {
	if blank(&f.Map) {
		return Image{}
	}
	names := namesIn(&f.Map)
	if len(names) > 1 {
		for _, name := range names {
			c.images.find(name)
		}
		c.partly("map-several", f.Map.At, fmt.Sprintf("“map”（平面图）里写了 %d 个文件名", len(names)), "只写一个，例如 map = \"images/一楼.png\"")
		return Image{}
	}
	found := c.images.find(names[0])
	switch {
	case !found.shown:
		c.partly(found.code, f.Map.At, found.message, found.fix)
	case found.message != "":
		c.mended(f.Map.Replaced(found.image.Name), diag.Warning, false, found.code, f.Map.At, found.message, found.fix)
	}
	return found.image
}

// over returns a contact in which each field of the table that is given replaces the one below it; "" hides it. The
// floor plan and the place on it are one field. Another desk or address leaves the plan below without its place, which is
// the other desk's.
func (f *contactFile) over(below Contact, plan Image) Contact {
	desk, address := below.Desk, below.Address
	for _, k := range f.keys(&below) {
		if k.text.Given() {
			*k.into = oneLine(k.text.V)
		}
	}
	elsewhere := below.Desk != desk && below.Desk != "" || below.Address != address && below.Address != ""
	if f.Map.Given() || elsewhere {
		below.At, below.Marked = [2]float64{}, false
	}
	if f.Map.Given() {
		below.Map = plan
		if at, ok := f.marked(); ok && plan.Name != "" {
			below.At, below.Marked = at, true
		}
	}
	return below
}

// own returns the texts that the table gives, for Sum; "" for none.
func (f *contactFile) own() string {
	var all []string
	for _, k := range f.keys(new(Contact)) {
		if k.text.Given() {
			all = append(all, k.key+"="+oneLine(k.text.V))
		}
	}
	return strings.Join(all, "\n")
}

// typedLines returns the lines of a short text, each as a title's.
func typedLines(text string) []string {
	var lines []string
	for l := range strings.Lines(text) {
		if l, _ := proseTitle(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// oneLine returns a short text with its lines as parts of one, set apart by a full-width space.
func oneLine(text string) string { return strings.Join(typedLines(text), "　") }

// unanswered reports how many items have nothing to show as 到哪里问, though they don't hide it themselves, and which is
// the first of them.
func (c *Catalogue) unanswered() (n int, first *Item) {
	for i := range c.Items {
		if it := &c.Items[i]; it.Contact.Empty() && it.said == "" {
			if n++; first == nil {
				first = it
			}
		}
	}
	return n, first
}

// Hints returns what the catalogue could have and lacks, one problem for all items.
func Hints(c *Catalogue) []diag.Problem {
	if c == nil {
		return nil
	}
	n, first := c.unanswered()
	if n == 0 {
		return nil
	}
	p := diag.Problem{
		File: "kiosk.toml", Line: 1, Column: 1, Whole: true, Severity: diag.Hint,
		Code: "no-contact", Message: fmt.Sprintf("%d 个事项没有“到哪里问”（窗口、电话、办公时间、地址），第一个是 %s", n, diag.Printable(first.File)),
		Fix: "在 kiosk.toml 最后写上 [contact] 这一节，所有事项都显示；只有几个事项不一样的，写在那个事项文件的最后",
	}
	return []diag.Problem{p}
}
