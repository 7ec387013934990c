package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// The numbers of linux/input-event-codes.h and linux/uinput.h.
const (
	evKey, evRel, evAbs = 1, 2, 3
	btnTouch, btnLeft   = 0x14a, 0x110
	absMTSlot           = 0x2f
	absMTX, absMTY      = 0x35, 0x36
	absMTID             = 0x39
	lastKey             = 248

	uiDevCreate, uiDevDestroy        = 0x5501, 0x5502
	uiSetEv, uiSetKey, uiSetRel      = 0x40045564, 0x40045565, 0x40045566
	uiSetAbs, uiSetProp, propDirect  = 0x40045567, 0x4004556e, 1
	busUSB, anyVendor, anyProduct    = 3, 0x1234, 0x5678
	absolutes, nameSize, mostFingers = 64, 80, 10
)

// Event is one event of the kernel's input layer, and the pause after it.
type Event struct {
	Type, Code uint16
	Value      int32
	PauseMS    int
}

// device is an input device made of /dev/uinput.
type device struct{ *os.File }

// setup is struct uinput_user_dev.
type setup struct {
	Name                          [nameSize]byte
	Bus, Vendor, Product, Version uint16
	Effects                       uint32
	Max, Min, Fuzz, Flat          [absolutes]int32
}

// abilities are what a device says it can do.
type abilities struct {
	name      string
	keys      []int
	relatives []int
	absolutes map[int]int32 // with their greatest values
	direct    bool
}

// able returns the abilities of a kind of device.
func able(t Thing) (abilities, error) {
	switch t.Kind {
	case "touch":
		x, y := int32(t.Width-1), int32(t.Height-1)
		return abilities{name: "test touch panel", keys: []int{btnTouch}, direct: true,
			absolutes: map[int]int32{0: x, 1: y, absMTSlot: mostFingers - 1, absMTX: x, absMTY: y, absMTID: 65535}}, nil
	case "keyboard":
		a := abilities{name: "test keyboard"}
		for k := 1; k <= lastKey; k++ {
			a.keys = append(a.keys, k)
		}
		return a, nil
	case "mouse":
		return abilities{name: "test mouse", keys: []int{btnLeft, btnLeft + 1, btnLeft + 2}, relatives: []int{0, 1, 8}}, nil
	}
	return abilities{}, fmt.Errorf("no such kind: %q", t.Kind)
}

func plug(t Thing) (*device, error) {
	can, err := able(t)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile("/dev/uinput", os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	d := &device{f}
	if err := d.describe(can); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return d, nil
}

// describe announces the abilities and creates the device.
func (d *device) describe(can abilities) error {
	s := setup{Bus: busUSB, Vendor: anyVendor, Product: anyProduct, Version: 1}
	copy(s.Name[:], can.name)
	err := errors.Join(d.enable(uiSetEv, evKey, uiSetKey, can.keys), d.enable(uiSetEv, evRel, uiSetRel, can.relatives))
	for code, most := range can.absolutes {
		s.Max[code] = most
		err = errors.Join(err, d.enable(uiSetEv, evAbs, uiSetAbs, []int{code}))
	}
	if can.direct {
		err = errors.Join(err, d.control(uiSetProp, propDirect))
	}
	var b bytes.Buffer
	err = errors.Join(err, binary.Write(&b, binary.LittleEndian, s))
	if err == nil {
		_, err = d.Write(b.Bytes())
	}
	return errors.Join(err, d.control(uiDevCreate, 0))
}

// enable announces a type of event and its codes; without codes, nothing.
func (d *device) enable(forType uint, kind int, forCode uint, codes []int) error {
	if len(codes) == 0 {
		return nil
	}
	err := d.control(forType, kind)
	for _, c := range codes {
		err = errors.Join(err, d.control(forCode, c))
	}
	return err
}

func (d *device) control(request uint, value int) error {
	return unix.IoctlSetInt(int(d.Fd()), request, value)
}

func (d *device) write(e Event) error {
	var b [24]byte // struct input_event; the kernel sets its time
	binary.LittleEndian.PutUint16(b[16:], e.Type)
	binary.LittleEndian.PutUint16(b[18:], e.Code)
	binary.LittleEndian.PutUint32(b[20:], uint32(e.Value))
	_, err := d.Write(b[:])
	return err
}

func (d *device) unplug() error {
	return errors.Join(d.control(uiDevDestroy, 0), d.Close())
}
