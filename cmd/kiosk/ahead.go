package main

import (
	"os"
	"path/filepath"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/store"
)

// ahead warns of the content's files that were modified after now: the office's clock was wrong, or this machine's is. For a
// month ahead of such a file's time a panel shows no date.
func (c config) ahead(snap store.Snapshot, now time.Time) (problems []diag.Problem) {
	for _, f := range snap.Files {
		info, err := os.Stat(filepath.Join(c.content, filepath.FromSlash(f.Path)))
		if err != nil || info.ModTime().Sub(now) < fileSlack {
			continue
		}
		problems = append(problems, diag.Problem{
			File: f.Path, Severity: diag.Warning,
			Code: "file-in-future", Message: "这个文件的修改时间是 " + info.ModTime().In(c.zone).Format("2006-01-02 15:04") + "，比现在晚，屏幕可能因此不显示日期",
			Fix: "看看办公电脑和这台机器的日期对不对，改好以后把文件重新保存一次",
		})
	}
	return problems
}
