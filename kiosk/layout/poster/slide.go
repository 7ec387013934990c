package poster

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/session"
)

// slide is a slide of the carousel while it is laid out.
type slide struct {
	*build.Draft
	it          *catalogue.Item // of a notice only its title
	open        session.Screen  // opened by a tap
	left, right fixed.Int26_6   // margins of the text and the foot
	lowered     fixed.Int26_6   // how far a long 一级事项 moves what stands below it
	foot        footing
}

// compositions lay out the slides of each composition.
var compositions = [...]func(*slide){
	session.ShortSlide:   (*slide).shortSlide,
	session.HeadSlide:    (*slide).headSlide,
	session.FigureSlide:  (*slide).figureSlide,
	session.LongSlide:    (*slide).longSlide,
	session.AskSlide:     (*slide).askSlide,
	session.GroupSlide:   (*slide).groupSlide,
	session.IndexSlide:   (*slide).indexSlide,
	session.NoticeSlide:  (*slide).noticeSlide,
	session.PictureSlide: (*slide).noticeSlide,
	session.UrgentSlide:  (*slide).noticeSlide,
}

// Slide lays out the slide in view.
func Slide(b *build.Draft) {
	p := &slide{Draft: b, foot: usualFooting(b.Grid), it: &catalogue.Item{}}
	if b.View.Number != 0 {
		items := b.State.Catalogue.Items
		at, _ := b.State.Catalogue.Find(b.View.Number)
		p.it = &items[min(at, len(items)-1)]
		p.open = session.Screen{Kind: session.Item, Number: p.it.Number}
	}
	compositions[session.CompositionOf(b.State)](p)
	p.progress(session.SlideIndex(b.State), session.Slides(b.State))
	p.drift()
}

// placeLeaf records the leaf and its hairline.
func (p *slide) placeLeaf(leaf, hair fixed.Rectangle26_6) {
	p.Leaf = page.Leaf{Rect: page.Round(leaf), Hair: page.Round(hair)}
	p.Box("leaf", leaf)
	p.Box("leaf.line", hair)
}

// addLayer adds a layer, which Hug shrinks to its content later.
func (p *slide) addLayer(name string, ground page.Ink) *page.Layer {
	return p.Layer(name, fixed.Rectangle26_6{}, ground)
}

// addChrome adds a layer that is the same on every slide.
func (p *slide) addChrome(name string, ground page.Ink) *page.Layer {
	l := p.addLayer(name, ground)
	l.Role = page.Chrome
	return l
}
