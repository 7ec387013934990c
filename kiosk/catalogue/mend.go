package catalogue

import (
	"bytes"
	"maps"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// maxMends limits how often the files are read again while they are mended: each time one layer of slips goes.
const maxMends = 40

// Mend returns the files that change, or are new, when all that is certain is mended, by path. A file that would have no
// fewer problems then is left alone.
func Mend(files []File) []File {
	now := filesByPath(files)
	changed := make(map[string]bool)
	var parser Parser // which reads changed items alone
	for range maxMends {
		_, problems := parser.Parse(slices.Collect(maps.Values(now)))
		mends := make(map[string][]diag.Mend)
		for _, p := range problems {
			if p.Mend.Certain() && !p.Accepted {
				mends[p.File] = append(mends[p.File], p.Mend)
			}
		}
		if len(mends) == 0 {
			break
		}
		for path, all := range mends {
			changed[path] = true
			for _, made := range mendFile(now, path, all) {
				changed[made] = true
			}
		}
	}
	return better(filesByPath(files), now, changed)
}

// filesByPath returns files by their paths.
func filesByPath(files []File) map[string]File {
	all := make(map[string]File, len(files))
	for _, f := range files {
		all[f.Path] = f
	}
	return all
}

// mendFile applies mends to a file among others, and returns the paths of the files that it is divided into.
func mendFile(files map[string]File, path string, mends []diag.Mend) (made []string) {
	f := files[path]
	text := strings.TrimLeft(string(f.Data), "\ufeff")
	mark := f.Data[:len(f.Data)-len(text)]
	for _, m := range mends {
		if m.NewFile != "" { // by itself: the other mends' places are those of the whole file
			files[m.NewFile] = File{Path: m.NewFile, Data: slices.Concat(mark, []byte(text[m.Start:m.End]))}
			mends, made = []diag.Mend{m}, append(made, m.NewFile)
			break
		}
	}
	mended, _ := diag.Apply(text, mends)
	f.Data = slices.Concat(mark, []byte(mended))
	files[path] = f
	return made
}

// better returns the changed files that have fewer problems than before, sorted. One that another was made from goes with it.
func better(before, now map[string]File, changed map[string]bool) (mended []File) {
	old, left := weigh(before), weigh(now)
	for path := range changed {
		was, there := before[path]
		if there && (bytes.Equal(was.Data, now[path].Data) || left[path] >= old[path]) {
			continue
		}
		mended = append(mended, now[path])
	}
	slices.SortFunc(mended, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return mended
}

// weigh counts the problems of each file that stand, errors far above the others.
func weigh(files map[string]File) map[string]int {
	_, problems := Parse(slices.Collect(maps.Values(files)))
	weight := make(map[string]int)
	for _, p := range problems {
		switch {
		case p.Accepted:
		case p.Severity == diag.Error:
			weight[p.File] += 1000
		default:
			weight[p.File]++
		}
	}
	return weight
}
