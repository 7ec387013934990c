//go:build linux

package display

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"

	"github.com/ebitengine/purego" // calls C without Cgo; Ebitengine stands on it
	"golang.org/x/sys/unix"        // shared memory: the standard library's syscall has the numbers only
)

// hasGPU reports whether the machine has a render node that the compositor uses: Xwayland has no GL of its own under
// one that draws with pixman. Ebitengine doesn't report the renderer's name, and it has to be known before the window opens.
func hasGPU() bool {
	if os.Getenv("WLR_RENDERER") == "pixman" {
		return false
	}
	nodes, _ := filepath.Glob("/dev/dri/renderD*")
	return slices.ContainsFunc(nodes, func(node string) bool { return draws(os.DirFS("/sys/class/drm"), filepath.Base(node)) })
}

// draws reports whether a render node can draw, from the directory of such nodes in sysfs. One that can't is a virtual machine's
// without 3D, whose device lacks the first feature of virtio's, VIRTIO_GPU_F_VIRGL: Mesa would draw there by the CPU.
func draws(sys fs.FS, node string) bool {
	for _, place := range []string{"/device/features", "/device/virtio*/features"} {
		files, _ := fs.Glob(sys, node+place)
		for _, file := range files {
			if features, _ := fs.ReadFile(sys, file); bytes.HasPrefix(features, []byte("0")) {
				return false
			}
		}
	}
	return true
}

// prepareEnvironment chooses the way to the screen before Ebitengine loads its
// libraries. SteamEnv=1 makes Ebitengine 2.10 use OpenGL through GLX instead of
// OpenGL ES through EGL; Mesa's software renderer then hands frames over in shared
// memory, which saves 8 to 12 ms a frame, and starts 30 ms later. Nothing else reads it. LC_ALL=C saves Xlib
// parsing its compose table; no text is typed here.
func prepareEnvironment(glx bool, log *slog.Logger) {
	if glx {
		os.Setenv("SteamEnv", "1")
	}
	os.Setenv("LC_ALL", "C")
	if dir := shaderCache(os.Getenv); freeBytes(dir) < cacheRoom {
		log.Warn("no room for the shader cache, which is switched off", "directory", dir)
		os.Setenv("MESA_SHADER_CACHE_DISABLE", "true")
	} else {
		os.Setenv("MESA_SHADER_CACHE_DIR", dir) // Mesa's own choice could be another
	}
	returnFreedMemory()
}

// cacheRoom is how much must be free where Mesa keeps compiled shaders, bytes. Mesa maps a sparse file there: if the disk is
// full, writing to it ends the program with SIGBUS. Its index takes 1.3 MB.
const cacheRoom = 32 << 20

// shaderCache returns the directory for Mesa's cache, which Mesa would choose too; "" if the environment names none.
func shaderCache(env func(string) string) string {
	switch {
	case env("MESA_SHADER_CACHE_DIR") != "":
		return env("MESA_SHADER_CACHE_DIR")
	case env("XDG_CACHE_HOME") != "":
		return env("XDG_CACHE_HOME")
	case env("HOME") != "":
		return filepath.Join(env("HOME"), ".cache")
	}
	return ""
}

// freeBytes returns how much is free on the file system on which a directory lies or would be made.
func freeBytes(dir string) uint64 {
	for dir != "" {
		var s unix.Statfs_t
		if err := unix.Statfs(dir, &s); err == nil {
			return s.Bavail * uint64(s.Bsize)
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return 0
}

// returnFreedMemory has the C library return large blocks to the system as they
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

// whenServerEnds has f called when Xlib finds that the X server has ended: Xlib ends the program itself, right after.
func whenServerEnds(f func()) {
	xlib, err := purego.Dlopen("libX11.so.6", purego.RTLD_LAZY|purego.RTLD_GLOBAL)
	if err != nil {
		return // Ebitengine reports it
	}
	var setHandler func(handler uintptr) uintptr
	purego.RegisterLibFunc(&setHandler, xlib, "XSetIOErrorHandler")
	setHandler(purego.NewCallback(func(uintptr) uintptr { f(); return 0 }))
}

// share allocates n bytes of shared memory, has the X server attach to them by their number, and marks them to
// be freed with their last user.
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

// watchClock calls wake whenever the clock is set, until ctx is done: a timer that is cancelled by that
// (timerfd_create(2), TFD_TIMER_CANCEL_ON_SET) waits for a time that is never reached.
func watchClock(ctx context.Context, wake func()) {
	fd, err := unix.TimerfdCreate(unix.CLOCK_REALTIME, unix.TFD_CLOEXEC|unix.TFD_NONBLOCK)
	if err != nil {
		return // what is wrong is noticed at the next frame
	}
	f := os.NewFile(uintptr(fd), "clock")
	defer context.AfterFunc(ctx, func() { f.Close() })()
	never := unix.ItimerSpec{Value: unix.Timespec{Sec: 1 << 40}}
	if err := unix.TimerfdSettime(fd, unix.TFD_TIMER_ABSTIME|unix.TFD_TIMER_CANCEL_ON_SET, &never, nil); err != nil {
		return
	}
	wakeWhenSet(f.Read, wake)
}

// wakeWhenSet calls wake for each read of the timer that ends because the clock was set.
func wakeWhenSet(read func([]byte) (int, error), wake func()) {
	for buf := make([]byte, 8); ; wake() {
		if _, err := read(buf); !errors.Is(err, unix.ECANCELED) {
			return
		}
	}
}
