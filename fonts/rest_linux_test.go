package fonts

import (
	"crypto/sha256"
	"testing"
)

// The faces are the same after their pages have been given back.
func TestRest(t *testing.T) {
	for f := range Face(NumFaces) {
		before := sha256.Sum256(Data(f))
		Rest()
		if sha256.Sum256(Data(f)) != before {
			t.Errorf("%v has changed", f)
		}
	}
}
