package display

import (
	"testing"

	"github.com/jezek/xgb"
)

// TestExtensionError: an error of an extension names the request that it answers.
func TestExtensionError(t *testing.T) {
	buf := append([]byte{0, 128, 7, 0, 0x34, 0x12, 0, 0, 3, 0, 130}, make([]byte, 21)...)
	e := xgb.NewErrorFuncs[128](buf)
	if e.SequenceId() != 7 || e.BadId() != 0x1234 || e.Error() != "X error 128 of request 130.3, value 0x1234" {
		t.Errorf("%d, %#x, %v", e.SequenceId(), e.BadId(), e)
	}
}
