//go:build !linux

package display

import (
	"context"
	"errors"
	"log/slog"
)

// This file is the counterpart of linux.go: elsewhere, on an office's PC, Ebitengine draws.

func hasGPU() bool { return true }

func prepareEnvironment(bool, *slog.Logger) {}

func whenServerEnds(func()) {}

func watchClock(context.Context, func()) {}

func share(int, func(uint32) error) ([]byte, error) { return nil, errors.ErrUnsupported }

func unshare([]byte) error { return errors.ErrUnsupported }
