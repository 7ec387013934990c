package sheet

import (
	"fmt"

	"gongkai/kiosk/diag"
)

// match finds for each row of the table its number and the file that it means, and reports whether the import can go on.
func (p *planning) match() bool {
	p.final = make(map[string][]byte)
	if p.blocked = len(p.table.Entries) == 0; p.blocked {
		return false
	}
	for i := range p.table.Entries {
		p.rows = append(p.rows, planned{entry: &p.table.Entries[i]})
	}
	if p.options.Renumber {
		p.byOrder()
	} else {
		p.byNumber()
	}
	for _, r := range p.rows {
		if r.item != nil && r.item.unclear {
			p.blocked = true
			p.Problems = append(p.Problems, diag.Problem{File: r.item.path, Code: "item-file-broken", Message: "这个文件有错，读不懂，没法改它", Fix: "先用 kiosk check 检查，改好它，再导入"})
		}
	}
	return !p.blocked
}

// byHeading returns the directory's items by what they are known by.
func (p *planning) byHeading() map[string][]*item {
	all := make(map[string][]*item)
	for _, it := range p.items {
		if !it.unclear {
			all[it.heading()] = append(all[it.heading()], it)
		}
	}
	return all
}

// byOrder numbers the rows in the table's order, from its least number. A row means the file with its heading, else the one
// with its content, else the one that had its number and a heading that the table has no more.
func (p *planning) byOrder() {
	next := maxNumber
	for _, r := range p.rows {
		if r.entry.Number > 0 {
			next = min(next, r.entry.Number)
		}
	}
	if next+len(p.rows) > maxNumber {
		next = 1
	}
	for i := range p.rows {
		p.rows[i].number = next + i
	}
	headings := p.byHeading()
	for i := range p.rows {
		p.takeBest(&p.rows[i], headings[p.rows[i].entry.heading()])
	}
	contents := make(map[string][]*item)
	for _, it := range p.items {
		contents[flat(it.values["content"])] = append(contents[flat(it.values["content"])], it)
	}
	for i := range p.rows {
		if same := contents[flat(p.rows[i].entry.Texts["content"])]; p.rows[i].item == nil && len(same) == 1 {
			p.takeBest(&p.rows[i], same)
		}
	}
	for i := range p.rows {
		r := &p.rows[i]
		for _, it := range p.items {
			if r.item == nil && !it.taken && it.number == r.entry.Number && r.entry.Number > 0 && sameFirst(it, r.entry) {
				it.taken, r.item = true, it
			}
		}
	}
}

// sameFirst reports whether an item and a row have the same 一级事项.
func sameFirst(it *item, e *Entry) bool {
	return flat(it.values["category"]) == flat(e.Texts["category"])
}

// takeBest gives a row the first of some items that no other row has, one with the same content before others.
func (p *planning) takeBest(r *planned, items []*item) {
	if r.item != nil {
		return
	}
	for _, sure := range []bool{true, false} {
		for _, it := range items {
			if !it.taken && (!sure || flat(it.values["content"]) == flat(r.entry.Texts["content"])) {
				it.taken, r.item = true, it
				return
			}
		}
	}
}

// byNumber gives each row the file with its number. Rows without a number follow the one above, and a number that stands
// twice is an error at both cells.
func (p *planning) byNumber() {
	numbers := make(map[int]*item)
	for _, it := range p.items {
		if numbers[it.number] == nil {
			numbers[it.number] = it
		}
	}
	first := make(map[int]*Entry)
	for i := range p.table.Refused { // its number is still the row's
		first[p.table.Refused[i].Number] = &p.table.Refused[i]
	}
	p.dropTwice(first)
	headings := p.byHeading()
	last := 0
	kept := p.rows[:0]
	for _, r := range p.rows {
		if r.number = r.entry.Number; r.number == 0 && r.entry.NumberAs != "" {
			p.Lost++
			p.problem(r.entry.At, diag.Error, "row-number-form", "“"+diag.Excerpt(r.entry.NumberAs, 20)+"”不是序号，按次序编号", fmt.Sprintf("序号写 1 到 %d 的整数；中间插了一项，就加上 --renumber 重新编号", maxNumber))
		}
		if r.number == 0 && !p.numberFor(&r, last, first, headings) {
			continue
		}
		last = r.number
		if it := numbers[r.number]; it != nil {
			it.taken, r.item = true, it
		}
		kept = append(kept, r)
	}
	p.rows = kept
	if n := len(p.numbered); n > 0 {
		p.Problems = append(p.Problems, diag.Problem{File: p.file, Severity: diag.Hint, Code: "rows-no-number", Message: fmt.Sprintf("有 %d 行没有序号：%s", n, listed(p.numbered))})
	}
	p.moved(headings)
}

// dropTwice drops the rows whose number another row has already.
func (p *planning) dropTwice(first map[int]*Entry) {
	kept := p.rows[:0]
	for _, r := range p.rows {
		n := r.entry.Number
		if earlier := first[n]; n > 0 && earlier != nil {
			p.Lost++
			p.table.Dropped++
			message := fmt.Sprintf("序号 %d 写了两次，另一处在 ", n)
			p.problem(earlier.At, diag.Error, "number-twice", message+r.entry.At, "改对其中一个；中间插了一项，就加上 --renumber 重新编号")
			p.problem(r.entry.At, diag.Error, "number-twice", message+earlier.At+"，这一行没有收", "改对其中一个；中间插了一项，就加上 --renumber 重新编号")
			continue
		}
		first[n] = r.entry
		kept = append(kept, r)
	}
	p.rows = kept
}

// numberFor numbers a row that has no number: by the file with its heading, or behind the row above. It reports whether
// there is one.
func (p *planning) numberFor(r *planned, last int, first map[int]*Entry, headings map[string][]*item) bool {
	for _, it := range headings[r.entry.heading()] {
		if it.number > 0 && first[it.number] == nil {
			r.number = it.number
			break
		}
	}
	if r.number == 0 && first[last+1] == nil {
		r.number = last + 1
	}
	if r.number == 0 {
		p.Lost++
		p.table.Dropped++
		p.problem(r.entry.At, diag.Error, "row-number-no-room", fmt.Sprintf("没有序号，前后是 %d 和 %d，插不进去，这一行没有收", last, last+1), "加上 --renumber，按表里的次序重新编号")
		return false
	}
	first[r.number] = r.entry
	p.numbered = append(p.numbered, fmt.Sprintf("%s 编为 %d", r.entry.At, r.number))
	return true
}

// moved stops the import where numbers mean other items than in the directory: guides and links would change hands.
func (p *planning) moved(headings map[string][]*item) {
	rows := make(map[int]string)
	for _, r := range p.rows {
		rows[r.number] = r.entry.heading()
	}
	for _, r := range p.rows {
		if r.item != nil && (r.item.unclear || r.item.heading() == r.entry.heading()) {
			continue
		}
		for _, it := range headings[r.entry.heading()] {
			if it.number != r.number && rows[it.number] != it.heading() {
				p.blocked = true
				p.problem(r.entry.At, diag.Error, "item-number-moved", fmt.Sprintf("这一项的文件是 %s，序号是 %d，表里是 %d", it.path, it.number, r.number), "重新编了号，就加上 --renumber；没有，就把序号改回来")
				break
			}
		}
	}
}
