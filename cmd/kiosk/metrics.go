package main

import (
	"context"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// metricsFile is the part of the machine's settings about metrics.
type metricsFile struct {
	Textfile toml.Text `toml:"textfile"`
}

// settings returns the path of the file that node_exporter reads; "" for none.
func (f *metricsFile) settings(wrong, warned func(code string, at diag.Spot, message, fix string)) string {
	path := f.Textfile.V
	const fix = `写成 "/run/kiosk/gongkai.prom" 这样的路径，或删去这一行`
	switch {
	case !f.Textfile.Given():
		return ""
	case !filepath.IsAbs(path) || filepath.Ext(path) != ".prom": // it reads no other names
		wrong("metrics-path", f.Textfile.At, "metrics.textfile 应是以 / 开头、以 .prom 结尾的路径，不是“"+diag.Excerpt(path, 60)+"”", fix)
		return ""
	case !isFolder(filepath.Dir(path)):
		warned("metrics-folder", f.Textfile.At, "metrics.textfile 所在的目录“"+diag.Printable(filepath.Dir(path))+"”还没有，指标写不出来", "建好这个目录，让运行 kiosk 的用户能写，或"+fix)
	}
	return path
}

// metricsEvery is the least time between two writings of the metrics.
const metricsEvery = 15 * time.Second

// writeMetrics writes the metrics into a file for node_exporter's textfile collector, whenever they have changed, until ctx is
// done. It is the one thing that the kiosk writes at rest: the file belongs in memory (tmpfs).
func writeMetrics(ctx context.Context, path string, f *facts, log *slog.Logger) {
	if path == "" {
		return
	}
	var failed string
	written := ""
	every := time.NewTicker(metricsEvery)
	defer every.Stop()
	for {
		if text := f.status().metrics(); text != written {
			if err := replace(path, text); err == nil {
				written, failed = text, ""
			} else if err.Error() != failed {
				failed = err.Error()
				log.Error("metrics", "error", err)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
	}
}

// replace replaces a file as a whole, for every reader. It need not outlast a power failure.
func replace(path, text string) error {
	temp := path + ".tmp" // node_exporter reads *.prom alone
	if err := os.WriteFile(temp, []byte(text), 0o644); err != nil {
		return err
	}
	if err := os.Chmod(temp, 0o644); err != nil { // whatever the unit's UMask
		return err
	}
	return os.Rename(temp, path)
}

// metrics returns the status in the text format of Prometheus, without what is not known before the first frame.
func (st status) metrics() string {
	var b strings.Builder
	family := func(name, kind, help string) {
		fmt.Fprintf(&b, "# HELP gongkai_%s %s\n# TYPE gongkai_%s %s\n", name, help, name, kind)
	}
	sample := func(name, labels string, value any) { fmt.Fprintf(&b, "gongkai_%s%s %v\n", name, labels, value) }
	one := func(name, kind, help string, value any) { family(name, kind, help); sample(name, "", value) }

	family("build_info", "gauge", "The program's version; always 1.")
	sample("build_info", labels("version", st.Version, "commit", st.Commit), 1)
	if st.Last != nil {
		family("content_info", "gauge", "The revision of the content in the last frame; always 1.")
		sample("content_info", labels("hash", st.Revision), 1)
		one("frame_presented_timestamp_seconds", "gauge", "When the last frame was presented.", seconds(st.Last))
		one("clock_trusted", "gauge", "1 if the clock is trusted.", bit(st.Clock))
	}
	one("start_time_seconds", "gauge", "When the kiosk started.", seconds(st.started))
	one("content_loaded_timestamp_seconds", "gauge", "When the content was loaded.", seconds(st.Loaded))
	family("content_problems", "gauge", "Problems of content and settings.")
	for _, severity := range slices.Sorted(maps.Keys(st.Counts)) {
		sample("content_problems", labels("severity", severity), st.Counts[severity])
	}
	one("frames_presented_total", "counter", "Frames presented.", st.Frames)
	one("frames_late_total", "counter", "Frames of a movement that were late.", st.Late)
	family("slide_shown_total", "counter", "How often a slide began.")
	for _, name := range slices.Sorted(maps.Keys(st.slides)) {
		sample("slide_shown_total", labels("item", name), st.slides[name])
	}
	family("touch_total", "counter", "Fingers put down, by screen, as of the last full hour.")
	for _, name := range slices.Sorted(maps.Keys(st.touches)) {
		sample("touch_total", labels("screen", name), st.touches[name])
	}
	one("touch_missed_total", "counter", "Fingers put down on nothing, as of the last full hour.", st.missed)
	one("touch_stuck_total", "counter", "Contacts that did not move for a minute and are ignored.", st.Stuck)
	one("monitor_connected", "gauge", "0 while no monitor is on.", bit(st.Monitor))
	one("screen_on", "gauge", "0 if the kiosk has switched the panel off.", bit(st.Panel != "off"))
	return b.String()
}

// labels returns pairs of a name and a value as the text format has them.
func labels(pairs ...string) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&b, ",%s=\"%s\"", pairs[i], labelEscapes.Replace(pairs[i+1]))
	}
	return "{" + b.String()[1:] + "}"
}

var labelEscapes = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)

func seconds(t *time.Time) string {
	if t == nil {
		return "0"
	}
	return strconv.FormatInt(t.Unix(), 10)
}

func bit(on bool) int {
	if on {
		return 1
	}
	return 0
}
