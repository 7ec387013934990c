package xdrive

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A Program is the kiosk, running on a Server, and its log so far.
type Program struct {
	Began time.Time // just before exec
	Pid   int

	cmd    *exec.Cmd
	exited chan struct{}

	mu    sync.Mutex
	lines []string
	more  chan struct{} // closed at the next line
}

// Screen is a screen as named in the log.
type Screen struct {
	Name string
	Item int
}

// Launch starts a program on the server, with the environment of the caller.
func (s *Server) Launch(binary string, args ...string) (*Program, error) {
	cmd := exec.Command(binary, args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.Display, "WAYLAND_DISPLAY=")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	return begin(cmd)
}

// begin starts a command and reads its log.
func begin(cmd *exec.Cmd) (*Program, error) {
	p := &Program{cmd: cmd, exited: make(chan struct{}), more: make(chan struct{})}
	stderr, err := p.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	p.Began = time.Now()
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	p.Pid = p.cmd.Process.Pid
	go func() {
		for sc := bufio.NewScanner(stderr); sc.Scan(); {
			p.hear(sc.Text())
		}
		p.cmd.Wait()
		close(p.exited)
	}()
	return p, nil
}

func (p *Program) hear(line string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.lines = append(p.lines, line)
	close(p.more)
	p.more = make(chan struct{})
}

// Log returns every line that the program has written.
func (p *Program) Log() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.lines...)
}

// Faults returns the log's warnings and errors, and lines that are not log lines, such as a panic.
func (p *Program) Faults() []string {
	var faults []string
	for _, line := range p.Log() {
		if !strings.Contains(line, "level=INFO") && !strings.Contains(line, "level=DEBUG") {
			faults = append(faults, line)
		}
	}
	return faults
}

// WaitLine waits until a line after the first n contains a text, and returns the number of lines up to it.
func (p *Program) WaitLine(ctx context.Context, n int, text string) (int, error) {
	for {
		p.mu.Lock()
		lines, more := p.lines, p.more
		p.mu.Unlock()
		for ; n < len(lines); n++ {
			if strings.Contains(lines[n], text) {
				return n + 1, nil
			}
		}
		select {
		case <-more:
		case <-p.exited:
			return n, fmt.Errorf("the program ended before it logged %q:\n%s", text, strings.Join(lines, "\n"))
		case <-ctx.Done():
			return n, fmt.Errorf("the program did not log %q (%w):\n%s", text, ctx.Err(), strings.Join(lines, "\n"))
		}
	}
}

var screenLine = regexp.MustCompile(`msg=screen name=(\w+) item=(\d+)`)

// Screens lists the screens that the log names after the first n lines.
func (p *Program) Screens(n int) []Screen {
	var screens []Screen
	for _, line := range p.Log()[n:] {
		if m := screenLine.FindStringSubmatch(line); m != nil {
			item, _ := strconv.Atoi(m[2])
			screens = append(screens, Screen{m[1], item})
		}
	}
	return screens
}

// Wait waits until the program has ended, and returns its exit code.
func (p *Program) Wait(ctx context.Context) (int, error) {
	select {
	case <-p.exited:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-ctx.Done():
		return -1, fmt.Errorf("the program did not end: %w", ctx.Err())
	}
}

// Running reports whether the program still runs.
func (p *Program) Running() bool {
	select {
	case <-p.exited:
		return false
	default:
		return true
	}
}

// endLimit is how long the program may take to end after SIGTERM.
const endLimit = 10 * time.Second

// End sends SIGTERM and returns the program's exit code; if it doesn't end, it is killed.
func (p *Program) End() (int, error) {
	p.cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-p.exited:
		return p.cmd.ProcessState.ExitCode(), nil
	case <-time.After(endLimit):
		p.cmd.Process.Kill()
		<-p.exited
		return -1, fmt.Errorf("the program did not end within %v of SIGTERM", endLimit)
	}
}

// Signal sends the program a signal.
func (p *Program) Signal(sig os.Signal) error { return p.cmd.Process.Signal(sig) }
