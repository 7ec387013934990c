package display

//lint:file-ignore SA1019 Ebitengine counsels skipping draws instead, but that loop still
// wakes 60 times a second; only this mode sleeps until something happens.

import (
	"time"

	"github.com/hajimehoshi/ebiten/v2"
)

// sleepBetweenEvents has a frame come only when a finger moves or scheduleFrame
// asks for one, and one Update with every frame, so that an event is read in the frame that it wakes.
func sleepBetweenEvents() {
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
}

// scheduleFrame wakes the loop; any goroutine may call it.
func scheduleFrame() { ebiten.ScheduleFrame() }

// knock wakes the loop again and again until it has begun. While Ebitengine opens the window,
// before the second frame, it takes events in and forgets them: a wake-up of that moment, be it the
// carousel's or an order to end, would be lost, and the loop sleep on until a finger moves.
func knock(begun <-chan struct{}, wake func()) {
	again := time.NewTicker(50 * time.Millisecond)
	defer again.Stop()
	for {
		select {
		case <-begun:
			return
		case <-again.C:
			wake()
		}
	}
}

// runFreely lets frames follow one another as the panel shows them, for as long as
// something moves; it is for machines with a GPU, whose swap waits for the panel. Without one
// nothing waits, and game.wake paces the frames.
func runFreely(on bool) {
	if on {
		ebiten.SetFPSMode(ebiten.FPSModeVsyncOn)
	} else {
		ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	}
}
