package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/xdrive"
)

// row is one measure and all its values.
type row struct {
	name, unit string
	values     []float64
}

// String returns the row as one of a Markdown table: median, 95th percentile, range, number.
func (r row) String() string {
	if len(r.values) == 0 {
		return fmt.Sprintf("| %s | – | | | 0 | %s |\n", r.name, r.unit)
	}
	v := slices.Sorted(slices.Values(r.values))
	if len(v) == 1 {
		return fmt.Sprintf("| %s | %s | | | 1 | %s |\n", r.name, number(v[0]), r.unit)
	}
	return fmt.Sprintf("| %s | %s | %s | %s–%s | %d | %s |\n", r.name, number(at(v, 0.5)), number(at(v, 0.95)),
		number(v[0]), number(v[len(v)-1]), len(v), r.unit)
}

// at returns a sorted list's quantile.
func at(v []float64, share float64) float64 { return v[int(share*float64(len(v)-1)+0.5)] }

func number(f float64) string {
	if f == float64(int(f)) {
		return fmt.Sprint(int(f))
	}
	return fmt.Sprintf("%.1f", f)
}

// report returns the text of docs/figures.md.
func (b *bench) report(pages, peers string) string {
	var s strings.Builder
	fmt.Fprintf(&s, "# Figures\n\nWritten by `make figures` on %s. %s, no GPU: %s.\n", time.Now().Format("2006-01-02"), runtime.Version(), machine())
	fmt.Fprintf(&s, "The real program on a private Xvfb of %dx%d, seen from outside: what is drawn through DAMAGE, taps through\n", xdrive.Portrait.X, xdrive.Portrait.Y)
	s.WriteString("XTEST, cost through /proc. A tap's finger is down 80 ms; taps walk the tour.\n\n")
	s.WriteString("| | median | p95 | range | n | |\n|---|---|---|---|---|---|\n")
	for _, r := range b.rows {
		s.WriteString(r.String())
	}
	s.WriteString("\n## Pages, by Go's benchmarks\n\nLayout and paint of a whole page of 1080x1920 on one core; cold with nothing kept, warm with glyphs kept.\n\n```\n" + pages + "```\n")
	if peers != "" {
		s.WriteString("\n## Beside others, in one run\n\n```\n" + peers + "```\n")
	}
	return s.String()
}

// goBenchmarks runs the benchmarks of layout and painting and keeps their lines.
func goBenchmarks() (string, error) {
	out, err := exec.Command("go", "test", "-run", "^$", "-bench", ".", "-cpu", "1", "-count", "3", "./"+pagesDir).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("go test -bench: %w\n%s", err, out)
	}
	return benchmarkLines(string(out)), nil
}

// baseline runs the script that BASELINE names, if any, which measures our program beside others.
func (b *bench) baseline() (string, error) {
	script := os.Getenv("BASELINE")
	if script == "" {
		return "", nil
	}
	var taps strings.Builder
	for i, step := range xdrive.Tour {
		fmt.Fprintf(&taps, "-tap %d-%s=%d,%d ", i+1, step.Want, step.At.X, step.At.Y)
	}
	cmd := exec.Command("bash", script)
	cmd.Env = append(os.Environ(), "PRODUCT="+b.binary+" run", "PRODUCT_TAPS="+strings.TrimSpace(taps.String()))
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("baseline: %w", err)
	}
	return string(out), nil
}
