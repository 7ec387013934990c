package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// TestPartPackage builds the package in two places: the bytes are the same, and lintian finds nothing.
func TestPartPackage(t *testing.T) {
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	lintian := toolPath(t, "parts", "lintian")
	here := buildPackage(t, "../..")
	there := buildPackage(t, sourceCopy(t))
	if filepath.Base(here) != filepath.Base(there) {
		t.Fatalf("%s and %s are of one commit", here, there)
	}
	if first, second := readBytes(t, here), readBytes(t, there); !bytes.Equal(first, second) {
		t.Errorf("two builds of %s differ: %d and %d bytes", filepath.Base(here), len(first), len(second))
	}
	if said, err := exec.Command(lintian, "--allow-root", "--fail-on=error,warning", here).CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("lintian: %v\n%s", err, said)
	}
}

// sourceCopy copies what a clone and its changes hold to another directory, with git's records.
func sourceCopy(t *testing.T) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "elsewhere")
	script := `git clone --quiet --shared --no-checkout . "$1"
git -C "$1" reset --quiet "$(git rev-parse HEAD)"
git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do if [ -e "$file" ]; then printf '%s\0' "$file"; fi; done |
	tar --create --null --files-from=- | tar --extract --directory "$1"`
	copy := exec.Command("bash", "-eu", "-o", "pipefail", "-c", script, "copy", to)
	copy.Dir = "../.."
	if out, err := copy.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return to
}

func readBytes(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestPartImages tries the recipes for many machines as far as a container goes: the repository that they name is
// built and signed, debconf reads the preseed file and its packages and last command are applied, and cloud-init sets up a
// booted system from user-data.
func TestPartImages(t *testing.T) {
	panel := bareDebian(t)
	deb := buildPackage(t, "../..")
	repository := filepath.Join(t.TempDir(), "repo")
	t.Setenv("GNUPGHOME", t.TempDir())
	panel.command("gpg", "--batch", "--quiet", "--passphrase", "", "--quick-generate-key", "Test packages", "ed25519", "sign", "never")
	toolPath(t, "parts", "reprepro")
	panel.command("../../systemd/deb/repo.sh", "Test packages", repository, deb)
	if err := os.CopyFS(filepath.Join(panel.root, "srv/repo"), os.DirFS(repository)); err != nil {
		t.Fatal(err)
	}
	local := strings.NewReplacer("https://apt.example.org/gongkai", "file:/srv/repo", "AAAA…", "AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000000")
	preseed := local.Replace(string(readBytes(t, "../../systemd/image/preseed.cfg")))
	key := "      " + strings.ReplaceAll(strings.TrimSpace(string(readBytes(t, filepath.Join(repository, "gongkai.asc")))), "\n", "\n      ")
	userData := string(readBytes(t, "../../systemd/image/user-data"))
	head, rest, _ := strings.Cut(userData, "      -----BEGIN")
	_, tail, found := strings.Cut(rest, "PUBLIC KEY BLOCK-----\n\n")
	if !found {
		t.Fatal("user-data has no key block before an empty line")
	}
	panel.write("root/preseed.cfg", preseed)
	for _, dir := range []string{"var/lib/cloud/seed/nocloud", "etc/apt/keyrings"} {
		if err := os.MkdirAll(filepath.Join(panel.root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	panel.write("var/lib/cloud/seed/nocloud/user-data", local.Replace(head+key+"\n\n"+tail))
	panel.write("var/lib/cloud/seed/nocloud/meta-data", "")
	panel.inside(
		"apt-get update",
		"apt-get install --no-install-recommends cloud-init debconf-utils openssh-server sudo unattended-upgrades",
		"debconf-set-selections --checkonly preseed.cfg",
		// the installer's work: its user, its repository, the packages, the last command
		"useradd --create-home --shell /bin/bash admin",
		"cp /srv/repo/gongkai.asc /etc/apt/keyrings/",
		`echo "deb [signed-by=/etc/apt/keyrings/gongkai.asc] $(sed -n 's/^d-i apt-setup.local0.repository string //p' preseed.cfg)" >/etc/apt/sources.list.d/local0.list`,
		"apt-get update",
		"apt-get install --no-install-recommends $(sed -n 's/^d-i pkgsel.include string //p' preseed.cfg)",
		"sed -n 's/^d-i preseed.late_command string in-target //p' preseed.cfg >late; sh -e late",
		"kiosk check", "[ -s /etc/kiosk/config.d/50-panel.toml ]", "visudo --check", "[ \"$(stat -c %U ~admin/.ssh/authorized_keys)\" = admin ]",
		"unattended-upgrade --dry-run --debug 2>&1 | grep 'origin=Gongkai'",
		// another key's signature is refused
		"echo >/etc/apt/keyrings/gongkai.asc; if apt-get update --error-on=any; then exit 1; fi",
		// and all of it gone again, for cloud-init; what it installs has no network here
		"apt-get purge gongkai", "userdel --remove admin", "rm -r /etc/apt/keyrings /etc/apt/sources.list.d/* /etc/apt/apt.conf.d/52gongkai /etc/sudoers.d/admin",
		": >/etc/apt/sources.list",
		"cloud-init schema --config-file /var/lib/cloud/seed/nocloud/user-data",
		"echo 'datasource_list: [NoCloud]' >/etc/cloud/cloud.cfg.d/99-here.cfg",
		"apt-cache policy gongkai",
	)
	panel.boot(
		headless, waits,
		"cloud-init modules --mode=final", // systemd runs it when the system is up, which it is when these commands have ended
		"dpkg -s gongkai",
		"runs", "kiosk check", "grep diagonal_inch /etc/kiosk/config.d/50-panel.toml",
		"id admin", "sudo -u admin sudo -n true", "[ \"$(cat /etc/timezone)\" = Asia/Shanghai ]",
		"grep -c ssh-ed25519 ~admin/.ssh/authorized_keys",
	)
	t.Log("the repository is signed and used, preseed and cloud-init end on a running kiosk, on " + runtime.GOARCH)
}
