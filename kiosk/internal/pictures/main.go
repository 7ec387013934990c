// Command pictures decodes picture files 1080 px wide, each in a process of its own, and writes what that took into
// docs/figures.md, behind what the command bench writes there. make.sh makes the worst pictures that are allowed. It
// asserts nothing.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"gongkai/kiosk/picture"
)

func main() {
	out := flag.String("out", "docs/figures.md", "the file whose last section is replaced")
	one := flag.Bool("one", false, "decode one file and print its row")
	noise := flag.String("ppm", "", "write a picture of a size, such as 8160x6144, as PPM to standard output instead")
	flag.Parse()
	var err error
	switch {
	case *noise != "":
		err = writePPM(os.Stdout, *noise)
	case *one:
		err = measure(flag.Arg(0))
	default:
		err = report(*out, flag.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// heading begins the section of docs/figures.md, which is the last.
const heading = "\n## The worst pictures\n"

// report measures all files and replaces the section.
func report(out string, files []string) error {
	old, err := os.ReadFile(out)
	if err != nil {
		return err
	}
	text, _, _ := strings.Cut(string(old), heading)
	text += heading + "\nMeasured by `go run ./kiosk/internal/pictures` on " + time.Now().Format("2006-01-02") +
		", each file in a process of its own, made 1080 px wide: decoding, the\nprocess's largest resident memory, of which an idle one takes 8 MiB, and all bytes allocated.\n\n" +
		"| picture | file, KiB | px | ms | peak, MiB | allocated, MiB |\n|---|---|---|---|---|---|\n"
	for _, file := range files {
		row, err := exec.Command(os.Args[0], "-one", file).Output()
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		fmt.Print(string(row))
		text += string(row)
	}
	return os.WriteFile(out, []byte(text), 0o644)
}

// screen is the height of what is decoded of a long picture, px; the painter decodes about as much at a time.
const screen = 3072

// measure decodes a file as the program does, and prints its row.
func measure(file string) error {
	debug.SetGCPercent(20) // as the display sets it
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	info, fault := picture.Read(data)
	start := time.Now()
	if fault == nil {
		size := image.Pt(1080, max(1, 1080*info.Height/info.Width))
		_, fault = picture.DecodePart(data, info.Orientation, size, image.Rect(0, 0, 1080, min(size.Y, screen)))
	}
	took := time.Since(start)
	px := fmt.Sprintf("%d×%d", info.Width, info.Height)
	if fault != nil {
		px = fault.Message
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	peak, err := peak()
	fmt.Printf("| %s | %d | %s | %d | %d | %d |\n", filepath.Base(file), len(data)>>10, px, took.Milliseconds(), peak>>10, m.TotalAlloc>>20)
	return err
}

// peak returns the largest resident memory of the process, KiB.
func peak() (kib int, err error) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	_, err = fmt.Sscan(rest, &kib)
	return kib, err
}

// writePPM writes slopes with noise and edges, about as hard to compress as a photograph.
func writePPM(to io.Writer, size string) error {
	var w, h int
	if _, err := fmt.Sscanf(size, "%dx%d", &w, &h); err != nil {
		return err
	}
	out := bufio.NewWriterSize(to, 1<<20)
	fmt.Fprintf(out, "P6\n%d %d\n255\n", w, h)
	seed, row := uint32(1), make([]byte, 3*w)
	for y := range h {
		for x := range w {
			seed = seed*1664525 + 1013904223
			light := int(seed>>24) % 8
			if (x/97+y/61)%5 == 0 {
				light += 60
			}
			row[3*x], row[3*x+1], row[3*x+2] = byte(40+x*130/w+light), byte(60+y*120/h+light), byte(80+(x+y)*100/(w+h)+light)
		}
		if _, err := out.Write(row); err != nil {
			return err
		}
	}
	return out.Flush()
}
