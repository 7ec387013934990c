package main

import (
	"context"
	"log/slog"
	"os/exec"
	"time"
)

// powerTime is how long a panel's switch may take.
const powerTime = 20 * time.Second

// power switches the panel by the machine's own command, [screen] power_hook, with on
// or off behind its arguments. One runs at a time, the screen never waits for it, and
// of what was asked for meanwhile only the last counts. Without a command it is nil.
func power(ctx context.Context, hook []string, log *slog.Logger) func(on bool) {
	if len(hook) == 0 {
		return nil
	}
	asked := make(chan bool, 1)
	go func() {
		for {
			select {
			case on := <-asked:
				switchPanel(ctx, hook, on, log)
			case <-ctx.Done():
				return
			}
		}
	}()
	return func(on bool) {
		select {
		case <-asked:
		default:
		}
		asked <- on
	}
}

// switchPanel runs the command once.
func switchPanel(ctx context.Context, hook []string, on bool, log *slog.Logger) {
	word := "off"
	if on {
		word = "on"
	}
	ctx, cancel := context.WithTimeout(ctx, powerTime)
	defer cancel()
	args := append(append([]string{}, hook[1:]...), word)
	cmd := exec.CommandContext(ctx, hook[0], args...)
	cmd.WaitDelay = time.Second // what it leaves running may hold its output open
	out, err := cmd.CombinedOutput()
	if err != nil {
		log.Error("power", "panel", word, "error", err, "output", string(out))
		return
	}
	log.Info("power", "panel", word)
}
