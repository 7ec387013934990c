package main

import (
	"context"
	"os/exec"
	"sync"
	"time"
)

const emulated = "tcg,thread=multi"

var choose sync.Once
var chosen string

// accelerator returns KVM where that runs the machine's kernel: a /dev/kvm that opens can belong to a host on which a
// kernel that doesn't know it hangs. A kernel without a root directory ends at once.
func accelerator(dir string) string {
	choose.Do(func() {
		ctx, stop := context.WithTimeout(context.Background(), 20*time.Second)
		defer stop()
		cmd := exec.CommandContext(ctx, "qemu-system-x86_64", "-accel", "kvm", "-cpu", "max", "-m", "512", "-nodefaults", "-no-reboot",
			"-display", "none", "-kernel", "vmlinuz", "-append", "panic=-1")
		cmd.Dir = dir
		if chosen = "kvm"; cmd.Run() != nil {
			chosen = emulated
		}
	})
	return chosen
}
