package main

import (
	"os"
	"path/filepath"
	"slices"
)

// programPlaces returns the folders in which content is looked for that isn't named: the program's, and the current one.
func programPlaces() (places []string) {
	if exe, err := os.Executable(); err == nil {
		places = append(places, filepath.Dir(exe))
	}
	if here, err := os.Getwd(); err == nil && !slices.Contains(places, here) {
		places = append(places, here)
	}
	return places
}

// contentsBeside returns the content directories of the first place that has some: the folders in it with a kiosk.toml, those
// with the usual names first, or else that place itself.
func contentsBeside(places []string) []string {
	for _, place := range places {
		var all []string
		entries, _ := os.ReadDir(place)
		for _, e := range entries {
			if dir := filepath.Join(place, e.Name()); isContent(dir) {
				all = append(all, dir)
			}
		}
		slices.SortStableFunc(all, func(a, b string) int { return rankOf(a) - rankOf(b) })
		if len(all) == 0 && isContent(place) {
			all = []string{place}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// usualNames are what content directories are called.
var usualNames = []string{"content", "内容"}

func rankOf(dir string) int {
	if i := slices.Index(usualNames, filepath.Base(dir)); i >= 0 {
		return i
	}
	return len(usualNames)
}

// isContent reports whether a folder is a content directory.
func isContent(dir string) bool {
	info, err := os.Stat(filepath.Join(dir, "kiosk.toml"))
	return err == nil && info.Mode().IsRegular()
}
