//go:build !linux

package fonts

// Rest does nothing; on Linux it releases the faces' pages.
func Rest() {}
