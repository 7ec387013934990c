package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"log/slog"
	"os"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/display"
	"gongkai/kiosk/session"
	"gongkai/kiosk/store"
)

// runCmd shows the catalogue until a signal ends it.
type runCmd struct {
	common
	Window size `placeholder:"540x960" help:"在这么大的窗口里显示（Esc 关闭），不占全屏。"`
	Rotate *int `placeholder:"90" help:"画面和触摸一起顺时针转：0、90、180 或 270 度。"`
}

func (runCmd) Help() string {
	return "例：kiosk run --content /srv/kiosk/content\n\n例：kiosk run --window 540x960"
}

func (c runCmd) run(ctx context.Context, s streams) int {
	conf, problems := c.loadLenient(s)
	if c.Rotate != nil {
		if conf.rotate = *c.Rotate; !quarterTurn(conf.rotate) {
			fmt.Fprintf(s.err, "kiosk：--rotate 应是 0、90、180 或 270，不是 %d\n", conf.rotate)
			return usage
		}
	}
	if conf.memory == 0 {
		conf.memory = memoryFor(machineMemory(), cgroupLimit(os.DirFS("/")))
	}
	log := conf.logger(s.err)
	log.Info("kiosk", "version", version, "content", conf.content, "state", conf.state, "memory_mib", conf.memory)
	logSettings(log, problems)
	pulse := new(display.Pulse)
	facts := newFacts(pulse, problems, c.Window != size{})
	box := startFlight(runtimeDirectory(), conf.state, conf.flightFacts(facts), pulse, log, s.err)
	clock := conf.clock(log)
	first, later, images := conf.watch(ctx, clock, log, facts.watcher(conf, box))
	go clock.keep(ctx)
	stop := c.report(ctx, conf, facts, log)
	defer stop()
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	err := display.Show(ctx, display.Options{
		Window: image.Point(c.Window), Rotate: conf.rotate, First: first, Content: later, Images: images, Zone: conf.zone, Trusted: clock.trusts,
		Panel: conf.panel, Name: conf.name, Proof: conf.proof, Memory: conf.memory << 20, Power: facts.noted(power(ctx, conf.power, log)), Log: log,
		PIN: conf.pin, Inspect: func() session.Machine { return conf.inspect(facts, clock) }, Obey: obey(func() { end(errRestart) }, log),
		Pulse: pulse, Ended: box.end, Monitor: func(bool) { facts.change() }, Seen: func(e session.Event, st session.State) { facts.see(e, st); box.see(e, st) },
	})
	box.end()
	if context.Cause(ctx) == errRestart {
		return anew
	}
	if errors.Is(err, display.ErrServerGone) && ctx.Err() != nil { // the server may end first when both receive the signal
		return fine
	}
	return ended(err, log, s)
}

// errRestart ends a run that the service page has asked to begin again.
var errRestart = errors.New("restart")

// ended returns the exit code of a screen that has ended, and prints why.
func ended(err error, log *slog.Logger, s streams) int {
	switch {
	case err == nil:
		return fine
	case errors.Is(err, display.ErrServerGone):
		log.Error("display", "error", err)
		complain(s.err, "错误：X 服务器已经结束，画面随之关闭；改法：重新启动 X 服务器，再启动 kiosk")
	default:
		log.Error("display", "error", err)
		complain(s.err, "错误：屏幕打不开；改法：确认已设置 DISPLAY，并装好 libx11-6 libgl1 libxcursor1 libxi6 libxinerama1 libxrandr2")
	}
	return found
}

// report reports the screen to systemd, to kiosk status and to the metrics until ctx is done or stop is called.
func (runCmd) report(ctx context.Context, conf config, f *facts, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	serveStatus(ctx, runtimeDirectory(), f, log)
	go writeMetrics(ctx, conf.metrics, f, log)
	end := reportToSystemd(ctx, f, log)
	return func() { cancel(); end() }
}

// flightFacts returns what the black box keeps of the settings.
func (c config) flightFacts(f *facts) blackbox.Facts {
	return blackbox.Facts{Version: version, Commit: commit, Started: f.started.Unix(), Zone: c.zone.String(), Content: c.content, Session: f.session,
		Panel: c.panel, Proof: c.proof, Name: c.name}
}

// logSettings logs the problems of the machine's settings; the screen works without them.
func logSettings(log *slog.Logger, problems []diag.Problem) {
	for _, p := range problems {
		level := slog.LevelWarn
		if p.Severity == diag.Error {
			level = slog.LevelError
		}
		log.Log(context.Background(), level, "settings", "problem", p.String())
	}
}

// watch reads the content and follows its changes; the shipped catalogue never changes. images holds the
// images that the present content names. note is called with each snapshot.
func (c config) watch(ctx context.Context, clock *clockJudge, log *slog.Logger, note func(store.Snapshot)) (first *catalogue.Catalogue, later <-chan *catalogue.Catalogue, images fs.FS) {
	switch {
	case c.unknown:
		log.Warn("content unknown: fix the settings, then start the kiosk again")
		return nil, nil, c.images()
	case c.content == "":
		snap := c.read()
		note(snap)
		shipped := snap.Catalogue
		log.Info("content", "revision", shipped.Revision, "items", len(shipped.Items))
		return shipped, nil, c.images()
	}
	place := c.place()
	place.Trusted = clock.trusts
	st, begin := place.Open(log)
	clock.follow(st.Newest)
	note(begin)
	more := make(chan *catalogue.Catalogue)
	go func() {
		known := logUncovered(log, begin, nil)
		st.Watch(ctx, func(snap store.Snapshot) {
			note(snap)
			select {
			case more <- snap.Catalogue:
			case <-ctx.Done():
			}
			known = logUncovered(log, snap, known)
		})
	}()
	return begin.Catalogue, more, st.Images()
}
