//go:build !linux

package display

import "errors"

// This file is what software.go is on Linux: elsewhere, on an office's PC, Ebitengine presents.

func hasGPU() bool { return true }

func prepareEnvironment(bool) {}

func share(int, func(uint32) error) ([]byte, error) { return nil, errors.ErrUnsupported }

func unshare([]byte) error { return errors.ErrUnsupported }
