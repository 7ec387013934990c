package sheet

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// notices takes the sheet 公告.
func (a *applying) notices(t furtherTable) {
	named := make(map[string]bool)
	for _, row := range t.rows {
		file, ok := a.noticeFile(row)
		if !ok {
			continue
		}
		if named[file] {
			a.add(row.at, diag.Error, "notice-row-twice", "“"+diag.Printable(file)+"”写了两行，这一行没有收", "一条公告一行；另一条就换个文件名")
			continue
		}
		named[file] = true
		data, there := a.now[file]
		if !there {
			for _, must := range []string{"title", "date"} {
				if row.values[must] == (Value{}) {
					ok = false
				}
			}
			if !ok {
				a.add(row.at, diag.Error, "notice-row-incomplete", "这条公告缺少标题或日期，没有收", "补上标题和日期")
				continue
			}
			a.now[file] = toml.Format([]toml.Pair{{Key: "title", Value: row.values["title"].Text}, {Key: "date", Value: noticeColumns[2].literal(row.values["date"])}}, func(string) bool { return false })
			data = a.now[file]
		}
		keys, _ := keysOf[noticeKeys](catalogue.File{Path: file, Data: data})
		a.set(file, row, t.columns, keys.values())
	}
	var kept []string
	for _, p := range slices.Sorted(maps.Keys(a.files)) {
		if isNotice(p) && !named[p] {
			kept = append(kept, diag.Printable(p))
		}
	}
	a.keep(t, "公告", kept)
}

// keep names what the directory has and a sheet lacks.
func (a *applying) keep(t furtherTable, what string, kept []string) {
	if len(kept) > 0 {
		a.add(t.name, diag.Hint, "kept-outside-sheet", fmt.Sprintf("表里没有的%s照旧留着：%s", what, strings.Join(kept, "、")), "不要了，就把文件删去")
	}
}

// fileEnding matches a name that ends like a file's: 2026.3.1通知 doesn't.
var fileEnding = regexp.MustCompile(`\.[A-Za-z]{1,5}$`)

// noticeFile returns the path of a row's file; a new notice that names none is called by date and title.
func (a *applying) noticeFile(row furtherRow) (file string, ok bool) {
	name := strings.TrimSpace(row.values[""].Text)
	if name == "" {
		day := row.values["date"].Time
		name = strings.Trim(day.Format("2006-01-02")+"-"+plainName(row.values["title"].Text), "-") + ".toml"
		if day.IsZero() {
			name = plainName(row.values["title"].Text) + ".toml"
		}
	}
	if !fileEnding.MatchString(name) {
		name += ".toml"
	}
	file = noticesFolder + name
	if _, there := a.now[file]; there {
		return file, true
	}
	if strings.ContainsAny(name, `/\:*?"<>|`) || !catalogue.Wants(file) || !strings.EqualFold(path.Ext(name), ".toml") {
		a.add(row.at, diag.Error, "notice-file-name", "“"+diag.Excerpt(name, 40)+"”不是公告的文件名，这一行没有收", "写成 2026-03-01-停水.toml 这样，或空着")
		return "", false
	}
	return file, true
}

// plainName returns a text as a part of a file's name.
func plainName(text string) string {
	name := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|.`, r) || r < ' ' {
			return -1
		}
		return r
	}, squeeze(text)))
	return string(name[:min(len(name), 30)])
}
