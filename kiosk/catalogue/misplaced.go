package catalogue

import (
	"reflect"
	"slices"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// home describes where files of a kind belong, and the keys that they are recognised by.
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

// misplaced returns the home of a file that lies in the folder of another kind, with a checker that holds the
// problem; nil for a file in its own folder, or one of an unclear kind. Keys decide: one that its folder requires
// is missing, and more of the file's keys are only another kind's than only its folder's.
func misplaced(f File, in kind) (*home, *checker) {
	keys := toml.TopKeys(f.Data)
	here := &homes[slices.IndexFunc(homes, func(h home) bool { return h.kind == in })]
	if has(keys, here.required) {
		return nil, nil
	}
	for i := range homes {
		other := &homes[i]
		ours, theirs := alone(keys, here, other), alone(keys, other, here)
		if theirs > ours && (theirs > 1 || has(keys, other.required)) {
			c := &checker{file: f.Path}
			c.whole("wrong-folder", diag.Error, "这是"+other.what+"，放错了文件夹", other.move)
			return other, c
		}
	}
	return nil, nil
}

// has reports whether all required keys are among the given ones.
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
