package catalogue

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// MaxFiles is how many TOML files a content directory may hold.
const MaxFiles = 20_000

// MaxBytes is the largest TOML file that is read, in bytes.
const MaxBytes = toml.MaxBytes

// kind is what a path stands for in a content directory.
type kind uint8

const (
	otherKind kind = iota // an image, or nothing that is read
	settingsKind
	holidaysKind
	itemKind
	noticeKind
)

// Wants reports whether a file is part of the catalogue's text: kiosk.toml,
// holidays.toml, items/*.toml and notices/*.toml, among them copies that a sync conflict
// left and files that an editor named .toml.txt (Parse warns of both). What tools and
// office programs leave behind is not.
func Wants(name string) bool {
	return kindOf(name) != otherKind || kindOf(withoutTxt(name)) != otherKind
}

// withoutTxt returns a name without the .txt that Notepad appends and the file manager hides;
// any other name is returned unchanged.
func withoutTxt(name string) string {
	if ext := path.Ext(name); strings.EqualFold(ext, ".txt") {
		return strings.TrimSuffix(name, ext)
	}
	return name
}

func kindOf(name string) kind {
	dir, base := path.Split(name)
	if leftover(base) {
		return otherKind
	}
	whole := original(base)
	switch toml := strings.EqualFold(path.Ext(base), ".toml"); {
	case dir == "" && whole == "kiosk.toml":
		return settingsKind
	case dir == "" && whole == "holidays.toml":
		return holidaysKind
	case dir == "items/" && toml:
		return itemKind
	case dir == "notices/" && toml:
		return noticeKind
	}
	return otherKind
}

// leftover reports whether a file is one that sync tools, editors or office programs leave behind.
func leftover(base string) bool {
	lower := strings.ToLower(base)
	for _, head := range []string{".", "~$", "~syncthing~"} {
		if strings.HasPrefix(base, head) {
			return true
		}
	}
	for _, tail := range []string{".tmp", "~", ".bak", ".swp"} {
		if strings.HasSuffix(lower, tail) {
			return true
		}
	}
	return lower == "thumbs.db" || lower == "desktop.ini"
}

// conflict is what Syncthing puts into the name of a copy:
// 06.sync-conflict-20261120-101112-ABCDEFG.toml.
const conflict = ".sync-conflict-"

// original returns the name of the file that a conflict copy was made from; any other
// name is returned unchanged.
func original(name string) string {
	i := strings.LastIndex(name, conflict)
	if i < 0 {
		return name
	}
	return name[:i] + path.Ext(name)
}

// stemOf returns a path without its ending; sorted by it a copy, "06 - 副本.toml", follows the
// file that it was made of.
func stemOf(p string) string { return strings.TrimSuffix(p, path.Ext(p)) }

// conflictCopy reports a file that a sync conflict left; there is whether the file exists that it was made from,
// copies how many were made.
func conflictCopy(file string, there bool, copies int) diag.Problem {
	from := original(file)
	name, base := diag.Printable(from), diag.Printable(path.Base(from))
	p := diag.Problem{File: file, Severity: diag.Warning}
	switch {
	case there:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件是 " + name
		p.Fix = "对照两个文件，把要的内容留在 " + name + "，再删去这个副本"
	case copies > 1:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件 " + name + " 没有了"
		p.Fix = fmt.Sprintf("对照 %d 个副本，把要的那个改名为 %s，再删去别的副本", copies, base)
	default:
		p.Message = "这是同步冲突留下的副本，不会显示；原文件 " + name + " 没有了"
		p.Fix = "把这个副本改名为 " + base + "；确实不要了再删去"
	}
	return p
}

// dropExcess drops the last of too many files, but none that all others need.
func dropExcess(files []File) []File {
	left := len(files) - MaxFiles
	kept := slices.Clone(files)
	for i := len(kept) - 1; i >= 0 && left > 0; i-- {
		if k := kindOf(kept[i].Path); k == itemKind || k == noticeKind {
			kept = slices.Delete(kept, i, i+1)
			left--
		}
	}
	return kept
}

// sortOut sorts the files by kind and by name, and reports what is odd about the names.
// Files that are skipped for their name are of otherKind.
func sortOut(files []File) (map[kind][]File, []diag.Problem) {
	var problems []diag.Problem
	files = slices.DeleteFunc(slices.Clone(files), func(f File) bool { return !Wants(f.Path) })
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(stemOf(a.Path), stemOf(b.Path)) })
	if len(files) > MaxFiles {
		problems = append(problems, diag.Problem{File: ".", Message: fmt.Sprintf("文件太多，超过 %d 个，后面的没有读", MaxFiles), Fix: "删去不用的文件"})
		files = dropExcess(files)
	}
	sorted := make(map[kind][]File)
	there, copies := make(map[string]bool), make(map[string]int)
	for _, f := range files {
		there[f.Path] = true
		copies[original(f.Path)]++
	}
	for _, f := range files {
		if from := original(f.Path); from != f.Path {
			problems = append(problems, conflictCopy(f.Path, there[from], copies[from]))
			sorted[otherKind] = append(sorted[otherKind], f)
			continue
		}
		if to := withoutTxt(f.Path); to != f.Path {
			sorted[otherKind] = append(sorted[otherKind], f)
			problems = append(problems, diag.Problem{
				File: f.Path, Severity: diag.Warning,
				Message: "文件名末尾多了 .txt，不会显示",
				Fix:     "改名为 " + diag.Printable(path.Base(to)) + "；电脑上看不到 .txt，就先在“查看”里勾选“文件扩展名”",
			})
			continue
		}
		if !utf8.ValidString(f.Path) {
			problems = append(problems, diag.Problem{
				File: f.Path, Severity: diag.Warning,
				Message: "文件名不是 UTF-8 编码",
				Fix:     "给文件重新取名，例如 06.toml",
			})
		}
		k := kindOf(f.Path)
		sorted[k] = append(sorted[k], f)
	}
	return sorted, problems
}
