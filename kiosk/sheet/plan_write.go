package sheet

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// itemOrder are the keys of an item that a table has, in the order of a file.
var itemOrder = []string{"number", "category", "title", "content", "basis", "deadline", "publisher", "channels", "levels", "audience", "manner"}

// isLong reports whether a key's text stands between three quotes in new files, a line an element.
func isLong(key string) bool { return key == "content" || key == "basis" || key == "channels" }

// write makes the file of a row as it will be.
func (p *planning) write(r *planned) {
	var data []byte
	if r.item == nil {
		data = p.create(r)
		r.changes = append(r.changes, "新建 "+r.path)
	} else {
		var ok bool
		if data, ok = r.edit(p.values(r.entry), p.table.Cut); ok {
			p.rename(r)
			p.exchanged(r)
		} else {
			data, r.path, r.changes = r.item.data, r.item.path, nil
			p.Lost++
			p.problem(r.entry.At, diag.Error, "item-uneditable", "它的文件 "+r.item.path+" 改不了，这一行没有收", "先用 kiosk check 检查那个文件，改好再导入")
		}
	}
	p.final[r.path] = data
}

// exchanged warns of a file that becomes another item's: what it has beside the table's cells was written for the old one.
func (p *planning) exchanged(r *planned) {
	content, has := r.entry.Texts["content"]
	if !has || !r.item.own || r.item.heading() == r.entry.heading() || flat(content) == flat(r.item.values["content"]) {
		return
	}
	p.problem(r.entry.At, diag.Warning, "item-exchanged", fmt.Sprintf("%s 原来是“%s”，事项和内容都换了；文件里自己写的办事指南、链接、一句话、到哪里问还是原来的", r.path, diag.Excerpt(titleOfValues(r.item.values), 20)),
		"还是这件事就不用管；换成了另一件事，就在那个文件里删去不合适的")
}

// values returns what a row has for the keys of its file. Cells that have no line breaks are cut.
func (p *planning) values(e *Entry) map[string]string {
	all := make(map[string]string, len(e.Texts))
	for key, text := range e.Texts {
		switch {
		case isLong(key) && strings.Contains(text, "\n"):
			all[key] = lined(text)
		case isLong(key) && p.table.Cut:
			all[key] = strings.TrimSpace(text)
			if known := p.cuts[flat(text)]; known != "" {
				all[key] = known
			}
		case isLong(key):
			all[key] = p.cuts.cut(fieldOfKey(key), strings.TrimSpace(text))
		case key == "title":
			all[key] = p.cuts.cut(Second, lined(text))
		case key == "category" && squeeze(e.Texts["title"]) == "":
			all[key] = lined(text)
		default:
			all[key] = joinedLine(text)
		}
	}
	return all
}

// fieldOfKey returns the field of a key.
func fieldOfKey(key string) Field {
	i := slices.IndexFunc(Columns, func(c Column) bool { return c.Key == key })
	return Columns[i].Field
}

// create returns the file of a new item: the shipped one where that is the same, else one with the cells alone.
func (p *planning) create(r *planned) []byte {
	for _, it := range p.known {
		if it.number == r.number && sameCells(it, r.entry) {
			r.path = p.free(it.path)
			return it.data
		}
	}
	values := p.values(r.entry)
	pairs := []toml.Pair{{Key: "number", Value: r.number}}
	for _, key := range itemOrder[1:] {
		switch {
		case key == "levels" && len(r.entry.Levels) > 0:
			pairs = append(pairs, toml.Pair{Key: key, Value: r.entry.Levels})
		case key != "levels" && values[key] != "":
			pairs = append(pairs, toml.Pair{Key: key, Value: values[key]})
		}
	}
	r.path = p.free(itemsFolder + nameOf(r.number, titleOfValues(values)))
	return toml.Format(pairs, isLong)
}

// titleOfValues returns 二级事项, or 一级事项 where that is missing, as one line.
func titleOfValues(values map[string]string) string {
	if t := joinedLine(values["title"]); t != "" {
		return t
	}
	return joinedLine(values["category"])
}

// sameCells reports whether an item has a row's cells, white space aside, and no other.
func sameCells(it *item, e *Entry) bool {
	for _, key := range itemOrder[1:] {
		if key != "levels" && flat(it.values[key]) != flat(e.Texts[key]) {
			return false
		}
	}
	return sameWords(it.levels, e.Levels)
}

// sameWords reports whether two lists have the same words, in whatever order.
func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

// edit returns an item's file with what the row changes. A cell with the same characters keeps its cuts; a column that the
// table doesn't have changes nothing. cut: the table has line breaks of its own.
func (r *planned) edit(values map[string]string, cut bool) (data []byte, ok bool) {
	it := r.item
	data, ok = it.data, true
	var changed []string
	set := func(key string, value any) {
		var done bool
		data, done = toml.Set(data, key, value, itemOrder)
		ok = ok && done
		changed = append(changed, labelOf(key)+difference(key, it.values[key], value))
	}
	remove := func(key string) {
		var done bool
		data, done = toml.Remove(data, key)
		ok = ok && done
		changed = append(changed, labelOf(key)+"（删去）")
	}
	if it.number != r.number {
		set("number", r.number)
		changed[0] = fmt.Sprintf("序号 %d 改为 %d", it.number, r.number)
	}
	for _, key := range itemOrder[1:] {
		text, has := values[key]
		switch {
		case key == "levels":
			if !r.entry.Leveled || sameWords(it.levels, r.entry.Levels) {
				break
			}
			if len(r.entry.Levels) == 0 {
				remove(key)
			} else {
				set(key, r.entry.Levels)
			}
		case !has || flat(text) == flat(it.values[key]):
			if has && !sameSpace(key, r.entry.Texts[key], it.values[key], cut) {
				r.uncut = append(r.uncut, r.item.path+" 的"+labelOf(key))
			}
		case text == "":
			remove(key)
		default:
			set(key, text)
		}
	}
	if len(changed) > 0 {
		r.changes = append(r.changes, "改 "+it.path+"："+strings.Join(changed, "、"))
	}
	return data, ok
}

// difference returns how a short text changes, "" for another value.
func difference(key, old string, value any) string {
	text, short := value.(string)
	switch {
	case !short || isLong(key):
		return ""
	case old == "":
		return "（加上“" + diag.Excerpt(joinedLine(text), 20) + "”）"
	}
	return "（“" + diag.Excerpt(joinedLine(old), 20) + "”改为“" + diag.Excerpt(joinedLine(text), 20) + "”）"
}

// sameCuts reports whether two texts of the same characters are cut in the same places, to the same depths.
func sameCuts(a, b string) bool {
	shape := func(text string) string {
		var b strings.Builder
		for line := range strings.Lines(lined(text)) {
			if strings.HasPrefix(line, " ") {
				b.WriteByte(' ')
			}
			b.WriteString(flat(line) + "\n")
		}
		return b.String()
	}
	return shape(a) == shape(b)
}

// sameSpace reports whether a table's cell has the line breaks and spaces of the file's, which has the same characters. A table
// without line breaks has none to compare, nor have the cells that are one line on the screen.
func sameSpace(key, own, file string, cut bool) bool {
	if (isLong(key) || key == "title") && (cut && isLong(key) || strings.Contains(own, "\n")) && !sameCuts(own, file) {
		return false
	}
	a, b := gaps(own), gaps(file)
	for i := range a {
		if a[i] != b[i] && a[i] != '\n' && b[i] != '\n' {
			return false
		}
	}
	return true
}

// gaps returns what stands in front of each character of a text: a line break, a space or nothing (0). A space between
// hanzi is nothing: the screen doesn't show it.
func gaps(text string) []rune {
	var all []rune
	gap, last := rune(0), ' '
	for _, r := range strings.TrimSpace(text) {
		switch {
		case r == '\n':
			gap = r
		case !unicode.IsSpace(r):
			if gap == ' ' && !isSpaced(last) && !isSpaced(r) {
				gap = 0
			}
			all, gap, last = append(all, gap), 0, r
		case gap == 0:
			gap = ' '
		}
	}
	return all
}

// labelOf returns the form's name of a key.
func labelOf(key string) string { return ColumnOf(fieldOfKey(key)).Name }

// rename gives a file whose name begins with its number another name with another number.
func (p *planning) rename(r *planned) {
	r.path = r.item.path
	base := path.Base(r.path)
	digits := digitsOf(base)
	if n, err := strconv.Atoi(digits); r.item.number == r.number || err != nil || n != r.item.number {
		return
	}
	r.path = p.free(itemsFolder + fmt.Sprintf("%0*d%s", len(digits), r.number, base[len(digits):]))
	r.changes = append(r.changes, "改名 "+r.item.path+" → "+path.Base(r.path))
}

// free returns a path that no other file has or will have, however it is written: the wanted one for most.
func (p *planning) free(want string) string {
	name, ext := strings.TrimSuffix(want, path.Ext(want)), path.Ext(want)
	for i := 2; p.paths[strings.ToLower(want)]; i++ {
		want = fmt.Sprintf("%s-%d%s", name, i, ext)
	}
	p.paths[strings.ToLower(want)] = true
	return want
}

// unfit matches what names of files can't hold on some machine.
var unfit = regexp.MustCompile(`[\\/:*?"<>|\x00-\x1f\x7f]+`)

// longestFile is how many characters of a title a file's name has.
const longestFile = 40

// nameOf returns the name of an item's file: 06-残疾人补贴.toml, or 06.toml where a title can't be a name.
func nameOf(number int, title string) string {
	title = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, unfit.ReplaceAllString(squeeze(title), ""))
	if runes := []rune(title); len(runes) > longestFile {
		title = string(runes[:longestFile])
	}
	title = strings.Trim(title, ". ~")
	plain := fmt.Sprintf("%02d.toml", number)
	name := fmt.Sprintf("%02d-%s.toml", number, title)
	if title == "" || !isItem(itemsFolder+name) {
		return plain
	}
	return name
}

// settings writes kiosk.toml into a directory that has none, with the names of the table's title.
func (p *planning) settings() {
	const name = "kiosk.toml"
	if old, there := p.files[name]; there {
		var keys centreKeys
		toml.Decode(name, old, &keys)
		if has := keys.Centre.V + keys.Catalogue.V; p.table.Title != "" && flat(has) != flat(annex.ReplaceAllString(p.table.Title, "")) {
			p.Problems = append(p.Problems, diag.Problem{File: p.table.TitleAt, Severity: diag.Hint, Code: "sheet-title-differs", Message: "标题“" + diag.Excerpt(p.table.Title, 40) + "”和 kiosk.toml 里的“" + diag.Excerpt(has, 40) + "”不一样，没有改", Fix: "要改就改 kiosk.toml 里的 centre 和 catalogue"})
		}
		return
	}
	m := title.FindStringSubmatch(annex.ReplaceAllString(p.table.Title, ""))
	if m == nil || m[1] == "" {
		p.Problems = append(p.Problems, diag.Problem{File: name, Severity: diag.Hint, Code: "centre-unknown", Message: "没有这个文件，表的标题里也看不出单位名称", Fix: "写一个，两行：centre = \"单位名称\"，catalogue = \"政务公开事项标准目录\""})
		return
	}
	data := p.shipped[name]
	data, _ = toml.Set(data, "centre", m[1], []string{"centre", "catalogue"})
	data, _ = toml.Set(data, "catalogue", m[2], []string{"centre", "catalogue"})
	p.final[name] = data
	p.change("新建 %s：单位名称“%s”，目录名称“%s”，请核对", name, diag.Printable(m[1]), diag.Printable(m[2]))
}

// check reads the files as the screen will. A row whose file would be refused isn't taken, and its file stays as it was.
func (p *planning) check() {
	files := slices.DeleteFunc(slices.Clone(p.all), func(f catalogue.File) bool { return isItem(f.Path) || p.final[f.Path] != nil })
	for _, name := range sortedKeys(p.final) {
		files = append(files, catalogue.File{Path: name, Data: p.final[name]})
	}
	before := make(map[string]bool) // the errors that are there already, which may be in another line then
	_, problems := catalogue.Parse(p.all)
	for _, problem := range problems {
		before[problem.File+problem.Message] = true
	}
	rows := make(map[string]*planned, len(p.rows))
	for i := range p.rows {
		rows[p.rows[i].path] = &p.rows[i]
	}
	_, problems = catalogue.Parse(files)
	for _, problem := range problems {
		if r := rows[problem.File]; r != nil && !r.refused && problem.Severity == diag.Error && !before[problem.File+problem.Message] {
			p.refuse(r, problem)
		}
	}
}

// refuse leaves a row's file as it was.
func (p *planning) refuse(r *planned, problem diag.Problem) {
	r.refused = true
	p.Lost++
	p.problem(r.entry.At, diag.Error, problem.Code, problem.Message+"，这一行没有收", problem.Fix)
	delete(p.final, r.path)
	if r.item != nil {
		p.final[r.item.path] = r.item.data
	}
}
