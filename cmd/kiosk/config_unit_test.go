package main

import (
	"bytes"
	"errors"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
)

func TestReadConfig(t *testing.T) {
	for _, c := range []struct {
		text   string
		rotate int
		zone   string
		level  slog.Level
		first  string // problem's message
	}{
		{"", 0, "", 0, "本机设置是空的"},
		{" \n\n", 0, "", 0, "本机设置是空的"},
		{"content = \"\"\n", 0, "", 0, "content 是空的"},
		{"# nothing\n", 0, "Asia/Shanghai", slog.LevelInfo, ""},
		{"rotate = 270\ntimezone = \"Asia/Urumqi\"\n[log]\nlevel = \"debug\"\n", 270, "Asia/Urumqi", slog.LevelDebug, ""},
		{"[screen]\npower_hook = [\"\"]\n", 0, "Asia/Shanghai", 0, "screen.power_hook 的命令是空的"},
		{"[screen]\npower_hook = []\n", 0, "", 0, "screen.power_hook 里没有命令，屏幕不会开关"},
		{"[screen]\npower_hook = [\"/nowhere/panel\", \"-x\"]\n", 0, "", 0, "screen.power_hook 的命令“/nowhere/panel”找不到，或不能执行，屏幕不会开关"},
		{"[screen]\npower_hook = [\"true\"]\n", 0, "Asia/Shanghai", 0, ""},
		{"[panel]\nbottom_edge_mm = 800\n", 0, "", 0, "写了屏幕的位置或观看距离，没有写屏幕大小"},
		{"[panel]\ndiagonal_inch = 2\n", 0, "", 0, "panel.diagonal_inch 不能是 2"},
		{"proof = \"yes\"\n", 0, "", 0, "“proof”应是 true 或 false，这里写的是文字"},
		{"memory_mib = 160\n", 0, "Asia/Shanghai", 0, ""},
		{"memory_mib = 10\n", 0, "", 0, "memory_mib 不能是 10"},
		{"memory_mib = -1\n", 0, "", 0, "memory_mib 不能是 -1"},
		{"memory_mib = 9999999\n", 0, "", 0, "memory_mib 不能是 9999999"},
		{"memory_mib = 0\n", 0, "", 0, "memory_mib 不能是 0"},
		{"service_pin = \"0471\"\n", 0, "Asia/Shanghai", 0, ""},
		{"service_pin = \"04718888\"\n", 0, "Asia/Shanghai", 0, ""},
		{"service_pin = \"\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = \"471\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = \"047188889\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = \"０４７１\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = \"04 71\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = 4711\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service_pin = \"4711\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"service-pin = \"4711\"\n", 0, "", 0, "service_pin 要是 4 到 8 位数字"},
		{"rotate = 360\n", 0, "", 0, "rotate 不能是 360"},
		{"rotate = -90\n", 0, "", 0, "rotate 不能是 -90"},
		{"timezone = \"CST\"\n", 0, "", 0, "没有叫“CST”的时区"},
		{"[log]\nlevel = \"loud\"\n", 0, "", 0, "log.level 不能是“loud”"},
		{"rotate = \"90\"\n", 0, "", 0, "“rotate”应是整数，这里写的是文字"},
	} {
		path := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(path, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		conf, problems := readConfig(path, true)
		first := ""
		if len(problems) > 0 {
			first = problems[0].Message
		}
		if first != c.first {
			t.Errorf("%q: reports %q, want %q", c.text, first, c.first)
		}
		if c.first == "" && (conf.rotate != c.rotate || conf.zone.String() != c.zone || conf.level != c.level) {
			t.Errorf("%q: %+v", c.text, conf)
		}
	}
}

// The screen's measures are kept in mm.
func TestConfigPanel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	text := "[panel]\ndiagonal_inch = 21.5\nbottom_edge_mm = 850\nviewing_distance_mm = 600\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	conf, problems := readConfig(path, true)
	want := session.Panel{Diagonal: 21.5 * inch, Bottom: 850, Distance: 600}
	if len(problems) > 0 || conf.panel != want {
		t.Errorf("%+v, %v", conf.panel, problems)
	}
}

// Keys that are wrong, or that only a later version has, leave the screen on: they are reported, and
// the rest counts.
func TestWrongKeysAreLeftOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config.toml")
	text := "content = \"/srv/kiosk/content\"\nrotate = 45\ntimezone = \"CST\"\nlater = 1\n[screen]\npower_hook = [\"\"]\n"
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	var output bytes.Buffer
	conf, problems := common{Config: path}.loadLenient(streams{err: &output})
	if errors := counts(problems)[diag.Error]; errors != 4 || conf.unknown || conf.content != "/srv/kiosk/content" || conf.rotate != 0 || conf.zone.String() != "Asia/Shanghai" || conf.power != nil {
		t.Errorf("%+v:\n%s", conf, output.String())
	}
	if _, ok := (common{Config: path}).load(streams{err: io.Discard}); ok {
		t.Error("check and snapshot continue with them")
	}
}

// A file that a flag names must exist; the usual one need not.
func TestConfigIsAbsent(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "config.toml")
	if conf, problems := readConfig(nowhere, false); len(problems) > 0 || conf.zone == nil {
		t.Errorf("the usual file: %v", problems)
	}
	if _, problems := readConfig(nowhere, true); len(problems) != 1 || problems[0].Message != "没有这个本机设置文件" {
		t.Errorf("one that a flag names: %v", problems)
	}
	if _, problems := readConfig(t.TempDir(), true); len(problems) != 1 || problems[0].Message != "读不了本机设置" {
		t.Errorf("a directory: %v", problems)
	}
}

// journald adds the time itself.
func TestLogLeavesTheTimeToTheJournal(t *testing.T) {
	for _, stream := range []string{"", "8:1"} {
		t.Setenv("JOURNAL_STREAM", stream)
		var b bytes.Buffer
		config{}.logger(&b).Info("示例")
		if had := strings.HasPrefix(b.String(), "time="); had != (stream == "") || !strings.Contains(b.String(), "示例") {
			t.Errorf("JOURNAL_STREAM=%q: %s", stream, b.String())
		}
	}
}

func TestShort(t *testing.T) {
	if got := shortRevision("sha256:0123456789abcdef"); got != "sha256:01234567" {
		t.Error(got)
	}
	if got := shortRevision("\x1b[m"); got != `\x1b[m` {
		t.Errorf("got %q", got)
	}
	if got := shortRevision(""); got != "无" {
		t.Error(got)
	}
}

// deaf accepts nothing.
type deaf struct{}

func (deaf) Write([]byte) (int, error) { return 0, errors.New("full") }

// A report that couldn't be written must not look like a clean one.
func TestCheckReportsAFailedWrite(t *testing.T) {
	snap := store.Snapshot{Problems: []diag.Problem{{File: "a", Severity: diag.Warning}}}
	s := streams{out: deaf{}, err: io.Discard}
	if writeReport(s, snap) == nil || writeSummary(s, snap) == nil || writeSummary(s, store.Snapshot{}) == nil {
		t.Error("no error")
	}
	for _, format := range []string{"text", "json"} {
		if code := run(t.Context(), []string{"check", "--format", format}, s); code != found {
			t.Errorf("%s: exit %d", format, code)
		}
	}
}
