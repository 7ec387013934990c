package catalogue

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// proof is what shows that a file is a copy of another one.
type proof uint8

const (
	notCopy  proof = iota
	byName         // the name alone: only a sync tool writes it, or only for a copy
	byPlace        // the name, beside the original
	byMatter       // the same, and the original's number or date
	byText         // the same, and a notice's title or body too: people name their own files so
)

// copyName is the way in which a program names the copy of a file.
type copyName struct {
	tool    string
	example string // of a copy of 06.toml
	proof   proof
	source  string         // where that is documented, or others have seen it
	marks   []string       // one of these stands in every such name, in lower case; none: any name
	name    *regexp.Regexp // of the name, without its ending first; the group is the original's
}

// undocumented is the source of names that no page of the maker's has; offices reported them.
const undocumented = "reported, without a page of the maker's"

// Brackets and spaces are as wide as the office's input method has them.
const (
	open, shut  = `[(（\[［【]`, `[)）\]］】]`
	unbracketed = `[^()（）\[\]［］【】]*`
	inside      = unbracketed + `(?:` + open + unbracketed + shut + unbracketed + `)?` // Dropbox counts in brackets of their own
	space       = `[ \x{a0}\x{3000}]*`
	dash        = `[-_.·‐–—－＿]`
	clash       = `(?:冲突|衝突)`
	thing       = `(?:副本|文件|版本|拷贝|複本|檔案)`
)

// named returns the expression of a copy's name: what the original's name is followed by.
func named(tail string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)^(.+?)` + space + `(?:` + tail + `)$`)
}

// copyNames are the names of copies, the surest first.
var copyNames = []copyName{
	{"Syncthing", "06.sync-conflict-20261128-101112-ABCDEFG.toml", byName, "https://docs.syncthing.net/users/syncing.html#conflicting-changes",
		[]string{".sync-conflict-"}, named(`\.sync-conflict-.*`)},
	{"Nextcloud, ownCloud", "06 (conflicted copy 2026-11-28 101112).toml", byName, "https://github.com/nextcloud/desktop/blob/master/doc/conflicts.rst",
		[]string{"conflicted"}, named(open + `conflicted copy` + inside + shut)},
	{"ownCloud to 2.4", "06_conflict-20261128-101112.toml", byName, "https://github.com/owncloud/client/blob/master/src/libsync/propagatedownload.cpp",
		[]string{"_conflict-"}, named(`_conflict-.*\d{6,8}.*`)},
	{"Seafile", "06 (SFConflict name@example.com 2026-11-28-10-11-12).toml", byName, "https://help.seafile.com/syncing_client/file_conflicts/",
		[]string{"sfconflict"}, named(open + `SFConflict` + inside + shut)},
	{"Resilio", "06.Conflict.toml", byName, "https://help.resilio.com/hc/en-us/articles/204753629-Conflict-files-in-Sync",
		[]string{".conflict"}, named(`\.Conflict ?\d*`)},
	{"rclone bisync", "06.toml.conflict1", byName, "https://github.com/rclone/rclone/blob/master/cmd/bisync/resolve.go",
		[]string{".conflict"}, named(`\.+conflict\d+`)},
	{"rclone bisync to 1.65", "06.toml..path1", byName, "https://rclone.org/bisync/",
		[]string{".path"}, named(`\.+path[12]`)},
	{"Unison", "06 (copy: conflict on 2026-11-28).toml", byName, "https://github.com/bcpierce00/unison (copyonconflict)",
		[]string{"conflict"}, named(open + `(?:copy[:_ ]+conflict|conflict[ _#0-9]*[ _]on[ _])` + inside + shut)},
	{"FreeFileSync, versions", "06.toml 2026-11-28 101112.toml", byName, "https://freefilesync.org/manual.php?topic=versioning",
		[]string{" 20"}, regexp.MustCompile(`(?i)^(.+\.[a-z]+) \d{4}-\d{2}-\d{2} \d{6}$`)},
	{"Dropbox", "06 (X's conflicted copy 2026-11-28).toml", byName, "https://help.dropbox.com/syncing-uploads/conflicted-copy",
		[]string{"conflicted"}, named(open + inside + `conflicted copy` + inside + shut)},
	{"Dropbox, in Chinese", "06 (王某 的冲突副本 2026-11-28).toml", byName, "https://help.dropbox.com/syncing-uploads/conflicted-copy, translated",
		[]string{"冲突", "衝突"}, named(open + inside + clash + `的?` + thing + inside + shut)},
	{"Synology Drive", "06_PC_Nov-28-1011-2026_Conflict.toml", byName, "https://kb.synology.com/en-eu/DSM/tutorial/Synology_Drive_file_conflict_resolution",
		[]string{"conflict"}, named(`_[^_]+_[^-_]{2,4}-\d{2}-\d{4,6}-\d{4}_[a-z]*Conflict(?:_\d+)?`)},
	{"百度网盘", "06(冲突_示例_2026-11-28 10-11-12).toml", byName, undocumented,
		[]string{"冲突"}, named(open + `冲突[ _-]` + inside + `\d` + inside + shut)},
	{"坚果云 (Linux, Mac)", "06-NSConflict-示例.toml", byName, "help.jianguoyun.com, as on http://slackerblud.com/WeChatMiniProgram/xnvookggtd.html",
		[]string{"nsconflict"}, named(`[-_ (（]*NSConflict.*`)},
	{"OneDrive for Linux", "06-host-safeBackup-0001.toml", byName, "https://github.com/abraunegg/onedrive, its manual",
		[]string{"safebackup-"}, named(`-(?:(?:desktop|laptop|win)-)?[^-]+-safeBackup-\d+`)},
	{"pCloud", "06 [conflicted].toml", byName, undocumented,
		[]string{"conflicted"}, named(open + `conflicted` + inside + shut)},

	{"坚果云 (Windows)", "06-冲突-示例.toml", byPlace, "help.jianguoyun.com, as on http://slackerblud.com/WeChatMiniProgram/xnvookggtd.html",
		[]string{"冲突", "衝突"}, named(`(?:` + dash + `|[ \x{3000}])` + space + clash + `(?:` + thing + `?(?:[^\p{Han}].*)?)`)},
	{"360 云盘", "06(冲突).toml", byPlace, "https://www.rinaloveslife.com/news, 360云盘备份冲突文件", []string{"冲突", "衝突"}, named(open + inside + clash + inside + shut)},
	{"other sync tools", "06 (conflict 2026-11-28-10-11-12).toml", byPlace, undocumented,
		[]string{"conflict"}, named(open + inside + `conflict` + inside + shut + `|[-_ .]conflict.*`)},
	{"Dropbox and others, in other languages", "06 (Konfliktkopie von Wang 2026-11-28).toml", byPlace, undocumented,
		[]string{"konflikt", "conflit", "conflicto", "競合", "충돌"}, named(open + inside + `(?:konflikt|conflit|conflicto|競合|충돌)` + inside + shut)},

	{"Windows", "06 - 副本 (2).toml", byMatter, "Explorer since Windows 7", []string{"副本"}, named(dash + `*` + space + `的?副本` + counted)},
	{"Windows, in English", "06 - Copy (2).toml", byMatter, "Explorer since Windows 7", []string{"copy"}, named(`(?:` + dash + `| )` + space + `copy` + counted)},
	{"Windows XP", "复件 (2) 06.toml", byMatter, "Explorer up to Windows XP", []string{"复件"}, regexp.MustCompile(`^复件` + space + `(?:[(（][0-9０-９]{1,3}[)）])?` + space + `(.+)$`)},
	{"Windows XP, in English", "Copy (2) of 06.toml", byMatter, "Explorer up to Windows XP", []string{"copy"}, regexp.MustCompile(`(?i)^copy(?: \(\d+\))? of (.+)$`)},
	{"WPS", "06-副本(1).toml", byMatter, "https://xckfsq.com/news/show.html?id=14098", []string{"副本"}, named(`[-_]` + space + `副本` + counted)},
	{"macOS", "06的副本 2.toml", byMatter, "Finder, 复制", []string{"副本"}, named(`的副本` + counted)},
	{"macOS, in English", "06 copy 2.toml", byMatter, "Finder, Duplicate", []string{"copy"}, named(` copy(?: \d+)?`)},
	{"Linux desktops", "06 (另一个复件).toml", byMatter, "the file managers of GNOME, MATE, UKUI and Deepin", []string{"副本", "复件", "复制", "拷贝", "copy"}, named(open + inside + `(?:副本|复件|复制|拷贝|copy)` + inside + shut)},
	{"by hand", "06复件.toml", byMatter, undocumented, []string{"复件", "拷贝", "备份", "复制", "複本", "複製", "冲突"}, named(dash + `*` + space + `的?(?:复件|拷贝|备份|复制|複本|複製|冲突` + thing + `?)` + counted)},
	{"OneDrive, iCloud, Google Drive, Chrome, WeChat, Windows", "06 (1).toml", byMatter, "https://www.wisfile.ai/faq/how-does-onedrive-resolve-duplicate-file-names",
		[]string{")", "）", "]", "］", "】"}, named(open + `[0-9０-９]{1,3}` + shut)},
	{"OneDrive", "06-DESKTOP-7A2K9QX.toml", byMatter, "https://blog.gitcode.com/0555391e24af5ead7990ca195873576d.html", []string{"-"}, named(host)},

	{"iCloud, macOS", "06 2.toml", byText, "http://mentalfaculty.tumblr.com/post/102519824251", nil, regexp.MustCompile(`^(.+)[ \x{a0}\x{3000}]\d{1,2}$`)},
	{"OneDrive, a host of any name", "06-一楼.toml", byText, "https://blog.gitcode.com/0555391e24af5ead7990ca195873576d.html", []string{"-", "_"}, named(`[-_][^-_]+`)},
}

// counted is the number behind the word for a copy.
const counted = space + `(?:\d{1,3}|[(（][0-9０-９]{1,3}[)）])?`

// host is what OneDrive puts behind the name: a machine's, which is capital Latin letters and digits, or a word for a
// computer, and a number where there are several.
const host = `-(?:(?-i:[A-Z][A-Z0-9-]{2,14})|(?:desktop|laptop|win|pc|user|macbook|imac|surface)[-0-9a-z]*|[^-]*-?(?:pc|macbook|imac|电脑|主机名?|笔记本|台式机))(?:-\d{1,3})?`

// Original returns the name of the file that a sync tool's conflict copy was made from; any other name is returned
// unchanged. kiosk.toml and holidays.toml have copies under all of the table's names: no other file belongs beside them.
func Original(name string) string {
	dir, base := path.Split(name)
	most := byName
	if dir == "" {
		most = byText
	}
	for range maxCopied {
		from, _ := copied(base, most)
		if from == "" {
			break
		}
		base = from
	}
	if dir == "" && kindOf(base) == otherKind {
		return name
	}
	return dir + base
}

// maxCopied is how many times a copy may have been copied.
const maxCopied = 4

// originalAmong returns the file beside a copy that it was made of, and what shows that; "" if there is none. A copy
// of a copy is one of the original too.
func (c copies) originalAmong(name string) (from string, p proof) {
	dir, base := path.Split(name)
	if !c.continued(stemOf(name)) && !prefixed.MatchString(base) {
		return "", notCopy // as nearly all are, of which there may be thousands
	}
	for range maxCopied {
		next, how := copied(base, byText)
		if next == "" {
			break
		}
		base, p = next, max(p, how)
		if from = c.find(dir + base); from != "" {
			return from, p
		}
	}
	return "", notCopy
}

// prefixed is how the copies begin that don't begin as their original does.
var prefixed = regexp.MustCompile(`(?i)^(?:复件|copy)`)

// continued reports whether another file's name, without its ending, is the beginning of a name.
func (c copies) continued(stem string) bool {
	for i := range stem {
		if c.stems[stem[:i]] {
			return true
		}
	}
	return false
}

// copied returns the name that a copy's name was made of, and what shows that, at most the given proof; "" for any
// other name.
func copied(base string, most proof) (from string, p proof) {
	ext := path.Ext(base)
	stem, lower := strings.TrimSuffix(base, ext), strings.ToLower(base)
	for i := range copyNames {
		c := &copyNames[i]
		if c.proof > most {
			break
		}
		if !c.marked(lower) {
			continue
		}
		if m := c.name.FindStringSubmatch(stem); m != nil {
			if from = m[1]; !strings.EqualFold(path.Ext(from), ext) {
				from += ext
			}
			return from, c.proof
		}
		if m := c.name.FindStringSubmatch(base); m != nil && c.proof == byName && path.Ext(m[1]) != "" {
			return m[1], c.proof
		}
	}
	return "", notCopy
}

// marked reports whether one of the name's marks stands in a name.
func (c *copyName) marked(lower string) bool {
	return c.marks == nil || slices.ContainsFunc(c.marks, func(mark string) bool { return strings.Contains(lower, mark) })
}
