package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// built is the real program, for the end-to-end tests; -kiosk names one that is already built. scratch is a directory
// that lasts as long as the tests.
var built, scratch string

var (
	builtFlag   = flag.String("kiosk", "", "the built program; built anew without it")
	fullFlag    = flag.Bool("full", false, "run what make parts runs: the full torture, and the tests named TestPart")
	foreignFlag = flag.String("kiosk-arm64", "", "the program built for arm64; built anew without it")
)

// withProgram builds the program before the tests run, unless it is given one.
type withProgram struct{ *testing.M }

func (m withProgram) Run() int {
	flag.Parse()
	var err error
	if scratch, err = os.MkdirTemp("", "kiosk-test-*"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(scratch)
	if built = *builtFlag; built == "" {
		built = filepath.Join(scratch, "kiosk")
		if err := buildProgram(built); err != nil {
			fmt.Fprintln(os.Stderr, err)
			return 1
		}
	}
	return m.M.Run()
}

// buildProgram builds the program into a file; env is added to the environment.
func buildProgram(path string, env ...string) error {
	build := exec.Command("go", "build", "-o", path, ".")
	build.Env = append(append(os.Environ(), "CGO_ENABLED=0"), env...)
	if out, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

func TestMain(m *testing.M) {
	testscript.Main(withProgram{m}, map[string]func(){"kiosk": main})
}
