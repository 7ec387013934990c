package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"time"
)

// version is the latest version of CHANGELOG.md.
const version = "0.1.0"

// stampCommit and stampSeconds are set by the linker in a packaged build, where go build records no version control:
// the commit, and when it was made in seconds since 1970.
var stampCommit, stampSeconds string

// commit is the program's source, with a + if that was changed; "" if it isn't known. builtAt is when the source was
// committed: two builds of one commit are the same bytes. It is zero if it isn't known.
var commit, builtAt = provenance(stampCommit, stampSeconds, recorded())

// recorded returns what go build recorded of version control.
func recorded() []debug.BuildSetting {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	return info.Settings
}

// provenance returns the commit and its time, from the linker's stamps or else from what go build recorded.
func provenance(stamp, seconds string, recorded []debug.BuildSetting) (commit string, builtAt time.Time) {
	var changed string
	for _, s := range recorded {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value
		case "vcs.time":
			builtAt, _ = time.Parse(time.RFC3339, s.Value)
		case "vcs.modified":
			if s.Value == "true" {
				changed = "+"
			}
		}
	}
	if commit != "" {
		commit += changed
	}
	if stamp != "" {
		commit = stamp
	}
	if n, err := strconv.ParseInt(seconds, 10, 64); err == nil {
		builtAt = time.Unix(n, 0).UTC()
	}
	return commit, builtAt
}

// rolledBackPath is where kiosk-rollback records that the package went back to the version before.
const rolledBackPath = "/var/lib/gongkai/rolled-back"

// rolledBack returns that record, or "".
func rolledBack() string {
	record, err := os.ReadFile(rolledBackPath)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(record))
}

type versionCmd struct{}

func (versionCmd) Help() string { return "例：kiosk version" }

func (versionCmd) run(_ context.Context, s streams) int {
	source, day := commit, "不知道"
	if source == "" {
		source = "不知道"
	}
	if !builtAt.IsZero() {
		day = builtAt.UTC().Format("2006-01-02 15:04 UTC")
	}
	fmt.Fprintf(s.out, "kiosk %s\n提交 %s\n构建 %s\nGo   %s %s/%s\n", version, source, day, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if back := rolledBack(); back != "" {
		fmt.Fprintf(s.out, "退回 %s\n", back)
	}
	return fine
}
