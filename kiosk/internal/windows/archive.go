package main

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"strings"
	"time"
)

// file is one of the zip's.
type file struct {
	name string
	data []byte
}

//go:embed tool.bat
var tool string

// tools returns the files that are double-clicked. The window stays until a key is pressed, save where kiosk's own
// window was closed.
func tools() []file {
	work := []struct{ name, lines string }{
		{"预览.bat", `"%~dp0kiosk.exe" preview "%dir%"
if not "%errorlevel%"=="0" pause`},
		{"检查.bat", `"%~dp0kiosk.exe" check --content "%dir%"
echo.
pause`},
		{"新公告.bat", `if defined file ("%~dp0kiosk.exe" import "%file%" --out "%dir%") else "%~dp0kiosk.exe" new notice --content "%dir%"
echo.
pause`},
	}
	var all []file
	for _, w := range work {
		all = append(all, file{w.name, crlf([]byte(strings.Replace(tool, "{{work}}", w.lines, 1)))})
	}
	return all
}

// crlf returns text with Windows' line ends: cmd.exe misses labels of files without.
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
