package catalogue

import (
	"reflect"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// home is where files of a kind belong, and what they are known by.
type home struct {
	kind           kind
	what, move     string // in staff's words
	keys, required []string
}

var homes = []home{
	{itemKind, "事项文件", "移到 items 文件夹", keysOf(itemFile{}), []string{"number", "category", "content"}},
	{noticeKind, "公告文件", "移到 notices 文件夹", keysOf(noticeFile{}), []string{"title", "date"}},
	{settingsKind, "单位的设置文件", "移到外面一层，和 items 文件夹并排，文件名是 kiosk.toml；那里已经有一个，就把要的内容写进那个里", keysOf(settingsFile{}), []string{"centre", "catalogue"}},
	{holidaysKind, "节假日文件", "移到外面一层，和 items 文件夹并排，文件名是 holidays.toml；那里已经有一个，就把要的内容写进那个里", keysOf(holidaysFile{}), nil},
}

func keysOf(file any) (keys []string) {
	for f := range reflect.TypeOf(file).Fields() {
		keys = append(keys, f.Tag.Get("toml"))
	}
	return keys
}

// misplaced is the home of a file that lies where those of another kind do, with the problem that says so; nil
// for one that is where it belongs, or that nobody can tell. It is known by its keys: one that its place asks for
// is missing, and more of those that stand are another kind's alone than are its place's.
func misplaced(f File, in kind) (*home, *checker) {
	keys := topKeys(f.Data)
	here := &homes[slices.IndexFunc(homes, func(h home) bool { return h.kind == in })]
	if has(keys, here.required) {
		return nil, nil
	}
	for i := range homes {
		other := &homes[i]
		ours, theirs := alone(keys, here, other), alone(keys, other, here)
		if theirs > ours && (theirs > 1 || has(keys, other.required)) {
			c := &checker{file: f.Path}
			c.whole(diag.Error, "这是"+other.what+"，放错了文件夹", other.move)
			return other, c
		}
	}
	return nil, nil
}

// topKeys are the keys and tables of a file, without the keys of its tables.
func topKeys(data []byte) (keys []string) {
	inTable := false
	for _, h := range heads(data) {
		if strings.HasPrefix(h.name, "[") {
			inTable = true
			keys = append(keys, strings.Trim(h.name, "[] \t"))
		} else if !inTable {
			keys = append(keys, h.name)
		}
	}
	return keys
}

func has(keys, required []string) bool {
	return !slices.ContainsFunc(required, func(k string) bool { return !slices.Contains(keys, k) })
}

// alone counts the keys that one kind of file has and another hasn't.
func alone(keys []string, of, not *home) (n int) {
	for _, k := range of.keys {
		if slices.Contains(keys, k) && !slices.Contains(not.keys, k) {
			n++
		}
	}
	return n
}
