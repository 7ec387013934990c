package sheet

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// Options are what an import may do beyond taking over cells.
type Options struct {
	Renumber bool // items are numbered by their order in the table
	Delete   bool // items that aren't in the table go
}

// Plan is what an import does with a content directory.
type Plan struct {
	Writes   []catalogue.File // new or changed, in the order to write them
	Removes  []string         // to be removed once all is written
	Changes  []string         // what is done, a line each, in Chinese
	Taken    int              // items of the table that are in the directory afterwards
	Sheets   []string         // the further sheets that were read
	Lost     int              // cells that found no place, and rows that couldn't be taken
	Problems []diag.Problem
}

// PlanOf returns what must be done so that a directory's items are a table's. files are the directory's, shipped the
// catalogue's that the program has: a cell that is known there keeps its cuts, and an item that is the same in all its
// cells is that file.
func PlanOf(file string, t Table, files, shipped []catalogue.File, o Options) Plan {
	p := &planning{file: file, table: t, options: o, all: files, files: texts(files), shipped: texts(shipped), paths: make(map[string]bool)}
	p.Lost, p.Problems = t.Lost, t.Problems
	p.readItems()
	if p.match() {
		for i := range p.rows {
			p.write(&p.rows[i])
		}
		p.leftOver()
		p.settings()
		p.check()
	}
	p.finish()
	return p.Plan
}

// planning is the state of one PlanOf.
type planning struct {
	Plan
	file     string
	table    Table
	options  Options
	all      []catalogue.File  // the directory's, with its images
	files    map[string][]byte // the directory's, by path
	shipped  map[string][]byte
	items    []*item // the directory's, by path
	known    []*item // the shipped ones
	cuts     cuts    // how cells are known to be cut
	rows     []planned
	final    map[string][]byte // the items' files and kiosk.toml as they will be
	paths    map[string]bool   // lower-case paths that a new file can't have
	numbered []string          // rows without a number, and what they got
	blocked  bool              // nothing may be written
}

// item is an item's file, as far as the table is concerned.
type item struct {
	path    string
	data    []byte
	number  int
	values  map[string]string // by key; absent keys are missing
	levels  []string
	taken   bool // a row of the table means it
	unclear bool // it can't be read
	own     bool // it has what a table of the form has no column for: guides, links, 到哪里问
}

// planned is a row of the table with its number and the file that it means.
type planned struct {
	entry  *Entry
	number int
	item   *item // nil for a new one

	path    string // of its file as it will be
	changes []string
	uncut   []string // cells that are the file's but for their line breaks and spaces
	refused bool     // its file would be refused, so that it stays as it was
}

// texts returns the text files of a directory by path.
func texts(files []catalogue.File) map[string][]byte {
	all := make(map[string][]byte, len(files))
	for _, f := range files {
		if f.Image == nil {
			all[f.Path] = f.Data
		}
	}
	return all
}

// itemsFolder is where items lie.
const itemsFolder = "items/"

// isItem reports whether a path is an item's file, and no copy of one.
func isItem(name string) bool {
	return path.Dir(name)+"/" == itemsFolder && strings.EqualFold(path.Ext(name), ".toml") && catalogue.Wants(name) && catalogue.Original(name) == name
}

// readItems reads the directory's items and the shipped ones.
func (p *planning) readItems() {
	p.cuts = make(cuts)
	p.items, p.known = itemsOf(p.files), itemsOf(p.shipped)
	for name := range p.files {
		p.paths[strings.ToLower(name)] = true
	}
	for _, it := range slices.Concat(p.items, p.known) {
		for _, key := range []string{"title", "content", "basis", "channels"} {
			p.cuts.learn(it.values[key])
		}
	}
}

// itemsOf reads the items among some files.
func itemsOf(files map[string][]byte) []*item {
	var all []*item
	for _, name := range sortedKeys(files) {
		if isItem(name) {
			all = append(all, readItem(name, files[name]))
		}
	}
	return all
}

// readItem reads an item's file; of one that can't be read the number at most.
func readItem(name string, data []byte) *item {
	it := &item{path: name, data: data, values: make(map[string]string)}
	var keys itemKeys
	filled, _ := toml.Decode(name, data, &keys)
	if it.unclear = !filled; it.unclear {
		number, known := catalogue.NumberIn(data)
		if !known {
			number, _ = strconv.Atoi(digitsOf(path.Base(name)))
		}
		it.number = number
		return it
	}
	it.number = int(keys.Number.V)
	it.own = len(keys.Guides) > 0 || keys.Contact.Desk.V+keys.Contact.Phone.V+keys.Contact.Hours.V+keys.Contact.Address.V+keys.Link.V+keys.Ask.V+keys.Summary.V != ""
	for key, t := range map[string]*toml.Text{
		"category": &keys.Category, "title": &keys.Title, "content": &keys.Content, "basis": &keys.Basis, "deadline": &keys.Deadline,
		"publisher": &keys.Publisher, "channels": &keys.Channels, "audience": &keys.Audience, "manner": &keys.Manner,
	} {
		if t.Given() {
			it.values[key] = strings.ReplaceAll(t.V, "\r\n", "\n")
		}
	}
	for _, l := range keys.Levels {
		it.levels = append(it.levels, strings.TrimSpace(l.V))
	}
	return it
}

// digitsOf returns the digits that a file's name begins with.
func digitsOf(base string) string {
	return base[:len(base)-len(strings.TrimLeft(base, "0123456789"))]
}

// heading returns what an item is known by: its 一级事项 and 二级事项 without white space.
func (it *item) heading() string {
	return flat(it.values["category"]) + "\n" + flat(it.values["title"])
}

func (e *Entry) heading() string { return flat(e.Texts["category"]) + "\n" + flat(e.Texts["title"]) }

// problem adds a problem at a place of the table.
func (p *planning) problem(at string, s diag.Severity, code, message, fix string) {
	p.Problems = append(p.Problems, diag.Problem{File: p.file + ": " + at, Severity: s, Code: code, Message: message, Fix: fix})
}

func (p *Plan) change(format string, args ...any) {
	p.Changes = append(p.Changes, fmt.Sprintf(format, args...))
}

// leftOver deals with the directory's items that the table doesn't have.
func (p *planning) leftOver() {
	numbers := make(map[int]string)
	for _, r := range p.rows {
		numbers[r.number] = r.entry.At
	}
	for _, it := range p.items {
		switch {
		case it.taken:
		case p.options.Delete && p.table.Dropped > 0:
			p.final[it.path] = it.data
			p.Problems = append(p.Problems, diag.Problem{File: it.path, Severity: diag.Warning, Code: "item-in-doubt", Message: "表里没有这一项；有的行没有收，说不定就是它，这次没有删", Fix: "先改好上面列出的行，再导入一次"})
		case p.options.Delete && !it.unclear:
			p.change("删去 %s（表里没有）", it.path)
		case p.options.Renumber && numbers[it.number] != "": // nothing is written, and check needn't find the number twice
			p.blocked = true
			p.Problems = append(p.Problems, diag.Problem{File: it.path, Code: "item-number-taken", Message: fmt.Sprintf("表里没有这一项，它的序号 %d 和 %s 重复", it.number, numbers[it.number]), Fix: "不再公开的，加上 --delete 删去；还要公开的，补到表里"})
		default:
			p.final[it.path] = it.data
			p.Problems = append(p.Problems, diag.Problem{File: it.path, Severity: diag.Hint, Code: "item-not-in-table", Message: "表里没有这一项，没有动它", Fix: "不再公开的，加上 --delete 删去"})
		}
	}
}

// finish makes the writes of what the files will be; if something stands in the way there are none.
func (p *planning) finish() {
	if p.blocked {
		p.Changes = nil
		return
	}
	var changes []string
	for _, r := range p.rows {
		if !r.refused {
			p.Taken++
			changes = append(changes, r.changes...)
		}
	}
	p.Changes = append(changes, p.Changes...)
	p.keptCuts()
	for _, name := range sortedKeys(p.final) {
		if old, there := p.files[name]; !there || string(old) != string(p.final[name]) {
			p.Writes = append(p.Writes, catalogue.File{Path: name, Data: p.final[name]})
		}
	}
	for _, it := range p.items {
		if _, stays := p.final[it.path]; !stays {
			p.Removes = append(p.Removes, it.path)
		}
	}
}

// keptCuts notes the cells whose line breaks or spaces differ from their files': those of the files stay.
func (p *planning) keptCuts() {
	var all []string
	for _, r := range p.rows {
		all = append(all, r.uncut...)
	}
	if n := len(all); n > 0 {
		p.Problems = append(p.Problems, diag.Problem{File: p.file, Severity: diag.Hint, Code: "cell-cuts-kept", Message: fmt.Sprintf("有 %d 格只是分行或空格和文件里不一样，文件里的没有动：%s", n, listed(all)), Fix: "要照表里的，就在文件里改"})
	}
}

// sortedKeys returns a map's keys in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
