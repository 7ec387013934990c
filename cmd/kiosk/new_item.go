package main

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// newItemCmd writes a row of the catalogue.
type newItemCmd struct {
	target
	Number    int      `placeholder:"15" help:"序号；默认是最后一个的下一个。"`
	Category  string   `placeholder:"一级事项" help:"一级事项。"`
	Title     string   `placeholder:"二级事项" help:"二级事项；没有就不写。"`
	Text      string   `placeholder:"公开内容" help:"公开内容（要素），换行的地方就是屏幕上可以分开的地方。"`
	Basis     string   `placeholder:"公开依据" help:"公开依据，一条一行。"`
	Deadline  string   `placeholder:"公开时限" help:"公开时限。"`
	Publisher string   `placeholder:"公开主体" help:"公开主体。"`
	Channels  string   `placeholder:"渠道" help:"公开渠道和载体，一个一行。"`
	Level     []string `placeholder:"社区" help:"公开层级；可以写几次。"`
}

func (newItemCmd) Help() string {
	return "例：kiosk new item --content /srv/kiosk/content --category 养老 --title 老年人助餐 --text '服务内容、服务对象、收费标准'"
}

// itemOrder are an item's keys in the order of a file.
var itemOrder = []string{"number", "category", "title", "content", "basis", "deadline", "publisher", "channels", "levels"}

// itemSample is an item's file with the keys of the official table; those that any item may have follow it.
const itemSample = `# 一个公开事项。文字照目录原样写；换行的地方，就是屏幕上可以分开的地方，前面空两格是下一级。
# 前面带 # 的行是说明，不起作用；要用哪一项，就删去它前面的 #。

number    = 1
category  = "示例"
# title     = "二级事项"
content   = """
示例
"""
# basis     = """
# 《……》
# """
# deadline  = "信息形成或者变更之日起20个工作日内"
# publisher = "公开主体"
# channels  = """
# 宣传栏
# """
# levels    = ["社区"]
`

// extras returns the keys that an item may have beside those of the table, behind #, as the shipped items have them.
func extras() []byte {
	names, _ := fs.Glob(content.Starter, "items/*.toml")
	for _, name := range names {
		data, _ := fs.ReadFile(content.Starter, name)
		if i := bytes.Index(data, []byte("\n# 下面几项可以不写")); i >= 0 {
			return data[i:]
		}
	}
	return nil
}

// itemDraft is an item before it is a file.
type itemDraft struct {
	number                                                      int
	category, title, text, basis, deadline, publisher, channels string
	levels                                                      []string
}

// file returns the item's file.
func (r itemDraft) file() ([]byte, error) {
	text := append([]byte(itemSample), extras()...)
	values := []keyValue{{"number", r.number}, {"category", r.category}, {"content", r.text}}
	for _, t := range []keyValue{{"title", r.title}, {"basis", r.basis}, {"deadline", r.deadline}, {"publisher", r.publisher}, {"channels", r.channels}} {
		if t.value != "" {
			values = append(values, t)
		}
	}
	if len(r.levels) > 0 {
		values = append(values, keyValue{"levels", r.levels})
	}
	for _, v := range values {
		edited, ok := toml.Set(useSample(text, v.key), v.key, v.value, itemOrder)
		if !ok {
			return nil, fmt.Errorf("%s 写不进去", v.key)
		}
		text = edited
	}
	return text, nil
}

// useSample takes the # off a key of the sample, and off the lines of its text.
func useSample(text []byte, key string) []byte {
	for _, shown := range []string{"# basis     = \"\"\"\n# 《……》\n# \"\"\"\n", "# channels  = \"\"\"\n# 宣传栏\n# \"\"\"\n"} {
		if bytes.HasPrefix([]byte(shown), []byte("# "+key+" ")) {
			return bytes.Replace(text, []byte(shown), bytes.ReplaceAll([]byte(shown), []byte("# "), nil), 1)
		}
	}
	return toml.Uncomment(text, key)
}

func (c newItemCmd) run(ctx context.Context, s streams) int {
	dir, _, ok := c.dir(s)
	if !ok {
		return found
	}
	r := itemDraft{c.Number, strings.TrimSpace(c.Category), c.Title, c.Text, c.Basis, c.Deadline, c.Publisher, c.Channels, c.Level}
	items, taken, files := itemsIn(dir)
	if r.category == "" || strings.TrimSpace(r.text) == "" {
		who := atTerminal(ctx, s)
		if who == nil {
			fmt.Fprintln(s.err, "kiosk：缺少 --category（一级事项）或 --text（公开内容）")
			return usage
		}
		if err := who.item(&r, items); err != nil {
			fmt.Fprintln(s.err, "停下了，没有写任何文件")
			return found
		}
	}
	if r.number == 0 {
		r.number = nextNumber(taken)
	}
	if file := taken[r.number]; file != "" {
		fmt.Fprintf(s.err, "错误：序号 %d 已经有了，是 %s，没有改动；改法：换一个序号，不写 --number 就是 %d\n", r.number, diag.Printable(file), nextNumber(taken))
		return found
	}
	return r.create(ctx, s, dir, files)
}

// create writes the item beside the files that are there and returns the exit code.
func (r itemDraft) create(ctx context.Context, s streams, dir string, files []catalogue.File) int {
	text, err := r.file()
	if err != nil {
		return notWritten(s, err)
	}
	name := path.Join("items", fmt.Sprintf("%02d-%s.toml", r.number, plainName(cmp.Or(r.title, r.category))))
	_, problems := catalogue.Parse(append(files, catalogue.File{Path: name, Data: text}))
	var own []diag.Problem
	for _, p := range problems {
		if p.File == name {
			own = append(own, p)
		}
	}
	diag.WriteText(s.err, own)
	if counts(own)[diag.Error] > 0 {
		fmt.Fprintln(s.err, "没有写任何文件：先改好上面的错误")
		return found
	}
	if err := writeFiles(ctx, dir, []newFile{{path: name, data: text}}); err != nil {
		return notWritten(s, err)
	}
	fmt.Fprintf(s.out, "写好 %s\n  序号 %d，%s\n屏幕几秒钟内就会更新。要改就用记事本打开 %s\n", diag.Printable(name), r.number, diag.Printable(cmp.Or(r.title, r.category)), diag.Printable(filepath.Join(dir, filepath.FromSlash(name))))
	return fine
}

// item asks for what the row of a table has; what other rows have is offered.
func (a *asker) item(r *itemDraft, items []catalogue.Item) (err error) {
	usual := func(of func(catalogue.Item) string) string {
		counts, most := make(map[string]int), ""
		for _, it := range items {
			if v := of(it); v != "" && !strings.Contains(v, "\n") {
				if counts[v]++; counts[v] > counts[most] || counts[v] == counts[most] && v < most {
					most = v
				}
			}
		}
		return most
	}
	anything := func(string) error { return nil }
	for _, q := range []struct {
		question, usual string
		check           func(string) error
		into            *string
	}{
		{"一级事项", "", required, &r.category},
		{"二级事项（没有就按回车）", "", anything, &r.title},
	} {
		if *q.into == "" {
			if *q.into, err = a.line(q.question, q.usual, q.check); err != nil {
				return err
			}
		}
	}
	for r.text == "" {
		if r.text, err = a.lines("公开内容（要素），换行的地方就是屏幕上可以分开的地方"); err != nil {
			return err
		}
		if r.text == "" {
			fmt.Fprintln(a.out, "  这一项一定要写")
		}
	}
	if r.basis == "" {
		if r.basis, err = a.lines("公开依据，一条一行（没有就按回车）"); err != nil {
			return err
		}
	}
	if r.deadline == "" {
		if r.deadline, err = a.line("公开时限", usual(func(it catalogue.Item) string { return it.Deadline }), anything); err != nil {
			return err
		}
	}
	if r.publisher == "" {
		r.publisher, err = a.line("公开主体", usual(func(it catalogue.Item) string { return it.Publisher }), anything)
	}
	return err
}

// itemsIn returns a directory's items, the file of each number, also of items with errors, and all of these files.
func itemsIn(dir string) (items []catalogue.Item, taken map[int]string, files []catalogue.File) {
	files = placeholder()[:1]
	taken = make(map[int]string)
	number := toml.NewKey("number")
	entries, _ := os.ReadDir(filepath.Join(dir, "items"))
	for _, e := range entries {
		name := path.Join("items", e.Name())
		if !e.Type().IsRegular() || !catalogue.Wants(name) {
			continue
		}
		data, err := readBounded(filepath.Join(dir, "items", e.Name()), catalogue.MaxBytes)
		if err != nil {
			continue // kiosk check reports it
		}
		files = append(files, catalogue.File{Path: name, Data: data})
		if n, ok := number.Integer(data); ok && taken[n] == "" {
			taken[n] = name
		}
	}
	if c, _ := catalogue.Parse(files); c != nil {
		items = c.Items
	}
	return items, taken, files
}

// nextNumber returns the number behind the last one.
func nextNumber(taken map[int]string) int {
	last := 0
	for n := range taken {
		last = max(last, n)
	}
	return last + 1
}
