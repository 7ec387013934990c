package store

import (
	"bytes"
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

// Bounds of the images that notices name: their number, and their bytes in all. None of them stays in memory.
const (
	maxImages     = 20_000
	maxImageBytes = 4 << 30
)

// imageEntry is an image as it was last read.
type imageEntry struct {
	info     fs.FileInfo // nil: it could not be read
	fact     catalogue.Fact
	gone     bool  // it does not exist
	arriving bool  // it, or the end of it, is still missing
	tried    bool  // it has been decoded whole
	since    since // when it was first seen in the state of info
	final    bool  // later changes will show in info
}

// gallery reads images repeatedly, skipping those that have not changed.
type gallery struct {
	seen   map[string]imageEntry
	trials trials
	whole  bool // decode them at once to find every fault, which takes a hundred times as long
}

// scan reads the images with these names, each once. It returns those that exist, the names of those
// that are missing or incomplete, and those that haven't been decoded whole yet.
func (g *gallery) scan(root *os.Root, names []string, now time.Time) (files []catalogue.File, arriving []string, doubtful []untried) {
	all := make([]imageEntry, len(names))
	var unread []int
	left := int64(maxImageBytes)
	for i, name := range names {
		var known bool
		if all[i], known = g.cached(root, name, &left); !known {
			unread = append(unread, i)
		}
	}
	g.read(root, names, unread, all, now)

	g.seen = make(map[string]imageEntry, len(names))
	for i, e := range all {
		if e.gone {
			arriving = append(arriving, names[i])
			continue
		}
		g.seen[names[i]] = e
		fact, cut, known := g.trials.judge(e.fact)
		if e.arriving || cut {
			arriving = append(arriving, names[i])
		}
		if !known && !e.tried {
			doubtful = append(doubtful, untried{names[i], fact.Hash})
		}
		files = append(files, catalogue.File{Path: names[i], Image: &fact})
	}
	g.trials.prune(files)
	return files, arriving, doubtful
}

// cached returns what is known of an image without reading it, if that is enough. left are the bytes that may still be
// read.
func (g *gallery) cached(root *os.Root, name string, left *int64) (e imageEntry, known bool) {
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

// read reads images on all cores, since a first start may have thousands. Decoding takes far more memory, so at most
// two are decoded at a time.
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
				all[i] = e.dated(g.seen[names[i]], now)
			}
		})
	}
	for _, i := range unread {
		next <- i
	}
	close(next)
	group.Wait()
}

// dated returns an image just read, with the time since which it has been in this state.
func (e imageEntry) dated(last imageEntry, now time.Time) imageEntry {
	if e.info == nil {
		return e
	}
	e.since = last.since.renew(last.info == nil || !sameState(e.info, last.info), now)
	e.final = isFinal(e.info, e.since, now)
	return e
}

// readOne reads an image into a buffer and examines it.
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
	e.fact, e.arriving = examine(buf.Bytes(), picture.Read)
	if _, _, known := g.trials.judge(e.fact); g.whole && !known {
		e.fact, e.arriving = examine(buf.Bytes(), picture.Check)
	}
	e.tried = g.whole
	return e, nil
}

// examine returns an image's facts, and whether the end of it is still missing.
func examine(data []byte, read func([]byte) (picture.Info, *picture.Fault)) (fact catalogue.Fact, arriving bool) {
	info, fault := read(data)
	fact = catalogue.Fact{Width: info.Width, Height: info.Height, Orientation: info.Orientation}
	if fault != nil {
		fact, arriving = factOf(fault), fault.Unfinished
	}
	if len(data) <= picture.MaxBytes {
		fact.Hash = hashOf(data)
	}
	return fact, arriving
}

func factOf(f *picture.Fault) catalogue.Fact {
	return catalogue.Fact{Code: f.Code, Message: f.Message, Fix: f.Fix}
}

var errImages = errors.New("too many bytes of images in all")

// unreadable returns the entry of an image that can't be read or does not exist.
func unreadable(err error) imageEntry {
	p := problemOf("", err)
	fact := catalogue.Fact{Code: "image-" + p.Code, Message: p.Message, Fix: p.Fix}
	switch {
	case errors.Is(err, errFolder), errors.Is(err, errPipe), errors.Is(err, errDevice):
		fact.Fix = "把它移开，放上真正的图片"
	case errors.Is(err, errImages):
		fact.Code, fact.Message, fact.Fix = "images-total", fmt.Sprintf("没有读：所有图片合起来超过 %d GiB", maxImageBytes>>30), "把图片缩小，删去不用的公告"
	}
	fact.Message = strings.TrimSuffix(fact.Message, "，不会显示")
	return imageEntry{fact: fact, gone: errors.Is(err, errGone), arriving: !slices.ContainsFunc(permanent, func(e error) bool { return errors.Is(err, e) })}
}

// permanent are the errors that do not go away by waiting.
var permanent = []error{errFolder, errPipe, errDevice, errOutside, errImages}
