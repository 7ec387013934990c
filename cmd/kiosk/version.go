package main

import (
	"context"
	"fmt"
	"runtime"
)

// version is the latest version of CHANGELOG.md.
const version = "0.1.0"

type versionCmd struct{}

func (versionCmd) Help() string { return "例：kiosk version" }

func (versionCmd) run(_ context.Context, s streams) int {
	fmt.Fprintf(s.out, "kiosk %s (%s %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return fine
}
