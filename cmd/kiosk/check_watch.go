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

// cleared empties a terminal and what can be scrolled back to (ECMA-48, xterm).
const cleared = "\x1b[H\x1b[2J\x1b[3J"

// watch checks the content at each change, as soon as it has come to rest, until it is told to
// end. The exit code is that of the last check. It keeps no state, so it writes nothing.
func (c checkCmd) watch(ctx context.Context, s streams, conf config) int {
	st, _ := store.Place{Dir: conf.content}.Open(slog.New(slog.DiscardHandler))
	check := conf.checker()
	c.head(s.out, conf.zone, time.Now())
	code := c.once(s, conf, check)
	st.Watch(ctx, func(store.Snapshot) {
		c.head(s.out, conf.zone, time.Now())
		code = c.once(s, conf, check)
	})
	return code
}

// head begins a check's words with the time where the content is at home, on a clean screen where there is one. JSON has a
// line a check and nothing between.
func (c checkCmd) head(out io.Writer, zone *time.Location, now time.Time) {
	if c.Format == "json" {
		return
	}
	begin := "\n"
	if isTerminal(out) {
		begin = cleared
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
