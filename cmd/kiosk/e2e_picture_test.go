package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"os"
	"testing"

	"gongkai/kiosk/xdrive"
)

// noticesButton is 公告 in the bar, in portrait.
var noticesButton = image.Pt(697, 1855)

// TestHollowPoster checks that a poster whose picture can't be decoded leaves no empty page, at the start and later, and that
// the log tells.
func TestHollowPoster(t *testing.T) {
	t.Parallel()
	k := kiosk{T: t, dir: t.TempDir()}
	k.copyShipped()
	k.must(os.MkdirAll(k.file("notices"), 0o755))
	k.must(os.MkdirAll(k.file("images"), 0o755))
	k.poster("1", sound(t))
	k.poster("2", hollow(t))
	k = k.start(built, xdrive.Portrait)
	_, err := k.WaitLine(k.soon(), 0, "images/2.png")
	k.must(err)
	k.walk(xdrive.Step{At: xdrive.Slide, Want: "home"}, xdrive.Step{At: noticesButton, Want: "notices"})
	one := k.drawn("notices", "notices.png")
	k.shows(k.soon(), one)

	n := len(k.Log())
	k.poster("3", hollow(t))
	_, err = k.WaitLine(k.soon(), n, "images/3.png")
	k.must(err)
	k.stays(n, one)
	k.poster("3", sound(t))
	k.shows(k.soon(), k.drawn("notices", "notices.png"))
}

// poster writes a notice that is a picture, the picture first.
func (k kiosk) poster(name string, data []byte) {
	k.Helper()
	k.must(os.WriteFile(k.file("images/"+name+".png"), data, 0o644))
	text := fmt.Sprintf("title = \"示例海报%s\"\ndate = 2026-11-20\nimages = [\"images/%s.png\"]\n", name, name)
	k.must(os.WriteFile(k.file("notices/"+name+".toml"), []byte(text), 0o644))
}

// sound returns a PNG of one colour.
func sound(t *testing.T) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, 400, 600))
	for i := range m.Pix {
		m.Pix[i] = color.RGBA{R: 0x2B, G: 0x4F, B: 0x81, A: 255}.B
	}
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// hollow returns a PNG whose header and checksums are right, and whose pixels can't be decoded.
func hollow(t *testing.T) []byte {
	data := sound(t)
	const head, end = 33, 12 // the signature and the header; the last chunk
	chunk := data[head : len(data)-end]
	body := chunk[4 : len(chunk)-4]
	for i := 8; i < len(body); i++ {
		body[i] ^= 0xa5
	}
	binary.BigEndian.PutUint32(chunk[len(chunk)-4:], crc32.ChecksumIEEE(body))
	return data
}
