package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
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

// lacksRoom returns an error if the temporary directory has less room than tests need, bytes.
func lacksRoom(bytes uint64) error {
	var s syscall.Statfs_t
	if err := syscall.Statfs(os.TempDir(), &s); err != nil {
		return err
	}
	if free := s.Bavail * uint64(s.Bsize); free < bytes {
		return fmt.Errorf("the tests need %.1f GiB free under %s, which has %.1f", float64(bytes)/(1<<30), os.TempDir(), float64(free)/(1<<30))
	}
	return nil
}

func TestMain(m *testing.M) {
	if name := filepath.Base(os.Args[0]); name != "kiosk" && name != "flight" { // the tests themselves, not the program in a script
		if err := lacksRoom(room); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	testscript.Main(withProgram{m}, map[string]func(){"kiosk": main, "flight": flightMain, "cut-writer": cutWriter})
}

// room is what the tests need for copies of the program and of themselves, for content and for pictures, bytes.
const room = 300 << 20
