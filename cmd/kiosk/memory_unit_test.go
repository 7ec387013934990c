package main

import (
	"testing"
	"testing/fstest"
)

func TestMemoryFor(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct{ machine, cgroup, want int64 }{
		{0, 0, 320},
		{480 * mib, 0, 120}, // 512 MiB, less what the kernel keeps
		{480 * mib, 640 * mib, 120},
		{976 * mib, 0, 244},
		{8 << 30, 0, 320},
		{8 << 30, 400 * mib, 200},
		{8 << 30, 64 * mib, 96},
		{200 * mib, 0, 96},
	} {
		if got := memoryFor(c.machine, c.cgroup); got != c.want {
			t.Errorf("%d MiB, cgroup %d MiB: %d, want %d", c.machine/mib, c.cgroup/mib, got, c.want)
		}
	}
}

func TestCgroupLimit(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	for _, c := range []struct {
		what string
		root fstest.MapFS
		want int64
	}{
		{"no cgroups", fstest.MapFS{}, 0},
		{"no limit", fstest.MapFS{"proc/self/cgroup": file("0::/a/b\n"), "sys/fs/cgroup/a/b/memory.max": file("max\n")}, 0},
		{"its own", fstest.MapFS{"proc/self/cgroup": file("0::/a/b\n"), "sys/fs/cgroup/a/b/memory.max": file("1000\n")}, 1000},
		{"one above", fstest.MapFS{"proc/self/cgroup": file("0::/a/b\n"), "sys/fs/cgroup/a/b/memory.max": file("1000\n"), "sys/fs/cgroup/a/memory.max": file("900\n")}, 900},
		{"a larger one above", fstest.MapFS{"proc/self/cgroup": file("0::/a/b\n"), "sys/fs/cgroup/a/b/memory.max": file("1000\n"), "sys/fs/cgroup/a/memory.max": file("9000\n")}, 1000},
		{"in a namespace", fstest.MapFS{"proc/self/cgroup": file("0::/\n"), "sys/fs/cgroup/memory.max": file("1000\n")}, 1000},
		{"the first version", fstest.MapFS{"proc/self/cgroup": file("7:cpu:/\n4:memory:/m\n0::/\n"), "sys/fs/cgroup/memory/m/memory.limit_in_bytes": file("2000\n")}, 2000},
		{"the first version, none", fstest.MapFS{"proc/self/cgroup": file("4:memory:/m\n"), "sys/fs/cgroup/memory/m/memory.limit_in_bytes": file("9223372036854771712\n")}, 0},
		{"nonsense", fstest.MapFS{"proc/self/cgroup": file("x\n\n0::\n4:memory:../../..\n"), "sys/fs/cgroup/memory.max": file("-\n")}, 0},
	} {
		if got := cgroupLimit(c.root); got != c.want {
			t.Errorf("%s: %d, want %d", c.what, got, c.want)
		}
	}
}
