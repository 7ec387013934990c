package main

import (
	"context"
	"log/slog"
	"os/exec"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// screenFile is the part of the machine's settings about switching the panel.
type screenFile struct {
	At        diag.Spot
	PowerHook []toml.Text `toml:"power_hook"`
}

const hookFix = `写成 ["/usr/local/bin/panel-power"] 这样的命令，或删去这一行`

// settings returns the command and its arguments. A missing command is only a warning: the panel isn't switched until it exists.
func (f *screenFile) settings(wrong, warned func(code string, at diag.Spot, message, fix string)) (hook []string) {
	if f.PowerHook == nil {
		return nil
	}
	for _, word := range f.PowerHook {
		hook = append(hook, word.V)
	}
	switch {
	case len(hook) == 0:
		warned("hook-empty", f.At, "screen.power_hook 里没有命令，屏幕不会开关", hookFix)
	case hook[0] == "":
		wrong("hook-blank", f.PowerHook[0].At, "screen.power_hook 的命令是空的", hookFix)
		return nil
	default:
		if _, err := exec.LookPath(hook[0]); err != nil {
			warned("hook-missing", f.PowerHook[0].At, "screen.power_hook 的命令“"+diag.Excerpt(hook[0], 60)+"”找不到，或不能执行，屏幕不会开关",
				"看看路径写对没有，文件有没有执行权限（chmod +x）；不用就删去这一行")
		}
	}
	return hook
}

// powerTime is the time limit for switching a panel.
const powerTime = 20 * time.Second

// power returns a function that switches the panel with the machine's own command, [screen]
// power_hook, with on or off after its arguments. Calls run one at a time, the screen never
// waits for them, and of the calls made meanwhile only the last is run. Without a command it
// returns nil.
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
	cmd.WaitDelay = time.Second // child processes may hold its output open
	out, err := cmd.CombinedOutput()
	if err != nil {
		log.Error("power", "panel", word, "error", err, "output", string(out))
		return
	}
	log.Info("power", "panel", word)
}
