package xdrive

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"os/user"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// This file is the session of a panel with a compositor: cage, with an output that exists in memory only, and Xwayland.

// Cage is a session of cage with the program in it.
type Cage struct {
	*Server  // Xwayland
	*Program // cage, and the program's log
	dir      string
	who      *syscall.Credential
}

// CageOutput is the size of wlroots' output without hardware, px.
var CageOutput = image.Pt(1280, 720)

// StartCage runs a program under cage with some outputs and a runtime directory. Root runs it as the user kiosk or, without such a user, as the one without rights.
func StartCage(ctx context.Context, dir, binary string, args ...string) (*Cage, error) {
	c := &Cage{dir: dir}
	if os.Geteuid() == 0 {
		if err := c.become(); err != nil {
			return nil, err
		}
	}
	cmd := exec.Command("cage", append([]string{"--", "sh", "-c", `echo "display=$DISPLAY" >&2; exec "$@"`, "sh", binary}, args...)...)
	cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+dir, "HOME="+dir, "WLR_BACKENDS=headless", "WLR_LIBINPUT_NO_DEVICES=1", "WLR_RENDERER=pixman", "WAYLAND_DISPLAY=")
	cmd.Dir = dir
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM, Credential: c.who}
	var err error
	if c.Program, err = begin(cmd); err != nil {
		return nil, fmt.Errorf("start cage: %w (Debian has it in cage and xwayland)", err)
	}
	if err := c.meet(ctx); err != nil {
		c.End()
		return nil, err
	}
	return c, nil
}

// become chooses whom the session belongs to, and gives it the directory.
func (c *Cage) become() error {
	u, err := user.Lookup("kiosk")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	if err != nil {
		return err
	}
	uid, err1 := strconv.Atoi(u.Uid)
	gid, err2 := strconv.Atoi(u.Gid)
	c.who = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return errors.Join(err1, err2, os.Chown(c.dir, uid, gid))
}

// meet connects to Xwayland, whose display the log names.
func (c *Cage) meet(ctx context.Context) error {
	n, err := c.WaitLine(ctx, 0, "display=:")
	if err != nil {
		return err
	}
	_, display, _ := strings.Cut(c.Log()[n-1], "display=")
	c.Server = newServer(CageOutput)
	c.Display = strings.TrimSpace(display)
	xgb.Logger.SetOutput(io.Discard)
	if c.conn, err = c.dial(); err != nil {
		return err
	}
	c.root = xproto.Setup(c.conn).DefaultScreen(c.conn).Root
	return xtest.Init(c.conn)
}

// dial connects as the session's user: Xwayland admits no other. That holds for this thread alone, and only meanwhile.
func (c *Cage) dial() (*xgb.Conn, error) {
	if c.who != nil {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		const same = ^uintptr(0)
		if _, _, errno := syscall.RawSyscall(syscall.SYS_SETRESUID, same, uintptr(c.who.Uid), same); errno != 0 {
			return nil, errno
		}
		defer syscall.RawSyscall(syscall.SYS_SETRESUID, same, 0, same)
	}
	return xgb.NewConnDisplay(c.Display)
}

// Glass returns what the program's window shows. Xwayland's root is empty.
func (c *Cage) Glass() (*image.RGBA, error) {
	w := c.find(c.root, "kiosk")
	if w == 0 {
		return nil, errors.New("the program has no window")
	}
	return c.part(xproto.Drawable(w), image.Rectangle{Max: CageOutput})
}
