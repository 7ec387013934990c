package catalogue

import (
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
)

// Image is a picture of a notice. Its bytes are not part of the catalogue: the store hands
// them out by Name, and Hash tells whether they still are the ones that are meant.
type Image struct {
	Name          string // path inside the content directory, "images/a.jpg"
	Width, Height int    // px as seen, its orientation applied
	Orientation   uint8  // EXIF's, 1 to 8: how the stored rows are turned to be seen
	Hash          string // SHA-256 of the bytes, hexadecimal
}

// Fact is what the store has found out about an image file.
type Fact struct {
	Width, Height int    // as Image's; 0 where Message says why
	Orientation   uint8  // as Image's
	Hash          string // as Image's; "" if the file could not be read as a whole
	Message, Fix  string // why it can't be shown, in staff's words, behind the image's name; "" if it can
}

// imageTypes are the endings of the formats that can be shown.
var imageTypes = []string{".png", ".jpg", ".jpeg", ".webp"}

// WantsImage tells whether a file may be an image of a notice: images/…, in one of the
// formats that can be shown.
func WantsImage(name string) bool {
	return strings.HasPrefix(name, "images/") && slices.Contains(imageTypes, strings.ToLower(path.Ext(name))) &&
		!leftover(path.Base(name))
}

// ImagesOf are the paths of the images that a notice's file names, each once; nil for any other
// file. Names of no image are left out: Parse tells of them.
func ImagesOf(f File) []string {
	if kindOf(f.Path) != noticeKind {
		return nil
	}
	var n noticeFile
	diag.Decode(f.Path, f.Data, &n)
	var names []string
	for _, text := range n.Images[:min(len(n.Images), maxImages)] {
		name := imageName(text)
		if message, _ := wrongImage(name); message == "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func imageName(t diag.Text) string { return strings.TrimSpace(t.V) }

// images are the image files of a directory and which of them are named.
type images struct {
	facts  map[string]*Fact // by path; nil for one that nobody has looked into
	named  map[string]bool
	sought int  // how many names were compared with those that are there
	blind  bool // a notice can't be read, so nobody knows what it names
}

// apart takes the images out of the files.
func apart(files []File) (texts []File, im images) {
	im = images{facts: make(map[string]*Fact), named: make(map[string]bool)}
	for _, f := range files {
		if strings.HasPrefix(f.Path, "images/") {
			im.facts[f.Path] = f.Image
			continue
		}
		texts = append(texts, f)
	}
	return texts, im
}

// find is an image by its name, or what is wrong with it.
func (im *images) find(name string) (image Image, message, fix string) {
	if message, fix = wrongImage(name); message != "" {
		return image, message, fix
	}
	im.named[name] = true
	fact := im.facts[name]
	switch {
	case fact == nil:
		return image, "图片 " + quoted(name) + " 找不到", im.mend(name)
	case fact.Message != "":
		return image, "图片 " + quoted(name) + " " + fact.Message, fact.Fix
	}
	return Image{name, fact.Width, fact.Height, fact.Orientation, fact.Hash}, "", ""
}

// mend says what to do about an image that isn't there: perhaps its name is only misspelt.
func (im *images) mend(name string) string {
	const other = "把图片放到 images 目录，或改正这里的文件名"
	if im.sought++; im.sought > maxSought {
		return other
	}
	stems := make(map[string]string)
	for _, path := range slices.Sorted(maps.Keys(im.facts)) {
		if strings.EqualFold(path, name) {
			return "大小写也要一样，改成 \"" + diag.Printable(path) + "\""
		}
		if s := stem(path); utf8.RuneCountInString(s) >= minCompared && len(stems) < maxCompared {
			stems[s] = path
		}
	}
	if meant := diag.Suggest(stem(name), slices.Sorted(maps.Keys(stems))); meant != "" {
		return "改成 \"" + diag.Printable(stems[meant]) + "\"，或把图片放到 images 目录"
	}
	return other
}

// stem is what of an image's path can be misspelt.
func stem(name string) string {
	return strings.TrimSuffix(strings.TrimPrefix(name, "images/"), path.Ext(name))
}

// Bounds of the search for what was meant: of how many names, with how many each is compared,
// and of how many letters those are, as very short ones are all alike.
const (
	maxSought   = 100
	maxCompared = 1_000
	minCompared = 3
)

// use are the files of images that a notice names, for the revision. One whose picture turns out
// to be broken is among them: its bytes have been read, and the whole of it has not.
func (im *images) use(texts []diag.Text) (files []File) {
	for _, t := range texts[:min(len(texts), maxImages)] {
		name := imageName(t)
		if fact := im.facts[name]; fact != nil && fact.Hash != "" {
			files = append(files, File{Path: name, Image: fact})
		}
	}
	return files
}

// unused warns of images that no notice names.
func (r *reading) unused() {
	if r.images.blind {
		return
	}
	for path := range r.images.facts {
		if r.images.named[path] || !WantsImage(path) {
			continue
		}
		p := diag.Problem{
			File: path, Severity: diag.Warning,
			Message: "没有公告用到这张图片", Fix: "在公告的 images 里写上它，或删去它",
		}
		if from := original(path); from != path {
			p.Message = "这是同步冲突留下的副本，不会显示；原文件是 " + diag.Printable(from)
			p.Fix = "对照两张图片，把要的留作 " + diag.Printable(from) + "，再删去这个副本"
		}
		r.problems = append(r.problems, p)
	}
}

// wrongImage says what is wrong with an image's name, "" where nothing is.
func wrongImage(name string) (message, fix string) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case strings.Contains(name, `\`):
		return "图片 " + quoted(name) + " 的路径用了反斜杠", `改成“/”，例如 "images/a.jpg"`
	case !fs.ValidPath(name) || !strings.HasPrefix(name, "images/"):
		return "图片 " + quoted(name) + " 不在 images 目录里", `把图片放到 images 目录，写成 "images/a.jpg"`
	case !slices.Contains(imageTypes, ext):
		return "图片 " + quoted(name) + " 不是 PNG、JPEG 或 WebP", "换成这三种格式之一"
	}
	return "", ""
}

func quoted(name string) string { return "“" + diag.Excerpt(name, 40) + "”" }
