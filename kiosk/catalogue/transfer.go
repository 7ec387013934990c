package catalogue

import (
	"path"
	"regexp"
	"strings"
)

// transferName is the way in which a program names a file that it hasn't written whole yet.
type transferName struct {
	tool    string
	example string // for 06.toml
	source  string
	mark    string         // stands in all these names, in lower case
	name    *regexp.Regexp // of a name in lower case; the group is the whole file's
}

func ending(tail string) *regexp.Regexp { return regexp.MustCompile(`^\.?(.+?)` + tail + `$`) }

// transferNames are the names of files in transfer.
var transferNames = []transferName{
	{"Syncthing", ".syncthing.06.toml.tmp", "https://docs.syncthing.net/users/syncing.html", ".syncthing.", regexp.MustCompile(`^\.syncthing\.(.+?)(?:\.tmp)?$`)},
	{"Syncthing on Windows", "~syncthing~06.toml.tmp", "https://docs.syncthing.net/users/syncing.html", "~syncthing~", regexp.MustCompile(`^~syncthing~(.+?)(?:\.tmp)?$`)},
	{"Unison", ".unison.06.toml.0a1b2c3d.unison.tmp", "https://github.com/bcpierce00/unison, src/os.ml", ".unison.", regexp.MustCompile(`^\.unison\.(.+)\.[0-9a-f]+\.unison\.tmp$`)},
	{"Nextcloud, ownCloud", ".06.toml.~1a2b3c4d", "https://github.com/nextcloud/desktop/blob/master/src/libsync/propagatedownload.cpp", ".~", ending(`\.~[0-9a-f]+`)},
	{"FreeFileSync", "06.toml.1a2b.ffs_tmp", "FreeFileSync/Source/afs/abstract.cpp, RealTimeSync/monitor.cpp", ".ffs_tmp", ending(`\.[0-9a-f]{4}\.ffs_tmp`)},
	{"FreeFileSync", "06.toml.ffs_tmp", "FreeFileSync/Source/afs/abstract.cpp, RealTimeSync/monitor.cpp", ".ffs_tmp", ending(`\.ffs_tmp`)},
	{"rclone", "06.toml.1a2b3c4d.partial", "https://rclone.org/docs/#inplace", ".partial", ending(`\.[0-9a-z]{8}\.partial`)},
	{"Resilio", "06.toml.!sync", "https://grimore.org/fuss/bittorrent_sync", "sync", ending(`\.(?:!sync|syncpart|synctemp)`)},
	{"rsync, Internet Explorer, Edge", "06.toml.partial", "https://download.samba.org/pub/rsync/rsync.1", ".partial", ending(`\.partial`)},
	{"Chrome, Edge, 360", "06.toml.crdownload", undocumented, ".crdownload", ending(`\.crdownload`)},
	{"Opera", "06.toml.opdownload", undocumented, ".opdownload", ending(`\.opdownload`)},
	{"Firefox, wget", "06.toml.part", undocumented, ".part", ending(`\.part`)},
	{"WinSCP", "06.toml.filepart", "https://winscp.net/eng/docs/resume", ".filepart", ending(`\.filepart`)},
	{"百度网盘", "06.toml.baiduyun.p.downloading", "found in many public repositories", ".baiduyun.", ending(`\.baiduyun\.(?:[a-z]\.)?downloading(?:\.cfg)?`)},
	{"阿里云盘, 夸克网盘", "06.toml.downloading", undocumented, ".downloading", ending(`\.downloading`)},
	{"迅雷", "06.toml.xltd", undocumented, "td", ending(`\.(?:bt\.)?(?:xl)?td(?:\.cfg)?`)},
	{"µTorrent, BitTorrent", "06.toml.!ut", undocumented, ".!", ending(`\.!(?:ut|bt|qb)`)},
	{"aria2", "06.toml.aria2", "https://aria2.github.io/manual/en/html/aria2c.html", ".aria2", ending(`\.aria2`)},
	{"Seafile", "06.toml.sfdownload", undocumented, ".sf", ending(`\.sf(?:download|tmp)`)},
	{"other copying programs", "06.toml.tmp", undocumented, ".tmp", ending(`\.te?mp`)},
	{"rsync", ".06.toml.Xa3Q1b", "https://download.samba.org/pub/rsync/rsync.1", ".", regexp.MustCompile(`^\.(.+)\.[0-9a-z]{6}$`)},
}

// Arriving returns the name under which a transfer ends that is written to a file of this name first; "" for a file
// that no transfer writes.
func Arriving(name string) string {
	dir, base := path.Split(name)
	lower := strings.ToLower(base)
	for i := range transferNames {
		t := &transferNames[i]
		if !strings.Contains(lower, t.mark) {
			continue
		}
		if at := t.name.FindStringSubmatchIndex(lower); at != nil && len(lower) == len(base) {
			return dir + base[at[2]:at[3]]
		}
	}
	return ""
}

// Names that office programs, editors and sync tools leave behind: beginnings, endings, and whole names.
var (
	leftoverHeads = []string{".", "~$", "~wrl", "~syncthing~"}
	leftoverTails = []string{"~", ".bak", ".swp", ".swo", ".ffs_db", ".ffs_lock"}
	leftoverNames = []string{"thumbs.db", "desktop.ini", "ehthumbs.db", "icon\r"}
)

// leftover reports whether a file is one that sync tools, editors or office programs leave behind, or haven't
// written whole.
func leftover(base string) bool {
	lower := strings.ToLower(base)
	for _, head := range leftoverHeads {
		if strings.HasPrefix(lower, head) {
			return true
		}
	}
	for _, tail := range leftoverTails {
		if strings.HasSuffix(lower, tail) {
			return true
		}
	}
	for _, name := range leftoverNames {
		if lower == name {
			return true
		}
	}
	return !strings.HasSuffix(lower, ".toml") && Arriving(base) != ""
}
