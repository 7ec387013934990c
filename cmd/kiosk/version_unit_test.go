package main

import (
	"os"
	"regexp"
	"runtime/debug"
	"testing"
	"time"
)

// TestVersionIsTheChangelogs fails where CHANGELOG.md begins with another version than the program's.
func TestVersionIsTheChangelogs(t *testing.T) {
	changes, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`(?m)^## (\S+)`).FindSubmatch(changes)
	if heading == nil || string(heading[1]) != version {
		t.Errorf("the program is %s, CHANGELOG.md begins with %q", version, heading)
	}
}

func TestProvenance(t *testing.T) {
	const revision = "038c346b1c2d3e4f"
	vcs := func(modified string) []debug.BuildSetting {
		return []debug.BuildSetting{{Key: "vcs.revision", Value: revision}, {Key: "vcs.time", Value: "2026-11-30T20:41:33Z"}, {Key: "vcs.modified", Value: modified}}
	}
	at := time.Date(2026, 11, 30, 20, 41, 33, 0, time.UTC)
	for _, c := range []struct {
		name           string
		stamp, seconds string
		recorded       []debug.BuildSetting
		commit         string
		builtAt        time.Time
	}{
		{"go build", "", "", vcs("false"), revision, at},
		{"go build in a changed tree", "", "", vcs("true"), revision + "+", at},
		{"a packaged build", "abc", "1000000000", nil, "abc", time.Unix(1e9, 0).UTC()},
		{"a packaged build in which go recorded too", "abc", "1000000000", vcs("true"), "abc", time.Unix(1e9, 0).UTC()},
		{"outside git", "", "", []debug.BuildSetting{{Key: "GOOS", Value: "linux"}}, "", time.Time{}},
		{"a time that is none", "", "soon", []debug.BuildSetting{{Key: "vcs.time", Value: "yesterday"}}, "", time.Time{}},
	} {
		if commit, builtAt := provenance(c.stamp, c.seconds, c.recorded); commit != c.commit || !builtAt.Equal(c.builtAt) {
			t.Errorf("%s: %q of %v, want %q of %v", c.name, commit, builtAt, c.commit, c.builtAt)
		}
	}
}
