package sheet

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// findItems notes where each item is.
func (a *applying) findItems() {
	if a.items != nil {
		return
	}
	a.items, a.headings, a.keys = make(map[int]string), make(map[int]string), make(map[string]itemKeys)
	for _, p := range slices.Sorted(maps.Keys(a.now)) {
		if !strings.HasPrefix(p, "items/") || !catalogue.Wants(p) {
			continue
		}
		keys, _ := keysOf[itemKeys](catalogue.File{Path: p, Data: a.now[p]})
		if n := int(keys.Number.V); n > 0 && a.items[n] == "" {
			a.items[n], a.keys[p] = p, keys
			a.headings[n] = squeezeAll(cmp.Or(squeezeAll(keys.Title.V), keys.Category.V))
		}
	}
}

// squeezeAll returns a text without white space.
func squeezeAll(text string) string { return strings.Join(strings.Fields(text), "") }

// item returns the path of a row's item: the one of its number, unless that has another name.
func (a *applying) item(row furtherRow) (file string, ok bool) {
	a.findItems()
	file, ok = a.items[row.number]
	item := squeezeAll(row.item)
	if ok && (item == "" || item == a.headings[row.number]) {
		return file, true
	}
	found := 0
	for n, heading := range a.headings {
		if item != "" && heading == item {
			found++
			file = a.items[n]
		}
	}
	switch {
	case found == 1:
		return file, true
	case !ok && row.number == 0:
		a.add(row.at, diag.Error, "item-unnamed", "不知道是哪个事项的，这一行没有收", "补上序号，和目录里的一样")
		return "", false
	case !ok:
		a.add(row.at, diag.Error, "item-number-unknown", fmt.Sprintf("目录里没有序号是 %d 的事项，这一行没有收", row.number), "改正序号")
		return "", false
	}
	a.add(row.at, diag.Error, "item-number-other", fmt.Sprintf("序号 %d 在目录里是“%s”，这里写的是“%s”，这一行没有收", row.number, diag.Excerpt(a.headings[row.number], 20), diag.Excerpt(item, 20)), "改正序号，或照目录写事项")
	return "", false
}

// extras takes the sheet 事项补充.
func (a *applying) extras(t furtherTable) {
	for _, row := range t.rows {
		if file, ok := a.item(row); ok {
			a.set(file, row, t.columns, a.keys[file].extras())
		}
	}
}

// guides takes the sheet 办事指南.
func (a *applying) guides(t furtherTable) {
	rows := make(map[string][]furtherRow)
	for _, row := range t.rows {
		if file, ok := a.item(row); ok {
			rows[file] = append(rows[file], row)
		} else {
			t.partial = true
		}
	}
	a.findItems()
	var kept []string
	for _, file := range slices.Sorted(maps.Values(a.items)) {
		keys := a.keys[file]
		switch {
		case len(rows[file]) > 0 && len(rows[file]) < len(keys.Guides) && t.partial:
			a.add(rows[file][0].at, diag.Error, "guides-fewer", "表里的节数比 "+diag.Printable(file)+" 里的少，又有没有收的行，这一项的办事指南没有改", "先改好没有收的行，再导入")
		case len(rows[file]) > 0:
			a.setGuides(t, file, rows[file], keys.Guides)
		case len(keys.Guides) > 0:
			kept = append(kept, diag.Printable(file))
		}
	}
	a.keep(t, "办事指南", kept)
}

// setGuides gives an item the sections of rows.
func (a *applying) setGuides(t furtherTable, file string, rows []furtherRow, before []guideKeys) {
	data, ok := a.now[file], true
	for i := len(before); i > len(rows) && ok; i-- {
		data, ok = toml.RemoveTable(data, toml.Table{Name: "guide", Many: true, Index: i - 1})
		a.changed(file, rows[0].at, guidesName)
	}
	for i, row := range rows {
		was := values{}
		if i < len(before) {
			was.add("heading", before[i].Heading)
			was.add("body", before[i].Body)
		}
		for _, c := range t.columns {
			if !ok || row.unread[c.key] || was[c.key] == row.values[c.key] {
				continue
			}
			table := toml.Table{Name: "guide", Many: true, Index: i}
			if v := row.values[c.key]; v == (Value{}) {
				data, ok = toml.RemoveIn(data, table, c.key)
			} else {
				data, ok = toml.SetIn(data, table, c.key, v.Text, []string{"heading", "body"})
			}
			a.changed(file, rows[0].at, guidesName)
		}
	}
	if !ok {
		a.add(rows[0].at, diag.Error, "guides-uneditable", "办事指南改不进 "+diag.Printable(file)+"，那里的写法不一样，没有收", "直接在那个文件里改")
		return
	}
	a.now[file] = data
}
