// Command windows writes what an office's PC needs into a zip: the program with its icon and version, the files that are
// double-clicked, the manual with its pictures, and the licences. The same inputs give the same bytes.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"time"
)

func main() {
	exe := flag.String("exe", "", "the program, built for Windows")
	licences := flag.String("licences", "", "the licences of what is linked")
	manual := flag.String("manual", "docs/员工手册.md", "the manual; its pictures are found from its folder")
	version := flag.String("version", "", "the program's version, as 0.1.0")
	seconds := flag.Int64("time", 0, "the files' time, in seconds since 1970")
	out := flag.String("out", "", "the zip")
	flag.Parse()
	log.SetFlags(0)
	if err := write(*exe, *licences, *manual, *version, time.Unix(*seconds, 0).UTC(), *out); err != nil {
		log.Fatal(err)
	}
}

// write reads the inputs and writes the zip.
func write(exe, licences, manual, version string, at time.Time, out string) error {
	program, err := os.ReadFile(exe)
	if err != nil {
		return err
	}
	if program, err = withResources(program, version, at); err != nil {
		return err
	}
	rights, err := os.ReadFile(licences)
	if err != nil {
		return err
	}
	text, err := os.ReadFile(manual)
	if err != nil {
		return err
	}
	page, err := manualPage(text, os.DirFS(filepath.Dir(manual)))
	if err != nil {
		return err
	}
	files := append(tools(), file{"kiosk.exe", program}, file{"员工手册.html", page}, file{"许可.txt", crlf(rights)})
	data, err := archive(files, at)
	if err != nil {
		return err
	}
	return os.WriteFile(out, data, 0o644)
}
