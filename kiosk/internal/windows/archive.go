package main

import (
	"archive/zip"
	"bytes"
	"time"
)

// file is one of the zip's.
type file struct {
	name string
	data []byte
}

// tools returns the files that are double-clicked. The program chooses the content, asks, and keeps the console open; what stands
// here is ASCII, since cmd.exe reads a batch file in the code page of its console.
func tools() []file {
	work := []struct{ name, lines string }{
		{"预览.bat", `start "" "%~dp0kiosk.exe" preview %*`},
		{"检查.bat", `"%~dp0kiosk.exe" office check %*`},
		{"新公告.bat", `"%~dp0kiosk.exe" office notice %*`},
		{"导出表格.bat", `"%~dp0kiosk.exe" office table %*`},
	}
	var all []file
	for _, w := range work {
		all = append(all, file{w.name, crlf([]byte("@echo off\n" + w.lines + "\nif errorlevel 2 pause\n"))})
	}
	return all
}

// crlf returns text with Windows' line ends.
func crlf(text []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte("\r\n"))
}

// archive returns a zip of files, all of one time. The library marks names that aren't ASCII as UTF-8, without which
// Explorer reads them in the PC's code page.
func archive(files []file, at time.Time) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: at})
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
