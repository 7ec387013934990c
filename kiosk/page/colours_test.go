package page

import (
	"image/color"
	"math"
	"testing"
)

// vision is a kind of colour vision as a matrix of linear sRGB (Machado, Oliveira and Fernandes 2009, severity 1).
type vision struct {
	name string
	m    [3][3]float64
}

var visions = []vision{
	{"all cones", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protan", [3][3]float64{{.152286, 1.052583, -.204868}, {.114503, .786281, .099216}, {-.003882, -.048116, 1.051998}}},
	{"deutan", [3][3]float64{{.367322, .860646, -.227968}, {.280085, .672501, .047413}, {-.011820, .042940, .968881}}},
	{"tritan", [3][3]float64{{1.255528, -.076749, -.178779}, {-.078411, .930809, .147602}, {.004733, .691367, .303900}}},
}

// see returns a colour in linear sRGB as the vision perceives it.
func (v vision) see(c color.RGBA) (out [3]float64) {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	for i, row := range v.m {
		out[i] = min(1, max(0, row[0]*in[0]+row[1]*in[1]+row[2]*in[2]))
	}
	return out
}

func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= .04045 {
		return f / 12.92
	}
	return math.Pow((f+.055)/1.055, 2.4)
}

// ratio returns WCAG's contrast ratio of two colours as a vision perceives them.
func (v vision) ratio(a, b color.RGBA) float64 {
	lum := func(c color.RGBA) float64 {
		s := v.see(c)
		return .2126*s[0] + .7152*s[1] + .0722*s[2]
	}
	x, y := lum(a), lum(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

// difference returns CIEDE2000 between two colours as a vision perceives them.
func (v vision) difference(a, b color.RGBA) float64 { return ciede2000(lab(v.see(a)), lab(v.see(b))) }

// lab returns CIE L*a*b* under D65.
func lab(c [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216./24389 {
			return math.Cbrt(t)
		}
		return (24389./27*t + 16) / 116
	}
	x := f((.4124564*c[0] + .3575761*c[1] + .1804375*c[2]) / .95047)
	y := f(.2126729*c[0] + .7151522*c[1] + .0721750*c[2])
	z := f((.0193339*c[0] + .1191920*c[1] + .9503041*c[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

// ciede2000 returns the colour difference of Sharma, Wu and Dalal 2005.
func ciede2000(p, q [3]float64) float64 {
	const deg = math.Pi / 180
	pow7 := func(c float64) float64 { return math.Sqrt(math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7))) }
	g := .5 * (1 - pow7((math.Hypot(p[1], p[2])+math.Hypot(q[1], q[2]))/2))
	a1, a2 := p[1]*(1+g), q[1]*(1+g)
	c1, c2 := math.Hypot(a1, p[2]), math.Hypot(a2, q[2])
	hue := func(b, a float64) float64 {
		if a == 0 && b == 0 {
			return 0
		}
		return math.Mod(math.Atan2(b, a)/deg+360, 360)
	}
	h1, h2 := hue(p[2], a1), hue(q[2], a2)
	dh, mean := h2-h1, h1+h2
	switch {
	case c1*c2 == 0:
		dh = 0
	case math.Abs(h1-h2) > 180 && h2 <= h1:
		dh, mean = dh+360, (mean+360)/2
	case math.Abs(h1-h2) > 180:
		dh, mean = dh-360, (mean-360)/2
		if h1+h2 < 360 {
			mean = (h1 + h2 + 360) / 2
		}
	default:
		mean /= 2
	}
	if math.Abs(h1-h2) > 180 && h1+h2 < 360 {
		mean = (h1 + h2 + 360) / 2
	}
	dL, dC, dH := q[0]-p[0], c2-c1, 2*math.Sqrt(c1*c2)*math.Sin(dh/2*deg)
	l, c := (p[0]+q[0])/2, (c1+c2)/2
	t := 1 - .17*math.Cos((mean-30)*deg) + .24*math.Cos(2*mean*deg) + .32*math.Cos((3*mean+6)*deg) - .20*math.Cos((4*mean-63)*deg)
	sl := 1 + .015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+.045*c, 1+.015*c*t
	rt := -math.Sin(60*math.Exp(-math.Pow((mean-275)/25, 2))*deg) * 2 * pow7(c)
	return math.Sqrt(math.Pow(dL/sl, 2) + math.Pow(dC/sc, 2) + math.Pow(dH/sh, 2) + rt*dC/sc*dH/sh)
}

// TestCIEDE2000 compares with pairs of the published test data.
func TestCIEDE2000(t *testing.T) {
	for _, c := range []struct {
		p, q [3]float64
		want float64
	}{
		{[3]float64{50, 2.6772, -79.7751}, [3]float64{50, 0, -82.7485}, 2.0425},
		{[3]float64{50, -1.3802, -84.2814}, [3]float64{50, 0, -82.7485}, 1.0000},
		{[3]float64{50, 2.5, 0}, [3]float64{73, 25, -18}, 27.1492},
		{[3]float64{50, 2.5, 0}, [3]float64{56, -27, -3}, 31.9030},
		{[3]float64{22.7233, 20.0904, -46.6940}, [3]float64{23.0331, 14.9730, -42.5619}, 2.0373},
		{[3]float64{90.9257, -0.5406, -0.9208}, [3]float64{88.6381, -0.8985, -0.7239}, 1.5381},
	} {
		if got := ciede2000(c.p, c.q); math.Abs(got-c.want) > .0001 {
			t.Errorf("%v, %v: %.4f, want %.4f", c.p, c.q, got, c.want)
		}
	}
}

// distinct is the colour difference from which on two areas side by side are told apart at a glance.
const distinct = 10

// TestColourVision compares the tokens that mean different things, as they are perceived with each kind
// of colour vision. Where two look alike a form must carry the meaning too: the design's own, which
// cmd/kiosk's TestColourNeverAlone looks for on painted pages.
func TestColourVision(t *testing.T) {
	for theme, c := range map[string]*Theme{"normal": &Normal, "high contrast": &Contrast} {
		t.Logf("%-14s %-34s%11s%11s%11s%11s", theme, "CIEDE2000", visions[0].name, visions[1].name, visions[2].name, visions[3].name)
		rest := Gold // of ticks to come, on paper
		if c == &Contrast {
			rest = RestTick
		}
		for _, pair := range []struct {
			what string
			a, b Ink
			form string // that differs beside the colour; "": the colour alone
		}{
			{"chosen tab, option / other", Red, Paper, ""},
			{"current slot / other", Red, Black, "line above it, weight"},
			{"live key / quiet key", Black, Ink2, "outline of 3 u, weight"},
			{"live outline / quiet outline", Black, Sep, "3 u against 1.5"},
			{"tick shown / to come, on paper", Red, rest, "a higher tick between them"},
			{"tick shown / to come, on the leaf", OnLeaf, RestTick, "a higher tick between them"},
			{"〔新〕 / title", Red, Black, "brackets and word"},
			{"numeral / title", Red, Black, "numeral"},
			{"match / text", Mark, Paper, "underline, weight"},
			{"disabled / text", Ink2, Black, "dashed outline, weight"},
			{"quiet mark / element", Sep, Black, "no meaning of its own"},
			{"pressed / primary", RedDown, LeafInk, "no meaning of its own"},
			{"pressed / row", Sand, Paper, "no meaning of its own"},
			{"bar / page", Mat, Paper, "lines between slots"},
			{"示例 / text", GoldInk, Black, "outline, word"},
		} {
			var seen [4]float64
			least := math.Inf(1)
			for i, v := range visions {
				seen[i] = v.difference(c[pair.a], c[pair.b])
				least = min(least, seen[i])
			}
			form := ""
			if least < distinct {
				if form = pair.form; form == "" {
					t.Errorf("%s: %s stands by its colour alone, whose difference is %.1f", theme, pair.what, least)
				}
			}
			t.Logf("  %-46s%11.1f%11.1f%11.1f%11.1f  %s", pair.what, seen[0], seen[1], seen[2], seen[3], form)
		}
	}
}

// TestContrastInAllVisions: text stays legible whatever the colour vision of its reader.
func TestContrastInAllVisions(t *testing.T) {
	for _, pair := range []struct {
		what       string
		ink, on    Ink
		normal, hc float64 // the least ratio
	}{
		{"ink / paper", Black, Paper, 7, 12}, {"ink / mat", Black, Mat, 7, 12}, {"ink2 / paper", Ink2, Paper, 7, 12}, {"ink2 / mat", Ink2, Mat, 7, 12},
		{"red / paper", Red, Paper, 7, 12}, {"red / mat", Red, Mat, 7, 12}, {"on-leaf / leaf", OnLeaf, LeafInk, 7, 12}, {"on-leaf2 / leaf", OnLeaf2, LeafInk, 4.5, 12},
		{"ink / sand, pressed", Black, Sand, 7, 0}, {"red / sand, pressed", Red, Sand, 5.5, 0}, {"ink2 / sand, pressed", Ink2, Sand, 5.5, 0},
		{"on-leaf / red-down, pressed", OnLeaf, RedDown, 7, 0}, {"gold-ink / paper", GoldInk, Paper, 6.5, 12}, {"sep / paper", Sep, Paper, 4.5, 12},
		{"red / mark", Red, Mark, 7, 0}, {"paper / mark", Paper, Mark, 0, 12}, {"paper / red-down, pressed", Paper, RedDown, 0, 12},
		{"night / black", Night, None, 0, 0},
	} {
		for i, c := range []*Theme{&Normal, &Contrast} {
			least := [2]float64{pair.normal, pair.hc}[i]
			var seen [4]float64
			for k, v := range visions {
				seen[k] = v.ratio(c[pair.ink], c[pair.on])
				// Brightness is perceived differently by a protan: a fifth is conceded, but 4.5:1 kept.
				if want := max(min(least, 4.5), least*.8); k > 0 && seen[k] < want || k == 0 && seen[k] < least-.05 {
					t.Errorf("%s, %s: %.2f:1, not %.1f", pair.what, v.name, seen[k], want)
				}
			}
			t.Logf("%-30s %-14s%7.2f%7.2f%7.2f%7.2f", pair.what, [2]string{"normal", "high contrast"}[i], seen[0], seen[1], seen[2], seen[3])
		}
	}
}
