//go:build !linux

package main

import (
	"errors"
	"os"
)

// mapFile fails: a panel runs Linux.
func mapFile(string, int) (mem, before []byte, f *os.File, err error) {
	return nil, nil, nil, errors.ErrUnsupported
}
