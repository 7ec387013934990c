package poster

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
	"gongkai/kiosk/typeset"
)

// The notice's slide 公告 (docs/design/README.md section 6.1): the title stands on paper, as large
// as possible; the leaf is the lower part, in landscape the right one, with the day and the
// beginning of the text. picture.go has a poster's slide.

// noticeSlide lays out the slide of the notice in view.
func (p *slide) noticeSlide() {
	at, _ := session.FindNotice(p.State, p.View.Notice)
	n := &p.State.Catalogue.Notices[p.State.OnAir[at]]
	p.it, p.open = &catalogue.Item{Title: n.Title, Breaks: n.Breaks}, build.OpenNotice(n).Screen
	p.foot.onLeaf = true
	switch {
	case session.CompositionOf(p.State) == session.UrgentSlide:
		p.urgentSlide(n)
	case n.Poster() && build.ShownImages(n.Images) > 0:
		p.pictureSlide(&n.Images[0], n)
	case p.Landscape:
		p.rightSheet(n)
	default:
		p.lowerSheet(n)
	}
}

// lowerSheet lays out the notice's slide in portrait.
func (p *slide) lowerSheet(n *catalogue.Notice) {
	leaf := page.Area(0, p.H-p.Px(800), p.W, p.Px(800))
	p.placeLeaf(leaf, page.Area(0, leaf.Min.Y+p.Px(14), p.W, p.Rule(2)))
	p.left, p.right = p.Px(72), p.W-p.Px(72)
	p.overline(page.Paper, page.Black, page.Red)
	p.paperTitle(page.Area(p.Px(66), p.Px(230), p.W-p.Px(160), leaf.Min.Y-p.Px(230)), paperTitleMost, p.Px(89), page.Paper, page.Black)
	p.beginning(n, leaf.Min.Y, p.right)
	p.invite()
}

// rightSheet lays out the notice's slide in landscape. The leaf is 840 wide, or narrower to leave
// 920 of paper.
func (p *slide) rightSheet(n *catalogue.Notice) {
	w := min(p.Px(840), p.W-p.Px(920))
	leaf := page.Area(p.W-w, 0, w, p.H)
	p.placeLeaf(leaf, page.Area(leaf.Min.X+p.Px(14), 0, p.Rule(2), p.H))
	p.left, p.right = p.Px(72), leaf.Min.X-p.Px(70)
	p.overline(page.Paper, page.Black, page.Red)
	p.paperTitle(page.Area(p.Px(68), p.Px(220), leaf.Min.X-p.Px(176), p.H-p.Px(220)), 226, p.Px(73), page.Paper, page.Black)
	p.left, p.right = leaf.Min.X+p.Px(80), p.W-p.Px(72)
	p.beginning(n, 0, p.right-p.Px(12))
	p.invite()
}

// overline sets the sender and the clock at the top of a ground.
func (p *slide) overline(ground, clock, ink page.Ink) {
	end := p.clock(p.Px(64), p.right, p.FullDateText(), ground, clock)
	n := p.placePen()
	p.fitText(p.addChrome("place", ground), p.sender(), n, p.left, p.Px(80)+n.Rise(), end-p.Px(24)-p.left, p.Px(28), ink)
}

// sender returns the line that names the centre of a notice.
func (p *slide) sender() string { return p.State.Catalogue.Centre + "　公告" }

// The largest size of a notice's title, u, which lines of four characters have in portrait, and its
// leading.
const paperTitleMost, paperTitleLeading = 230, 1.16

// paperTitle sets the title from r's top left corner on, as large as r without its foot allows, up
// to most u.
func (p *slide) paperTitle(r fixed.Rectangle26_6, most float64, foot fixed.Int26_6, ground, ink page.Ink) {
	wide, high := r.Max.X-r.Min.X, r.Max.Y-r.Min.Y-foot
	title, size := largest(p.banners(p.title(), 4, 8, 0, false), func(b banner) fixed.Int26_6 {
		return min(p.Px(most), page.Scale(wide, 1/b.long), page.Scale(high, 1/(paperTitleLeading*float64(b.lines))))
	})
	p.titleLines(title, size, r, ground, ink)
}

// titleLines sets a title from r's top left corner on, clipped at r's lower end.
func (p *slide) titleLines(title banner, size fixed.Int26_6, r fixed.Rectangle26_6, ground, ink page.Ink) {
	n := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: paperTitleLeading}
	l := p.headline(title, size, n.Line(), r.Min.X, r.Min.Y+n.Rise(), ground, ink)
	within := page.Round(page.Area(0, 0, p.W, r.Max.Y))
	l.Bounds = l.Bounds.Intersect(within)
	p.Box("title", page.Area(r.Min.X, r.Min.Y, page.Scale(size, title.long), page.Scale(size, paperTitleLeading*float64(title.lines))))
}

// How much of a notice's text stands on the leaf: up to five lines of the first paragraph, and of
// the next ones until there are four lines in all, if at least two of a paragraph fit.
const beginningLines, beginningFurther, beginningLeast = 5, 4, 2

// beginning sets the event line or the day below the leaf's top and then the beginning of the
// notice's text, in lines that end at right.
func (p *slide) beginning(n *catalogue.Notice, top, right fixed.Int26_6) {
	var at fixed.Int26_6
	if n.When == "" && n.Where == "" {
		p.dateOnLeaf(n, top+p.Pick(80, 72))
		at = top + p.Pick(190, 194)
	} else {
		at = p.eventLine(n, top+p.Px(72), right, p.Pick(64, 52)) + p.Pick(34, 36.6)
	}
	if n.Body == "" {
		return
	}
	w := right - p.left
	pen := build.Pen{Face: fonts.SansRegular, Size: p.EvenMeasure(w, p.Type(52)), Leading: 1.6}
	room := min(beginningLines, int((p.ticksTop()-p.Px(8)-at)/pen.Line()))
	if room < 1 {
		return
	}
	l, start := p.addLayer("text", page.LeafInk), at
	for i, par := range catalogue.ProseLines(n.Body) {
		text := build.Beginning(wholeWords(par), room, w, pen.Size)
		t, h := p.Paragraph(l, typeset.Paragraph{Spans: []typeset.Span{pen.Span(text)}, Measure: w, Justify: true, MaxLines: room}, pen, p.left, at, page.OnLeaf)
		at += h
		if i == 0 {
			room = min(room, beginningFurther)
		}
		if room -= len(t.Lines); room < beginningLeast {
			break
		}
	}
	l.Hug()
	p.Box("text", page.Area(p.left, start, w, at-start))
}

// eventLines is how many lines when and where have together at most.
const eventLines = 4

// eventLine sets when and where, each from a line of its own on, with the first line's top at y, and
// returns their lower end. Long ones are set smaller.
func (p *slide) eventLine(n *catalogue.Notice, y, right, size fixed.Int26_6) fixed.Int26_6 {
	pen := build.Pen{Face: fonts.SerifBlack, Size: size, Leading: 1.36}
	var par typeset.Paragraph
	pen, par = p.Shrink(build.Fit{Least: p.Px(37), Factor: .95, Height: page.Scale(size, 1.36*2.2)}, pen, func(pen build.Pen) typeset.Paragraph {
		return eventParagraph(n, pen, right-p.left)
	})
	par.MaxLines = eventLines
	l := p.addLayer("when", page.LeafInk)
	_, h := p.Paragraph(l, par, pen, p.left, y, page.OnLeaf)
	l.Hug()
	return y + h
}

// eventParagraph returns when and where as a paragraph, with a break between them.
func eventParagraph(n *catalogue.Notice, pen build.Pen, measure fixed.Int26_6) typeset.Paragraph {
	par := typeset.Paragraph{Spans: []typeset.Span{pen.Span(n.When + n.Where)}, Measure: measure, Title: true}
	if n.When != "" && n.Where != "" {
		par.Breaks = []int{utf8.RuneCountInString(n.When)}
	}
	return par
}

// apart matches the white space between words.
var apart = regexp.MustCompile(`[\s\p{Zs}]+`)

// wholeWords joins the hanzi of words that white space sets apart, so that a name in a list is not parted.
func wholeWords(line string) string {
	gaps, words := apart.FindAllString(line, -1), apart.Split(line, -1)
	if len(gaps) == 0 {
		return line
	}
	gaps = append(gaps, "")
	var b strings.Builder
	for i, w := range words {
		short, last := utf8.RuneCountInString(w) <= mostWhole, ' '
		for _, r := range w {
			if short && unicode.Is(unicode.Han, last) && unicode.Is(unicode.Han, r) {
				b.WriteRune(wordJoiner)
			}
			b.WriteRune(r)
			last = r
		}
		b.WriteString(gaps[i])
	}
	return b.String()
}

// dateOnLeaf sets the notice's date in 72 with its top at y.
func (p *slide) dateOnLeaf(n *catalogue.Notice, y fixed.Int26_6) {
	l := p.addLayer("when", page.LeafInk)
	p.Label(l, n.Date.Format("1月2日"), build.Pen{Face: fonts.SerifBlack, Size: p.Type(72), Leading: 1}, p.left, y, page.OnLeaf2)
	l.Hug()
}
