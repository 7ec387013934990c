package main

import (
	"syscall"
	"time"
)

// machineMemory returns the machine's memory, bytes; 0 if it is unknown. /proc/meminfo has the same number, but a unit may hide it.
func machineMemory() int64 {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return 0
	}
	return int64(info.Totalram) * int64(info.Unit)
}

// machineUp returns how long the machine has run; 0 if it is unknown.
func machineUp() time.Duration {
	var info syscall.Sysinfo_t
	if err := syscall.Sysinfo(&info); err != nil {
		return 0
	}
	return time.Duration(info.Uptime) * time.Second
}
