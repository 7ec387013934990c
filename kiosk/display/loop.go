package display

//lint:file-ignore SA1019 Ebitengine counsels skipping draws instead, but that loop still
// wakes 60 times a second; only this mode sleeps until something happens.

import "github.com/hajimehoshi/ebiten/v2"

// sleepBetweenEvents has a frame come only when a finger moves or scheduleFrame
// asks for one, and one Update with every frame, so that an event is read in the frame that it wakes.
func sleepBetweenEvents() {
	ebiten.SetFPSMode(ebiten.FPSModeVsyncOffMinimum)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
}

// scheduleFrame wakes the loop; any goroutine may call it.
func scheduleFrame() { ebiten.ScheduleFrame() }

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
