package main

import (
	"os"
	"strings"
	"sync"
	"unsafe"

	"golang.org/x/sys/windows" // known folders, and a box for errors
)

// desktopFolder returns the folder of the desktop, "" if it has none.
func desktopFolder() string {
	dir, err := windows.KnownFolderPath(windows.FOLDERID_Desktop, 0)
	if err != nil {
		return ""
	}
	return dir
}

// started returns the arguments as Explorer means them: without any, or with dropped files alone, they are preview's.
func started(args []string) []string { return asDropped(args) }

// speaker returns the program's outputs, and a function that shows its errors in a box if it has failed and was started without a console,
// or with one that closes with it.
func speaker() (s streams, show func(code int)) {
	kind, err := windows.GetFileType(windows.Handle(os.Stderr.Fd()))
	kept := err == nil && kind != windows.FILE_TYPE_UNKNOWN
	if kept && (kind != windows.FILE_TYPE_CHAR || companions() > 1) {
		return streams{os.Stdout, os.Stderr}, func(int) {}
	}
	said := new(heard)
	return streams{os.Stdout, said}, func(code int) {
		said.mu.Lock()
		defer said.mu.Unlock()
		if code != fine && said.text.Len() > 0 {
			box(said.text.String())
		}
	}
}

// heard keeps what is written, by the log's goroutines too.
type heard struct {
	mu   sync.Mutex
	text strings.Builder
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(p)
}

// box shows a text until it is closed.
func box(text string) {
	words, err := windows.UTF16PtrFromString(strings.ReplaceAll(text, "\x00", ""))
	caption, _ := windows.UTF16PtrFromString("公开")
	if err == nil {
		windows.MessageBox(0, words, caption, windows.MB_OK|windows.MB_ICONWARNING|windows.MB_SETFOREGROUND)
	}
}

// consoleProcesses is GetConsoleProcessList, which the library lacks.
var consoleProcesses = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

// companions returns how many programs share the console, this one included; 0 without one.
func companions() int {
	var ids [2]uint32
	n, _, _ := consoleProcesses.Call(uintptr(unsafe.Pointer(&ids[0])), uintptr(len(ids)))
	return int(n)
}
