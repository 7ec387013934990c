package fonts

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// rare are the characters of testdata/rare.ttf, which no embedded face has.
const rare = "𤰡𪚥𫝎𭀠"

// seek sets the optional fonts for one test.
func seek(t *testing.T, paths ...string) {
	Seek(paths...)
	t.Cleanup(func() { Seek() })
}

func TestSupply(t *testing.T) {
	seek(t, "testdata/nowhere", "testdata")
	if lacking := missing(SansRegular, []rune(rare)); string(lacking) != rare {
		t.Fatalf("an embedded face has some of %s", rare)
	}
	var group sync.WaitGroup
	for range 4 { // as goroutines that paint and set do, at once
		group.Go(func() {
			var buffer sfnt.Buffer
			for _, r := range rare {
				f, ok := Supply(r, false)
				if !ok || f != numEmbedded {
					t.Errorf("%c: face %v, %v", r, f, ok)
					return
				}
				gid, _ := Shaping(f).NominalGlyph(r)
				path, err := Outlines(f).LoadGlyph(&buffer, sfnt.GlyphIndex(gid), em, nil)
				if err != nil || len(path) < 20 {
					t.Errorf("%c: an outline of %d pieces, %v", r, len(path), err)
				}
			}
		})
	}
	group.Wait()
	if f, ok := Supply('\U00030000', false); ok {
		t.Errorf("%v has U+30000", f)
	}
	if faults := Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	// 880 of 1024 units: slightly lower than in the embedded faces.
	if f, _ := Supply('𪚥', false); EmTop(f) != 859 || EmTop(SansBold) != 880 || f.String() != "Optional0" {
		t.Errorf("%v reaches %d, %v %d", f, EmTop(f), SansBold, EmTop(SansBold))
	}
}

func TestNothingToSupply(t *testing.T) {
	for _, paths := range [][]string{nil, {""}, {"testdata/nowhere"}, {"testdata/nowhere/rare.ttf"}, {t.TempDir()}} {
		seek(t, paths...)
		if f, ok := Supply('𪚥', false); ok || len(Faults()) > 0 {
			t.Errorf("%v: face %v, %v", paths, f, Faults())
		}
	}
}

// TestFaults checks that an unusable font is reported, and the next one supplies.
func TestFaults(t *testing.T) {
	whole, err := os.ReadFile("testdata/rare.ttf")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"1-empty.ttf", "2-head.otf", "3-half.TTF", "4-text.ttf", "5-folder.ttf", "6-pipe.ttf", "7-gone.ttf"}
	write(want[0], nil)
	write(want[1], whole[:100])
	write(want[2], whole[:len(whole)/2])
	write(want[3], []byte("this is a text, not a font"))
	for _, err := range []error{
		os.Mkdir(filepath.Join(dir, want[4]), 0o755),
		syscall.Mkfifo(filepath.Join(dir, want[5]), 0o644),
		os.Symlink("nowhere", filepath.Join(dir, want[6])),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	write("8-whole.ttf", whole)
	write("README.md", whole)

	seek(t, dir)
	if f, ok := Supply('𪚥', false); !ok || f != numEmbedded+7 {
		t.Errorf("face %v, %v; want the eighth", f, ok)
	}
	var told []string
	for _, fault := range Faults() {
		told = append(told, filepath.Base(fault.Path))
	}
	if !slices.Equal(told, want) {
		t.Errorf("told of %v; want %v", told, want)
	}
}

func TestSeekIsBounded(t *testing.T) {
	many := make([]string, 200)
	for i := range many {
		many[i] = "testdata/rare.ttf"
	}
	seek(t, many...)
	if n := len(optional()); n != MaxFaces-numEmbedded {
		t.Errorf("%d optional fonts", n)
	}
}

// FuzzOptional checks that any font file is a fault or a face.
func FuzzOptional(f *testing.F) {
	whole, err := os.ReadFile("testdata/rare.ttf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)/3])
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "x.ttf")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		o, err := openFile(path)
		if _, fault := err.(*fs.PathError); (err != nil) != fault {
			t.Fatal(err)
		}
		if err == nil {
			o.shaping.NominalGlyph('𪚥')
		}
	})
}
