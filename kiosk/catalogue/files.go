package catalogue

import (
	"cmp"
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
	return kindOf(name) != otherKind || kindOf(withoutTxt(name)) != otherKind || kindOf(Original(name)) != otherKind
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
	switch toml := strings.EqualFold(path.Ext(base), ".toml"); {
	case name == "kiosk.toml":
		return settingsKind
	case name == "holidays.toml":
		return holidaysKind
	case dir == "items/" && toml:
		return itemKind
	case dir == "notices/" && toml:
		return noticeKind
	}
	return otherKind
}

// stemOf returns a path without its ending; sorted by it a copy, "06 - 副本.toml", follows the
// file that it was made of.
func stemOf(p string) string { return strings.TrimSuffix(p, path.Ext(p)) }

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
	slices.SortFunc(files, func(a, b File) int { // a .toml before a .TOML
		return cmp.Or(strings.Compare(stemOf(a.Path), stemOf(b.Path)), strings.Compare(b.Path, a.Path))
	})
	if len(files) > MaxFiles {
		problems = append(problems, diag.Problem{File: ".", Code: "files-many", Message: fmt.Sprintf("文件太多，超过 %d 个，后面的没有读", MaxFiles), Fix: "删去不用的文件"})
		files = dropExcess(files)
	}
	sorted := make(map[kind][]File)
	copies := copiesAmong(files)
	for _, f := range files {
		if p, ok := copies.problem(f); ok {
			problems = append(problems, p)
			sorted[otherKind] = append(sorted[otherKind], f)
			continue
		}
		if to := withoutTxt(f.Path); to != f.Path {
			sorted[otherKind] = append(sorted[otherKind], f)
			problems = append(problems, diag.Problem{
				File: f.Path, Severity: diag.Warning,
				Code: "name-txt", Message: "文件名末尾多了 .txt，不会显示",
				Fix: "改名为 " + diag.Printable(path.Base(to)) + "；电脑上看不到 .txt，就先在“查看”里勾选“文件扩展名”",
			})
			continue
		}
		if !utf8.ValidString(f.Path) {
			problems = append(problems, diag.Problem{
				File: f.Path, Severity: diag.Warning,
				Code: "name-not-utf8", Message: "文件名不是 UTF-8 编码",
				Fix: "给文件重新取名，例如 06.toml",
			})
		}
		k := kindOf(f.Path)
		sorted[k] = append(sorted[k], f)
	}
	return sorted, problems
}
