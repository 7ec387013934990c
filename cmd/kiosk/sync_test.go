package main

import (
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// These are the recipes of docs/sync.md, each with the real tool and the real store: staff's
// changes reach the screen whole, no incomplete state is ever shown, and the tools' temporary
// files are ignored.

type problem = diag.Problem

// office is a folder that staff edit, and the folder that the kiosk reads.
type office struct {
	*testing.T
	*witness
	whole    ledger
	from, to string
}

func newOffice(t *testing.T) *office {
	t.Helper()
	dir := t.TempDir()
	o := &office{T: t, from: filepath.Join(dir, "office"), to: filepath.Join(dir, "kiosk")}
	o.must(os.CopyFS(o.from, content.FS))
	o.whole.note(t, o.from)
	return o
}

func (o *office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// write writes a file in the office's folder.
func (o *office) write(name, text string) {
	o.Helper()
	o.must(os.MkdirAll(filepath.Dir(filepath.Join(o.from, name)), 0o755))
	o.must(os.WriteFile(filepath.Join(o.from, name), []byte(text), 0o644))
}

// replace changes a text in one of the office's files.
func (o *office) replace(name, old, new string) {
	o.Helper()
	data, err := os.ReadFile(filepath.Join(o.from, name))
	o.must(err)
	if !strings.Contains(string(data), old) {
		o.Fatalf("%s does not hold %q", name, old)
	}
	o.write(name, strings.Replace(string(data), old, new, 1))
}

// run runs a tool in a folder, without its user's configuration.
func (o *office) run(dir, tool string, args ...string) {
	o.Helper()
	cmd := exec.Command(toolPath(o.T, "test", tool), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1", "LC_ALL=C.UTF-8")
	if out, err := cmd.CombinedOutput(); err != nil {
		o.Fatalf("%s %q: %v\n%s", tool, args, err, out)
	}
}

// toolPath returns a tool's path. A missing tool fails the test; kind is .ci/need's argument that installs it.
func toolPath(t *testing.T, kind, tool string) string {
	t.Helper()
	path, err := exec.LookPath(tool)
	if err != nil {
		t.Fatalf("%s is missing: .ci/need %s installs it", tool, kind)
	}
	return path
}

// oneWord is the most frequent edit.
func (o *office) oneWord() { o.replace(item6, `"残疾人补贴"`, `"残疾人补贴（示例）"`) }

// much is several changes at once: edits, a renamed file, a deleted one, a new item, a notice and its picture.
func (o *office) much() {
	o.Helper()
	o.replace("kiosk.toml", "朝阳社区", "朝阳社区（示例）")
	o.replace(item6, "社区工作站", "示例社区工作站")
	o.replace("items/09-就业困难人员认定.toml", "就业", "示例就业")
	o.must(os.Rename(filepath.Join(o.from, item5), filepath.Join(o.from, "items/05-改名.toml")))
	o.must(os.Remove(filepath.Join(o.from, "items/14-公共卫生服务.toml")))
	o.write("items/15-示例.toml", fmt.Sprintf("number = 15\ncategory = \"示例\"\ncontent = \"\"\"\n%s\"\"\"\n", strings.Repeat("示例内容、\n", 200)))
	o.write("notices/2026-示例.toml", "title = \"示例公告\"\ndate = 2026-11-20\nbody = \"\"\"\n这是示例。\n\"\"\"\nimages = [\"images/示例.png\"]\n")
	o.must(os.MkdirAll(filepath.Join(o.from, "images"), 0o755))
	f, err := os.Create(filepath.Join(o.from, "images/示例.png"))
	o.must(err)
	o.must(png.Encode(f, image.NewGray(image.Rect(0, 0, 300, 200))))
	o.must(f.Close())
}

// send changes the office's folder, transfers it, and waits until all of it is shown.
func (o *office) send(what string, change, carry func()) {
	o.Helper()
	change()
	want := o.whole.note(o.T, o.from)
	n, saved := o.count(), time.Now()
	carry()
	carried := time.Now()
	got := o.until(o.T, n, what, func(s seen) bool { return s.Catalogue != nil && s.Catalogue.Revision == want.Revision })
	if !sameContent(got.Catalogue, want) {
		o.Errorf("%s: the snapshot of revision %s differs from what was sent", what, want.Revision)
	}
	o.Logf("%s: from save to snapshot %v, from the tool's end %v; snapshots on the way: %d", what,
		got.at.Sub(saved).Round(time.Millisecond), got.at.Sub(carried).Round(time.Millisecond), o.count()-n-1)
}

func sameContent(a, b *catalogue.Catalogue) bool {
	return a.Centre == b.Centre && reflect.DeepEqual(a.Items, b.Items) && reflect.DeepEqual(a.Notices, b.Notices)
}

// Each recipe prepares the office and returns the function that transfers its folder.
func TestSync(t *testing.T) {
	for _, recipe := range []struct {
		title string
		ready func(*office) (carry func())
	}{
		{"rsync, all names at the end", byRecipe("rsync", "ExecStart=")},
		{"rsync", rsync("-a", "--delete")},
		{"rsync in place", rsync("-a", "--inplace", "--delete")},
		{"git pull", gitPull},
		{"git reset", gitReset},
		{"cp, slowly", slowCopy},
		{"directory renamed", renamed},
		{"link swapped", linkSwapped},
		{"ConfigMap", configMap},
		{"Syncthing", syncthingPair},
	} {
		t.Run(recipe.title, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t)
			carry := recipe.ready(o)
			carry()
			o.witness = watch(t, o.to)
			o.until(t, 0, "the first content", func(s seen) bool {
				return s.Catalogue != nil && s.Catalogue.Revision == o.whole.states[0].Revision
			})
			o.send("a word", o.oneWord, carry)
			o.send("much", o.much, carry)
			o.verify(t, &o.whole)
		})
	}
}
