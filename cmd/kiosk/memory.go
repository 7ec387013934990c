package main

import (
	"bytes"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Bounds of memory_mib, and of what is taken without it. Decoding a picture may take up to 128 MiB more for a moment
// (kiosk/picture), the compositor and the X server take 60 to 100 MiB beside the program.
const (
	leastMemory, mostMemory     = 64, 4096
	leastByItself, mostByItself = 96, 320
)

// memorySetting returns the checked memory_mib, 0 if it is absent or wrong.
func memorySetting(v *toml.Value[int64], wrong func(code string, at diag.Spot, message, fix string)) int64 {
	if v.Given() && (v.V < leastMemory || v.V > mostMemory) {
		wrong("memory-range", v.At, "memory_mib 不能是 "+strconv.FormatInt(v.V, 10), "写成 64 到 4096 之间的整数，或删去这一行，按机器的内存来定")
		return 0
	}
	return v.V
}

// memoryFor returns how much memory the program may take, MiB, on a machine with so many bytes whose cgroup, which it shares
// with the compositor and the X server, is limited to so many; 0: unknown, or no limit.
func memoryFor(machine, cgroup int64) int64 {
	most := int64(mostByItself)
	if machine > 0 {
		most = min(most, machine>>20/4)
	}
	if cgroup > 0 {
		most = min(most, cgroup>>20/2)
	}
	return max(most, leastByItself)
}

// cgroupLimit returns the least limit on the memory of this process's cgroup and of those above it, bytes; 0 if there is none.
// root is the file system's.
func cgroupLimit(root fs.FS) (limit int64) {
	data, err := fs.ReadFile(root, "proc/self/cgroup")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) { // number:controllers:path
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) < 3 {
			continue
		}
		switch {
		case parts[0] == "0" && parts[1] == "":
			limit = lesser(limit, limitAbove(root, "sys/fs/cgroup", parts[2], "memory.max"))
		case parts[1] == "memory":
			limit = lesser(limit, limitAbove(root, "sys/fs/cgroup/memory", parts[2], "memory.limit_in_bytes"))
		}
	}
	return limit
}

// limitAbove returns the least limit in a folder below mount and in the folders above it.
func limitAbove(root fs.FS, mount, folder, file string) (limit int64) {
	for folder = path.Clean("/" + folder); ; folder = path.Dir(folder) {
		data, err := fs.ReadFile(root, path.Join(mount, folder, file))
		if n, perr := strconv.ParseInt(string(bytes.TrimSpace(data)), 10, 64); err == nil && perr == nil && n < noLimit {
			limit = lesser(limit, n)
		}
		if folder == "/" {
			return limit
		}
	}
}

// noLimit is beyond what any machine has: the first version of cgroups writes such a number for none, the second "max".
const noLimit = 1 << 50

// lesser returns the lesser of two limits, ignoring 0.
func lesser(a, b int64) int64 {
	if a == 0 || b > 0 && b < a {
		return b
	}
	return a
}
