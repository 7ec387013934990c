package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"gongkai/content"
)

// TestPartDebian follows README and docs/sync.md, to the letter, on a bare Debian 12 that systemd has booted: the
// package is installed and set up by docs/admin.md, and rsync over ssh both ways, git and a swap of directories, run as the users that the documents
// name, replace the files that the package wrote. Every block of commands in the three is run, as the user it is for.
func TestPartDebian(t *testing.T) {
	const manual, readme, admin, readonly = "../../docs/sync.md", "../../README.md", "../../docs/admin.md", "../../docs/readonly.md"
	panel := bareDebian(t)
	panel.copy(buildPackage(t, "../.."), "root/gongkai_0_"+runtime.GOARCH+".deb")
	panel.carry()
	install := block(t, readme, "Administrators", "apt install")
	user := block(t, manual, "Users and permissions", "chown -R")
	once := block(t, manual, "rsync", "ssh-keygen")
	push := block(t, manual, "rsync", "kiosk-sync@kiosk")
	clone := block(t, manual, "git", "git clone")
	fetch := block(t, manual, "git", "fetch")
	swap := block(t, manual, "A new directory beside, and a swap", "mkdir")
	release := block(t, manual, "A new directory beside, and a swap", "mv -T")
	proof := block(t, manual, "Proving what a screen shows", "journalctl")
	begin := block(t, admin, "3. The package (2 minutes)", "apt install")
	own := block(t, admin, "4. The centre's own (3 minutes)", "runuser")
	everyBlock(t, []string{readme, manual, admin, readonly}, install, begin, own, block(t, admin, "Upgrades", "kiosk-rollback"), user, once, push, clone, fetch, swap, release, proof)

	begun := time.Now()
	panel.fetch(install)
	t.Logf("step 3 with all downloads, before the first boot: %.0f s", time.Since(begun).Seconds())
	panel.fetch(once, clone, "apt-get install --no-install-recommends openssh-server jq")
	panel.inside("apt-get purge gongkai")
	panel.write("etc/systemd/system/kiosk-sync.service", block(t, manual, "rsync", "ExecStart="))
	panel.write("etc/systemd/system/kiosk-sync.timer", block(t, manual, "rsync", "[Timer]"))
	panel.boot(
		headless, waits,
		"SECONDS=0", begin, "runs", `echo "MEASURED step 3, package and first frame: $SECONDS s"`,
		"SECONDS=0", own, "runs", `echo "MEASURED step 4, the centre's own: $SECONDS s"`,
		"grep 示例社区居民委员会 /srv/kiosk/content/kiosk.toml",
		install,
		sessionAllowed,
		user, serveOffice, once, trustPanel,
		"systemctl enable --now kiosk-sync.timer",
		"systemctl start kiosk-sync.service",
		staffEdit("first"), "systemctl start kiosk-sync.service", shown("first"),
		"systemctl disable --now kiosk-sync.timer",
		trustOffice, staffEdit("pushed"), as("office", push), shown("pushed"),
		repository,
		strings.ReplaceAll(clone, "https://git.example.org/office/content.git", "/srv/office/content"),
		staffEdit("second"), "git -C /srv/office/content commit --quiet --all --message=second",
		as("kiosk-sync", fetch), shown("second"),
		swap, "mkdir -p /mnt/office/content", "mount --bind /srv/office/content /mnt/office/content",
		staffEdit("third"), as("kiosk-sync", release), shown("third"),
		onGlass, proof,
	)
	t.Log(panel.measured())
}

// everyBlock fails for each block of commands in documents that isn't among those that are run. A block of another
// language says which.
func everyBlock(t *testing.T, documents []string, run ...string) {
	t.Helper()
	elsewhere := []string{
		"make run",        // for the machine that builds
		"先生成一份",           // a table of commands, with words beside them
		",nofail,_netdev", // lines of a file, each for another server
		"mkfs.ext4",       // these three of docs/readonly.md need a disk, an initramfs and a restart
		"overlayroot.conf",
		"apt-daily.timer",
		"kiosk import",      // of an office's own table; testdata/script/import.txt runs such commands
		"xserver-xorg-core", // Xorg needs a graphics card; docs/panel.md has what was seen
		"wget -O",           // from a server of one's own; TestPartImages reads such a repository
	}
	for _, document := range documents {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range fence.FindAllStringSubmatch(string(text), -1) {
			commands := strings.HasPrefix(b[0], "```\n")
			if commands && !slices.Contains(run, b[1]) && !slices.ContainsFunc(elsewhere, func(words string) bool { return strings.Contains(b[1], words) }) {
				t.Errorf("%s has commands that no test runs:\n%s", document, b[1])
			}
		}
	}
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

	trustOffice = `echo 127.0.0.1 kiosk >>/etc/hosts
chown -R office ~office/.ssh
runuser -u office -- ssh-keygen -q -t ed25519 -N "" -f ~office/.ssh/id_ed25519
install -o kiosk-sync ~office/.ssh/id_ed25519.pub ~kiosk-sync/.ssh/authorized_keys
runuser -u office -- sh -c 'ssh-keyscan kiosk >>~office/.ssh/known_hosts'`

	// onGlass waits until the log names the revision that the office's content has.
	onGlass = `logged() { journalctl -u kiosk -g "revision=$(kiosk check --content /srv/office/content --format json | jq -r .revision)" -n 1; }
systemctl start kiosk
until_true logged`

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

// as runs a block of commands as a user.
func as(user, commands string) string {
	return "cat >/tmp/commands <<'END'\n" + commands + "END\nrunuser -u " + user + " -- sh -e /tmp/commands"
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
	if err := os.Mkdir(d.root, 0o755); err != nil {
		t.Fatal(err)
	}
	d.command("tar", "--extract", "--file", unpacked(d), "--directory", d.root, "--exclude", "./dev/*") // the container has devices of its own
	return d
}

// unpacked returns an archive of the minimal system, which is made once for all tests.
func unpacked(d debian) string {
	d.Helper()
	archive := filepath.Join(scratch, "debian.tar")
	if _, err := os.Stat(archive); err != nil {
		d.command(toolPath(d.T, "parts", "mmdebstrap"), "--quiet", "--variant=important", "--aptopt=APT::Get::Assume-Yes true", "bookworm", archive)
	}
	return archive
}

// carry puts the office's content where the steps look for it.
func (d debian) carry() {
	d.Helper()
	if err := os.CopyFS(filepath.Join(d.root, "root/content"), content.FS); err != nil {
		d.Fatal(err)
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
			if strings.HasPrefix(line, "apt-get install ") || strings.HasPrefix(line, "apt install ") {
				commands = append(commands, line)
			}
		}
	}
	d.inside(commands...)
}

// inside runs commands in the system as root in root's home, with the network of this machine and without systemd.
func (d debian) inside(commands ...string) {
	d.Helper()
	d.write("root/inside", script(commands))
	d.command(toolPath(d.T, "parts", "systemd-nspawn"), "--quiet", "--register=no", "--keep-unit", "--setenv=DEBIAN_FRONTEND=noninteractive", "--chdir=/root", "-D", d.root, "bash", "/root/inside")
}

// measured returns the lines of what was booted that begin with MEASURED.
func (d debian) measured() string {
	d.Helper()
	said, err := os.ReadFile(filepath.Join(d.root, "root/said"))
	if err != nil {
		d.Fatal(err)
	}
	var lines strings.Builder
	for line := range strings.Lines(string(said)) {
		if strings.HasPrefix(line, "MEASURED ") {
			lines.WriteString("\n" + strings.TrimSpace(line))
		}
	}
	return lines.String()
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
