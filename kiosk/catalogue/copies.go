package catalogue

import (
	"cmp"
	"fmt"
	"path"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// copies sorts out which of a directory's texts are copies of others.
type copies struct {
	there map[string]string // by path, with its ending in small letters
	stems map[string]bool   // without their endings
	data  map[string][]byte
	made  map[string]int // by original: how many conflict copies of it there are
}

func copiesAmong(files []File) copies {
	c := copies{make(map[string]string, len(files)), make(map[string]bool, len(files)), make(map[string][]byte, len(files)), make(map[string]int)}
	for _, f := range files {
		c.there[lowerEnding(f.Path)], c.stems[stemOf(f.Path)], c.data[f.Path] = f.Path, true, f.Data
		if from := Original(f.Path); from != f.Path {
			c.made[from]++
		}
	}
	return c
}

func lowerEnding(p string) string { return stemOf(p) + strings.ToLower(path.Ext(p)) }

// find returns the file of a path, or one whose ending differs in case; "" if there is neither.
func (c copies) find(p string) string {
	if _, there := c.data[p]; there {
		return p
	}
	return c.there[lowerEnding(p)]
}

func copiesOfImages(paths []string) copies {
	files := make([]File, len(paths))
	for i, path := range paths {
		files[i].Path = path
	}
	return copiesAmong(files)
}

// problem reports a file that is a copy; ok is false for any other.
func (c copies) problem(f File) (p diag.Problem, ok bool) {
	if from := Original(f.Path); from != f.Path {
		there := c.find(from)
		return conflictCopy(f.Path, cmp.Or(there, from), there != "", c.made[from]), true
	}
	from, how := c.originalAmong(f.Path)
	if from == "" || !c.matches(f.Path, from, how) {
		return p, false
	}
	return besideCopy(f.Path, from, how), true
}

// matches reports whether a copy, by its name, has what its original has. One that is too broken to be compared is
// read as a file of its own, so that its faults are reported, unless a sync tool's word stands in its name.
func (c copies) matches(name, from string, how proof) bool {
	switch kindOf(name) {
	case otherKind: // an image, whose bytes aren't compared: photographs of one place are numbered too
		return how <= byMatter
	case itemKind:
		n, ok := NumberIn(c.data[name])
		of, known := NumberIn(c.data[from])
		if how == byPlace {
			return !ok || n == of || !known
		}
		return how == byMatter && ok && (n == of || !known)
	}
	a, b := matterOf(name, c.data[name]), matterOf(from, c.data[from])
	if how == byPlace {
		return a.date.IsZero() || b.date.IsZero() || a.date.Equal(b.date) || a.title == b.title
	}
	if how == byMatter && b.date.IsZero() {
		return !a.date.IsZero()
	}
	return !a.date.IsZero() && a.date.Equal(b.date) && (how == byMatter || a.title == b.title || a.body != "" && a.body == b.body)
}

// matter is what a copy of a notice has in common with its original.
type matter struct {
	title, body string
	date        time.Time
}

func matterOf(name string, data []byte) matter {
	var n noticeFile
	toml.Decode(name, data, &n)
	return matter{strings.TrimSpace(n.Title.V), strings.TrimSpace(n.Body.V), n.Date.V.Wall}
}

// conflictCopy reports a file that a sync conflict left; there is whether the file exists that it was made from,
// made how many were made.
func conflictCopy(file, from string, there bool, made int) diag.Problem {
	name, base := diag.Printable(from), diag.Printable(path.Base(from))
	p := diag.Problem{File: file, Severity: diag.Warning, Code: "conflict-copy"}
	switch {
	case there:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件是 " + name
		p.Fix = compare(file, name)
	case made > 1:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件 " + name + " 没有了"
		p.Fix = fmt.Sprintf("对照 %d 个副本，把要的那个改名为 %s，再删去别的副本", made, base)
	default:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件 " + name + " 没有了"
		p.Fix = "把这个副本改名为 " + base + "；确实不要了再删去"
	}
	return p
}

// besideCopy reports a file that is a copy because its original lies beside it.
func besideCopy(file, from string, how proof) diag.Problem {
	name := diag.Printable(from)
	p := diag.Problem{File: file, Severity: diag.Warning, Code: "copy"}
	p.Message = "这是副本，不会显示；原文件是 " + name
	p.Fix = compare(file, name)
	if how == byPlace {
		return p
	}
	switch kindOf(file) {
	case itemKind:
		p.Fix += "；真是另一项，就改序号"
	case noticeKind:
		p.Fix += "；真是另一个公告，就把这个文件改名为 另一个" + diag.Printable(path.Base(from))
	default:
		p.Fix += "；真是另一张，就在公告的 images 里写上 " + inQuotes(file)
	}
	return p
}

// compare returns how to end a conflict between a copy and the original of that name.
func compare(file, name string) string {
	if strings.HasPrefix(file, "images/") {
		return "对照两张图片，把要的留作 " + name + "，再删去这个副本"
	}
	return "对照两个文件，把要的内容留在 " + name + "，再删去这个副本"
}
