package sheet

import (
	"slices"
	"strings"

	"gongkai/kiosk/catalogue"
)

// OfficialForm returns a catalogue as the official table, with the columns that it uses. A cell has its elements in lines
// of their own, those below another indented.
func OfficialForm(c *catalogue.Catalogue) Form {
	f := Form{Name: "目录", Title: c.Centre + c.Name}
	columns := columnsFor(c)
	for _, col := range columns {
		f.Heads = append(f.Heads, col.head)
	}
	for i := range c.Items {
		row := make([]Value, len(columns))
		for k, col := range columns {
			row[k] = col.value(&c.Items[i])
		}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// officialColumn is a column of the official table, and what an item has there.
type officialColumn struct {
	head  Head
	value func(*catalogue.Item) Value
}

// checkMark is what stands under the levels that an item has.
const checkMark = "√"

// columnsFor returns the table's columns. 公开对象, 公开方式 and 公开层级 are there if any item has one.
func columnsFor(c *catalogue.Catalogue) []officialColumn {
	named := func(f Field, width int, centred bool, of func(*catalogue.Item) string) officialColumn {
		return officialColumn{Head{Name: ColumnOf(f).Name, Width: width, Centred: centred, Joined: f == First},
			func(it *catalogue.Item) Value { return Value{Text: of(it)} }}
	}
	columns := []officialColumn{
		{Head{Name: ColumnOf(Number).Name, Width: 6, Centred: true}, func(it *catalogue.Item) Value { return Value{Number: it.Number} }},
		named(First, 14, true, categoryOf),
		named(Second, 20, true, titleOf),
		named(Content, 64, false, func(it *catalogue.Item) string { return lines(it.Content) }),
		named(Basis, 46, false, func(it *catalogue.Item) string { return lines(it.Basis) }),
		named(Deadline, 18, true, func(it *catalogue.Item) string { return it.Deadline }),
		named(Publisher, 12, true, func(it *catalogue.Item) string { return it.Publisher }),
		named(Channels, 22, false, func(it *catalogue.Item) string { return lines(it.Channels) }),
	}
	for _, rare := range []officialColumn{
		named(Audience, 14, true, func(it *catalogue.Item) string { return it.Audience }),
		named(Manner, 10, true, func(it *catalogue.Item) string { return it.Manner }),
	} {
		if slices.ContainsFunc(c.Items, func(it catalogue.Item) bool { return rare.value(&it).Text != "" }) {
			columns = append(columns, rare)
		}
	}
	for _, level := range c.Levels {
		columns = append(columns, officialColumn{Head{Group: ColumnOf(Levels).Name, Name: level, Width: max(7, widthOf(level)+2), Centred: true},
			func(it *catalogue.Item) Value {
				if !slices.Contains(it.Levels, level) {
					return Value{}
				}
				return Value{Text: checkMark}
			}})
	}
	return columns
}

// categoryOf returns 一级事项, with the breaks of an item that has it as its title.
func categoryOf(it *catalogue.Item) string {
	if it.Title == "" {
		return broken(it.Category, it.Breaks)
	}
	return it.Category
}

// titleOf returns 二级事项 with its breaks.
func titleOf(it *catalogue.Item) string {
	if it.Title == "" {
		return ""
	}
	return broken(it.Title, it.Breaks)
}

// broken returns a title in lines.
func broken(title string, breaks []int) string {
	if len(breaks) == 0 {
		return title
	}
	var b strings.Builder
	for i, r := range []rune(title) {
		if slices.Contains(breaks, i) {
			b.WriteByte('\n')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// lines returns a cell's elements, a line each.
func lines(c catalogue.Cell) string {
	all := make([]string, len(c))
	for i, e := range c {
		all[i] = strings.Repeat("  ", e.Depth) + e.Text
	}
	return strings.Join(all, "\n")
}
