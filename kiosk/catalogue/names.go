package catalogue

import (
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	formats "gongkai/kiosk/picture"

	// One name in several normal forms and widths: Macs send NFD, input methods full width.
	"golang.org/x/text/unicode/norm"
)

// ImageNames are the images of a directory, which are found by the names that people write: with backslashes, in full
// width, in another normal form or case, without the folder, without the ending that Windows hides.
type ImageNames struct {
	there  map[string]bool
	folded map[string][]string
}

// NewImageNames returns the names of images by their paths. One that isn't UTF-8 can't be written in a notice.
func NewImageNames(paths []string) ImageNames {
	n := ImageNames{make(map[string]bool), make(map[string][]string)}
	for _, p := range slices.Sorted(slices.Values(paths)) {
		if !utf8.ValidString(p) {
			continue
		}
		n.there[p] = true
		n.folded[fold(p)] = append(n.folded[fold(p)], p)
	}
	return n
}

// Find returns the path of the image that a name means. If there is none it is the path that the name would be, "" for
// a name that can't be one.
func (n ImageNames) Find(name string) string {
	if n.there[name] {
		return name
	}
	want := written(name)
	if outside(name) {
		return ""
	}
	if found := n.near(want); found != "" {
		return found
	}
	if plain, err := url.PathUnescape(want); err == nil && plain != want && n.near(plain) != "" {
		return n.near(plain)
	}
	if WantsImage(want) && isShown(want) {
		return want
	}
	return ""
}

// near returns the image of a path that differs in nothing but its writing, or has one ending more or less.
func (n ImageNames) near(want string) string {
	for _, same := range n.folded[fold(want)] {
		if norm.NFC.String(same) == norm.NFC.String(want) {
			return same
		}
	}
	if same := n.folded[fold(want)]; len(same) > 0 {
		return same[0]
	}
	return n.otherEnding(fold(want))
}

// otherEnding returns the only image that has one ending more than a folded path, or one less.
func (n ImageNames) otherEnding(want string) string {
	var all []string
	if hasImageEnding(want) {
		all = slices.Concat(all, n.folded[stemOf(want)])
	}
	for _, ending := range formats.ShownEndings() {
		all = append(all, n.folded[want+ending]...)
	}
	if len(all) != 1 {
		return ""
	}
	return all[0]
}

// fold returns what all ways of writing one path have in common.
func fold(p string) string {
	p = strings.ToLower(norm.NFKC.String(p))
	return strings.NewReplacer("。", ".", "｡", ".", "〜", "~", " .", ".").Replace(visible(p))
}

// visible returns a name without the characters that leave nothing on the screen, and without spaces at its ends.
func visible(name string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unseen(r) || r == 0xfeff {
			return -1
		}
		return r
	}, name))
}

// alike reports whether two names look the same: what differs can't be seen, nor written otherwise.
func alike(a, b string) bool {
	return norm.NFC.String(visible(a)) == norm.NFC.String(visible(b))
}

// written returns a path as a notice should write it: with slashes, from images/ on.
func written(name string) string {
	clean := path.Clean("/" + slashed(name))
	const folder = "/images/"
	for i := range clean {
		if len(clean) >= i+len(folder) && strings.EqualFold(clean[i:i+len(folder)], folder) {
			return "images/" + clean[i+len(folder):]
		}
	}
	return "images" + clean
}

// slashed returns a name with slashes, without quotes around it and what can't be seen, and an address of a file as its
// path.
func slashed(name string) string {
	name = strings.Trim(visible(name), quoteMarks+" ")
	name = strings.NewReplacer(`\`, "/", "／", "/", "＼", "/", "∕", "/").Replace(name)
	if rest, ok := strings.CutPrefix(strings.ToLower(name), "file:"); ok {
		name = name[len(name)-len(rest):]
		if plain, err := url.PathUnescape(name); err == nil {
			name = plain
		}
	}
	if ext := endingOf(name); ext != path.Ext(name) {
		name = strings.TrimSuffix(name, ext) + "." + strings.TrimLeft(ext, "．。｡")
	}
	return name
}

const quoteMarks = `"'“”‘’＂＇「」`

// endingOf returns a name's ending with its dot, which may be a Chinese full stop or a full-width one.
func endingOf(name string) string {
	if i := strings.LastIndexAny(name, ".．。｡/"); i >= 0 && name[i] != '/' {
		return name[i:]
	}
	return ""
}

// outside reports whether a name leads to a place that isn't the folder of images: up, or another folder of the
// machine on which it was written.
func outside(name string) bool {
	s := slashed(name)
	if s == "" || slices.Contains(strings.Split(s, "/"), "..") {
		return true
	}
	return elsewhere.MatchString(s) && !strings.Contains(strings.ToLower(s), "/images/")
}

// elsewhere matches a drive's path, a server's, an address, and a path from the root through folders.
var elsewhere = regexp.MustCompile(`^[A-Za-z][:：]|^//|://|^/[^/]+/`)

// hasImageEnding reports whether a name ends as a picture does, in a format that can be shown or not.
func hasImageEnding(name string) bool { return isShown(name) || isOther(name) }

// isShown reports whether a name ends as those of a format that is shown.
func isShown(name string) bool {
	f, _ := formats.ByEnding(path.Ext(name))
	return f.Shown
}

// isOther reports whether a name ends as those of pictures that can't be shown.
func isOther(name string) bool {
	f, known := formats.ByEnding(path.Ext(name))
	return known && !f.Shown && !f.Foreign
}

// behindEnding matches what joins a name to the next one.
var behindEnding = regexp.MustCompile(`(?i)(\.(?:jpe?g|jfif|jpe|png|webp|gif|bmp|tiff?|hei[cf]))\s*(?:[|｜+＋&＆]|和|与|及|以及)\s*`)

// severalIn returns the names in a text that has more than one, each with its ending; nil for a single name.
func severalIn(text string) []string {
	text = behindEnding.ReplaceAllString(text, "$1,")
	const marks = ",，、;；\n\r\t"
	if several := namesBetween(text, marks); several != nil {
		return several
	}
	return namesBetween(text, marks+" \u3000")
}

// namesBetween returns the names between marks, nil if not all of several parts are one.
func namesBetween(text, marks string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) })
	for i := range parts {
		parts[i] = strings.Trim(parts[i], quoteMarks+" \u3000")
		if !hasImageEnding(slashed(parts[i])) {
			return nil
		}
	}
	if len(parts) < 2 || len(parts) > maxImages {
		return nil
	}
	return parts
}
