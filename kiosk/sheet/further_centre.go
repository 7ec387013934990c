package sheet

import (
	"fmt"
	"slices"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// centre takes the sheet 本单位.
func (a *applying) centre(t furtherTable) {
	const file = "kiosk.toml"
	if a.now[file] == nil {
		a.now[file] = []byte("centre    = \"\"\n")
	}
	keys, _ := keysOf[centreKeys](catalogue.File{Path: file, Data: a.now[file]})
	before := keys.values()
	for _, row := range t.rows {
		i := slices.IndexFunc(centreRows, func(c furtherColumn) bool { return fold(c.name) == fold(row.item) })
		if i < 0 {
			a.add(row.at, diag.Error, "setting-unknown", "“"+diag.Excerpt(row.item, 20)+"”不是本单位的设置，没有收", "项目照 kiosk export --all 生成的写")
			continue
		}
		c := centreRows[i]
		after := values{}
		if text := row.values[""].Text; text != "" {
			v, expected := c.parse(text)
			if expected != "" {
				a.add(row.at, diag.Error, "setting-form", fmt.Sprintf("“%s”应是%s，没有收", c.name, expected), "改好再导入")
				continue
			}
			after[c.key] = v
		} else if c.key == "centre" || c.key == "catalogue" {
			a.add(row.at, diag.Error, "setting-blank", "“"+c.name+"”空着，没有改", "补上")
			continue
		}
		a.setCentre(file, row.at, c, before, after)
	}
}

// setCentre sets one key of kiosk.toml.
func (a *applying) setCentre(file, at string, c furtherColumn, before, after values) {
	if before[c.key] == after[c.key] {
		return
	}
	ok := c.kind == spansKind && a.setSpans(file, c.key, after[c.key].Text) || c.kind != spansKind && a.setKey(file, centreRows, c, after[c.key])
	if !ok {
		a.add(at, diag.Error, "key-uneditable", "“"+c.name+"”改不进 "+file+"，那里的写法不一样，没有收", "直接在那个文件里改")
		return
	}
	a.changed(file, at, c.name)
}

// holidays takes the sheet 节假日.
func (a *applying) holidays(t furtherTable) {
	const file = "holidays.toml"
	days := map[string][]string{}
	for _, row := range t.rows {
		days[row.word] = append(days[row.word], row.values["day"].String())
	}
	keys, _ := keysOf[holidayKeys](catalogue.File{Path: file, Data: a.now[file]})
	for _, k := range []struct {
		key, word string
		before    []toml.Value[toml.Moment]
	}{{"holidays", dayOff, keys.Holidays}, {"workdays", dayWorked, keys.Workdays}} {
		var before []string
		for _, d := range k.before {
			before = append(before, d.V.Wall.Format("2006-01-02"))
		}
		slices.Sort(before)
		if t.partial { // the day that isn't understood may be one of these
			days[k.word] = append(days[k.word], before...)
		}
		after := slices.Compact(slices.Sorted(slices.Values(days[k.word])))
		if slices.Equal(before, after) {
			continue
		}
		data, ok := a.now[file], true
		if list := "[" + strings.Join(after, ", ") + "]"; data == nil {
			data = toml.Format([]toml.Pair{{Key: k.key, Value: toml.Literal(list)}}, func(string) bool { return false })
		} else {
			data, ok = toml.Set(data, k.key, toml.Literal(list), []string{"holidays", "workdays"})
		}
		if !ok {
			a.add(t.name, diag.Error, "holidays-uneditable", "节假日改不进 holidays.toml，那里的写法不一样，没有收", "直接在那个文件里改")
			return
		}
		a.now[file] = data
		a.changed(file, t.name, k.word)
	}
}
