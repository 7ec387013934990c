package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
	"gongkai/kiosk/word"
)

// newGuideCmd adds a section of 办事指南 to an item.
type newGuideCmd struct {
	target
	Item    int    `placeholder:"6" help:"哪个事项，写序号。"`
	Heading string `placeholder:"名目" help:"名目；跟公开内容里的一个名目一样，就显示在那个名目下面。"`
	Body    string `placeholder:"正文" help:"正文，换一行是一段。"`
	From    string `placeholder:"文件" help:"正文从 Word 文档（.docx）或文字文件里来。"`
}

func (newGuideCmd) Help() string {
	return "例：kiosk new guide --content /srv/kiosk/content --item 6 --heading 办理条件 --body 持有残疾人证（示例）"
}

func (c newGuideCmd) run(ctx context.Context, s streams) int {
	dir, _, ok := c.dir(s)
	if !ok {
		return found
	}
	items, taken, _ := itemsIn(dir)
	g := guide{number: c.Item, heading: strings.TrimSpace(c.Heading), body: c.Body}
	if c.From != "" && !g.read(ctx, s, c.From) {
		return found
	}
	if g.number == 0 || g.heading == "" || g.body == "" {
		who := atTerminal(ctx, s)
		if who == nil {
			fmt.Fprintln(s.err, "kiosk：缺少 --item（序号）、--heading（名目）或 --body（正文）")
			return usage
		}
		if err := who.guide(&g, items); err != nil {
			fmt.Fprintln(s.err, "停下了，没有写任何文件")
			return found
		}
	}
	i := slices.IndexFunc(items, func(it catalogue.Item) bool { return it.Number == g.number })
	switch {
	case i < 0 && taken[g.number] != "":
		fmt.Fprintf(s.err, "错误：%s 里有错误，没有改动；改法：先用 kiosk check 检查，改好再加\n", diag.Printable(taken[g.number]))
		return found
	case i < 0:
		fmt.Fprintf(s.err, "错误：没有序号是 %d 的事项；改法：改正 --item，或先用 kiosk new item 写一个\n", g.number)
		return found
	case slices.ContainsFunc(items[i].Guides, func(old catalogue.Guide) bool { return old.Name() == g.heading }):
		fmt.Fprintf(s.err, "错误：%s 里已经有“%s”这一节，没有改动；改法：直接改那个文件，或换一个名目\n", diag.Printable(items[i].File), diag.Printable(g.heading))
		return found
	}
	return g.create(ctx, s, dir, items[i])
}

// guide is a section before it is in a file.
type guide struct {
	number        int
	heading, body string
}

// read takes the body from a document; false: it can't be read, which is reported.
func (g *guide) read(ctx context.Context, s streams, file string) bool {
	name := filepath.Base(file)
	data, err := readBounded(file, word.MaxBytes)
	if err != nil {
		fmt.Fprintf(s.err, "错误：%s 读不了（%s）；改法：看看文件在不在，名字对不对\n", diag.Printable(name), cause(err))
		return false
	}
	n, err := word.Read(ctx, name, data)
	var fault *word.Fault
	switch {
	case errors.As(err, &fault):
		diag.WriteText(s.err, []diag.Problem{fault.Problem(name)})
		return false
	case err != nil:
		fmt.Fprintln(s.err, "停下了，没有改动")
		return false
	}
	if g.body = n.Body; g.heading == "" {
		g.heading = strings.ReplaceAll(n.Title, "\n", "")
	}
	diag.WriteText(s.err, n.Problems)
	return true
}

// create appends the section to the item's file, of which the old text is kept as .bak, and returns the exit code.
func (g guide) create(ctx context.Context, s streams, dir string, it catalogue.Item) int {
	old, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(it.File)))
	if err != nil {
		return notWritten(s, err)
	}
	text, err := g.appended(old)
	if err != nil {
		return notWritten(s, err)
	}
	_, problems := catalogue.Parse([]catalogue.File{{Path: it.File, Data: text}})
	if catalogue.Broken(problems)[it.File] {
		fmt.Fprintf(s.err, "错误：加了这一节 %s 就读不懂了，没有改动；改法：照员工手册，用记事本加在文件最后\n", diag.Printable(it.File))
		return found
	}
	if err := writeFiles(ctx, dir, []newFile{{path: it.File, data: text, replace: true}}); err != nil {
		return notWritten(s, err)
	}
	fmt.Fprintf(s.out, "写进 %s 的最后：办事指南“%s”\n  原来的那一份留作 %s.bak\n", diag.Printable(it.File), diag.Printable(g.heading), diag.Printable(filepath.Base(it.File)))
	if !matchesElement(it, g.heading) {
		fmt.Fprintf(s.out, "  公开内容里没有“%s”这个名目，它在屏幕上单独是一个按钮\n", diag.Printable(g.heading))
	}
	return fine
}

// appended returns a file with the section behind all else.
func (g guide) appended(old []byte) ([]byte, error) {
	section, ok := toml.Set([]byte("heading = \"\"\nbody = \"\"\"\n\"\"\"\n"), "heading", g.heading, nil)
	if ok {
		section, ok = toml.Set(section, "body", g.body, nil)
	}
	if !ok {
		return nil, errors.New("名目或正文写不进文件")
	}
	end := "\n"
	if bytes.Contains(old, []byte("\r\n")) {
		end = "\r\n"
	}
	section = bytes.ReplaceAll(append([]byte("\n[[guide]]\n"), section...), []byte("\n"), []byte(end))
	if !bytes.HasSuffix(old, []byte("\n")) {
		old = append(old, end...)
	}
	return append(old, section...), nil
}

// guide asks for what a section has; the item's elements without one are offered.
func (a *asker) guide(g *guide, items []catalogue.Item) (err error) {
	if g.number == 0 {
		_, err = a.line("哪个事项，写序号", "", func(answer string) error {
			var err error
			g.number, err = strconv.Atoi(answer)
			if err != nil || !slices.ContainsFunc(items, func(it catalogue.Item) bool { return it.Number == g.number }) {
				return fmt.Errorf("没有序号是“%s”的事项", answer)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if g.heading == "" {
		if free := freeElements(items, g.number); len(free) > 0 {
			fmt.Fprintf(a.out, "  还没有写的名目：%s\n", strings.Join(free, "、"))
		}
		if g.heading, err = a.line("名目", "", required); err != nil {
			return err
		}
	}
	if g.body == "" {
		g.body, err = a.lines("正文，换一行是一段，可以粘贴")
	}
	return err
}

// freeElements returns the names in an item's 公开内容 that no section has.
func freeElements(items []catalogue.Item, number int) (free []string) {
	for _, it := range items {
		if it.Number != number {
			continue
		}
		tabs := catalogue.TabsOf(it.Guides)
		for _, e := range it.Content {
			if name, _ := catalogue.Closing(e.Text); tabs.Take(e) < 0 && len([]rune(name)) <= catalogue.LongestTab {
				free = append(free, name)
			}
		}
	}
	return free
}

// matchesElement reports whether the item has an element that a section of this heading is the tab of.
func matchesElement(it catalogue.Item, heading string) bool {
	tabs := catalogue.NewTabs([]string{heading})
	return slices.ContainsFunc(it.Content, func(e catalogue.Element) bool { return tabs.Take(e) >= 0 })
}
