package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/content"
)

// TestPartDebian follows README and docs/sync.md, to the letter, on a bare Debian 12 that systemd has booted: the
// kiosk is installed, and rsync over ssh, git and a swap of directories, run as the user that the documents create,
// replace the files that `kiosk init` wrote as root.
func TestPartDebian(t *testing.T) {
	const manual, readme = "../../docs/sync.md", "../../README.md"
	panel := bareDebian(t)
	panel.carry()
	install := block(t, readme, "", "sysusers.conf")
	user := block(t, manual, "Users and permissions", "adduser")
	once := block(t, manual, "rsync", "ssh-keygen")
	clone := block(t, manual, "git", "git clone")
	swap := block(t, manual, "A new directory beside, and a swap", "mkdir")

	panel.fetch(install, once, clone, "apt-get install --no-install-recommends openssh-server")
	panel.write("etc/systemd/system/kiosk-sync.service", block(t, manual, "rsync", "ExecStart="))
	panel.write("etc/systemd/system/kiosk-sync.timer", block(t, manual, "rsync", "[Timer]"))
	panel.boot(
		install,
		sessionAllowed,
		user, serveOffice, once, trustPanel,
		"systemctl enable --now kiosk-sync.timer",
		"systemctl start kiosk-sync.service",
		staffEdit("first"), "systemctl start kiosk-sync.service", shown("first"),
		"systemctl disable --now kiosk-sync.timer",
		repository,
		strings.ReplaceAll(clone, "https://git.example.org/office/content.git", "/srv/office/content"),
		staffEdit("second"), "git -C /srv/office/content commit --quiet --all --message=second",
		"su kiosk-sync -c '"+strings.TrimSpace(block(t, manual, "git", "fetch"))+"'", shown("second"),
		swap, "mkdir -p /mnt/office/content", "mount --bind /srv/office/content /mnt/office/content",
		staffEdit("third"), "cat >/tmp/swap <<'END'\n"+block(t, manual, "A new directory beside, and a swap", "mv -T")+"END\nsu kiosk-sync -c 'sh -e /tmp/swap'", shown("third"),
	)
}

// These are the steps of TestPartDebian that no document has: the office's server, and what must be true.
const (
	// seatd hands screen and touch to those who may write to its socket.
	sessionAllowed = `getent passwd kiosk
systemctl is-enabled kiosk
systemctl stop kiosk
systemctl is-active seatd
runuser -u kiosk -G video -- test -w /run/seatd.sock`

	serveOffice = `useradd --create-home office
install -d /srv/office
cp -r /root/content /srv/office/content
echo 127.0.0.1 server >>/etc/hosts
systemctl start ssh`

	trustPanel = `install -D -o office /var/lib/kiosk-sync/.ssh/id_ed25519.pub ~office/.ssh/authorized_keys`

	repository = `git config --system user.name office
git config --system user.email office@example.org
git config --system safe.directory '*'
git -C /srv/office/content init --quiet --initial-branch=main
git -C /srv/office/content add --all
git -C /srv/office/content commit --quiet --message=start`
)

// staffEdit gives item 6 on the office's server another title.
func staffEdit(title string) string {
	return `sed -i 's/^title .*/title = "` + title + `"/' /srv/office/content/` + item6
}

// shown checks that the panel's user can read the title, in a file that isn't root's.
func shown(title string) string {
	return `runuser -u kiosk -- grep '"` + title + `"' /srv/kiosk/content/` + item6 + `
runuser -u kiosk -- kiosk check --content /srv/kiosk/content
[ "$(stat -c %U /srv/kiosk/content/` + item6 + `)" = kiosk-sync ]`
}

// debian is the root directory of a Debian 12.
type debian struct {
	*testing.T
	root string
}

// bareDebian unpacks what Debian's installer calls a minimal system.
func bareDebian(t *testing.T) debian {
	t.Helper()
	if !*fullFlag {
		t.Skip("make parts runs it")
	}
	if os.Geteuid() != 0 {
		t.Fatal("only root can unpack and boot a Debian; make parts runs this test through sudo")
	}
	d := debian{t, filepath.Join(t.TempDir(), "debian")}
	if err := lacksRoom(3 << 30); err != nil {
		t.Fatal(err)
	}
	d.command(toolPath(t, "parts", "mmdebstrap"), "--quiet", "--variant=important", "--aptopt=APT::Get::Assume-Yes true", "bookworm", d.root)
	return d
}

// carry puts the program and its units where README's commands look for them, and the office's content.
func (d debian) carry() {
	d.Helper()
	for _, err := range []error{
		os.CopyFS(filepath.Join(d.root, "root/systemd"), os.DirFS("../../systemd")),
		os.CopyFS(filepath.Join(d.root, "root/content"), content.FS),
		os.CopyFS(filepath.Join(d.root, "root/bin"), os.DirFS(filepath.Dir(built))),
	} {
		if err != nil {
			d.Fatal(err)
		}
	}
}

// write puts a file into the root directory.
func (d debian) write(path, text string) {
	d.Helper()
	if err := os.WriteFile(filepath.Join(d.root, path), []byte(text), 0o644); err != nil {
		d.Fatal(err)
	}
}

// fetch installs the packages that blocks of commands name, with the network of this machine; what boots has none.
func (d debian) fetch(blocks ...string) {
	d.Helper()
	commands := []string{"apt-get update"}
	for _, b := range blocks {
		for line := range strings.Lines(strings.ReplaceAll(b, "\\\n", " ")) {
			if strings.HasPrefix(line, "apt-get install ") {
				commands = append(commands, line)
			}
		}
	}
	d.write("root/fetch", script(commands))
	d.command(toolPath(d.T, "parts", "systemd-nspawn"), "--quiet", "--register=no", "--keep-unit", "--setenv=DEBIAN_FRONTEND=noninteractive", "-D", d.root, "bash", "/root/fetch")
}

// boot boots the system without a network and has it run commands one after another, as root in root's home. Each must end well.
func (d debian) boot(commands ...string) {
	d.Helper()
	d.write("root/follow", script(commands)+"touch /root/followed\n")
	d.write("etc/systemd/system/follow.service", `[Service]
Type=oneshot
Environment=DEBIAN_FRONTEND=noninteractive HOME=/root
WorkingDirectory=/root
StandardOutput=file:/root/said
StandardError=inherit
ExecStart=/bin/bash /root/follow
ExecStopPost=/bin/systemctl --no-block poweroff
`)
	if err := os.Symlink("../follow.service", filepath.Join(d.root, "etc/systemd/system/multi-user.target.wants/follow.service")); err != nil {
		d.Fatal(err)
	}
	d.command(toolPath(d.T, "parts", "systemd-nspawn"), "--quiet", "--register=no", "--keep-unit", "--private-network", "--boot", "-D", d.root)
	if _, err := os.Stat(filepath.Join(d.root, "root/followed")); err != nil {
		said, _ := os.ReadFile(filepath.Join(d.root, "root/said"))
		d.Errorf("a command of the documents failed, the last of these:\n%s", said)
	}
}

// script runs commands, shows each, and ends with the first that fails.
func script(commands []string) string {
	return "set -eux -o pipefail\n" + strings.Join(commands, "\n") + "\n"
}

// command runs a tool, and ends it when it is stuck.
func (d debian) command(tool string, args ...string) {
	d.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 15*time.Minute)
	defer cancel()
	if out, err := exec.CommandContext(ctx, tool, args...).CombinedOutput(); err != nil {
		d.Fatalf("%s: %v\n%s", tool, err, out)
	}
}
