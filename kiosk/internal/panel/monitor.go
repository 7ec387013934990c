package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"io"
	"net"
	"time"
)

// plugMonitor plugs a monitor of a size into an output, or unplugs it where the size is zero. QEMU's card reports to the guest
// what a VNC client wants the desktop's size to be.
func (m *machine) plugMonitor(head int, size image.Point) error {
	c, err := net.Dial("unix", m.path(fmt.Sprintf("head%d.sock", head)))
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(time.Minute)); err != nil {
		return err
	}
	if err := handshake(c); err != nil {
		return fmt.Errorf("VNC: %w", err)
	}
	var b bytes.Buffer
	b.Write([]byte{setEncodings, 0, 0, 1})
	put(&b, int32(extendedDesktopSize))
	// QEMU passes on what differs from the size before, which is zero at first, and only the last of what it reads at once.
	sizes := []image.Point{{1, 1}, size}
	for _, s := range sizes {
		b.Write([]byte{setDesktopSize, 0})
		put(&b, uint16(s.X), uint16(s.Y))
		b.Write([]byte{1, 0})
		put(&b, uint32(0), uint16(0), uint16(0), uint16(s.X), uint16(s.Y), uint32(0))
	}
	if _, err := c.Write(b.Bytes()); err != nil {
		return err
	}
	const answer = 4 + 12 + 4 + 16 // a message of one rectangle and one screen
	_, err = io.ReadFull(c, make([]byte, len(sizes)*answer))
	return err
}

// The numbers of RFC 6143 and its registry.
const (
	setEncodings, setDesktopSize = 2, 251
	extendedDesktopSize          = -308
)

// handshake goes through RFC 6143's opening without a password.
func handshake(c io.ReadWriter) error {
	version := make([]byte, 12)
	for _, step := range []struct{ read, write []byte }{
		{version, []byte("RFB 003.008\n")},
		{make([]byte, 2), []byte{1}}, // one kind of security: none
		{make([]byte, 4), []byte{1}}, // the result; others may stay connected
	} {
		if _, err := io.ReadFull(c, step.read); err != nil {
			return err
		}
		if _, err := c.Write(step.write); err != nil {
			return err
		}
	}
	opening := make([]byte, 24)
	if _, err := io.ReadFull(c, opening); err != nil {
		return err
	}
	_, err := io.CopyN(io.Discard, c, int64(binary.BigEndian.Uint32(opening[20:])))
	return err
}

func put(b *bytes.Buffer, numbers ...any) {
	for _, n := range numbers {
		binary.Write(b, binary.BigEndian, n) // a buffer takes all
	}
}
