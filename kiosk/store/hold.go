package store

import (
	"bytes"
	"slices"

	"gongkai/kiosk/catalogue"
)

// hold puts the last good state of files that wait into use, or leaves new ones out.
func (k *keeper) hold(use texts, paths []string) {
	for _, path := range paths {
		if catalogue.WantsImage(path) {
			k.holdImage(path)
		} else {
			k.restore(use, path)
		}
	}
}

// holdImage puts the last good state of an image into use whatever its present one, or leaves a new one out.
func (k *keeper) holdImage(name string) {
	k.images = slices.DeleteFunc(slices.Clone(k.images), func(f catalogue.File) bool { return f.Path == name })
	k.keepImage(name)
}

// keepImage puts the last good state of an image into use, unless its present one is good.
func (k *keeper) keepImage(name string) {
	last := k.awaited.facts[name]
	if last == nil {
		return
	}
	i := slices.IndexFunc(k.images, func(f catalogue.File) bool { return f.Path == name })
	switch {
	case i < 0:
		k.images = append(k.images, catalogue.File{Path: name, Image: last})
	case k.images[i].Image == nil || k.images[i].Image.Message != "":
		k.images[i].Image = last
	}
}

// heldBack are the files whose present state isn't in use, among them those that stand as they
// were, or not at all, because the rest of them, or their images, are on their way.
func heldBack(use, disk, good texts, waits []string) []string {
	paths := held(use, disk)
	for _, path := range waits {
		g, ok := good[path]
		if (!ok || bytes.Equal(g, use[path])) && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return paths
}
