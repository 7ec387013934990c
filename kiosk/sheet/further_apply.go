package sheet

import (
	"maps"
	"slices"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Change is a file of the content directory that an import writes.
type Change struct {
	Path string
	Data []byte
	New  bool   // there was none
	What string // 正文、下屏时间
}

// Changes returns what the further sheets change in files, those of items as the first sheet leaves them, and what of the
// sheets isn't taken. Nothing that the sheets lack is deleted: it is named.
func (f Further) Changes(files []catalogue.File) ([]Change, []diag.Problem, int) {
	a := applying{files: make(map[string][]byte), now: make(map[string][]byte), what: make(map[string][]string), from: make(map[string]string)}
	for _, file := range files {
		if file.Image == nil {
			a.files[file.Path], a.now[file.Path] = file.Data, file.Data
		}
	}
	for _, t := range f.tables {
		switch t.name {
		case noticesName:
			a.notices(t)
		case guidesName:
			a.guides(t)
		case extrasName:
			a.extras(t)
		case centreName:
			a.centre(t)
		case holidaysName:
			a.holidays(t)
		}
	}
	a.check(files)
	var changes []Change
	for _, p := range slices.Sorted(maps.Keys(a.now)) {
		before, there := a.files[p]
		if !there || string(before) != string(a.now[p]) {
			changes = append(changes, Change{p, a.now[p], !there, strings.Join(a.what[p], "、")})
		}
	}
	return changes, a.problems, a.lost
}

// With adds to the plan of a table what the further sheets of its file change in a directory, unless the table itself can't be
// taken: the sheets refer to its items.
func (p Plan) With(f Further, t Table, files []catalogue.File) Plan {
	p.Problems, p.Lost = append(p.Problems, f.Problems...), p.Lost+f.Lost
	if len(f.tables) == 0 || len(t.Entries) > 0 && p.Taken == 0 {
		return p
	}
	gone := make(map[string]bool)
	for _, name := range p.Removes {
		gone[name] = true
	}
	for _, w := range p.Writes {
		gone[w.Path] = true
	}
	after := append(slices.DeleteFunc(slices.Clone(files), func(f catalogue.File) bool { return gone[f.Path] }), p.Writes...)
	changes, problems, lost := f.Changes(after)
	p.Problems, p.Lost = append(p.Problems, problems...), p.Lost+lost
	for _, c := range changes {
		p.Writes = slices.DeleteFunc(p.Writes, func(w catalogue.File) bool { return w.Path == c.Path })
		p.Writes = append(p.Writes, catalogue.File{Path: c.Path, Data: c.Data})
		if c.New {
			p.change("新建 %s", c.Path)
		} else {
			p.change("改 %s：%s", c.Path, c.What)
		}
	}
	for _, t := range f.tables {
		p.Sheets = append(p.Sheets, t.name)
	}
	return p
}

// applying is the state of Changes.
type applying struct {
	files    map[string][]byte // as they were
	now      map[string][]byte
	what     map[string][]string // the names of what changed, by path
	from     map[string]string   // the place in the table that a change is from, by path
	items    map[int]string      // the paths of items
	headings map[int]string
	keys     map[string]itemKeys // of items, as they were
	problems []diag.Problem
	lost     int
}

func (a *applying) add(at string, s diag.Severity, code, message, fix string) {
	if s == diag.Error {
		a.lost++
	}
	a.problems = append(a.problems, diag.Problem{File: at, Severity: s, Code: code, Message: message, Fix: fix})
}

// changed notes that a key of a file has another value, from a place of the table.
func (a *applying) changed(file, at, name string) {
	a.from[file] = at
	if !slices.Contains(a.what[file], name) {
		a.what[file] = append(a.what[file], name)
	}
}

// check reads the files as the screen will. A file that would have an error by its changes stays as it was.
func (a *applying) check(before []catalogue.File) {
	if len(a.from) == 0 {
		return
	}
	after := slices.DeleteFunc(slices.Clone(before), func(f catalogue.File) bool { return f.Image == nil })
	for _, p := range slices.Sorted(maps.Keys(a.now)) {
		after = append(after, catalogue.File{Path: p, Data: a.now[p]})
	}
	_, old := catalogue.Parse(before)
	_, problems := catalogue.Parse(after)
	for _, p := range problems {
		at, changed := a.from[p.File]
		if !changed || !p.Breaks() || slices.ContainsFunc(old, func(o diag.Problem) bool { return o.File == p.File && o.Message == p.Message }) {
			continue
		}
		a.add(at, diag.Error, p.Code, p.Message+"，"+diag.Printable(p.File)+" 没有改", p.Fix)
		if data, there := a.files[p.File]; there {
			a.now[p.File] = data
		} else {
			delete(a.now, p.File)
		}
	}
}

// set gives the keys of columns their values in a file; a column that the row leaves blank loses its key.
func (a *applying) set(file string, row furtherRow, columns []furtherColumn, before values) {
	at, after := row.at, row.values
	for _, c := range columns {
		if c.key == "" || row.unread[c.key] || before[c.key] == after[c.key] {
			continue
		}
		ok := true
		if c.kind == spansKind {
			ok = a.setSpans(file, c.key, after[c.key].Text)
		} else {
			ok = a.setKey(file, columns, c, after[c.key])
		}
		if !ok {
			a.add(at, diag.Error, "key-uneditable", "“"+c.name+"”改不进 "+diag.Printable(file)+"，那里的写法不一样，没有收", "直接在那个文件里改")
			continue
		}
		a.changed(file, at, c.name)
	}
}

// setKey sets or removes one key.
func (a *applying) setKey(file string, columns []furtherColumn, c furtherColumn, v Value) bool {
	table, key := splitKey(c.key)
	var order []string
	for _, other := range columns {
		if t, k := splitKey(other.key); t == table {
			order = append(order, k)
		}
	}
	data, ok := a.now[file], false
	switch {
	case table == (toml.Table{}) && v == (Value{}):
		data, ok = toml.Remove(data, key)
	case table == (toml.Table{}):
		data, ok = toml.Set(data, key, c.literal(v), order)
	case v == (Value{}):
		if data, ok = toml.RemoveIn(data, table, key); ok && toml.IsEmpty(data, table) {
			data, ok = toml.RemoveTable(data, table)
		}
	default:
		data, ok = toml.SetIn(data, table, key, c.literal(v), order)
	}
	a.now[file] = data
	return ok
}

// splitKey returns the table and the name of a key such as contact.desk.
func splitKey(key string) (table toml.Table, name string) {
	if t, n, in := strings.Cut(key, "."); in {
		return toml.Table{Name: t}, n
	}
	return table, key
}

// setSpans writes spans as tables, each anew where it differs.
func (a *applying) setSpans(file, key, text string) bool {
	from, to := "from", "to"
	if key == "screen.span" {
		from, to = "on", "off"
	}
	lines := slices.Collect(strings.SplitSeq(text, "\n"))
	if text == "" {
		lines = nil
	}
	data, ok := a.now[file], true
	for i := range max(len(lines), toml.Count(data, key)) {
		for i >= len(lines) && ok && toml.Count(data, key) > len(lines) {
			data, ok = toml.RemoveTable(data, toml.Table{Name: key, Many: true, Index: toml.Count(data, key) - 1})
		}
		if i >= len(lines) {
			break
		}
		days, times, _ := strings.Cut(lines[i], " ")
		begin, end, _ := strings.Cut(times, "-")
		t := toml.Table{Name: key, Many: true, Index: i}
		for _, k := range []struct{ key, value string }{{"days", strings.TrimPrefix(days, everyDays)}, {from, begin}, {to, end}} {
			switch {
			case !ok:
			case k.value == "":
				data, ok = toml.RemoveIn(data, t, k.key)
			default:
				data, ok = toml.SetIn(data, t, k.key, k.value, []string{"days", from, to})
			}
		}
	}
	if ok {
		a.now[file] = data
	}
	return ok
}
