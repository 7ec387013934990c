package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestPartAppliance lives through a panel's years with the built package, on a bare Debian 12 that systemd has booted:
// installed, running, upgraded with everything kept, brought back from an upgrade that shows nothing and from one that
// hangs, upgraded again, rolled back by hand, and purged. Before the boot it is installed and purged where no systemd
// runs, as an image's builder does.
func TestPartAppliance(t *testing.T) {
	panel := bareDebian(t)
	deb := buildPackage(t, "../..")
	// A maker's later versions: the same program with another number, or one that presents nothing.
	later := func(number, program string) {
		panel.variant(deb, number, program)
	}
	panel.copy(deb, "root/gongkai_1.deb")
	later("9.2", "")
	later("9.3", "exit 1")
	later("9.4", "")
	later("9.5", "exec sleep infinity")
	later("9.6", "exit 1")
	later("9.7", "")
	later("9.8", "")
	panel.inside(
		"apt-get update",
		"apt-get install --no-install-recommends ./gongkai_1.deb",
		"kiosk version",
		"[ -L /etc/systemd/system/multi-user.target.wants/kiosk.service ]",
		"apt-get purge gongkai",
		goneEntirely,
	)
	panel.boot(
		headless, waits,
		"SECONDS=0; apt-get install --no-install-recommends ./gongkai_1.deb; runs; echo \"MEASURED installed and running after $SECONDS s\"",
		"first=$(dpkg-query -W -f '${Version}' gongkai)",
		contentOwned,
		edited,
		upgrade("9.2"), "runs", "kept", isVersion("9.2"), `[ "$(dpkg-deb -f /var/lib/gongkai/previous.deb Version)" = "$first" ]`,
		upgrade("9.2")+" --reinstall", "runs", `[ "$(dpkg-deb -f /var/lib/gongkai/previous.deb Version)" = "$first" ]`,
		upgrade("9.3"), "returns 9.2 9.3", "kept",
		upgrade("9.4"), "runs", "kept", isVersion("9.4"), "nothingHeld",
		"kiosk-rollback", "runs", "kept", isVersion("9.2"),
		"if kiosk-rollback; then exit 1; fi", isVersion("9.2"), // the version before is used up
		upgrade("9.5"), "returns 9.2 9.5", "kept",
		upgrade("9.6"), "returns 9.2 9.6", "kept",
		"outputs 0", upgrade("9.7"), "until_true systemctl is-active --quiet kiosk", "[ -e /var/lib/gongkai/trial ]", // no monitor: the trial waits
		"systemctl status kiosk | grep 没有接屏幕", "kiosk status | grep '屏幕：没有接屏幕'", "systemctl is-active kiosk-trial.path",
		"outputs 1", "systemctl restart kiosk", "runs", "kept", isVersion("9.7"), "! systemctl is-active kiosk-trial.path", "nothingHeld",
		"systemctl stop kiosk", upgrade("9.8"), isVersion("9.8"), "[ ! -e /var/lib/gongkai/trial ]", // what doesn't run is no measure of the new version
		"runuser -u kiosk-sync -- mkfifo /srv/kiosk/content/pipe", "timeout 60 apt-get purge gongkai", goneButContent,
		"rm -rf /srv/kiosk /var/lib/kiosk-sync", "userdel kiosk-sync",
		"apt-get install --no-install-recommends ./gongkai_1.deb", "runs", "apt-get purge gongkai", goneEntirely,
	)
	t.Log(panel.measured())
}

// These run in the panel.
const (
	// The container has no screen: cage draws into memory, as the same user, under the same unit.
	headless = `mkdir -p /etc/systemd/system/kiosk.service.d
cat >/etc/systemd/system/kiosk.service.d/headless.conf <<'END'
[Service]
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
TimeoutStartSec=300
END
outputs() {
	echo "[Service]
Environment=WLR_HEADLESS_OUTPUTS=$1" >/etc/systemd/system/kiosk.service.d/outputs.conf
	systemctl daemon-reload
}`

	// runs waits until the kiosk has presented a frame, and returns waits until version $1 is there instead of $2 and runs.
	waits = `until_true() { for _ in $(seq 1200); do if "$@"; then return 0; fi; sleep 0.5; done; journalctl --no-pager -n 200; return 1; }
presented() { systemctl is-active --quiet kiosk && [ ! -e /var/lib/gongkai/trial ]; }
runs() { until_true presented; }
installed() { [ "$(dpkg-query -W -f '${Version}' gongkai)" = "$1" ] && [ -e /var/lib/gongkai/rolled-back ] && presented; }
returns() {
	until_true installed "$1"
	kiosk version | grep "^退回 $2 → $1"
	journalctl --no-pager -u kiosk | grep "退回上一个版本"
	journalctl --no-pager -u kiosk-rollback | grep "已退回 $1"
	grep "version $2\$" /etc/apt/preferences.d/gongkai-rollback
	[ -z "$(dpkg --verify gongkai | grep -v ' /etc/kiosk/config.toml$')" ]
	dpkg-query -W -f '${Conffiles}' gongkai | grep /etc/kiosk/config.toml
	[ "$(apt-get --simulate --quiet=2 upgrade)" = "" ]
	[ ! -e /var/lib/gongkai/previous.deb ]
}
nothingHeld() { [ ! -e /etc/apt/preferences.d/gongkai-rollback ]; [ ! -e /var/lib/gongkai/rolled-back ]; kiosk version; ! kiosk version | grep 退回; }`

	contentOwned = `getent passwd kiosk kiosk-sync
systemctl is-enabled kiosk
[ "$(readlink /etc/systemd/system/ctrl-alt-del.target)" = /dev/null ]
[ "$(cat /proc/sys/kernel/sysrq)" = 0 ] || [ ! -w /proc/sys/kernel/sysrq ]
[ -z "$(find /srv/kiosk ! -user kiosk-sync)" ]
runuser -u kiosk -- kiosk check
[ "$(ps -o user= -C kiosk)" = kiosk ]
kiosk version`

	// What staff, an administrator and the kiosk itself have written, and kept checks.
	edited = `runuser -u kiosk-sync -- sed -i 's/^title .*/title = "改过"/' /srv/kiosk/content/` + item6 + `
echo 'name = "一楼大厅"' >>/etc/kiosk/config.toml
echo 'rotate = 90' >/etc/kiosk/config.d/50-panel.toml
until_true test -n "$(ls -A /var/lib/kiosk)"
kept() {
	grep 改过 /srv/kiosk/content/` + item6 + `
	grep 一楼大厅 /etc/kiosk/config.toml
	grep 'rotate = 90' /etc/kiosk/config.d/50-panel.toml
	[ -n "$(ls -A /var/lib/kiosk)" ]
	[ -z "$(dpkg --audit)" ]
}`

	leftovers = `find / -xdev \( -name '*kiosk*' -o -name '*gongkai*' \) ! -path '/proc/*' ! -path '/sys/*' ! -path '/root/*' ! -path '/run/*' ! -path '/tmp/*' ! -path '*/kiosk.service.d*' ! -path '/var/log/*'`

	goneEntirely = `[ ! -L /etc/systemd/system/ctrl-alt-del.target ]
[ -z "$(` + leftovers + `)" ]
! getent passwd kiosk kiosk-sync
! dpkg -s gongkai`

	// A centre's own words stay, with the user that brings them, and its keys.
	goneButContent = `[ "$(` + leftovers + ` ! -path '/srv/kiosk*' ! -path '/var/lib/kiosk-sync*')" = "" ]
grep 改过 /srv/kiosk/content/` + item6 + `
getent passwd kiosk-sync
! getent passwd kiosk`
)

// upgrade installs a later version as an administrator's unattended upgrade does.
func upgrade(number string) string {
	return "apt-get install --no-install-recommends -o Dpkg::Options::=--force-confold ./gongkai_" + number + ".deb"
}

// isVersion checks what dpkg has as installed.
func isVersion(number string) string {
	return `[ "$(dpkg-query -W -f '${Version}' gongkai)" = ` + number + ` ]`
}

// buildPackage builds the package of this machine's architecture in a source tree, and returns its path.
func buildPackage(t *testing.T, source string) string {
	t.Helper()
	for _, old := range packagesIn(t, source) {
		if err := os.Remove(old); err != nil {
			t.Fatal(err)
		}
	}
	build := exec.Command(filepath.Join(source, "systemd/deb/build.sh"), runtime.GOARCH)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	built := packagesIn(t, source)
	if len(built) != 1 {
		t.Fatalf("built %v", built)
	}
	return built[0]
}

// packagesIn returns the packages of this machine's architecture in a source tree's out.
func packagesIn(t *testing.T, source string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(source, "out", "gongkai_*_"+runtime.GOARCH+".deb"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// copy puts a file of this machine into the root directory.
func (d debian) copy(from, to string) {
	d.Helper()
	data, err := os.ReadFile(from)
	if err != nil {
		d.Fatal(err)
	}
	d.write(to, string(data))
}

// variant puts another version of a package beside the first: with another number, another shipped setting, and if
// program isn't empty with a shell script in the program's place.
func (d debian) variant(deb, number, program string) {
	d.Helper()
	tree := filepath.Join(d.TempDir(), "tree")
	d.command("dpkg-deb", "--raw-extract", deb, tree)
	d.edit(filepath.Join(tree, "DEBIAN/control"), func(text string) string {
		lines := strings.SplitAfter(text, "\n")
		for i, line := range lines {
			if strings.HasPrefix(line, "Version: ") {
				lines[i] = "Version: " + number + "\n"
			}
		}
		return strings.Join(lines, "")
	})
	for _, conffile := range []string{"etc/kiosk/config.toml", "usr/share/gongkai/conffiles/etc/kiosk/config.toml"} {
		d.edit(filepath.Join(tree, conffile), func(text string) string { return text + "# " + number + "\n" })
	}
	if program != "" {
		d.edit(filepath.Join(tree, "usr/bin/kiosk"), func(string) string { return "#!/bin/sh\n" + program + "\n" })
		d.edit(filepath.Join(tree, "usr/lib/systemd/system/kiosk.service.d/trial.conf"), func(text string) string { return text + "TimeoutStartSec=20\n" })
	}
	d.command("sh", "-c", `cd "$1" && find . -type f ! -path './DEBIAN/*' -printf '%P\0' | xargs -0 md5sum >DEBIAN/md5sums`, "sums", tree)
	d.command("dpkg-deb", "-Zgzip", "-z1", "--root-owner-group", "--build", tree, filepath.Join(d.root, "root/gongkai_"+number+".deb"))
}

// edit changes a file of this machine.
func (d debian) edit(path string, change func(string) string) {
	d.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		d.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(change(string(before))), 0o755); err != nil {
		d.Fatal(err)
	}
}
