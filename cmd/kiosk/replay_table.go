package main

import (
	"fmt"
	"strings"
	"time"

	"gongkai/kiosk/blackbox"
	"gongkai/kiosk/diag"
)

// This file prints a black box for people.

// eventNames are the events' names for people; hidden is what was typed or chosen.
var eventNames = map[string]string{
	"tick": "时间过去", "content": "换内容", "clock-trusted": "时钟可信", "clock-doubted": "时钟不可信", "clock-set": "时钟调过", "press": "手指按下", "lift": "手指抬起",
	"scroll": "滚动", "open": "打开", "back": "返回", "home": "首页", "leave": "结束", "find-row": "到目录里看", "more": "往下一屏", "top": "回到开头",
	"section": "办事指南", "page": "翻页", "sheet": "打开浮层", "part": "换一张", "hidden": "输入或选择",
}

// boxHead returns what a box tells beside its events.
func boxHead(b blackbox.Box, zone *time.Location) string {
	var out strings.Builder
	row := func(name, format string, values ...any) { fmt.Fprintf(&out, name+"："+format+"\n", values...) }
	row("原因", "%s", printable(or(b.Cause, "没有留下（被系统结束，例如内存不够）")))
	row("版本", "kiosk %s %s", printable(b.Version), printable(b.Commit))
	row("内容", "%s，版本 %s", printable(or(b.Content, "程序自带的目录")), printable(or(b.Revision, "无")))
	row("时间", "%s 开始，%s 最后一帧", moments(b.Started, zone), moments(b.Last, zone))
	row("帧", "%d，晚到 %d", b.Shown, b.Late)
	row("画面", "%dx%d，%s", b.Width, b.Height, printable(b.Session))
	for _, p := range b.Problems {
		row("问题", "%s", printable(p))
	}
	for line := range strings.Lines(b.Crash) {
		fmt.Fprintf(&out, "  %s\n", printable(strings.TrimRight(line, "\r\n")))
	}
	return out.String()
}

// printable returns a text of a file from outside without control characters.
func printable(text string) string { return diag.Printable(text) }

// moments returns a time in seconds since 1970; 0 is none.
func moments(seconds int64, zone *time.Location) string {
	if seconds == 0 {
		return "无"
	}
	return time.Unix(seconds, 0).In(zone).Format("2006-01-02 15:04:05")
}

// boxTable returns a row for each step.
func boxTable(steps []blackbox.Step, zone *time.Location) string {
	var out strings.Builder
	for i, step := range steps {
		out.WriteString(boxRow(i, step, zone))
	}
	return out.String()
}

// boxRow returns a step as a row: its number, its time, the event and the screen after it.
func boxRow(i int, step blackbox.Step, zone *time.Location) string {
	var out strings.Builder
	fmt.Fprintf(&out, "%3d  %s  %s", i+1, moments(step.At, zone), or(eventNames[step.Event], printable(step.Event)))
	if step.To != "" {
		fmt.Fprintf(&out, " %s", printable(step.To))
	}
	if step.N != 0 {
		fmt.Fprintf(&out, " %d", step.N)
	}
	if step.Times > 1 {
		fmt.Fprintf(&out, " ×%d", step.Times)
	}
	fmt.Fprintf(&out, " → %s", printable(step.On))
	if step.Sheet != "" {
		fmt.Fprintf(&out, " + %s", printable(step.Sheet))
	}
	if step.Doubted {
		out.WriteString("，时钟不可信")
	}
	switch {
	case step.Fault != "":
		fmt.Fprintf(&out, "  （重放时出错：%s）", printable(step.Fault))
	case step.Lacking:
		out.WriteString("  （现在的内容里没有这个画面）")
	case step.Forced:
		out.WriteString("  （画面照记录摆放）")
	}
	out.WriteString("\n")
	return out.String()
}
