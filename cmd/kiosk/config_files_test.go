package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"gongkai/kiosk/diag"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// settingsDir writes a config.toml and the files of its config.d, and returns the path of the former.
func settingsDir(t *testing.T, main string, more map[string]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "config.toml")
	must(t, os.Mkdir(strings.TrimSuffix(path, ".toml")+".d", 0o755))
	if main != "" {
		must(t, os.WriteFile(path, []byte(main), 0o644))
	}
	for name, text := range more {
		must(t, os.WriteFile(filepath.Join(strings.TrimSuffix(path, ".toml")+".d", name), []byte(text), 0o644))
	}
	return path
}

// The files of config.d follow config.toml by name, and a later one wins key by key.
func TestConfigDirectory(t *testing.T) {
	const main = "content = \"/a\"\nrotate = 90\nname = \"大厅\"\n[panel]\ndiagonal_inch = 21.5\nbottom_edge_mm = 800\n"
	for _, c := range []struct {
		what    string
		main    string
		more    map[string]string
		content string
		rotate  int
		name    string
		bottom  float64
		want    string // the file names, places and messages of the problems
	}{
		{"none", main, nil, "/a", 90, "大厅", 800, ""},
		{"one key", main, map[string]string{"10.toml": "rotate = 270\n"}, "/a", 270, "大厅", 800, ""},
		{"by name", main, map[string]string{"20.toml": "rotate = 180\n", "10.toml": "rotate = 270\nname = \"二楼\"\n"}, "/a", 180, "二楼", 800, ""},
		{"in a table", main, map[string]string{"10.toml": "[panel]\nbottom_edge_mm = 900\n"}, "/a", 90, "大厅", 900, ""},
		{"a table in parts", "content = \"/a\"\n", map[string]string{"10.toml": "[panel]\nbottom_edge_mm = 900\nviewing_distance_mm = 600\n", "50.toml": "[panel]\ndiagonal_inch = 32\n"}, "/a", 0, "", 900, ""},
		{"a table without its first part", "content = \"/a\"\n", map[string]string{"10.toml": "[panel]\nbottom_edge_mm = 900\nviewing_distance_mm = 600\n"}, "/a", 0, "", 900,
			"10.toml:2:1 写了屏幕的位置或观看距离，没有写屏幕大小; 10.toml:3:1 写了屏幕的位置或观看距离，没有写屏幕大小"},
		{"no config.toml", "", map[string]string{"10.toml": "content = \"/b\"\n"}, "/b", 0, "", 0, ""},
		{"other names", main, map[string]string{"10.toml.bak": "rotate = 270\n", ".10.toml": "rotate = 270\n", "10.txt": "x"}, "/a", 90, "大厅", 800, ""},
		{"a wrong value", main, map[string]string{"10.toml": "rotate = 45\nname = \"二楼\"\n"}, "/a", 90, "二楼", 800, "10.toml:1:1 rotate 不能是 45"},
		{"a wrong one between right ones", main, map[string]string{"10.toml": "rotate = 180\n", "20.toml": "rotate = 45\n"}, "/a", 180, "大厅", 800, "20.toml:1:1 rotate 不能是 45"},
		{"a wrong type", main, map[string]string{"10.toml": "rotate = \"270\"\n"}, "/a", 90, "大厅", 800, "10.toml:1:1 “rotate”应是整数，这里写的是文字"},
		{"no content", main, map[string]string{"10.toml": "content = \"\"\n"}, "/a", 90, "大厅", 800, "10.toml:1:1 content 是空的"},
		{"a wrong value in a table", main, map[string]string{"10.toml": "[panel]\nbottom_edge_mm = 0\n"}, "/a", 90, "大厅", 800, "10.toml:2:1 panel.bottom_edge_mm 不能是 0"},
		{"an empty command", main, map[string]string{"10.toml": "[screen]\npower_hook = [\"\"]\n"}, "/a", 90, "大厅", 800, "10.toml:2:15 screen.power_hook 的命令是空的"},
		{"broken", main, map[string]string{"10.toml": "rotate = ２７０\nname = \"二楼\"\n", "20.toml": "[log]\nlevel = \"debug\"\n"}, "/a", 90, "二楼", 800, "10.toml:1:10 数字“２７０”是全角的"},
		{"cut off", main, map[string]string{"10.toml": "name = \"二楼\"\nrotate = 2\ncontent = \"/sr"}, "/a", 90, "二楼", 800, "10.toml:3:11 引号没有结束; 10.toml:2:1 rotate 不能是 2"},
		{"empty", main, map[string]string{"10.toml": "\n"}, "/a", 90, "大厅", 800, "10.toml: 错误：本机设置是空的"},
		{"unknown key", main, map[string]string{"10.toml": "rotat = 270\n"}, "/a", 90, "大厅", 800, "10.toml:1:1 不认识的键“rotat”"},
	} {
		conf, problems := readConfig(settingsDir(t, c.main, c.more), c.main != "")
		var got []string
		for _, p := range problems {
			got = append(got, filepath.Base(p.File)+":"+inShort([]diag.Problem{p}))
		}
		if conf.content != c.content || conf.rotate != c.rotate || conf.name != c.name || conf.panel.Bottom != c.bottom {
			t.Errorf("%s: %+v", c.what, conf)
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%s: reports\n%s, want\n%s", c.what, all, c.want)
		}
	}
}

// What is no readable file in config.d is reported, and keeps nothing else off the screen.
func TestConfigDirectoryHostile(t *testing.T) {
	path := settingsDir(t, "content = \"/a\"\n", map[string]string{"90.toml": "rotate = 90\n"})
	dir := filepath.Join(filepath.Dir(path), "config.d")
	must(t, os.Mkdir(filepath.Join(dir, "10.toml"), 0o755))
	must(t, os.Symlink("nowhere", filepath.Join(dir, "20.toml")))
	must(t, syscall.Mkfifo(filepath.Join(dir, "30.toml"), 0o644))
	must(t, os.Symlink("/dev/zero", filepath.Join(dir, "40.toml")))
	conf, problems := readConfig(path, true)
	if len(problems) != 4 || conf.content != "/a" || conf.rotate != 90 || !slices.Equal(conf.files, []string{path, filepath.Join(dir, "90.toml")}) {
		t.Errorf("%+v, %v", conf, problems)
	}

	must(t, os.RemoveAll(dir))
	must(t, os.WriteFile(dir, nil, 0o644))
	if conf, problems := readConfig(path, true); len(problems) != 1 || conf.content != "/a" {
		t.Errorf("a file in its place: %+v, %v", conf, problems)
	}
}

// check lists the files in use.
func TestCheckListsTheSettings(t *testing.T) {
	path := settingsDir(t, "rotate = 90\n", map[string]string{"10.toml": "rotate = 270\n", "20.toml": "rotat = 1\n"})
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"check", "--config", path}, streams{out: &out, err: &errs}); code != found {
		t.Errorf("exit %d with a wrong key in config.d", code)
	}
	for _, name := range []string{"config.toml", "10.toml", "20.toml", "20.toml:1:1: 错误"} {
		if !strings.Contains(errs.String(), name) {
			t.Errorf("%s isn't listed:\n%s", name, &errs)
		}
	}
}
