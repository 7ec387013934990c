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

// held is a rule, as named by a test.
type held struct {
	name          string
	cases, failed int
}

// event is an event of go test -json.
type event struct {
	Action, Test, Output, Key, Value string
}

// failure matches the start of a failing case.
var failure = regexp.MustCompile(`^ +\w+_test\.go:\d+: `)

// writeRules runs typeset's tests and adds the table of the rules that they hold.
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

// readRules groups the events by test; bad is the output of a failed build.
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
