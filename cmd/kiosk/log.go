package main

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"os"
)

// logger returns a logger. If journald reads it (systemd.exec(5), JOURNAL_STREAM), that sets the time, and each line begins with
// its priority.
func (c config) logger(w io.Writer) *slog.Logger {
	if os.Getenv("JOURNAL_STREAM") == "" {
		return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: c.level}))
	}
	return slog.New(newJournal(w, c.level))
}

// journal is a handler for each priority of sd-daemon(3): of errors, warnings, information, debugging.
type journal [4]slog.Handler

func newJournal(w io.Writer, level slog.Level) (j journal) {
	untimed := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}
	for i, priority := range [len(j)]string{"<3>", "<4>", "<6>", "<7>"} {
		j[i] = slog.NewTextHandler(prefixed{w, priority}, &slog.HandlerOptions{Level: level, ReplaceAttr: untimed})
	}
	return j
}

// of returns the handler of a level.
func (j journal) of(l slog.Level) slog.Handler {
	switch {
	case l >= slog.LevelError:
		return j[0]
	case l >= slog.LevelWarn:
		return j[1]
	case l >= slog.LevelInfo:
		return j[2]
	}
	return j[3]
}

func (j journal) Enabled(ctx context.Context, l slog.Level) bool { return j.of(l).Enabled(ctx, l) }

func (j journal) Handle(ctx context.Context, r slog.Record) error {
	return j.of(r.Level).Handle(ctx, r)
}

func (j journal) WithAttrs(attrs []slog.Attr) slog.Handler {
	for i := range j {
		j[i] = j[i].WithAttrs(attrs)
	}
	return j
}

func (j journal) WithGroup(name string) slog.Handler {
	for i := range j {
		j[i] = j[i].WithGroup(name)
	}
	return j
}

// complain prints a line about an error for people, with an error's priority where journald reads it.
func complain(w io.Writer, line string) {
	if os.Getenv("JOURNAL_STREAM") != "" {
		w = prefixed{w, "<3>"}
	}
	io.WriteString(w, line+"\n")
}

// prefixed writes each line behind a prefix, and all lines of a call at once.
type prefixed struct {
	w      io.Writer
	prefix string
}

func (p prefixed) Write(text []byte) (int, error) {
	var out []byte
	for line := range bytes.Lines(text) {
		out = append(append(out, p.prefix...), line...)
	}
	if _, err := p.w.Write(out); err != nil {
		return 0, err
	}
	return len(text), nil
}
