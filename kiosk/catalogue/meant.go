package catalogue

import (
	"path"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// Bounds of the search for what was meant: how many names are looked up, with how many each is
// compared, and how many letters those have at least, since very short ones are all alike.
const (
	maxSought   = 100
	maxCompared = 1_000
	minCompared = 3
)

// meant returns the existing image that a wrong name seems to mean, and the fix; "" if none does. Beyond the
// search's bound it isn't known what is meant.
func (im *images) meant(name string) (path, fix string) {
	if im.sought++; im.sought > maxSought {
		im.blind = true
		return "", ""
	}
	want, best := written(name), len(likenesses)
	for _, p := range im.paths {
		for i, l := range likenesses[:best] {
			if l.same(p, want) {
				path, best = p, i
				break
			}
		}
	}
	if path == "" {
		path = im.slip(want)
		return path, "改成 " + inQuotes(path) + "，或把图片放到 images 目录"
	}
	return path, strings.Replace(likenesses[best].fix, "%", inQuotes(path), 1)
}

// likeness is a way in which an image's name may differ from what was written.
type likeness struct {
	same func(there, want string) bool
	fix  string // with % for the image's path in quotes
}

// likenesses are tried in order.
var likenesses = []likeness{
	{func(a, b string) bool { return a == b }, "写成 %"},
	{strings.EqualFold, "大小写也要一样，改成 %"},
	{func(a, b string) bool { return strings.EqualFold(stemOf(a), stemOf(b)) }, "结尾也要一样，改成 %"},
	{func(a, b string) bool { return strings.EqualFold(path.Base(a), path.Base(b)) }, "改成 %，或把图片放到 images 目录"},
}

// written returns a path as a notice should write it: with slashes, from images/ on.
func written(name string) string {
	clean := path.Clean("/" + strings.ReplaceAll(name, `\`, "/"))
	const folder = "/images/"
	for i := range clean {
		if len(clean) >= i+len(folder) && strings.EqualFold(clean[i:i+len(folder)], folder) {
			return "images/" + clean[i+len(folder):]
		}
	}
	return "images" + clean
}

// slip returns the image whose name is a slip of the pen away, "" if none is.
func (im *images) slip(want string) string {
	stems, known := make(map[string]string), []string(nil)
	for _, p := range im.paths {
		s := strings.TrimPrefix(stemOf(p), "images/")
		if utf8.RuneCountInString(s) >= minCompared && len(known) < maxCompared {
			stems[s] = p
			known = append(known, s)
		}
	}
	return stems[diag.Suggest(strings.TrimPrefix(stemOf(want), "images/"), known)]
}
