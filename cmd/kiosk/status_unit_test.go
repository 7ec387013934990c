package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
)

// runtimeDir returns a directory whose path is short enough for a socket's.
func runtimeDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "run-*")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// sampleFacts returns facts of a kiosk on item 6, an hour after a resident has touched home and nothing.
func sampleFacts(t *testing.T) *facts {
	t.Helper()
	f := newFacts(new(display.Pulse), []diag.Problem{{File: "config.toml", Severity: diag.Error, Message: "示例"}}, false)
	snap := config{}.read()
	f.setContent(snap.Catalogue, snap.Problems)
	st := session.Start(time.Date(2026, 3, 12, 12, 0, 0, 0, time.UTC), true)
	for _, e := range []session.Event{
		session.Content{Catalogue: snap.Catalogue}, session.Press{}, session.GoHome{}, session.Lift{}, session.Press{},
		session.Open{Screen: session.Screen{Kind: session.Item, Number: 6}}, session.OpenSheet{Kind: session.Takeaway},
	} {
		st = session.Step(st, st.Now.Add(time.Second), e)
		f.see(e, st)
	}
	return f
}

// ask runs kiosk status against a directory.
func ask(t *testing.T, dir string, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), append([]string{"status", "--socket", filepath.Join(dir, statusFile)}, args...), streams{&o, &e})
	return code, o.String(), e.String()
}

func TestStatus(t *testing.T) {
	dir, log := runtimeDir(t), new(bytes.Buffer)
	f := sampleFacts(t)
	f.noted(func(bool) {})(false)
	serveStatus(t.Context(), dir, f, slog.New(slog.NewTextHandler(log, nil)))
	code, out, problem := ask(t, dir)
	if code != fine || problem != "" {
		t.Fatalf("exit %d: %s", code, problem)
	}
	for _, want := range []string{"版本：kiosk " + version, "画面：item 6 + takeaway，没有反应，或看不见", "时钟：可信", "屏幕：关", "问题：错误 1 处，提醒 0 处", "  config.toml: 错误：示例"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	_, out, _ = ask(t, dir, "--format", "json")
	var st status
	if err := json.Unmarshal([]byte(out), &st); err != nil || st.Item != 6 || st.Alive || st.Counts["error"] != 1 || len(st.Problems) != 1 || st.Memory == 0 {
		t.Errorf("%v: %s", err, out)
	}
	info, err := os.Stat(filepath.Join(dir, statusFile))
	if err != nil || info.Mode().Perm() != 0o660 {
		t.Errorf("%v, %v", info, err)
	}
	serveStatus(t.Context(), dir, newFacts(new(display.Pulse), nil, false), slog.New(slog.NewTextHandler(log, nil)))
	if code, out, _ = ask(t, dir); code != fine || !strings.Contains(out, "item 6") || !strings.Contains(log.String(), "another kiosk") {
		t.Errorf("with a second kiosk: exit %d, %s, logged %s", code, out, log.String())
	}
}

// TestStatusOfDead checks that a socket that a killed kiosk has left is replaced, that a file in its place is not, and that a kiosk without a
// runtime directory shows its screen without them.
func TestStatusOfDead(t *testing.T) {
	dir, log := runtimeDir(t), new(bytes.Buffer)
	path := filepath.Join(dir, statusFile)
	l, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	l.(*net.UnixListener).SetUnlinkOnClose(false)
	l.Close()
	if code, _, problem := ask(t, dir); code != found || !strings.Contains(problem, "没有 kiosk 在") {
		t.Errorf("a dead socket: exit %d, %s", code, problem)
	}
	logger := slog.New(slog.NewTextHandler(log, nil))
	serveStatus(t.Context(), dir, sampleFacts(t), logger)
	if code, _, problem := ask(t, dir); code != fine {
		t.Errorf("exit %d, %s; logged %s", code, problem, log)
	}
	other := runtimeDir(t)
	if err := os.WriteFile(filepath.Join(other, statusFile), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	serveStatus(t.Context(), other, sampleFacts(t), logger)
	serveStatus(t.Context(), "", sampleFacts(t), logger)
	if !strings.Contains(log.String(), "no status") {
		t.Errorf("logged %s", log)
	}
}

// TestStatusAnswers checks kiosk status against others that answer at its socket.
func TestStatusAnswers(t *testing.T) {
	for name, answer := range map[string]string{"nothing": "", "no JSON": "hello\n", "half": `{"version":"0`, "endless": `{"version":"` + strings.Repeat("x", 2*maxAnswer)} {
		dir := runtimeDir(t)
		l, err := net.Listen("unix", filepath.Join(dir, statusFile))
		if err != nil {
			t.Fatal(err)
		}
		go func() {
			if conn, err := l.Accept(); err == nil {
				io.WriteString(conn, answer)
				conn.Close()
			}
		}()
		if code, out, problem := ask(t, dir); code != found || out != "" || !strings.Contains(problem, "改法") {
			t.Errorf("%s: exit %d, %s%s", name, code, out, problem)
		}
		l.Close()
	}
}

func TestMetrics(t *testing.T) {
	f := sampleFacts(t)
	text := f.status().metrics()
	for _, want := range []string{
		"# TYPE gongkai_build_info gauge\ngongkai_build_info{version=\"" + version + "\",commit=\"",
		"gongkai_content_problems{severity=\"error\"} 1\n", "gongkai_content_problems{severity=\"warning\"} 0\n",
		"gongkai_slide_shown_total{item=\"index\"} 1\n",
		"gongkai_monitor_connected 1\n", "gongkai_screen_on 1\n", "# TYPE gongkai_touch_total counter\n# HELP", // nothing within the hour
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	presented := f.status()
	presented.Last = known(time.Unix(1773288000, 0))
	for name, late := range map[string]string{"content_info": `{hash=""} 1`, "frame_presented_timestamp_seconds": " 1773288000", "clock_trusted": " 1"} {
		if strings.Contains(text, name) {
			t.Errorf("%s before the first frame", name)
		}
		if !strings.Contains(presented.metrics(), "gongkai_"+name+late+"\n") {
			t.Errorf("no %s%s after the first frame", name, late)
		}
	}
	f.see(session.Tick{}, session.Start(time.Date(2026, 3, 12, 13, 0, 0, 0, time.UTC), true))
	if text = f.status().metrics(); !strings.Contains(text, "gongkai_touch_total{screen=\"attract\"} 1\ngongkai_touch_total{screen=\"home\"} 1\n") {
		t.Errorf("in the next hour:\n%s", text)
	}
	if got := labels("hash", "a\\b\"c\nd"); got != `{hash="a\\b\"c\nd"}` {
		t.Errorf("labels %s", got)
	}
}

// TestTextfile checks that the file is replaced as a whole, can be read by others, and that a directory that is missing is logged once.
func TestTextfile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "gongkai.prom")
	for _, text := range []string{"one\n", "two\n"} {
		if err := replace(path, text); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		data, _ := os.ReadFile(path)
		if err != nil || string(data) != text || info.Mode().Perm() != 0o644 {
			t.Errorf("%q, %v, %v", data, info.Mode(), err)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) != 1 {
		t.Errorf("left: %v", entries)
	}
	if err := replace(filepath.Join(path, "none"), ""); err == nil {
		t.Error("a file as a directory")
	}
}

// TestStatusOfAnotherProgram: what stands in the answer doesn't reach the terminal as a command, and ends nothing.
func TestStatusOfAnotherProgram(t *testing.T) {
	evil := "\x1b[2J\n"
	st := status{Version: evil, Commit: evil, Back: evil, Screen: evil, Sheet: evil, Revision: evil, Problems: []diag.Problem{{File: evil, Message: evil, Fix: evil}}}
	if text := st.text(); strings.Contains(text, "\x1b") || strings.Count(text, "\n") != 12 {
		t.Errorf("%q", text)
	}
}

// TestStatusNamesTheDirectory: what is wrong with the content directory itself names its path.
func TestStatusNamesTheDirectory(t *testing.T) {
	dir, log := filepath.Join(t.TempDir(), "gone"), new(bytes.Buffer)
	conf, f := config{content: dir, zone: time.UTC}, newFacts(new(display.Pulse), nil, false)
	logger := slog.New(slog.NewTextHandler(log, nil))
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	conf.watch(ctx, conf.clock(logger), logger, f.watcher(conf, new(flight)))
	if text := f.status().text(); !strings.Contains(text, "  "+dir+": 错误：内容目录不存在") || !strings.Contains(log.String(), dir+": 错误：内容目录不存在") {
		t.Errorf("%s\nlogged %s", text, log)
	}
}
