package main

import (
	"bytes"
	"context"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"

	"gongkai/kiosk/paint"
)

// TestWeek draws the week of the sample content, and compares it with the kept picture of a quarter of its size.
func TestWeek(t *testing.T) {
	in := newStudio(t, within)
	file := filepath.Join(t.TempDir(), "week.png")
	if said, err := in.program("snapshot", "--config="+in.config, "--state=", "--content="+in.filled, clock, "--sheet="+file); err != nil {
		t.Fatal(err, said)
	}
	m, err := readPicture(file)
	if err != nil {
		t.Fatal(err)
	}
	if m.Rect.Size() != image.Pt(2480, 1754) {
		t.Fatalf("size %v", m.Rect.Size())
	}
	code := m.SubImage(image.Rect(2250, 1550, 2430, 1730))
	said, _ := in.program("check", "--config="+in.config, "--state=", "--content="+in.filled, "--format=json")
	_, revision, _ := strings.Cut(said, "sha256:")
	if got, want := decoded(t, code), "GONGKAI 0 "+strings.ToUpper(revision[:8])+" 202603120941"; got != want {
		t.Errorf("the code reads %q, want %q", got, want)
	}
	small := paint.Shrink(m, image.Pt(1240, 877))
	const kept = "testdata/golden/week.png"
	if *update {
		var data bytes.Buffer
		if err := paint.WritePNG(&data, small); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(kept, data.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := readPicture(kept)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(small.Pix, want.Pix) {
		t.Errorf("the week differs from %s", kept)
	}
}

// decoded returns the text of the QR code in a picture.
func decoded(t *testing.T, m image.Image) string {
	t.Helper()
	bitmap, err := gozxing.NewBinaryBitmapFromImage(m)
	if err != nil {
		t.Fatal(err)
	}
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true})
	if err != nil {
		t.Fatalf("the code isn't readable: %v", err)
	}
	return result.GetText()
}

// TestStopped: a task that is stopped leaves no file, whole or half.
func TestStopped(t *testing.T) {
	stopped, stop := context.WithCancel(context.Background())
	stop()
	for _, args := range [][]string{{"--sheet=week.png"}, {"--sheet=week.pdf"}, {"--out=.", "home"}, {"--out=.", "--pdf", "home"}} {
		t.Chdir(t.TempDir())
		var said bytes.Buffer
		if code := run(stopped, append([]string{"snapshot", clock}, args...), streams{&said, &said}); code != found {
			t.Errorf("%v: exit %d", args, code)
		}
		if !bytes.Contains(said.Bytes(), []byte("停下了，没有存完")) {
			t.Errorf("%v: %s", args, said.Bytes())
		}
		if files, err := os.ReadDir("."); err != nil || len(files) > 0 {
			t.Errorf("%v: %v %v", args, files, err)
		}
	}
}

func TestDate(t *testing.T) {
	for text, want := range map[string]string{"2026-03-09": "2026-03-09", "2024-02-29": "2024-02-29", "2026-02-29": "", "2026-3-9": "", "": "", "3月9日": ""} {
		var d date
		err := d.UnmarshalText([]byte(text))
		if got := time.Time(d).Format(time.DateOnly); (err == nil) != (want != "") || err == nil && got != want {
			t.Errorf("%q: %s, %v", text, got, err)
		}
	}
}

// FuzzPosition: whatever follows an @ is a position or a reason.
func FuzzPosition(f *testing.F) {
	for _, seed := range []string{"tab=2", "scroll=600", "end", "sheet=takeaway@code=2", "page=1", "", "=", "tab=@@", "code=-1"} {
		f.Add(seed)
	}
	st := state(f, 1, 2)
	f.Fuzz(func(t *testing.T, position string) {
		shots, err := pickAt(st, "item:1@"+position)
		if (err == nil) != (len(shots) == 1) {
			t.Errorf("%d screens, %v", len(shots), err)
		}
	})
}
