package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript" // scripts of a command line, with the files that they need
)

// TestScript runs the scripts in testdata/script, which have the program as a command, the content of testdata/centre
// as $centre, and the tables of kiosk/sheet as $tables.
func TestScript(t *testing.T) {
	centre, err := filepath.Abs("testdata/centre")
	if err != nil {
		t.Fatal(err)
	}
	tables, err := filepath.Abs("../../kiosk/sheet/testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("centre", centre)
			env.Setenv("tables", tables)
			return nil
		},
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": scriptExits,
			"edit":  scriptEdit,
			"bytes": scriptBytes,
		},
	})
}

// scriptExits runs a command and compares its exit code: exits 2 kiosk frob.
func scriptExits(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: exits code command args…")
	}
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// scriptEdit replaces a text that a file must hold: edit file old new.
func scriptEdit(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: edit file old new")
	}
	before := ts.ReadFile(args[0])
	if !strings.Contains(before, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(before, args[1], args[2], 1)), 0o644))
}

// scriptBytes writes a file whose name and bytes are in Go's quotes, the last of them
// repeated: bytes 'items/x.toml' 'x = ' '[' 200000.
func scriptBytes(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 4 {
		ts.Fatalf("usage: bytes file text tail times")
	}
	var raw [3]string
	for i := range raw {
		var err error
		if raw[i], err = strconv.Unquote(`"` + args[i] + `"`); err != nil {
			ts.Fatalf("%s: %v", args[i], err)
		}
	}
	times, err := strconv.Atoi(args[3])
	ts.Check(err)
	ts.Check(os.WriteFile(filepath.Join(ts.Getenv("WORK"), raw[0]), []byte(raw[1]+strings.Repeat(raw[2], times)), 0o644))
}
