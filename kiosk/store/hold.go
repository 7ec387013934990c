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
	k.dropImages(map[string]bool{name: true})
	k.keepImage(name)
}

// dropImages takes images out of use.
func (k *keeper) dropImages(names map[string]bool) {
	k.images = slices.DeleteFunc(slices.Clone(k.images), func(f catalogue.File) bool { return names[f.Path] })
}

// keepImages returns the images, sorted, whose last good state is still there to be shown instead of a file that can't
// be shown, or may turn out so.
func (k *keeper) keepImages(sc scan) (names []string) {
	doubted := k.awaited.doubted(sc)
	for _, f := range k.images {
		if f.Image == nil || k.copied == nil {
			continue
		}
		last := k.lastGood(f)
		if _, doubt := doubted[f.Path]; last != nil && (doubt || f.Image.Message != "") {
			names = append(names, f.Path)
		}
	}
	return names
}

// lastGood returns the last good state of an image that is another file now, nil if there is none or its bytes have gone.
func (k *keeper) lastGood(now catalogue.File) *catalogue.Fact {
	last := k.awaited.facts[now.Path]
	if last == nil || now.Image != nil && last.Hash == now.Image.Hash || k.copied != nil && !k.copied(last.Hash) {
		return nil
	}
	return last
}

// keepImage replaces an image with its last good state, unless its present one is good.
func (k *keeper) keepImage(name string) {
	i := slices.IndexFunc(k.images, func(f catalogue.File) bool { return f.Path == name })
	now := catalogue.File{Path: name}
	if i >= 0 {
		now = k.images[i]
	}
	last := k.lastGood(now)
	switch {
	case last == nil:
	case i < 0:
		k.images = append(k.images, catalogue.File{Path: name, Image: last})
	case now.Image == nil || now.Image.Message != "":
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
