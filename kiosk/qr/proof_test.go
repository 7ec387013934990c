package qr

import (
	"testing"
	"time"
)

func TestProof(t *testing.T) {
	at := time.Date(2026, 3, 12, 9, 41, 59, 0, time.FixedZone("CST", 8*3600))
	for _, c := range []struct {
		n        int
		revision string
		at       time.Time
		want     string
	}{
		{6, "sha256:3f9a2c71d4e8", at, "GONGKAI 6 3F9A2C71 202603120941"},
		{6, "3f9a2c71d4e8", at, "GONGKAI 6 3F9A2C71 202603120941"},
		{0, "sha256:3f9a2c71d4e8", time.Time{}, "GONGKAI 0 3F9A2C71"},
		{9_999_999, "sha256:ffffffff", at, "GONGKAI 9999999 FFFFFFFF 202603120941"},
	} {
		code, err := Proof(c.n, c.revision, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if code.Size != 25 {
			t.Errorf("%s: %d modules, want 25", c.want, code.Size)
		}
		scanned(t, code, c.want, "M", 4, 5, 6, 8)
	}
	if _, err := Proof(1_000_000_000, "sha256:ffffffff", at); err == nil {
		t.Error("no error for 39 characters")
	}
}
