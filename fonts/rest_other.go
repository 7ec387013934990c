//go:build !linux

package fonts

// Rest does nothing here; on Linux it takes the faces' pages out of the process.
func Rest() {}
