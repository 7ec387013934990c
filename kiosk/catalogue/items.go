package catalogue

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/icon"
	"gongkai/kiosk/toml"
)

// row is an item's file while it is read: even a broken one may have a number.
type row struct {
	file    File
	number  toml.Value[int64]
	item    Item // if the file is whole
	contact contactFile
	checker *checker
	belongs *home // the folder of another kind that the file belongs to, or nil
}

// rows reads each item's file by itself, except those that haven't changed since they were read.
func (r *reading) rows(files []File, known map[string]row) []row {
	rows := make([]row, len(files))
	r.each(len(files), func(i int) {
		if before, ok := known[files[i].Path]; ok && bytes.Equal(before.file.Data, files[i].Data) {
			rows[i] = before.clone()
		} else {
			rows[i] = r.row(files[i])
		}
	})
	return rows
}

// row reads an item's file.
func (r *reading) row(file File) row {
	var parsed itemFile
	c := r.decode(file, &parsed)
	if c.read {
		parsed.check(c)
	}
	read := row{file: file, number: parsed.Number, checker: c}
	if !c.broken() {
		read.item, read.contact = parsed.item(file.Path), parsed.Contact
	} else if elsewhere, check := misplaced(file, itemKind); check != nil {
		read.belongs, read.checker = elsewhere, check
	}
	return read
}

// clone returns the row with a checker of its own, so that problems found in comparison with other files aren't
// added to the first one. It holds nothing of the reading that it was made in.
func (r row) clone() row {
	c := *r.checker
	c.problems, c.images = slices.Clip(c.problems), nil
	r.checker = &c
	return r
}

// byPath returns copies of rows, made before they are compared with one another.
func byPath(rows []row) map[string]row {
	all := make(map[string]row, len(rows))
	for _, row := range rows {
		all[row.file.Path] = row.clone()
	}
	return all
}

// items compares all rows and returns those that are whole, by number. contact is kiosk.toml's.
func (r *reading) items(rows []row, contact Contact) []Item {
	twice(rows)
	gaps(rows)
	var items []Item
	for i := range rows {
		plan := r.plan(&rows[i])
		if r.done(rows[i].file, rows[i].checker) {
			it := rows[i].item
			it.Contact = rows[i].contact.over(contact, plan)
			items = append(items, it)
			r.used = append(r.used, r.images.plan(&rows[i].contact)...)
		}
		if rows[i].belongs != nil && rows[i].belongs.kind == noticeKind {
			r.images.markNamed(rows[i].file)
		}
	}
	if len(items) == 0 {
		r.problems = append(r.problems, diag.Problem{File: "items", Code: "no-items", Message: "没有可以显示的事项", Fix: "在 items 目录里放上事项文件，或改好上面列出的错误"})
	}
	slices.SortFunc(items, func(a, b Item) int { return cmp.Compare(a.Number, b.Number) })
	return items
}

// plan returns the floor plan of a row's own contact. It isn't known which one a broken file names.
func (r *reading) plan(row *row) Image {
	row.checker.images = &r.images
	if row.contact.Place.Source() == nil && row.checker.broken() && mapKey.Mentioned(row.file.Data) {
		r.images.blind = true
	}
	return row.contact.plan(row.checker)
}

var mapKey = toml.NewKey("map")

// twice reports a number that an earlier file (by name) has already. If that
// one is broken itself, the later is shown until it is corrected.
func twice(rows []row) {
	first := make(map[int64]*row)
	for i := range rows {
		later := &rows[i]
		n := &later.number
		if !n.Given() {
			continue
		}
		earlier := first[n.V]
		if earlier == nil {
			first[n.V] = later
			continue
		}
		stands := !earlier.checker.broken()
		later.checker.add(repeated(n, earlier.file.Path, stands))
		if !stands && !later.checker.broken() {
			first[n.V] = later
		}
	}
}

// repeated returns the problem of a number that another file has; stands is whether that file is shown.
func repeated(n *toml.Value[int64], file string, stands bool) diag.Problem {
	shown := "屏幕上只显示那一个"
	if !stands {
		shown = "改好那一个后这里不再显示"
	}
	p := n.At.Problem(diag.Error, "number-twice",
		fmt.Sprintf("序号 %d 和 %s 重复，%s", n.V, diag.Printable(file), shown),
		"改成目录里的序号，或删去其中一个文件")
	p.Part = !stands
	return p
}

// gaps warns where numbers are missing. It can't know while a file's number can't
// be read.
func gaps(rows []row) {
	var known []*row
	for i := range rows {
		if !rows[i].number.Given() {
			return
		}
		known = append(known, &rows[i])
	}
	slices.SortStableFunc(known, func(a, b *row) int { return cmp.Compare(a.number.V, b.number.V) })
	last := int64(0)
	for _, k := range known {
		n := k.number.V
		if n > last+1 && n <= maxNumber {
			missing := strconv.FormatInt(last+1, 10)
			if n > last+2 {
				missing += " 到 " + strconv.FormatInt(n-1, 10)
			}
			k.checker.warn("number-gap", k.number.At, fmt.Sprintf("序号不连续，前面缺 %s", missing), "补上缺的事项，或改序号；目录里就缺的不用改")
		}
		last = max(last, n)
	}
}

// group collects the items of each category, in the order of first appearance.
func group(items []Item) []Category {
	var all []Category
	at := make(map[string]int)
	for i := range items {
		it := &items[i]
		k, ok := at[it.Category]
		if !ok {
			k = len(all)
			at[it.Category] = k
			all = append(all, Category{Name: it.Category, Icon: it.Icon})
		}
		c := &all[k]
		c.Items = append(c.Items, i)
		c.Icon = cmp.Or(c.Icon, it.Icon)
	}
	for i := range all {
		all[i].Icon = cmp.Or(all[i].Icon, icon.For(all[i].Name))
	}
	return all
}
