package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"path/filepath"
	"strings"
	"time"
)

// statusCmd asks the running kiosk how it is.
type statusCmd struct {
	Format string `enum:"text,json" default:"text" help:"text 或 json。"`
	Socket string `placeholder:"文件" help:"到哪里问，默认 /run/kiosk/status.sock。"`
}

func (statusCmd) Help() string {
	return "例：kiosk status\n\n例：kiosk status --format json\n\n没有 kiosk 回答时退出码是 1。"
}

// maxAnswer bounds an answer, bytes.
const maxAnswer = 1 << 20

func (c statusCmd) run(_ context.Context, s streams) int {
	path := c.Socket
	if path == "" {
		path = filepath.Join("/run/kiosk", statusFile)
		if dir := runtimeDirectory(); dir != "" {
			path = filepath.Join(dir, statusFile)
		}
	}
	st, err := askStatus(path)
	if err != nil {
		fmt.Fprintf(s.err, "错误：没有 kiosk 在 %s 回答（%v）；改法：看看 systemctl status kiosk；用 sudo，或把自己加进 kiosk 组，再试一次\n", path, err)
		return found
	}
	if c.Format == "json" {
		e := json.NewEncoder(s.out)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		err = e.Encode(st)
	} else {
		_, err = io.WriteString(s.out, st.text())
	}
	if err != nil {
		fmt.Fprintf(s.err, "错误：结果没有写完（%v）；改法：看看磁盘空间，再试一次\n", err)
		return found
	}
	return fine
}

// askStatus asks the kiosk that listens at a path.
func askStatus(path string) (st status, err error) {
	conn, err := net.DialTimeout("unix", path, answerTime)
	if err != nil {
		return st, err
	}
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(2 * answerTime))
	return st, json.NewDecoder(io.LimitReader(conn, maxAnswer)).Decode(&st)
}

// text returns the status for people. Root reads what a program without rights has written.
func (st status) text() string {
	var b strings.Builder
	row := func(name, format string, values ...any) {
		b.WriteString(name + "：" + printable(fmt.Sprintf(format, values...)) + "\n")
	}
	row("版本", "kiosk %s（%s）", st.Version, or(st.Commit, "提交不明"))
	if st.Back != "" {
		row("退回", "%s", st.Back)
	}
	row("运行", "%s，%s", duration(time.Duration(st.Uptime)*time.Second), map[string]string{"wayland": "在合成器（cage）里", "x11": "直接在 X 上", "window": "在窗口里"}[st.Session])
	row("画面", "%s%s", st.screen(), map[bool]string{true: "，正常", false: "，没有反应，或看不见"}[st.Alive])
	row("内容", "版本 %s%s", shortRevision(st.Revision), at("，", st.Loaded, " 换上"))
	row("时钟", "%s", map[bool]string{true: "可信", false: "不可信，画面上不写时间"}[st.Clock])
	row("屏幕", "%s", st.monitor())
	row("帧", "%d，晚到 %d%s", st.Frames, st.Late, at("，最后一帧 ", st.Last, ""))
	row("内存", "%d MiB", st.Memory>>20)
	row("一直按着的触点", "%d 个，已忽略", st.Stuck)
	row("问题", "错误 %d 处，提醒 %d 处，提示 %d 处", st.Counts["error"], st.Counts["warning"], st.Counts["hint"])
	for _, p := range st.Problems {
		b.WriteString("  " + printable(p.String()) + "\n")
	}
	return b.String()
}

// monitor returns whether there is one, and how it was switched.
func (st status) monitor() string {
	if !st.Monitor {
		return noScreen
	}
	return map[string]string{"on": "开", "off": "关", "": "不由 kiosk 开关"}[st.Panel]
}

// screen returns the screen's name, its item and its sheet.
func (st status) screen() string {
	name := st.Screen
	if st.Item > 0 {
		name += fmt.Sprint(" ", st.Item)
	}
	if st.Sheet != "" {
		name += " + " + st.Sheet
	}
	return name
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

// at returns a time between two texts, or "" for none.
func at(before string, t *time.Time, after string) string {
	if t == nil {
		return ""
	}
	return before + t.Format("2006-01-02 15:04:05") + after
}

// duration returns a duration in its two largest units.
func duration(d time.Duration) string {
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	switch {
	case days > 0:
		return fmt.Sprintf("%d 天 %d 小时", days, hours)
	case hours > 0:
		return fmt.Sprintf("%d 小时 %d 分钟", hours, minutes)
	}
	return fmt.Sprintf("%d 分 %d 秒", minutes, int(d.Seconds())%60)
}
