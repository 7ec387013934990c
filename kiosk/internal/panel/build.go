package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// What the rig needs inside beside the package under test: a kernel, the X server of kiosk-xorg.service with what asks and
// changes it, and a service that starts hand with its port.
const (
	kernel  = "linux-image-amd64,systemd-sysv,udev,dbus,kmod,procps"
	xorg    = "xserver-xorg-core,xserver-xorg-input-libinput,x11-xserver-utils"
	service = `[Unit]
DefaultDependencies=no
Wants=modprobe@uinput.service
After=systemd-udevd.service modprobe@uinput.service
[Service]
ExecStart=/usr/local/sbin/hand
Restart=always
`
	rule = `SUBSYSTEM=="virtio-ports", ATTR{name}=="kiosk.hand", TAG+="systemd", ENV{SYSTEMD_WANTS}+="hand.service"` + "\n"
)

// build makes DIR/root.img, a Debian with the package installed as apt does it, and lays its kernel beside it.
func build(deb, dir string) error {
	if deb == "" {
		return errors.New("-deb is missing")
	}
	root := filepath.Join(dir, "root")
	if err := errors.Join(os.RemoveAll(root), os.MkdirAll(dir, 0o755)); err != nil {
		return err
	}
	hand := filepath.Join(dir, "hand")
	archive := filepath.Join(dir, "under-test.deb")
	err := steps(
		[]string{"go", "build", "-trimpath", "-o", hand, "./kiosk/internal/panel/hand"},
		[]string{"cp", deb, archive},
		[]string{"mmdebstrap", "--quiet", "--variant=minbase", `--aptopt=APT::Install-Recommends "false"`, "--include=" + kernel + "," + xorg,
			"--customize-hook=copy-in " + archive + " /root",
			`--customize-hook=DEBIAN_FRONTEND=noninteractive chroot "$1" apt-get install --yes /root/under-test.deb`,
			"--customize-hook=copy-in " + hand + " /usr/local/sbin",
			"bookworm", root},
	)
	if err != nil {
		return err
	}
	for path, text := range map[string]string{"etc/systemd/system/hand.service": service, "etc/udev/rules.d/60-hand.rules": rule} {
		if err := os.WriteFile(filepath.Join(root, path), []byte(text), 0o644); err != nil {
			return err
		}
	}
	image := filepath.Join(dir, "root.img")
	return errors.Join(os.RemoveAll(image), steps(
		[]string{"sh", "-c", `cp "$0"/boot/vmlinuz-* "$1"/vmlinuz; cp "$0"/boot/initrd.img-* "$1"/initrd`, root, dir},
		[]string{"truncate", "--size=3G", image, filepath.Join(dir, "stick.img")},
		[]string{"/sbin/mke2fs", "-q", "-t", "ext4", "-d", root, image},
		[]string{"/sbin/mke2fs", "-q", "-t", "ext4", filepath.Join(dir, "stick.img")},
	))
}

// steps runs commands one after another, and ends with the first that fails.
func steps(commands ...[]string) error {
	for _, c := range commands {
		if out, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", c[0], err, out)
		}
	}
	return nil
}
