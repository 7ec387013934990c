package main

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// rounds is the real program running kiosk check --watch.
type rounds struct {
	*testing.T
	*exec.Cmd
	item  string // the path of the only item
	lines *bufio.Scanner
	all   []string
}

const goodItem = "number = 1\ncategory = \"示例\"\ncontent = \"示例\"\nbasis = \"《示例》\"\n"

// watching starts it on a directory without faults, with further arguments.
func watching(t *testing.T, args ...string) *rounds {
	t.Helper()
	dir := t.TempDir()
	r := &rounds{T: t, item: filepath.Join(dir, "items", "1.toml")}
	r.write(filepath.Join(dir, "kiosk.toml"), "centre = \"示例社区\"\ncatalogue = \"示例目录\"\n[contact]\ndesk = \"示例窗口\"\n")
	r.write(r.item, goodItem)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	t.Cleanup(cancel)
	r.Cmd = exec.CommandContext(ctx, built, append([]string{"check", "--watch", "--content", dir}, args...)...)
	out, err := r.StdoutPipe()
	if err == nil {
		err = r.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	r.lines = bufio.NewScanner(out)
	return r
}

func (r *rounds) write(path, text string) {
	r.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.Fatal(err)
	}
}

// until reads until a line with these words.
func (r *rounds) until(words string) {
	r.Helper()
	for r.lines.Scan() {
		r.all = append(r.all, r.lines.Text())
		if strings.Contains(r.lines.Text(), words) {
			return
		}
	}
	r.Fatalf("%q is not printed, but\n%s", words, strings.Join(r.all, "\n"))
}

// stop interrupts it, like Ctrl+C, and returns its exit code.
func (r *rounds) stop() int {
	r.Helper()
	if err := r.Process.Signal(os.Interrupt); err != nil {
		r.Fatal(err)
	}
	for r.lines.Scan() {
		r.all = append(r.all, r.lines.Text())
	}
	r.Wait()
	return r.ProcessState.ExitCode()
}

func TestCheckWatch(t *testing.T) {
	r := watching(t)
	r.until("检查时间 ")
	r.until("没有问题")
	r.until("事项 1 条，公告 0 条；错误 0 处，提醒 0 处；版本 sha256:")
	r.write(r.item, strings.Replace(goodItem, "=", "＝", 1))
	r.until("items/1.toml:1:8: 错误：“number”后面的等号是全角的“＝”")
	r.until("    number ＝ 1")
	r.until("           ^")
	r.until("错误 2 处")
	r.write(r.item, goodItem)
	r.until("没有问题")
	r.until("版本 sha256:")
	if code := r.stop(); code != fine {
		t.Errorf("exit code %d with no fault", code)
	}
	if all := strings.Join(r.all, "\n"); strings.Contains(all, "\x1b") {
		t.Errorf("terminal codes in a pipe: %q", all)
	}
}

func TestCheckWatchEndsWithFaults(t *testing.T) {
	r := watching(t)
	r.until("没有问题")
	r.write(r.item, "number = 1\n")
	r.until("错误 3 处")
	if code := r.stop(); code != found {
		t.Errorf("exit code %d with faults", code)
	}
}

// TestCheckWatchJSON checks that JSON has a line for each check and nothing else.
func TestCheckWatchJSON(t *testing.T) {
	r := watching(t, "--format", "json")
	r.until(`"items":1,"notices":0,"problems":[],`)
	r.write(r.item, strings.Replace(goodItem, "basis", "bassis", 1))
	r.until(`"items":0`)
	r.stop()
	for _, line := range r.all {
		if !strings.HasPrefix(line, `{"revision":"`) {
			t.Errorf("not a report: %s", line)
		}
	}
}

// TestHeadClearsATerminal checks that a terminal is cleared before each check.
func TestHeadClearsATerminal(t *testing.T) {
	var buffer bytes.Buffer
	checkCmd{}.printHeader(&buffer, time.UTC, time.Now())
	if isTerminal(&buffer) || !strings.HasPrefix(buffer.String(), "\n检查时间") {
		t.Errorf("%q", buffer.String())
	}
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if isTerminal(file) {
		t.Error("a file is taken for a terminal")
	}
	terminal, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no terminals here: ", err)
	}
	defer terminal.Close()
	if !isTerminal(terminal) {
		t.Error("a terminal is not recognised")
	}
}

// TestHeadTellsThePlacesTime checks that the time is in the content's time zone, not the office machine's.
func TestHeadTellsThePlacesTime(t *testing.T) {
	conf, problems := readConfig(filepath.Join(t.TempDir(), "none.toml"), false)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var buffer bytes.Buffer
	checkCmd{}.printHeader(&buffer, conf.zone, time.Date(2026, 11, 30, 17, 30, 0, 0, time.UTC))
	if !strings.Contains(buffer.String(), "检查时间 2026-12-01 01:30:00，") {
		t.Errorf("%q", buffer.String())
	}
}
