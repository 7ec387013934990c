package main

import (
	"testing"
	"time"

	"gongkai/kiosk/xdrive"
)

// TestSyncGlass measures the whole way, from a file that is saved in the office to the real
// program's glass.
func TestSyncGlass(t *testing.T) {
	for _, recipe := range []struct {
		title string
		ready func(*office) (carry func())
	}{
		{"rsync", rsync("-rt", "--checksum", "--delay-updates", "--delete-after")},
		{"git", gitPull},
		{"Syncthing", syncthingPair},
	} {
		t.Run(recipe.title, func(t *testing.T) {
			t.Parallel()
			after := newOffice(t)
			after.oneWord()
			want := kiosk{T: t, dir: after.from}.drawn("item:6", "item-06.png")

			o := newOffice(t)
			carry := recipe.ready(o)
			carry()
			k := kiosk{T: t, dir: o.to}.start(built, xdrive.Portrait)
			_, err := k.WaitLine(k.ctx, 0, "revision="+o.whole.states[0].Revision)
			k.must(err)
			k.walk(toItem6...)
			saved := time.Now()
			o.oneWord()
			carry()
			k.shows(k.soon(), want)
			t.Logf("from save to glass %v", time.Since(saved).Round(time.Millisecond))
			k.calm()
		})
	}
}
