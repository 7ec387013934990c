package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"time"

	"gongkai/kiosk/store"
)

// clearTerminal clears a terminal and its scrollback (ECMA-48, xterm).
const clearTerminal = "\x1b[H\x1b[2J\x1b[3J"

// watch checks the content after each change, as soon as it is stable, until ctx is done. It returns
// the exit code of the last check. It keeps no state, so it writes nothing.
func (c checkCmd) watch(ctx context.Context, s streams, conf config) int {
	st, _ := store.Place{Dir: conf.content, Pins: conf.pins}.Open(slog.New(slog.DiscardHandler))
	check := conf.checker()
	c.printHeader(s.out, conf.zone, time.Now())
	code := c.once(s, conf, check)
	st.Watch(ctx, func(store.Snapshot) {
		c.printHeader(s.out, conf.zone, time.Now())
		code = c.once(s, conf, check)
	})
	return code
}

// printHeader prints the time of a check in the content's time zone, on a cleared terminal if out is one. In JSON a check is
// one line, without a header.
func (c checkCmd) printHeader(out io.Writer, zone *time.Location, now time.Time) {
	if c.Format == "json" {
		return
	}
	begin := "\n"
	if isTerminal(out) {
		begin = clearTerminal
	}
	fmt.Fprintf(out, "%s检查时间 %s，保存后会再检查，按 Ctrl+C 结束\n", begin, now.In(zone).Format(time.DateTime))
}

func isTerminal(out io.Writer) bool {
	f, ok := out.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
