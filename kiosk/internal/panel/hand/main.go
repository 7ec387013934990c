// Command hand works inside the panel under test: it runs commands as root, and plugs in touch panels, keyboards and
// mice, whose events it plays. It serves JSON-RPC on the serial port that the rig opens, and decides nothing.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/rpc"
	"net/rpc/jsonrpc"
	"os"
	"os/exec"
	"time"
)

func main() {
	port := flag.String("port", "/dev/virtio-ports/kiosk.hand", "the serial port")
	flag.Parse()
	if err := serve(*port); err != nil {
		fmt.Fprintln(os.Stderr, "hand:", err)
		os.Exit(1)
	}
}

// serve answers calls from the port until it fails.
func serve(port string) error {
	f, err := os.OpenFile(port, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	server := rpc.NewServer()
	if err := server.Register(&Hand{plugged: map[string]*device{}}); err != nil {
		return err
	}
	server.ServeCodec(jsonrpc.NewServerCodec(patient{f}))
	return errors.New("the port is closed")
}

// patient reads a port that is at its end while the rig isn't connected.
type patient struct{ *os.File }

func (p patient) Read(b []byte) (int, error) {
	for {
		n, err := p.File.Read(b)
		if n > 0 || err != nil && !errors.Is(err, io.EOF) {
			return n, err
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// Hand holds what is plugged in.
type Hand struct{ plugged map[string]*device }

// Done is what a script wrote, and its exit status.
type Done struct {
	Output string
	Code   int
}

// Run runs a script with bash.
func (h *Hand) Run(script string, done *Done) error {
	out, err := exec.Command("/bin/bash", "-c", script).CombinedOutput()
	done.Output = string(out)
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		done.Code, err = exit.ExitCode(), nil
	}
	return err
}

// Thing names a device to plug in. Width and Height are a touch panel's, in px.
type Thing struct {
	Kind          string // touch, keyboard or mouse
	Width, Height int
}

// Plug plugs a device in, in place of one of its kind.
func (h *Hand) Plug(t Thing, _ *struct{}) error {
	if err := h.Unplug(t.Kind, nil); err != nil {
		return err
	}
	d, err := plug(t)
	if err != nil {
		return err
	}
	h.plugged[t.Kind] = d
	return nil
}

// Unplug removes the device of a kind, if there is one.
func (h *Hand) Unplug(kind string, _ *struct{}) error {
	d := h.plugged[kind]
	if d == nil {
		return nil
	}
	delete(h.plugged, kind)
	return d.unplug()
}

// Play is a sequence of a device's events.
type Play struct {
	Kind   string
	Events []Event
}

// Play plays events one after another.
func (h *Hand) Play(p Play, _ *struct{}) error {
	d := h.plugged[p.Kind]
	if d == nil {
		return fmt.Errorf("no %s is plugged in", p.Kind)
	}
	for _, e := range p.Events {
		if err := d.write(e); err != nil {
			return err
		}
		time.Sleep(time.Duration(e.PauseMS) * time.Millisecond)
	}
	return nil
}
