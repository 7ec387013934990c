package catalogue

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	formats "gongkai/kiosk/picture"
	"gongkai/kiosk/toml"
)

// Image is a picture of a notice, or a floor plan. Its bytes are not part of the catalogue: the store returns
// them by Name, and Hash identifies the ones that are meant.
type Image struct {
	Name          string // path inside the content directory, "images/a.jpg"
	Width, Height int    // px as seen, its orientation applied
	Orientation   uint8  // EXIF's, 1 to 8: how the stored rows are turned to be seen
	Hash          string // SHA-256 of the bytes, hexadecimal
}

// Images returns the pictures that are shown, each file once: the floor plans, then those of the notices.
func (c *Catalogue) Images() []Image {
	var all []Image
	named := make(map[string]bool)
	add := func(im Image) {
		if im.Name != "" && !named[im.Name] {
			named[im.Name] = true
			all = append(all, im)
		}
	}
	for i := range c.Items {
		add(c.Items[i].Contact.Map)
	}
	for i := range c.Notices {
		for _, im := range c.Notices[i].Images {
			add(im)
		}
	}
	return all
}

// Fact is what the store found out about an image file.
type Fact struct {
	Width, Height int    // as Image's; 0 if there is a Message
	Orientation   uint8  // as Image's
	Hash          string // as Image's; "" if the file could not be read as a whole
	Code          string // the kind of problem that Message is of
	Message, Fix  string // why it can't be shown, in staff's words, behind the image's name; "" if it can
}

// WantsImage reports whether a file may be an image of a notice: images/…, with the ending of a picture.
func WantsImage(name string) bool {
	return strings.HasPrefix(name, "images/") && hasImageEnding(Original(name)) && !leftover(path.Base(name))
}

// ImagesOf returns the names of images in a file, as they are written, each once: those of a notice, or the floor plan of a
// contact; nil for any other file, a conflict copy too.
func ImagesOf(f File) []string {
	if Original(f.Path) != f.Path {
		return nil
	}
	switch kind := kindOf(f.Path); {
	case kind == noticeKind:
		var n noticeFile
		toml.Decode(f.Path, f.Data, &n)
		return imageNames(n.Images)
	case kind == itemKind && mapKey.Mentioned(f.Data):
		var it itemFile
		toml.Decode(f.Path, f.Data, &it)
		return it.Contact.images()
	case kind == settingsKind && mapKey.Mentioned(f.Data):
		var s settingsFile
		toml.Decode(f.Path, f.Data, &s)
		return s.Contact.images()
	}
	return nil
}

// images returns the name of the floor plan.
func (f *contactFile) images() []string {
	if blank(&f.Map) {
		return nil
	}
	return imageNames([]toml.Text{f.Map})
}

// imageNames returns the names in a notice's list, each once.
func imageNames(list []toml.Text) []string {
	var names []string
	for i := range list[:min(len(list), maxImages)] {
		for _, name := range namesIn(&list[i]) {
			if !slices.Contains(names, name) && len(names) < maxImages {
				names = append(names, name)
			}
		}
	}
	return names
}

// namesIn returns the name, or the several names, that an element of a notice's list has.
func namesIn(t *toml.Text) []string {
	name := strings.TrimSpace(t.V)
	if several := severalIn(name); several != nil {
		return several
	}
	if strings.ContainsFunc(name, unicode.IsControl) {
		name = strings.TrimSpace(toml.Spelled(t)) // of images\notice.jpg the language makes a line feed
	}
	return []string{name}
}

// images are the image files of a directory, and which of them are named.
type images struct {
	facts map[string]*Fact // by path; nil for one that wasn't read yet
	paths []string         // of all of them, sorted
	names ImageNames
	named map[string]bool // by a notice, or by a name that seems to mean it
	blind bool            // it isn't known which images a notice names

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
	im.names = NewImageNames(im.paths)
	return texts, im
}

// markNamed marks as named what a notice names whose file isn't read as one, because of its own name or place.
func (im *images) markNamed(f File) {
	f.Path = "notices/" + path.Base(withoutTxt(f.Path))
	for _, name := range ImagesOf(File{Path: Original(f.Path), Data: f.Data}) {
		im.named[im.names.Find(name)] = true
	}
}

// found is what a name in a notice leads to.
type found struct {
	image        Image
	shown        bool
	code         string // the kind of problem
	message, fix string // what is wrong with the name or the image; "" if nothing is
}

// find returns the image that a name means. One that is written otherwise than its file is shown, and reported.
func (im *images) find(name string) found {
	path := im.names.Find(name)
	fact := im.facts[path]
	if fact == nil {
		return im.missing(name)
	}
	im.named[path] = true
	if fact.Message != "" && isOther(path) {
		code, message, _ := wrongImage(path)
		return found{code: code, message: message, fix: "只改文件名没有用，要" + saveAs(path, path)}
	}
	if fact.Message != "" {
		return found{code: cmp.Or(fact.Code, "image-unreadable"), message: "图片 " + quoted(name) + " " + fact.Message, fix: fact.Fix}
	}
	f := found{image: Image{path, fact.Width, fact.Height, fact.Orientation, fact.Hash}, shown: true}
	if !alike(name, path) {
		f.code = "image-name"
		f.message, f.fix = "图片 "+quoted(name)+" 跟文件的名字不一样，屏幕上显示的是 "+quoted(path), nearFix(name, path)
	}
	return f
}

// nearFix returns how to bring a name and the image that it means together.
func nearFix(name, path string) string {
	want := written(name)
	switch {
	case fold(want) != fold(path) && isShown(want) && !strings.Contains(want, "%"):
		return "写成 " + inQuotes(path) + "，或把文件改名为 " + diag.Printable(base(want))
	case want != path && strings.EqualFold(want, path):
		return "大小写也要一样，写成 " + inQuotes(path)
	}
	return "写成 " + inQuotes(path)
}

func base(name string) string { return path.Base(name) }

// missing returns what is wrong with a name that no image has.
func (im *images) missing(name string) found {
	code, message, fix := wrongImage(name)
	if message == "" {
		code, message, fix = "image-missing", "图片 "+quoted(name)+" 找不到", "把图片放到 images 目录，或改正这里的文件名"
	}
	if meant, better := im.meant(name); meant != "" {
		im.named[meant] = true
		fix = better
	}
	return found{code: code, message: message, fix: fix}
}

// used returns the image files that a notice names, for the revision. One whose picture turns out
// to be broken is among them: its bytes were read, even if the picture wasn't.
func (im *images) used(texts []toml.Text) (files []File) {
	for _, name := range imageNames(texts) {
		path := im.names.Find(name)
		if fact := im.facts[path]; fact != nil && fact.Hash != "" {
			files = append(files, File{Path: path, Image: fact})
		}
	}
	return files
}

// plan returns the file of the floor plan that a contact names, for the revision.
func (im *images) plan(f *contactFile) []File {
	if blank(&f.Map) {
		return nil
	}
	return im.used([]toml.Text{f.Map})
}

// unused warns of images that no notice and no contact names.
func (r *reading) unused() {
	if r.images.blind {
		return
	}
	copies := copiesOfImages(r.images.paths)
	for _, path := range r.images.paths {
		if r.images.named[path] {
			continue
		}
		p, copied := copies.problem(File{Path: path})
		if !copied {
			p = diag.Problem{
				File: path, Severity: diag.Warning,
				Code: "image-unused", Message: "公告和平面图都没有用到这张图片", Fix: "要用就在公告的 images 里，或者 [contact] 的 map 里写上 " + inQuotes(path) + "；不用了再删去",
			}
			if isOther(path) {
				p.Fix = "要用就" + saveAs(path, path) + "；不用了再删去"
			}
		}
		r.problems = append(r.problems, p)
	}
}

// wrongImage returns what is wrong with an image's name, "" for a right one.
func wrongImage(name string) (code, message, fix string) {
	switch ext := endingOf(name); {
	case ext != "" && !hasImageEnding(slashed(name)) || isOther(name):
		return notShown(name)
	case strings.Contains(name, `\`):
		return "image-backslash", "图片 " + quoted(name) + " 的路径用了反斜杠", "把图片放到 images 目录，写成 " + example(name)
	case !fs.ValidPath(name) || !strings.HasPrefix(name, "images/"):
		return "image-outside", "图片 " + quoted(name) + " 不在 images 目录里", "把图片放到 images 目录，写成 " + example(name)
	case ext == "":
		return "image-ending", "图片 " + quoted(name) + " 没有写结尾", "文件名连结尾写全，例如 \"images/a.jpg\""
	}
	return "", "", ""
}

// notShown returns the problem of a name whose ending is of a format that isn't shown, or of none.
func notShown(name string) (code, message, fix string) {
	f, known := formats.ByEnding(path.Ext(name))
	if !known {
		return "image-unknown-format", "图片 " + quoted(name) + " 不是 " + formats.ShownNames, "只改文件名没有用，要用软件打开，另存为 JPEG，放到 images 目录，写成 " + example(stemOf(name)+".jpg")
	}
	return "image-other-format", "图片 " + quoted(name) + " 是 " + f.Name + "，不能显示", "只改文件名没有用，要" + f.Fix + "，放到 images 目录，写成 " + example(stemOf(name)+f.Makes)
}

// example returns how to write the name of an image that lies in the folder itself.
func example(name string) string {
	if in := "images/" + path.Base(written(name)); WantsImage(in) && fs.ValidPath(in) && utf8.RuneCountInString(in) <= 60 {
		return inQuotes(in)
	}
	return `"images/a.jpg"`
}

// inQuotes returns a path as TOML writes it.
func inQuotes(path string) string {
	return `"` + diag.Printable(strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(path)) + `"`
}

func quoted(name string) string { return "“" + diag.Excerpt(name, 40) + "”" }
