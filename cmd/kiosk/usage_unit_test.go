package main

import (
	"bytes"
	"strings"
	"testing"
)

// TestWrongUsageIsSaidInChinese fails if a new version of the library changes its messages.
func TestWrongUsageIsSaidInChinese(t *testing.T) {
	for args, want := range map[string]string{
		"frob":                                "不认识“frob”",
		"run --frob":                          "没有叫 --frob 的选项",
		"check --formt json":                  "没有叫 --formt 的选项，是不是 --format",
		"snapshot":                            "缺少选项 --out=目录；要审批单就写 --sheet=week.png",
		"snapshot --out":                      "--out 后面没有值",
		"run --window":                        "--window 后面没有值",
		"new notice --title -开头":              "--title 后面的值“-开头”以减号开头，要连着写：--title=-开头",
		"new item --number -5":                "--number 后面的值“-5”以减号开头，要连着写：--number=-5",
		"init":                                "缺少 <目录>",
		"init a b":                            "不认识“b”",
		"check --format xml":                  "--format 只能是 \"text\",\"json\"，不是“xml”",
		"check --strict=maybe":                "--strict 后面不写“=maybe”",
		"run --rotate x":                      "--rotate 应是整数，不是“x”",
		"run --rotate 45":                     "--rotate 应是 0、90、180 或 270，不是 45",
		"snapshot --out x --size 9999x100":    "--size: 大小应写成 宽x高，例如 1080x1920，每边 240 到 8192，不是“9999x100”",
		"snapshot --out x --at 2026-02-30":    "--at: 时间应写成 2026-10-01T08:00 或 none，不是“2026-02-30”",
		"snapshot --out /dev/null/x --size x": "--size: 大小应写成 宽x高，例如 1080x1920，每边 240 到 8192，不是“x”",
	} {
		var out, err bytes.Buffer
		code := run(t.Context(), strings.Fields(args), streams{&out, &err})
		if first, _, _ := strings.Cut(err.String(), "\n"); code != usage || first != "kiosk："+want {
			t.Errorf("%s: exit %d, %q; want %q", args, code, first, want)
		}
	}
}
