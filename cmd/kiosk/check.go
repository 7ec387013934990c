package main

import (
	"context"
	"encoding/json"
	"fmt"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// checkCmd lists all that is wrong with the content.
type checkCmd struct {
	common
	Format string `enum:"text,json" default:"text" help:"text 或 json。"`
	Strict bool   `help:"有提醒也算不合格（退出码 1）。"`
}

func (checkCmd) Help() string {
	return "例：kiosk check --content /srv/kiosk/content\n\n没有错误时退出码是 0，有错误是 1。"
}

func (c checkCmd) run(_ context.Context, s streams) int {
	conf, ok := c.load(s)
	if !ok {
		return found
	}
	snap := conf.check()
	snap.Problems = append(snap.Problems, uncovered(snap)...)
	diag.Sort(snap.Problems)
	write := writeSummary
	if c.Format == "json" {
		write = writeReport
	}
	if err := write(s, snap); err != nil {
		fmt.Fprintf(s.err, "错误：结果没有写完（%v）；改法：看看磁盘空间，再检查一次\n", err)
		return found
	}
	errors, warnings := counts(snap.Problems)
	if errors > 0 || c.Strict && warnings > 0 {
		return found
	}
	return fine
}

// report is the shape of check's JSON; revision is that of what a fresh start would show.
type report struct {
	Revision string         `json:"revision"`
	Items    int            `json:"items"`
	Notices  int            `json:"notices"`
	Problems []diag.Problem `json:"problems"`
}

func reportOf(snap store.Snapshot) report {
	r := report{Problems: snap.Problems}
	if r.Problems == nil {
		r.Problems = []diag.Problem{}
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
	if err := diag.WriteText(s.out, snap.Problems); err != nil {
		return err
	}
	errors, warnings := counts(snap.Problems)
	r := reportOf(snap)
	_, err := fmt.Fprintf(s.out, "事项 %d 条，公告 %d 条；错误 %d 处，提醒 %d 处；版本 %s\n", r.Items, r.Notices, errors, warnings, short(r.Revision))
	return err
}

// short is a revision as people read it out.
func short(revision string) string {
	if revision == "" {
		return "无"
	}
	return revision[:len("sha256:")+8]
}
