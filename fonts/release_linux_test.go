package fonts

import (
	"crypto/sha256"
	"testing"
)

// TestRelease checks that the faces are the same after their pages were released.
func TestRelease(t *testing.T) {
	for f := range Face(NumFaces) {
		before := sha256.Sum256(Data(f))
		Release()
		if sha256.Sum256(Data(f)) != before {
			t.Errorf("%v has changed", f)
		}
	}
}
