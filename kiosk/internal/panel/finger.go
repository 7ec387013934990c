package main

import (
	"image"
	"math/rand/v2"
)

// The numbers of linux/input-event-codes.h.
const (
	evSyn, evKey, evRel, evAbs = 0, 1, 2, 3
	btnTouch, btnLeft          = 0x14a, 0x110
	absMTSlot                  = 0x2f
	absMTX, absMTY, absMTID    = 0x35, 0x36, 0x39
	keyEsc, keyDelete          = 1, 111
	keyBackspace               = 14
	keyLeftCtrl, keyLeftAlt    = 29, 56
	keyF2, keyB, keySysRq      = 60, 48, 99
	keyPower, keySleep         = 116, 142
)

// thing and play are the arguments of the hand's calls.
type thing struct {
	Kind          string
	Width, Height int
}

type play struct {
	Kind   string
	Events []event
}

type event struct {
	Type, Code uint16
	Value      int32
	PauseMS    int
}

// press returns a finger that comes down at a point.
func press(p image.Point, id int32) []event {
	x, y := int32(p.X), int32(p.Y)
	return []event{{evAbs, absMTSlot, 0, 0}, {evAbs, absMTID, id, 0}, {evAbs, absMTX, x, 0}, {evAbs, absMTY, y, 0},
		{evKey, btnTouch, 1, 0}, {evAbs, 0, x, 0}, {evAbs, 1, y, 0}, {evSyn, 0, 0, 90}}
}

// lift returns the finger that leaves the glass.
func lift() []event {
	return []event{{evAbs, absMTID, -1, 0}, {evKey, btnTouch, 0, 0}, {evSyn, 0, 0, 60}}
}

// chord returns keys that are pressed together.
func chord(keys ...uint16) []event {
	var all []event
	for _, k := range keys {
		all = append(all, event{evKey, k, 1, 0}, event{evSyn, 0, 0, 30})
	}
	for _, k := range keys {
		all = append(all, event{evKey, k, 0, 0}, event{evSyn, 0, 0, 30})
	}
	return all
}

// chance returns some random input of a kind of device.
func chance(r *rand.Rand, kind string) []event {
	switch kind {
	case "touch":
		return append(press(image.Pt(r.IntN(screen.X), r.IntN(screen.Y)), 1+r.Int32N(60000)), lift()...)
	case "mouse":
		return []event{{evRel, 0, r.Int32N(400) - 200, 0}, {evRel, 1, r.Int32N(400) - 200, 0}, {evSyn, 0, 0, 20},
			{evKey, btnLeft + uint16(r.IntN(3)), 1, 0}, {evSyn, 0, 0, 20}, {evKey, btnLeft, 0, 0}, {evKey, btnLeft + 1, 0, 0}, {evKey, btnLeft + 2, 0, 0}, {evSyn, 0, 0, 20}}
	}
	keys := []uint16{keyLeftCtrl, keyLeftAlt}[:r.IntN(3)]
	return chord(append(keys, 1+uint16(r.IntN(247)))...)
}
