//go:build linux

package display

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/ebitengine/purego" // calls C without Cgo; Ebitengine stands on it
	"golang.org/x/sys/unix"        // shared memory: the standard library's syscall has the numbers only
)

// hasGPU says whether the machine has a render node. Ebitengine doesn't tell the
// renderer's name, and it has to be known before the window opens.
func hasGPU() bool {
	nodes, _ := filepath.Glob("/dev/dri/renderD*")
	return len(nodes) > 0
}

// prepareEnvironment chooses the way to the screen before Ebitengine loads its
// libraries. SteamEnv=1 makes Ebitengine 2.10 take OpenGL through GLX instead of
// OpenGL ES through EGL; Mesa's software renderer then hands frames over in shared
// memory, which saves 8 to 12 ms a frame, and it takes 30 ms longer to begin. Nothing else reads it. LC_ALL=C spares Xlib
// the parsing of its compose table; no text is typed here.
func prepareEnvironment(glx bool) {
	if glx {
		os.Setenv("SteamEnv", "1")
	}
	os.Setenv("LC_ALL", "C")
	returnFreedMemory()
}

// returnFreedMemory has the C library give large blocks back to the system as they
// are freed. By default it raises its own threshold at the first such block; Mesa's
// textures then come from a heap that only grows (20 MiB after a dozen pages).
func returnFreedMemory() {
	libc, err := purego.Dlopen("libc.so.6", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return
	}
	const mmapThreshold = -3 // M_MMAP_THRESHOLD of glibc's malloc.h; other libraries have no mallopt or ignore it
	if _, err := purego.Dlsym(libc, "mallopt"); err != nil {
		return
	}
	var mallopt func(param, value int32) int32
	purego.RegisterLibFunc(&mallopt, libc, "mallopt")
	mallopt(mmapThreshold, 128<<10)
}

// share takes n bytes of memory, has the X server attach to them by their name, and leaves them to
// vanish with the last of their users.
func share(n int, attach func(id uint32) error) ([]byte, error) {
	id, err := unix.SysvShmGet(unix.IPC_PRIVATE, n, unix.IPC_CREAT|0o600)
	if err != nil {
		return nil, err
	}
	defer unix.SysvShmCtl(id, unix.IPC_RMID, nil)
	pix, err := unix.SysvShmAttach(id, 0, 0)
	if err != nil {
		return nil, err
	}
	if err := attach(uint32(id)); err != nil {
		return nil, errors.Join(err, unshare(pix))
	}
	return pix, nil
}

func unshare(pix []byte) error { return unix.SysvShmDetach(pix) }
