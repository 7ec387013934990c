package main

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"sync/atomic"
	"time"

	"gongkai/kiosk/store"
)

// clockJudge judges whether the machine's clock may be right. A panel without a battery starts in the past: in 1970, or at the
// moment when it was switched off. Evidence that it has lost time is the program's own date, the moment that a trusted clock
// showed last, and the newest file of the content.
type clockJudge struct {
	built  time.Time
	saved  atomic.Int64 // s; 0: none
	newest atomic.Pointer[func() time.Time]
	synced func() bool // reports whether the machine's clock follows a server
	state  string      // the directory that keeps saved; "": none does
	log    *slog.Logger
}

// clock returns the clock's judge, with what was saved in the state directory.
func (c config) clock(log *slog.Logger) *clockJudge {
	k := &clockJudge{built: buildTime(time.Now()), synced: synchronized, state: c.state, log: log}
	if k.state == "" {
		return k
	}
	saved, err := store.LoadClock(k.state)
	switch {
	case err == nil:
		k.saved.Store(saved.Unix())
	case !errors.Is(err, fs.ErrNotExist):
		log.Warn("saved clock passed over", "state", k.state, "err", err)
	}
	log.Info("clock", "built", k.built, "saved", k.lastSaved(), "trusted", k.trusts(time.Now()))
	return k
}

// follow takes the newest file's time from the store.
func (k *clockJudge) follow(newest func() time.Time) { k.newest.Store(&newest) }

// trusts reports whether the clock may be right. One that a server sets is, unless it is before the program's own date:
// then the saved moment or a file's time came from a wrong one. Any goroutine may call it.
func (k *clockJudge) trusts(now time.Time) bool {
	var newest time.Time
	if f := k.newest.Load(); f != nil {
		newest = (*f)()
	}
	return !now.Before(clockFloor(k.built, k.lastSaved(), newest, now)) || !now.Before(k.built) && k.synced()
}

// doubt returns why a clock that shows now isn't trusted, for staff.
func (k *clockJudge) doubt(now time.Time) string {
	reason, floor := "早于内容里最新的文件", time.Time{}
	switch saved := k.lastSaved(); {
	case now.Before(k.built):
		reason, floor = "早于程序的日期", k.built
	case now.Before(saved):
		reason, floor = "早于上次关机前的时间", saved
	}
	if floor.IsZero() {
		return reason
	}
	return reason + " " + floor.In(now.Location()).Format("2006-01-02")
}

func (k *clockJudge) lastSaved() time.Time {
	if at := k.saved.Load(); at != 0 {
		return time.Unix(at, 0)
	}
	return time.Time{}
}

// A file's time may come from an office's wrong clock, or from a file system that keeps local times. It is evidence only
// if it lies fileSlack to fileReach ahead: no farther, or one wrong file would hide the date for years.
const (
	fileSlack = 24 * time.Hour
	fileReach = 31 * 24 * time.Hour
)

// clockFloor returns the moment before which a clock that shows now is wrong. Dates in the content don't count, since notices
// are written ahead.
func clockFloor(built, saved, newest, now time.Time) time.Time {
	floor := built
	if saved.After(floor) {
		floor = saved
	}
	newest = newest.Add(-fileSlack)
	if newest.After(floor) && newest.Sub(now) <= fileReach {
		floor = newest
	}
	return floor
}

// saveEvery is how often the clock is saved.
const saveEvery = time.Hour

// keep saves the clock in the state directory until ctx is done. A failure is logged once.
func (k *clockJudge) keep(ctx context.Context) {
	if k.state == "" {
		return
	}
	hour := time.NewTicker(saveEvery)
	defer hour.Stop()
	last, failed := time.Now(), ""
	for {
		select {
		case <-ctx.Done():
			return
		case <-hour.C:
		}
		now := time.Now()
		if err := k.save(now.Round(0).Sub(last.Round(0)), now.Sub(last), now); err != nil && err.Error() != failed {
			failed = err.Error()
			k.log.Warn("the clock could not be saved", "state", k.state, "err", err)
		}
		last = now
	}
}

// save saves a trusted clock that has advanced by the time that has passed: one that was set meanwhile may have been set wrong,
// and be set right within the hour.
func (k *clockJudge) save(advanced, passed time.Duration, now time.Time) error {
	if !ranEvenly(advanced, passed) || !k.trusts(now) {
		return nil
	}
	if err := store.SaveClock(k.state, now); err != nil {
		return err
	}
	k.saved.Store(now.Unix())
	return nil
}

// ranEvenly reports whether the clock has advanced by the time that has passed, but for what a server corrects.
func ranEvenly(advanced, passed time.Duration) bool { return (advanced - passed).Abs() < time.Minute }

// buildTime returns the date of the program's source, or else when its file was written, which counts only against a clock
// that is before the time of this code: the file may have been written by a wrong clock.
func buildTime(now time.Time) time.Time {
	if !builtAt.IsZero() {
		return builtAt
	}
	path, err := os.Executable()
	if err != nil {
		return written
	}
	info, err := os.Stat(path)
	if err != nil {
		return written
	}
	return fileTime(info.ModTime(), now)
}

// written is when this code was written.
var written = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)

// fileTime returns the date of a program whose file was written at a time.
func fileTime(modified, now time.Time) time.Time {
	if modified.Before(written) || modified.After(now) && !now.Before(written) {
		return written
	}
	return modified
}
