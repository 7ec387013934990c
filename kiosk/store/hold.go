package store

import (
	"bytes"
	"slices"

	"gongkai/kiosk/catalogue"
)

// hold replaces files that wait with their last good state, or leaves them out if they are new.
func (k *keeper) hold(use texts, paths []string) {
	for _, path := range paths {
		if catalogue.WantsImage(path) {
			k.holdImage(path)
		} else {
			k.restore(use, path)
		}
	}
}

// holdImage replaces an image with its last good state, whatever its present one is, or leaves it out if it is new.
func (k *keeper) holdImage(name string) {
	k.images = slices.DeleteFunc(slices.Clone(k.images), func(f catalogue.File) bool { return f.Path == name })
	k.keepImage(name)
}

// keepImage replaces an image with its last good state, unless its present one is good.
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

// heldBack returns the files whose present state isn't in use, including those that wait for their missing
// part or their images.
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
