package catalogue

import (
	"path"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	formats "gongkai/kiosk/picture"
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
	return path, likenesses[best].fix(path, want)
}

// likeness is a way in which an image's name may differ from what was written.
type likeness struct {
	same func(there, want string) bool
	fix  func(there, want string) string
}

// likenesses are tried in order.
var likenesses = []likeness{
	{func(a, b string) bool { return fold(a) == fold(b) },
		func(there, _ string) string { return "写成 " + inQuotes(there) }},
	{func(a, b string) bool { return isShown(a) && fold(stemOf(a)) == fold(stemOf(b)) },
		func(there, _ string) string { return "结尾也要一样，改成 " + inQuotes(there) }},
	{func(a, b string) bool { return isShown(a) && fold(stemOf(stemOf(a))) == fold(b) || pointless(a, b) },
		func(there, _ string) string { return "结尾也要一样，改成 " + inQuotes(there) }},
	{func(a, b string) bool { return isShown(a) && fold(a) == fold(unfoldered(b)) },
		func(there, _ string) string { return "写成 " + inQuotes(there) }},
	{func(a, b string) bool { return isShown(a) && fold(path.Base(a)) == fold(path.Base(b)) },
		func(there, _ string) string {
			return "改成 " + inQuotes(there) + "，或把图片放到 images 目录"
		}},
	{func(a, b string) bool { return isOther(a) && fold(stemOf(a)) == fold(stemOf(b)) },
		func(there, want string) string {
			return inQuotes(there) + " 有，但这种格式不能显示：" + saveAs(there, want)
		}},
}

// pointless reports whether a name has the image's ending without its point: 门口jpg, 门口，jpg.
func pointless(there, want string) bool {
	ending := strings.TrimPrefix(fold(path.Ext(there)), ".")
	rest, ok := strings.CutSuffix(fold(want), ending)
	return ok && ending != "" && strings.TrimRight(rest, ",、· .") == fold(stemOf(there))
}

// unfoldered returns a name in whose place the folder has another sign behind it than a slash, or none.
func unfoldered(want string) string {
	name, ok := strings.CutPrefix(want, "images/images")
	if !ok {
		return want
	}
	return "images/" + strings.TrimLeft(name, ":：-_.。|>》 ")
}

// saveAs returns how to make an image that can be shown of one that can't, under the name that a notice has for it.
func saveAs(there, want string) string {
	f, known := formats.ByEnding(path.Ext(there))
	if !known {
		f.Fix, f.Makes = "用看图软件打开，另存为 JPEG", ".jpg"
	}
	makes, _ := formats.ByEnding(f.Makes)
	if w, _ := formats.ByEnding(path.Ext(want)); w.Name != makes.Name {
		want = stemOf(want) + f.Makes
	}
	return f.Fix + "，文件名写 " + diag.Printable(path.Base(want)) + "，放到 images 目录，写成 " + inQuotes(want)
}

// slip returns the image whose name is a slip of the pen away, "" if none is.
func (im *images) slip(want string) string {
	stems, known := make(map[string]string), []string(nil)
	for _, p := range im.paths {
		s := strings.TrimPrefix(stemOf(p), "images/")
		if utf8.RuneCountInString(s) >= minCompared && len(known) < maxCompared && Original(p) == p {
			stems[s] = p
			known = append(known, s)
		}
	}
	return stems[diag.Suggest(strings.TrimPrefix(stemOf(want), "images/"), known)]
}
