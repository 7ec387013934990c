//go:build !windows

package main

import (
	"os"
	"path/filepath"
)

// desktopFolder returns the folder of the desktop, "" if there is none.
func desktopFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	for _, name := range []string{"Desktop", "桌面"} {
		if dir := filepath.Join(home, name); isFolder(dir) {
			return dir
		}
	}
	return ""
}

// started returns the arguments as they are.
func started(args []string) []string { return args }

// speaker returns the program's outputs.
func speaker() (s streams, show func(code int)) {
	return streams{os.Stdout, os.Stderr}, func(int) {}
}
