package display

import (
	"image"
	"testing"

	"gongkai/kiosk/page"
)

func sampleJobs(n int) []job {
	jobs := make([]job, n)
	for i := range jobs {
		l := &page.Layer{Bounds: image.Rect(0, 0, 40, 30), Ground: page.Paper, Hash: uint64(i + 1)}
		jobs[i] = job{key: tileKey{layer: l.Hash}, layer: l, theme: &page.Normal, rect: l.Bounds}
	}
	return jobs
}

func asPainted(pix *image.RGBA) *image.RGBA { return pix }

// What is wanted is painted once each, however often it is asked for meanwhile.
func TestEaselPaintsOnce(t *testing.T) {
	e := newEasel(func() {}, asPainted, true)
	defer e.close()
	jobs := sampleJobs(20)
	seen := map[tileKey]bool{}
	for len(seen) < len(jobs) {
		var missing []job
		for _, j := range jobs {
			if !seen[j.key] {
				missing = append(missing, j)
			}
		}
		e.want(missing)
		p := <-e.done
		if seen[p.key] {
			t.Fatalf("tile %v was painted twice", p.key)
		}
		if got := p.pix.RGBAAt(5, 5); got != page.Normal[page.Paper] {
			t.Fatalf("tile %v is %v", p.key, got)
		}
		seen[p.key] = true
		e.release(p)
	}
	e.want(nil)
	if !e.idle() {
		t.Error("the easel is not idle with everything painted and nothing wanted")
	}
}

// A new list replaces the old one: what is no longer wanted isn't painted.
func TestEaselForgets(t *testing.T) {
	forgotten := make(chan bool)
	e := newEasel(func() { <-forgotten }, asPainted, true)
	defer e.close()
	jobs := sampleJobs(200)
	e.want(jobs)
	e.want(jobs[:1])
	close(forgotten)
	late := 0
	for {
		p := <-e.done
		e.release(p)
		if p.key != jobs[0].key {
			late++ // was in hand already
		}
		e.mu.Lock()
		idle := e.drafts.idle()
		e.mu.Unlock()
		if idle && len(e.done) == 0 {
			break
		}
	}
	if late > painters {
		t.Errorf("%d tiles were painted that were no longer wanted", late)
	}
}

// Bitmaps are used again and none outlives a quiet moment.
func TestEaselBitmaps(t *testing.T) {
	e := newEasel(func() {}, asPainted, true)
	defer e.close()
	for _, j := range sampleJobs(10) {
		e.want([]job{j})
		e.release(<-e.done)
	}
	if len(e.spare) == 0 || len(e.spare) > painters {
		t.Errorf("%d spare bitmaps", len(e.spare))
	}
	if !e.idle() || e.spare != nil {
		t.Error("spare bitmaps are kept")
	}
}
