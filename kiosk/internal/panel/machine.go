package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"image/png"
	"net"
	"net/rpc"
	"net/rpc/jsonrpc"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

// screen is the size of the machine's screen, px.
var screen = image.Pt(1080, 1920)

// machine is a running QEMU.
type machine struct {
	dir     string
	qemu    *exec.Cmd
	monitor net.Conn
	replies *json.Decoder
	hand    *rpc.Client
	events  []string // what the monitor has reported, such as RESET
}

// boot starts the machine that build has made. It has two outputs, of which the first has a monitor.
func boot(dir string) (*machine, error) {
	m := &machine{dir: dir}
	for _, name := range []string{"hand.sock", "qmp.sock", "head0.sock", "head1.sock"} {
		os.Remove(m.path(name))
	}
	m.qemu = exec.Command("qemu-system-x86_64", "-accel", accelerator(dir), "-m", "512", "-smp", "2", "-cpu", "max",
		"-nodefaults", "-display", "none", "-vga", "none",
		"-device", fmt.Sprintf("virtio-gpu-pci,id=gpu,max_outputs=2,xres=%d,yres=%d", screen.X, screen.Y),
		"-vnc", "unix:head0.sock,display=gpu,head=0", "-vnc", "unix:head1.sock,display=gpu,head=1",
		"-drive", "file=root.img,format=raw,if=virtio",
		"-drive", "file=stick.img,format=raw,if=none,id=stick", "-device", "qemu-xhci",
		"-device", "virtio-serial-pci", "-chardev", "socket,id=hand,path=hand.sock,server=on,wait=off",
		"-device", "virtserialport,chardev=hand,name=kiosk.hand",
		"-device", "i6300esb", "-action", "watchdog=reset",
		"-kernel", "vmlinuz", "-initrd", "initrd", "-append", "root=/dev/vda rw console=ttyS0 net.ifnames=0 quiet mitigations=off no_timer_check",
		"-serial", "file:serial.log", "-qmp", "unix:qmp.sock,server=on,wait=off")
	m.qemu.Dir, m.qemu.Stderr = dir, os.Stderr
	m.qemu.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := m.qemu.Start(); err != nil {
		return nil, err
	}
	if err := m.connect(); err != nil {
		return nil, errors.Join(err, m.cut())
	}
	return m, nil
}

func (m *machine) path(name string) string { return filepath.Join(m.dir, name) }

// connect opens the monitor and the hand's port, which answers once the machine is up.
func (m *machine) connect() error {
	err := within(time.Minute, "QEMU opens its sockets", func() (bool, error) {
		var err error
		m.monitor, err = net.Dial("unix", m.path("qmp.sock"))
		return err == nil, nil
	})
	if err != nil {
		return err
	}
	m.replies = json.NewDecoder(m.monitor)
	var greeting json.RawMessage
	if err := errors.Join(m.replies.Decode(&greeting), m.ask("qmp_capabilities", nil)); err != nil {
		return err
	}
	return m.shake()
}

// shake connects to the hand, again after the machine has started again.
func (m *machine) shake() error {
	if m.hand != nil {
		m.hand.Close()
	}
	port, err := net.Dial("unix", m.path("hand.sock"))
	if err != nil {
		return err
	}
	m.hand = rpc.NewClientWithCodec(jsonrpc.NewClientCodec(port))
	return nil
}

// ask has QEMU's monitor carry out a command.
func (m *machine) ask(command string, arguments map[string]any) error {
	if arguments == nil {
		arguments = map[string]any{}
	}
	if err := json.NewEncoder(m.monitor).Encode(map[string]any{"execute": command, "arguments": arguments}); err != nil {
		return err
	}
	for {
		var r struct {
			Return json.RawMessage
			Error  *struct{ Desc string }
			Event  string
		}
		switch err := m.replies.Decode(&r); {
		case err != nil:
			return err
		case r.Error != nil:
			return fmt.Errorf("%s: %s", command, r.Error.Desc)
		case r.Return != nil:
			return nil
		case r.Event != "":
			m.events = append(m.events, r.Event)
		}
	}
}

// glass returns what an output shows, and keeps it under a name.
func (m *machine) glass(head int, name string) (image.Image, error) {
	path := m.path(name + ".png")
	if err := m.ask("screendump", map[string]any{"filename": path, "format": "png", "device": "gpu", "head": head}); err != nil {
		return nil, err
	}
	return readPNG(path)
}

func readPNG(path string) (image.Image, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}

// longest is how long a call into the machine may take: without KVM a start can take minutes.
const longest = 20 * time.Minute

// call calls the hand.
func (m *machine) call(method string, args, reply any) error {
	c := m.hand.Go("Hand."+method, args, reply, make(chan *rpc.Call, 1))
	select {
	case <-c.Done:
		return c.Error
	case <-time.After(longest):
		return fmt.Errorf("%s: no answer", method)
	}
}

// run runs a script inside and returns its output; an exit status other than 0 is an error.
func (m *machine) run(script string) (string, error) {
	var done struct {
		Output string
		Code   int
	}
	err := m.call("Run", script, &done)
	if err == nil && done.Code != 0 {
		err = fmt.Errorf("exit status %d of %q: %s", done.Code, script, done.Output)
	}
	return done.Output, err
}

// cut takes the power away.
func (m *machine) cut() error {
	err := m.qemu.Process.Kill()
	m.qemu.Wait()
	return err
}

// within asks again until something is so, and fails when it isn't by then.
func within(d time.Duration, what string, so func() (bool, error)) error {
	for end := time.Now().Add(d); ; time.Sleep(300 * time.Millisecond) {
		if ok, err := so(); ok || err != nil {
			return err
		}
		if time.Now().After(end) {
			return fmt.Errorf("not within %v: %s", d, what)
		}
	}
}
