package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// checkCmd lists all problems of the content.
type checkCmd struct {
	common
	Format string `enum:"text,json" default:"text" help:"text 或 json。"`
	Strict bool   `help:"有提醒也算不合格（退出码 1）。"`
	Watch  bool   `help:"每次保存以后再检查一遍，按 Ctrl+C 结束。"`
	Fix    bool   `help:"先把能确定的地方改好，显示改了什么，原来的文件留作 .bak。"`
}

func (checkCmd) Help() string {
	return "例：kiosk check --content /srv/kiosk/content\n\n例：kiosk check --content /srv/kiosk/content --watch\n\n例：kiosk check --content /srv/kiosk/content --fix\n\n没有错误时退出码是 0，有错误是 1。"
}

func (c checkCmd) run(ctx context.Context, s streams) int {
	conf, ok := c.load(s)
	if len(conf.files) > 1 {
		fmt.Fprintln(s.err, "本机设置依次读自："+diag.Printable(strings.Join(conf.files, "、")))
	}
	switch {
	case !ok:
		return found
	case c.Fix && (conf.content == "" || c.Watch):
		fmt.Fprintln(s.err, "kiosk：--fix 要有内容目录，不和 --watch 一起用，写成 kiosk check --fix --content 目录")
		return usage
	case c.Watch && conf.content == "":
		fmt.Fprintln(s.err, "kiosk：--watch 要有内容目录，写成 kiosk check --watch --content 目录")
		return usage
	case c.Watch:
		return c.watch(ctx, s, conf)
	}
	if c.Fix && !c.fix(s, conf) {
		c.once(s, conf, conf.checker())
		return found
	}
	return c.once(s, conf, conf.checker())
}

// once checks the content, prints the problems and returns the exit code.
func (c checkCmd) once(s streams, conf config, check func() store.Snapshot) int {
	snap := conf.findings(check())
	write := writeSummary
	if c.Format == "json" {
		write = writeReport
	}
	if err := write(s, snap); err != nil {
		fmt.Fprintf(s.err, "错误：结果没有写完（%s）；改法：看看磁盘空间，再检查一次\n", cause(err))
		return found
	}
	if n := counts(snap.Problems); n[diag.Error] > 0 || c.Strict && n[diag.Warning] > 0 {
		return found
	}
	return fine
}

// findings adds the problems that store doesn't find: characters without a font, images of a size that is seen badly,
// dates that have passed, and hints. A problem of the directory itself gets its path.
func (c config) findings(snap store.Snapshot) store.Snapshot {
	snap = c.withKeptState(snap)
	snap.Add(uncovered(snap))
	snap.Add(catalogue.Sizes(snap.Files))
	snap.Add(c.illegible(snap.Catalogue))
	snap.Add(catalogue.Hints(snap.Catalogue))
	if now := time.Now().In(c.zone); c.clock(slog.New(slog.DiscardHandler)).trusts(now) {
		snap.Add(catalogue.Due(snap.Files, now))
		snap.Add(c.ahead(snap, now))
	}
	snap.Problems = c.placed(snap.Problems)
	diag.Sort(snap.Problems)
	return snap
}

// placed returns problems of which one of the directory itself names its path.
func (c config) placed(problems []diag.Problem) []diag.Problem {
	problems = slices.Clone(problems)
	for i := range problems {
		if p := &problems[i]; p.File == "." && c.content != "" {
			p.File = c.content
		}
	}
	return problems
}

// report is check's JSON; the revision is that of the content that a fresh start would show.
type report struct {
	Revision string         `json:"revision"`
	Items    int            `json:"items"`
	Notices  int            `json:"notices"`
	Problems []diag.Problem `json:"problems"`
	Accepted []diag.Problem `json:"accepted"` // by the content itself
}

func reportOf(snap store.Snapshot) report {
	r := report{Problems: snap.Problems, Accepted: snap.Accepted}
	if r.Problems == nil {
		r.Problems = []diag.Problem{}
	}
	if r.Accepted == nil {
		r.Accepted = []diag.Problem{}
	}
	if c := snap.Catalogue; c != nil {
		r.Revision, r.Items, r.Notices = c.Revision, len(c.Items), len(c.Notices)
	}
	return r
}

func writeReport(s streams, snap store.Snapshot) error {
	e := json.NewEncoder(s.out)
	e.SetEscapeHTML(false)
	return e.Encode(reportOf(snap))
}

func writeSummary(s streams, snap store.Snapshot) error {
	if err := diag.WriteLines(s.out, snap.Problems, source(snap.Files)); err != nil {
		return err
	}
	n, r := counts(snap.Problems), reportOf(snap)
	verdict, hints := "", ""
	if n[diag.Error]+n[diag.Warning] == 0 {
		verdict = "没有问题\n"
	}
	if n[diag.Hint] > 0 {
		hints = fmt.Sprintf("，提示 %d 处", n[diag.Hint])
	}
	_, err := fmt.Fprintf(s.out, "%s事项 %d 条，公告 %d 条；错误 %d 处，提醒 %d 处%s%s；版本 %s\n",
		verdict, r.Items, r.Notices, n[diag.Error], n[diag.Warning], hints, acceptedText(snap.Accepted), shortRevision(r.Revision))
	return err
}

// acceptedText returns how many problems the content accepts, and of which kinds; "" for none.
func acceptedText(accepted []diag.Problem) string {
	if len(accepted) == 0 {
		return ""
	}
	var codes []string
	for _, p := range accepted {
		codes = append(codes, p.Code)
	}
	slices.Sort(codes)
	return fmt.Sprintf("，已认可 %d 处（%s）", len(codes), strings.Join(slices.Compact(codes), "、"))
}

// source returns a lookup of files' bytes by path, with personal numbers masked: others
// see the report on the screen, and it is forwarded.
func source(files []catalogue.File) func(path string) []byte {
	data := make(map[string][]byte, len(files))
	for _, f := range files {
		data[f.Path] = f.Data
	}
	return func(path string) []byte { return catalogue.Masked(data[path]) }
}

// shortRevision returns a revision shortened for reading aloud. One from outside may be anything.
func shortRevision(revision string) string {
	if revision == "" {
		return "无"
	}
	return printable(revision[:min(len("sha256:")+8, len(revision))])
}
