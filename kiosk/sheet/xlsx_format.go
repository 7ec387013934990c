package sheet

import (
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// format is how a cell shows its number, as far as it matters: a day, a code with zeros in front, words around it.
type format struct {
	day, clock     bool
	digits         int // zeros in front make it so long
	percent        bool
	before, behind string
	struck         bool // crossed out, by the cell's typeface
}

// format returns the format of a cell's style.
func (w *workbook) format(style int) format {
	if style < 0 || style >= len(w.formats) {
		return format{}
	}
	return w.formats[style]
}

// readStyles reads the formats of cells.
func (w *workbook) readStyles(d *xml.Decoder) error {
	codes := make(map[string]format) // of numFmt, by id
	var struck []bool                // of fonts
	inCells, inFonts := false, false
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err == nil && len(codes)+len(struck)+len(w.formats) > maxStyles {
			err = errLarge
		}
		if err != nil {
			return err
		}
		switch e := t.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "numFmt":
				codes[attr(e, "numFmtId")] = parseFormat(attr(e, "formatCode"))
			case "fonts":
				inFonts = true
			case "font":
				if inFonts {
					struck = append(struck, false)
				}
			case "strike":
				if n := len(struck); inFonts && n > 0 {
					struck[n-1] = attr(e, "val") == "" || isTrue(attr(e, "val"))
				}
			case "cellXfs":
				inCells = true
			case "xf":
				if !inCells {
					break
				}
				f, own := codes[attr(e, "numFmtId")]
				if !own {
					f = builtin(attr(e, "numFmtId"))
				}
				if i, err := strconv.Atoi(attr(e, "fontId")); err == nil && i >= 0 && i < len(struck) {
					f.struck = struck[i]
				}
				w.formats = append(w.formats, f)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "cellXfs":
				inCells = false
			case "fonts":
				inFonts = false
			}
		}
	}
}

// builtin returns a format that every program has (ECMA-376, 18.8.30; 27 to 36 and 50 to 58 are days in Chinese).
func builtin(id string) format {
	n, _ := strconv.Atoi(id)
	switch {
	case n == 9, n == 10:
		return format{percent: true}
	case n == 22:
		return format{day: true, clock: true}
	case n >= 18 && n <= 21, n >= 32 && n <= 35, n >= 45 && n <= 47, n == 55, n == 56:
		return format{clock: true}
	case n >= 14 && n <= 17, n >= 27 && n <= 36, n >= 50 && n <= 58:
		return format{day: true}
	}
	return format{}
}

var (
	// quiet is what stands in a format and is no sign of it: colours and conditions, and fill and space.
	quiet = regexp.MustCompile(`\[[^\]]*\]|_.|\*.|\\-`)
	// words are the texts in a format.
	words = regexp.MustCompile(`"([^"]*)"|\\(.)`)
	// plain is a format of digits alone, between words.
	plain  = regexp.MustCompile(`^((?:"[^"]*"|\\.)*)([0#,.?]+)(%?)((?:"[^"]*"|\\.)*)$`)
	zeroed = regexp.MustCompile(`^0{2,}$`)
)

// parseFormat reads the code of a format.
func parseFormat(code string) format {
	code, _, _ = strings.Cut(code, ";")
	elapsed := strings.Contains(strings.ToLower(code), "[h")
	code = quiet.ReplaceAllString(code, "")
	if m := plain.FindStringSubmatch(code); m != nil {
		f := format{percent: m[3] != "", before: words.ReplaceAllString(m[1], "$1$2"), behind: words.ReplaceAllString(m[4], "$1$2")}
		if zeroed.MatchString(m[2]) {
			f.digits = len(m[2])
		}
		return f
	}
	signs := strings.ToLower(words.ReplaceAllString(code, ""))
	if strings.Contains(signs, "general") || strings.Contains(signs, "e+") {
		return format{}
	}
	return format{day: strings.ContainsAny(signs, "yde") && !elapsed, clock: strings.ContainsAny(signs, "hs") || elapsed, percent: strings.Contains(signs, "%")}
}

// show returns a number as the cell shows it; a text that is no number is returned unchanged.
func (f format) show(value string, from1904 bool) string {
	n, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) {
		return value
	}
	if (f.day || f.clock) && n >= 0 && n < 2_958_466 { // the last day of the year 9999
		return f.moment(n, from1904)
	}
	if f.percent {
		return decimal(n*100) + "%"
	}
	text := decimal(n)
	if missing := f.digits - len(text); missing > 0 && !strings.ContainsAny(text, "-.") {
		text = strings.Repeat("0", missing) + text
	}
	return f.before + text + f.behind
}

// decimal returns a number without an exponent, with the 15 digits that Excel keeps: 6 for 6.0, 0.3 for 0.30000000000000004.
func decimal(n float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil || math.Abs(n) >= 1e21 {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// moment returns a count of days as a day, a time, or both. Day 60 of 1900 never was; Excel counts it.
func (f format) moment(n float64, from1904 bool) string {
	days, part := math.Modf(n)
	seconds := int(math.Round(part * 86400))
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case from1904:
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days < 60:
		epoch = epoch.AddDate(0, 0, 1)
	}
	at := epoch.AddDate(0, 0, int(days)).Add(time.Duration(seconds) * time.Second)
	switch {
	case !f.day:
		return at.Format("15:04")
	case seconds == 0:
		return at.Format(time.DateOnly)
	}
	return at.Format("2006-01-02 15:04")
}
