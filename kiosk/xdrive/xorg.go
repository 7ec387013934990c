package xdrive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"io"
	"math"
	"net"
	"os"
	"path/filepath"
	"strings"

	"github.com/jezek/xgb/dpms"
	"github.com/jezek/xgb/randr"
	"github.com/jezek/xgb/xproto"
)

// This file is a server as a panel has it: Xorg, with outputs that can be switched, modes, a monitor that sleeps and a touch panel, but
// with the dummy driver in place of a graphics card and the test driver in place of a panel.

// Xorg is a server with outputs, modes and a touch panel.
type Xorg struct {
	*Server
	dir   string
	panel net.Conn
}

// Landscape is the panel's other mode, px.
var Landscape = image.Pt(1920, 1080)

// NoSharedMemory is a part of Xorg's configuration that switches MIT-SHM off.
const NoSharedMemory = "Section \"Extensions\"\n Option \"MIT-SHM\" \"Disable\"\nEndSection\n"

// StartXorg starts Xorg on a free display, in the mode Portrait; more are further sections of its configuration.
func StartXorg(more string) (*Xorg, error) {
	dir, err := os.MkdirTemp("", "xorg-*")
	if err != nil {
		return nil, err
	}
	config, socket := filepath.Join(dir, "xorg.conf"), filepath.Join(dir, "touch")
	if err := os.WriteFile(config, []byte(fmt.Sprintf(xorgConfig, socket)+more), 0o600); err != nil {
		return nil, err
	}
	x := &Xorg{Server: newServer(Portrait), dir: dir}
	library, err := buildSwitch(dir)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	x.env = []string{library}
	// A seat of its own: the server leaves the machine's consoles alone.
	err = x.start("Xorg", "xserver-xorg-core and xserver-xorg-video-dummy", "-displayfd", "3", "-config", config, "-logfile", filepath.Join(dir, "log"),
		"-seat", "seat-test", "-nolisten", "tcp", "-noreset", "-nocursor")
	if err == nil {
		if x.panel, err = connectPanel(socket); err == nil {
			err = dpms.Init(x.conn)
		}
		if err != nil {
			x.Server.Close()
		}
	}
	if err != nil {
		log, _ := os.ReadFile(filepath.Join(dir, "log"))
		return nil, errors.Join(fmt.Errorf("%w; its log:\n%s", err, complaints(log)), os.RemoveAll(dir))
	}
	return x, nil
}

// complaints returns the errors in Xorg's log.
func complaints(log []byte) string {
	var lines []string
	for line := range strings.Lines(string(log)) {
		if strings.Contains(line, "(EE)") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

const xorgConfig = `
Section "ServerFlags"
 Option "AutoAddDevices" "false"
 Option "AutoEnableDevices" "false"
 Option "DontVTSwitch" "true"
 Option "DontZap" "true"
EndSection
Section "Device"
 Identifier "card"
 Driver "dummy"
 VideoRam 65536
EndSection
Section "Monitor"
 Identifier "monitor"
 HorizSync 1-2000
 VertRefresh 1-2000
 Modeline "1080x1920" 140 1080 1100 1120 1140 1920 1930 1940 1950
 Modeline "1920x1080" 140 1920 1930 1940 1950 1080 1090 1100 1110
EndSection
Section "Screen"
 Identifier "screen"
 Device "card"
 Monitor "monitor"
 DefaultDepth 24
 SubSection "Display"
  Depth 24
  Modes "1080x1920" "1920x1080"
  Virtual 3840 2160
 EndSubSection
EndSection
Section "InputDevice"
 Identifier "touch"
 Driver "inputtest"
 Option "SocketPath" "%s"
 Option "DeviceType" "Touch"
EndSection
Section "ServerLayout"
 Identifier "layout"
 Screen "screen"
 InputDevice "touch" "SendCoreEvents"
EndSection
`

// Close ends the server and removes its files.
func (x *Xorg) Close() {
	x.panel.Close()
	x.Server.Close()
	os.RemoveAll(x.dir)
}

// SetMode gives the first output a mode, and the screen its size.
func (x *Xorg) SetMode(size image.Point) error {
	if err := x.setOutput(0, image.Point{}, image.Point{}); err != nil {
		return err
	}
	if err := x.setScreen(size); err != nil {
		return err
	}
	return x.setOutput(0, size, image.Point{})
}

// Unplug takes the only monitor away, as xrandr does it: the screen shrinks to its least size.
func (x *Xorg) Unplug() error {
	return errors.Join(x.setOutput(0, image.Point{}, image.Point{}), x.setScreen(image.Pt(64, 64)))
}

// Second switches a second output on, to the right of the first one and as large as that is in landscape, or off again.
func (x *Xorg) Second(on bool) error {
	if !on {
		return x.setOutput(1, image.Point{}, image.Point{})
	}
	if err := x.setScreen(image.Pt(x.Size.X+Landscape.X, max(x.Size.Y, Landscape.Y))); err != nil {
		return err
	}
	return x.setOutput(1, Landscape, image.Pt(Portrait.X, 0))
}

func (x *Xorg) setScreen(size image.Point) error {
	x.Size = size
	return randr.SetScreenSizeChecked(x.conn, x.root, uint16(size.X), uint16(size.Y), uint32(size.X/4), uint32(size.Y/4)).Check()
}

// setOutput shows a part of the screen on an output; a size of zero switches it off.
func (x *Xorg) setOutput(n int, size, at image.Point) error {
	if err := randr.Init(x.conn); err != nil {
		return err
	}
	r, err := randr.GetScreenResourcesCurrent(x.conn, x.root).Reply()
	if err != nil {
		return err
	}
	mode, outputs := randr.Mode(0), []randr.Output(nil)
	for _, m := range r.Modes {
		if image.Pt(int(m.Width), int(m.Height)) == size {
			mode, outputs = randr.Mode(m.Id), r.Outputs[n:n+1]
			randr.AddOutputMode(x.conn, outputs[0], mode) // one that isn't connected has none
		}
	}
	if mode == 0 && size != (image.Point{}) {
		return fmt.Errorf("no mode %v", size)
	}
	set, err := randr.SetCrtcConfig(x.conn, r.Crtcs[n], xproto.TimeCurrentTime, r.ConfigTimestamp, int16(at.X), int16(at.Y), mode, randr.RotationRotate0, outputs).Reply()
	if err == nil && set.Status != randr.SetConfigSuccess {
		err = fmt.Errorf("RANDR answers %d", set.Status)
	}
	return err
}

// Touch is what a finger does on the touch panel.
type Touch uint32

// What fingers do (XI_TouchBegin and its like).
const (
	TouchBegin  Touch = 18
	TouchUpdate Touch = 19
	TouchEnd    Touch = 20
)

// Finger does something with a finger of the touch panel, at a point of the screen, and waits until the server has taken note.
func (x *Xorg) Finger(finger int, do Touch, at image.Point) error {
	const axes, axisMax = 64, 0xffff
	body := make([]byte, 24+8*2*axes)
	binary.NativeEndian.PutUint32(body[0:], uint32(finger))
	binary.NativeEndian.PutUint32(body[4:], uint32(do))
	body[12] = 3 // x and y
	for i, share := range []float64{(float64(at.X) + .5) / float64(x.Size.X), (float64(at.Y) + .5) / float64(x.Size.Y)} {
		binary.NativeEndian.PutUint64(body[24+8*i:], math.Float64bits(share*axisMax))
	}
	const touch, waitForSync = 6, 1
	return errors.Join(send(x.panel, touch, body), send(x.panel, waitForSync, nil), receive(x.panel))
}

// connectPanel connects to the test driver of a touch panel (xf86-input-inputtest-protocol.h).
func connectPanel(socket string) (net.Conn, error) {
	c, err := net.Dial("unix", socket)
	if err != nil {
		return nil, err
	}
	const clientVersion = 0
	return c, errors.Join(send(c, clientVersion, []byte{1, 0, 0, 0}), receive(c))
}

func send(c net.Conn, kind uint32, body []byte) error {
	head := make([]byte, 8)
	binary.NativeEndian.PutUint32(head, uint32(len(head)+len(body)))
	binary.NativeEndian.PutUint32(head[4:], kind)
	_, err := c.Write(append(head, body...))
	return err
}

// receive reads an answer; that there is one is all that matters.
func receive(c net.Conn) error {
	head := make([]byte, 4)
	if _, err := io.ReadFull(c, head); err != nil {
		return err
	}
	_, err := io.CopyN(io.Discard, c, int64(binary.NativeEndian.Uint32(head))-4)
	return err
}
