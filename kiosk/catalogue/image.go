package catalogue

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Image is a picture of a notice. Its bytes are not part of the catalogue: the store returns
// them by Name, and Hash identifies the ones that are meant.
type Image struct {
	Name          string // path inside the content directory, "images/a.jpg"
	Width, Height int    // px as seen, its orientation applied
	Orientation   uint8  // EXIF's, 1 to 8: how the stored rows are turned to be seen
	Hash          string // SHA-256 of the bytes, hexadecimal
}

// Fact is what the store found out about an image file.
type Fact struct {
	Width, Height int    // as Image's; 0 if there is a Message
	Orientation   uint8  // as Image's
	Hash          string // as Image's; "" if the file could not be read as a whole
	Message, Fix  string // why it can't be shown, in staff's words, behind the image's name; "" if it can
}

// imageTypes are the endings of the formats that can be shown.
var imageTypes = []string{".png", ".jpg", ".jpeg", ".webp"}

// WantsImage reports whether a file may be an image of a notice: images/…, in one of the
// formats that can be shown.
func WantsImage(name string) bool {
	return strings.HasPrefix(name, "images/") && slices.Contains(imageTypes, strings.ToLower(path.Ext(name))) &&
		!leftover(path.Base(name))
}

// ImagesOf returns the paths of the images that a notice's file names, each once; nil for any other
// file. Names of no image are left out: Parse reports them.
func ImagesOf(f File) []string {
	if kindOf(f.Path) != noticeKind {
		return nil
	}
	var n noticeFile
	toml.Decode(f.Path, f.Data, &n)
	var names []string
	for _, text := range n.Images[:min(len(n.Images), maxImages)] {
		name := imageName(text)
		if message, _ := wrongImage(name); message == "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

func imageName(t toml.Text) string { return strings.TrimSpace(t.V) }

// images are the image files of a directory, and which of them are named.
type images struct {
	facts map[string]*Fact // by path; nil for one that wasn't read yet
	paths []string         // of those that can be shown, sorted
	named map[string]bool  // by a notice, or by a name that seems to mean it
	blind bool             // it isn't known which images a notice names

	sought int // how many names were compared with those that are there
}

// splitImages separates the images from the texts.
func splitImages(files []File) (texts []File, im images) {
	im = images{facts: make(map[string]*Fact), named: make(map[string]bool)}
	for _, f := range files {
		if !strings.HasPrefix(f.Path, "images/") {
			texts = append(texts, f)
			continue
		}
		im.facts[f.Path] = f.Image
		if WantsImage(f.Path) {
			im.paths = append(im.paths, f.Path)
		}
	}
	slices.Sort(im.paths)
	return texts, im
}

// markNamed marks as named what a notice names whose file isn't read as one, because of its own name or place.
func (im *images) markNamed(f File) {
	f.Path = "notices/" + path.Base(withoutTxt(f.Path))
	for _, name := range ImagesOf(File{Path: original(f.Path), Data: f.Data}) {
		im.named[name] = true
	}
}

// find returns an image by its name, or what is wrong with it.
func (im *images) find(name string) (image Image, message, fix string) {
	fact := im.facts[name]
	message, fix = wrongImage(name)
	switch {
	case message == "" && fact == nil:
		message, fix = "图片 "+quoted(name)+" 找不到", "把图片放到 images 目录，或改正这里的文件名"
	case message == "" && fact.Message != "":
		im.named[name] = true
		return image, "图片 " + quoted(name) + " " + fact.Message, fact.Fix
	case message == "":
		im.named[name] = true
		return Image{name, fact.Width, fact.Height, fact.Orientation, fact.Hash}, "", ""
	}
	if meant, better := im.meant(name); meant != "" {
		im.named[meant] = true
		fix = better
	}
	return image, message, fix
}

// used returns the image files that a notice names, for the revision. One whose picture turns out
// to be broken is among them: its bytes were read, even if the picture wasn't.
func (im *images) used(texts []toml.Text) (files []File) {
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
	copies := make(map[string]int)
	for _, path := range r.images.paths {
		copies[original(path)]++
	}
	for _, path := range r.images.paths {
		if r.images.named[path] {
			continue
		}
		p := diag.Problem{
			File: path, Severity: diag.Warning,
			Message: "没有公告用到这张图片", Fix: "要用就在公告的 images 里写上 " + inQuotes(path) + "；不用了再删去",
		}
		if from := original(path); from != path {
			_, there := r.images.facts[from]
			if p = conflictCopy(path, there, copies[from]); there {
				p.Fix = "对照两张图片，把要的留作 " + diag.Printable(from) + "，再删去这个副本"
			}
		}
		r.problems = append(r.problems, p)
	}
}

// wrongImage returns what is wrong with an image's name, "" for a right one.
func wrongImage(name string) (message, fix string) {
	switch ext := strings.ToLower(path.Ext(name)); {
	case ext != "" && !slices.Contains(imageTypes, ext):
		return "图片 " + quoted(name) + " 不是 PNG、JPEG 或 WebP", "只改文件名没有用，要用软件打开，另存为 JPEG，放到 images 目录，写成 " + example(stemOf(name)+".jpg")
	case strings.Contains(name, `\`):
		return "图片 " + quoted(name) + " 的路径用了反斜杠", "把图片放到 images 目录，写成 " + example(name)
	case !fs.ValidPath(name) || !strings.HasPrefix(name, "images/"):
		return "图片 " + quoted(name) + " 不在 images 目录里", "把图片放到 images 目录，写成 " + example(name)
	case ext == "":
		return "图片 " + quoted(name) + " 没有写结尾", "文件名连结尾写全，例如 \"images/a.jpg\""
	}
	return "", ""
}

// example returns how to write the name of an image that lies in the folder itself.
func example(name string) string {
	if in := "images/" + path.Base(written(name)); WantsImage(in) && fs.ValidPath(in) && utf8.RuneCountInString(in) <= 60 {
		return inQuotes(in)
	}
	return `"images/a.jpg"`
}

func inQuotes(path string) string { return `"` + diag.Printable(path) + `"` }

func quoted(name string) string { return "“" + diag.Excerpt(name, 40) + "”" }
