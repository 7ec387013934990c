//go:build !linux

package fonts

// Release does nothing; on Linux it releases the faces' pages.
func Release() {}
