package main

import (
	"testing"
	"time"
)

// TestPartWrites watches the carousel for ten minutes, in which nothing is written.
func TestPartWrites(t *testing.T) {
	t.Parallel()
	writesNothing(t, 10*time.Minute)
}
