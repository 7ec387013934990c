package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// held is a rule, as a test names it.
type held struct {
	name          string
	cases, failed int
}

// event is what go test -json says of a test.
type event struct {
	Action, Test, Output, Key, Value string
}

// failure is how a failing case begins.
var failure = regexp.MustCompile(`^ +\w+_test\.go:\d+: `)

// writeRules runs typeset's tests and adds the table of what they hold.
func writeRules(b *strings.Builder) error {
	out, err := exec.Command("go", "test", "-count=1", "-json", "./kiosk/typeset").Output()
	rules, bad := readRules(out)
	if len(rules) == 0 {
		return fmt.Errorf("kiosk/typeset's tests say nothing: %w: %s", err, bad)
	}
	b.WriteString("| Rule | Cases | Passed |\n|---|---|---|\n")
	for _, r := range rules {
		fmt.Fprintf(b, "| %s | %d | %d |\n", r.name, r.cases, r.cases-r.failed)
	}
	return nil
}

// readRules sorts the events by test; bad is what did not build.
func readRules(out []byte) (rules []*held, bad string) {
	by := map[string]*held{}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var e event
		if dec.Decode(&e) != nil {
			break
		}
		r := by[e.Test]
		if r == nil {
			r = &held{}
			by[e.Test] = r
		}
		switch {
		case e.Action == "attr" && e.Key == "rule":
			r.name = e.Value
			rules = append(rules, r)
		case e.Action == "attr" && e.Key == "cases":
			r.cases, _ = strconv.Atoi(e.Value)
		case e.Action == "output" && failure.MatchString(e.Output):
			r.failed++
		case e.Action == "build-output":
			bad += e.Output
		}
	}
	slices.SortStableFunc(rules, func(a, b *held) int { return strings.Compare(a.name, b.name) })
	return rules, bad
}
