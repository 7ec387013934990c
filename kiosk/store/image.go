package store

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/picture"
)

// Bounds of the images that notices name: how many there are, and their bytes in all. None of
// them is kept in memory.
const (
	maxImages     = 20_000
	maxImageBytes = 4 << 30
)

// imageEntry is an image as it was last read.
type imageEntry struct {
	info     fs.FileInfo // nil: it could not be read
	fact     catalogue.Fact
	gone     bool  // there is none
	arriving bool  // it, or its end, can't be had yet
	since    since // when it was first seen as info says
	final    bool  // later changes show in info
}

// gallery reads images again and again; those that have not changed since are not read twice.
type gallery struct {
	seen  map[string]imageEntry
	whole bool // they are decoded, so that every fault is found; it takes a hundred times as long
}

// scan looks into the images with these names, each once. It returns those that are there, and the
// names of those that are not, or not whole.
func (g *gallery) scan(root *os.Root, names []string, now time.Time) (files []catalogue.File, arriving []string) {
	all := make([]imageEntry, len(names))
	var unread []int
	left := int64(maxImageBytes)
	for i, name := range names {
		var known bool
		if all[i], known = g.glance(root, name, &left); !known {
			unread = append(unread, i)
		}
	}
	g.read(root, names, unread, all, now)

	g.seen = make(map[string]imageEntry, len(names))
	for i, e := range all {
		if e.gone || e.arriving {
			arriving = append(arriving, names[i])
		}
		if !e.gone {
			g.seen[names[i]] = e
			files = append(files, catalogue.File{Path: names[i], Image: &e.fact})
		}
	}
	return files, arriving
}

// glance is what can be known of an image without reading it; left are the bytes that may still
// be read.
func (g *gallery) glance(root *os.Root, name string, left *int64) (e imageEntry, known bool) {
	info, err := root.Stat(name)
	if err == nil {
		err = regular(info.Mode())
	}
	if err != nil {
		return unreadable(explain(root, name, err)), true
	}
	if info.Size() > picture.MaxBytes {
		return imageEntry{fact: factOf(picture.TooLarge)}, true
	}
	if *left -= info.Size(); *left < 0 {
		return unreadable(errImages), true
	}
	last := g.seen[name]
	return last, last.final && sameState(info, last.info)
}

// read reads images on all cores, since a first start may have thousands; decoding takes far more memory, so
// that is done by two at most.
func (g *gallery) read(root *os.Root, names []string, unread []int, all []imageEntry, now time.Time) {
	next := make(chan int)
	var group sync.WaitGroup
	most := runtime.GOMAXPROCS(0)
	if g.whole {
		most = min(most, 2)
	}
	for range min(len(unread), most) {
		group.Go(func() {
			var buf bytes.Buffer
			for i := range next {
				e, err := g.readOne(root, names[i], &buf)
				if err != nil {
					e = unreadable(explain(root, names[i], err))
				}
				all[i] = e.follow(g.seen[names[i]], now)
			}
		})
	}
	for _, i := range unread {
		next <- i
	}
	close(next)
	group.Wait()
}

// follow says since when an image, just read, is as it is.
func (e imageEntry) follow(last imageEntry, now time.Time) imageEntry {
	if e.info == nil {
		return e
	}
	e.since = last.since.renew(last.info == nil || !sameState(e.info, last.info), now)
	e.final = isFinal(e.info, e.since, now)
	return e
}

// readOne reads an image into a buffer and looks into it.
func (g *gallery) readOne(root *os.Root, name string, buf *bytes.Buffer) (e imageEntry, err error) {
	f, info, err := openRegular(root, name)
	if err != nil {
		return e, err
	}
	defer f.Close()
	e.info = info
	buf.Reset()
	buf.Grow(int(min(e.info.Size(), picture.MaxBytes)) + bytes.MinRead)
	if _, err = io.Copy(buf, io.LimitReader(f, picture.MaxBytes+1)); err != nil {
		return e, err
	}
	e.fact, e.arriving = examine(buf.Bytes(), g.whole)
	return e, nil
}

// examine is what is to be known of an image; arriving says that its end is not there yet.
func examine(data []byte, whole bool) (fact catalogue.Fact, arriving bool) {
	read := picture.Read
	if whole {
		read = picture.Check
	}
	info, fault := read(data)
	fact = catalogue.Fact{Width: info.Width, Height: info.Height, Orientation: info.Orientation}
	if fault != nil {
		fact, arriving = factOf(fault), fault.Unfinished
	}
	if len(data) <= picture.MaxBytes {
		sum := sha256.Sum256(data)
		fact.Hash = hex.EncodeToString(sum[:])
	}
	return fact, arriving
}

func factOf(f *picture.Fault) catalogue.Fact { return catalogue.Fact{Message: f.Message, Fix: f.Fix} }

var errImages = errors.New("too many bytes of images in all")

// unreadable is an image whose bytes can't be had, or that is not there.
func unreadable(err error) imageEntry {
	p := word("", err)
	fact := catalogue.Fact{Message: p.Message, Fix: p.Fix}
	switch {
	case errors.Is(err, errFolder), errors.Is(err, errPipe), errors.Is(err, errDevice):
		fact.Fix = "把它移开，放上真正的图片"
	case errors.Is(err, errImages):
		fact.Message, fact.Fix = fmt.Sprintf("没有读：所有图片合起来超过 %d GiB", maxImageBytes>>30), "把图片缩小，删去不用的公告"
	}
	fact.Message = strings.TrimSuffix(fact.Message, "，不会显示")
	return imageEntry{fact: fact, gone: errors.Is(err, errGone), arriving: !slices.ContainsFunc(unmended, func(e error) bool { return errors.Is(err, e) })}
}

// unmended are the reasons that no waiting mends.
var unmended = []error{errFolder, errPipe, errDevice, errOutside, errImages}
