package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"

	"gongkai/content"
)

// place is a content directory on which an office works.
type place struct {
	dir    string
	random *rand.Rand
	edits  int
	faults int
}

const hours = "\n[carousel]\ndwell_seconds = %d\n[screen]\non = \"07:30\"\noff = \"%s\"\n"

// newPlace makes a content directory of the shipped rows, and two notices with a picture.
func newPlace(dir string, seed uint64, dwell int, off string) (*place, error) {
	p := &place{dir: dir, random: rand.New(rand.NewPCG(seed, 1))}
	if err := os.CopyFS(dir, content.FS); err != nil {
		return nil, err
	}
	settings, err := os.ReadFile(filepath.Join(dir, "kiosk.toml"))
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"notices", "images"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			return nil, err
		}
	}
	p.write("kiosk.toml", fmt.Appendf(settings, hours, dwell, off), time.Now())
	p.picture(1, time.Now())
	p.picture(2, time.Now())
	p.notice(1, time.Now())
	p.notice(2, time.Now())
	return p, nil
}

// write replaces a file as a sync tool does, with a time of the simulated clock.
func (p *place) write(name string, data []byte, now time.Time) {
	path := filepath.Join(p.dir, name)
	temp := filepath.Join(p.dir, "."+filepath.Base(name)+".tmp")
	os.WriteFile(temp, data, 0o644)
	os.Chtimes(temp, now, now)
	os.Rename(temp, path)
}

func (p *place) notice(n int, now time.Time) {
	text := fmt.Sprintf("title = \"示例公告第%d号\"\ndate = %s\nbody = \"\"\"\n示例正文，第%d次改。\n\"\"\"\nimages = [\"images/%d.png\"]\n",
		n, now.Format("2006-01-02"), p.random.IntN(1e6), 1+n%2)
	p.write(fmt.Sprintf("notices/%d.toml", n), []byte(text), now)
}

// picture draws a picture that is another one each time.
func (p *place) picture(n int, now time.Time) {
	m := image.NewRGBA(image.Rect(0, 0, 800, 600))
	ink := color.RGBA{uint8(p.random.IntN(256)), uint8(p.random.IntN(256)), uint8(p.random.IntN(256)), 255}
	for i := range 800 * 600 {
		if x, y := i%800, i/800; x*y%97 < 60 {
			m.SetRGBA(x, y, ink)
		}
	}
	var b bytes.Buffer
	png.Encode(&b, m)
	p.write(fmt.Sprintf("images/%d.png", n), b.Bytes(), now)
}

// edit changes something as an office does.
func (p *place) edit(now time.Time) {
	p.edits++
	switch p.random.IntN(5) {
	case 0:
		p.picture(1+p.random.IntN(2), now)
	case 1:
		p.notice(1+p.random.IntN(9), now)
	case 2:
		os.Remove(filepath.Join(p.dir, fmt.Sprintf("notices/%d.toml", 3+p.random.IntN(7))))
	default:
		name := p.item()
		data, err := os.ReadFile(filepath.Join(p.dir, name))
		if err != nil {
			return
		}
		p.write(name, append(bytes.TrimRight(cut(data), "\n"), fmt.Sprintf("\nupdated = %s\n# %d\n", now.Format("2006-01-02"), p.random.IntN(1e6))...), now)
	}
}

// cut returns a row without the lines that edit adds.
func cut(data []byte) []byte {
	before, _, _ := bytes.Cut(data, []byte("\nupdated = "))
	return before
}

// item returns the name of a row's file.
func (p *place) item() string {
	names, _ := fs.Glob(content.FS, "items/*.toml")
	return names[p.random.IntN(len(names))]
}

// fault damages the directory, and returns what mends it.
func (p *place) fault(now time.Time) (mend func(time.Time)) {
	p.faults++
	name := p.item()
	path := filepath.Join(p.dir, name)
	whole, err := os.ReadFile(path)
	if err != nil {
		return func(time.Time) {}
	}
	again := func(now time.Time) { p.write(name, whole, now) }
	switch p.random.IntN(5) {
	case 0: // half a file
		p.write(name, whole[:p.random.IntN(len(whole))], now)
	case 1: // another encoding
		p.write(name, []byte("number = 1\ntitle = \"\xb3\xaf\xd1\xf4\"\n"), now)
	case 2: // the share is away
		os.Rename(p.dir, p.dir+".away")
		return func(time.Time) { os.Rename(p.dir+".away", p.dir) }
	case 3: // half a picture
		picture := filepath.Join(p.dir, "images/1.png")
		data, _ := os.ReadFile(picture)
		p.write("images/1.png", data[:len(data)/2], now)
		return func(now time.Time) { p.picture(1, now) }
	case 4: // gone
		os.Remove(path)
	}
	return again
}
