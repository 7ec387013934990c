package sheet

import (
	"path"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Source is a catalogue, and the files that it was read from with what is wrong with them.
type Source struct {
	Catalogue *catalogue.Catalogue
	Files     []catalogue.File
	Problems  []diag.Problem
}

// NoticesForm returns the notices as the sheet 公告, by file name, and warns of what has no place there.
func NoticesForm(s Source) (Form, []diag.Problem) {
	f := Form{Name: noticesName, Title: s.Catalogue.Centre + noticesName, Heads: headsOf(noticeColumns)}
	var lost []diag.Problem
	broken := catalogue.Broken(s.Problems)
	for _, file := range s.Files {
		if !isNotice(file.Path) || broken[file.Path] {
			continue
		}
		keys, problems := keysOf[noticeKeys](file)
		lost = append(lost, problems...)
		row := keys.values().row(noticeColumns)
		row[0] = Value{Text: strings.TrimPrefix(file.Path, noticesFolder)}
		f.Rows = append(f.Rows, row)
	}
	return f, lost
}

// GuideForms returns the items' guides as the sheet 办事指南, a section a row, and their other keys as 事项补充, an item a row;
// it warns of what has no place there.
func GuideForms(s Source) (forms []Form, lost []diag.Problem) {
	item := []Head{{Name: ColumnOf(Number).Name, Width: 6, Centred: true}, {Name: "事项", Width: 24, Centred: true}}
	guides := Form{Name: guidesName, Title: s.Catalogue.Centre + guidesName, Heads: append(slices.Clone(item), headsOf(guideColumns)...)}
	extras := Form{Name: extrasName, Title: s.Catalogue.Centre + extrasName, Heads: append(slices.Clone(item), headsOf(extraColumns)...)}
	files := s.texts()
	for i := range s.Catalogue.Items {
		it := &s.Catalogue.Items[i]
		file, ok := files[it.File]
		if !ok {
			continue
		}
		keys, problems := keysOf[itemKeys](file)
		lost = append(lost, problems...)
		first := []Value{{Number: it.Number}, {Text: it.Heading()}}
		extras.Rows = append(extras.Rows, append(slices.Clone(first), keys.extras().row(extraColumns)...))
		for _, g := range keys.Guides {
			v := values{}
			v.add("heading", g.Heading)
			v.add("body", g.Body)
			guides.Rows = append(guides.Rows, append(slices.Clone(first), v.row(guideColumns)...))
		}
	}
	return []Form{guides, extras}, lost
}

// CentreForms returns kiosk.toml as the sheet 本单位 and holidays.toml, where it is, as 节假日; it warns of what has no place
// there.
func CentreForms(s Source) (forms []Form, lost []diag.Problem) {
	files := s.texts()
	if file, ok := files["kiosk.toml"]; ok {
		keys, problems := keysOf[centreKeys](file)
		lost = append(lost, problems...)
		f := Form{Name: centreName, Title: s.Catalogue.Centre + "设置", Heads: []Head{{Name: "项目", Width: 26}, {Name: "内容", Width: 70}}}
		v := keys.values()
		for _, r := range centreRows {
			f.Rows = append(f.Rows, []Value{{Text: r.name}, v[r.key]})
		}
		forms = append(forms, f)
	}
	if file, ok := files["holidays.toml"]; ok {
		keys, problems := keysOf[holidayKeys](file)
		lost = append(lost, problems...)
		f := Form{Name: holidaysName, Title: holidaysName + "和调休", Heads: []Head{{Name: "日期", Width: 14, Centred: true}, {Name: "放假或上班", Width: 14, Centred: true}}}
		f.Rows = slices.Concat(daysOf(keys.Holidays, dayOff), daysOf(keys.Workdays, dayWorked))
		slices.SortStableFunc(f.Rows, func(a, b []Value) int { return a[0].Time.Compare(b[0].Time) })
		forms = append(forms, f)
	}
	return forms, lost
}

// The words of 节假日.
const (
	dayOff    = "放假"
	dayWorked = "上班"
)

// daysOf returns a row for each day.
func daysOf(days []toml.Value[toml.Moment], word string) [][]Value {
	var rows [][]Value
	for _, d := range days {
		rows = append(rows, []Value{{Time: d.V.Wall.Truncate(24 * time.Hour), Day: true}, {Text: word}})
	}
	return rows
}

// noticesFolder is where notices lie.
const noticesFolder = "notices/"

// isNotice reports whether a path is a notice's file, and no copy of one. A notice that is withdrawn is one too.
func isNotice(name string) bool {
	return path.Dir(name)+"/" == noticesFolder && strings.EqualFold(path.Ext(name), ".toml") && catalogue.Wants(name) && catalogue.Original(name) == name
}

// texts returns the source's text files by path.
func (s Source) texts() map[string]catalogue.File {
	all := make(map[string]catalogue.File, len(s.Files))
	for _, f := range s.Files {
		if f.Image == nil {
			all[f.Path] = f
		}
	}
	return all
}

// headsOf returns the heads of further columns.
func headsOf(columns []furtherColumn) []Head {
	var heads []Head
	for _, c := range columns {
		heads = append(heads, Head{Name: c.name, Width: c.width, Centred: c.kind != textKind && c.kind != listKind})
	}
	return heads
}

// row returns the values of columns.
func (v values) row(columns []furtherColumn) []Value {
	row := make([]Value, len(columns))
	for i, c := range columns {
		row[i] = v[c.key]
	}
	return row
}
