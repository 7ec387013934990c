package main

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/store"
)

// TestUncovered checks that the machine's fonts supply characters that the embedded ones lack, and that the rest is logged.
func TestUncovered(t *testing.T) {
	defer fonts.Seek()
	config{fonts: "../../fonts/testdata"}.seekFonts()
	snap := store.Snapshot{Files: []catalogue.File{{
		Path: "items/1.toml", Data: []byte("number = 1\ncategory = \"助残\"\ntitle = \"王𪚥\"\ncontent = \"\U00030000\U00030001\"\n"),
	}}}
	var log bytes.Buffer
	known := logUncovered(slog.New(slog.NewTextHandler(&log, nil)), snap, nil)
	lines := strings.Split(strings.TrimSpace(log.String()), "\n")
	if len(lines) != 2 || !strings.Contains(lines[0], "items/1.toml:4:12") || !strings.Contains(lines[0], "U+30000") || !strings.Contains(lines[1], "U+30001") {
		t.Errorf("logged\n%s", log.String())
	}
	log.Reset()
	if logUncovered(slog.New(slog.NewTextHandler(&log, nil)), snap, known); log.Len() > 0 {
		t.Errorf("logged once more\n%s", log.String())
	}
}
