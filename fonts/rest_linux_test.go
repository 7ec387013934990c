package fonts

import (
	"crypto/sha256"
	"testing"
)

// TestRest checks that the faces are the same after their pages were released.
func TestRest(t *testing.T) {
	for f := range Face(NumFaces) {
		before := sha256.Sum256(Data(f))
		Rest()
		if sha256.Sum256(Data(f)) != before {
			t.Errorf("%v has changed", f)
		}
	}
}
