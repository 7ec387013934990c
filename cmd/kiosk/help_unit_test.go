package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestHelpIsInChinese fails if a new version of the library has other words in its help.
func TestHelpIsInChinese(t *testing.T) {
	own := regexp.MustCompile(`(?m)^(Usage|Flags|Commands|Arguments|Run)\b|\[flags\]|<command>|Show `)
	for _, command := range []string{"", "run", "init", "check", "snapshot", "version"} {
		var out, err bytes.Buffer
		code := run(t.Context(), append(strings.Fields(command), "--help"), streams{&out, &err})
		if code != fine || err.Len() > 0 || !strings.HasPrefix(out.String(), "用法：kiosk") {
			t.Errorf("%s: exit %d, %s%s", command, code, err.String(), out.String())
		}
		if m := own.FindString(out.String()); m != "" {
			t.Errorf("%s --help says %q:\n%s", command, m, out.String())
		}
	}
}

func TestHelpIsAligned(t *testing.T) {
	for said, want := range map[string]string{
		"      --content=目录        内容目录。": "      --content=目录      内容目录。",
		"      --strict            有提醒。":  "      --strict            有提醒。",
		"  <目录>  写到哪里。":                   "  <目录>  写到哪里。",
		"没有缩进  不是一行两栏":                    "没有缩进  不是一行两栏",
		"":                                "",
	} {
		if got := alignColumns(said); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestManPage fails for a command that kiosk(1) lacks, save those for .bat files alone.
func TestManPage(t *testing.T) {
	page := string(readBytes(t, "../../systemd/deb/kiosk.1"))
	parser, err := kong.New(&cli{}, kong.Vars{"screens": screenNames})
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range parser.Model.Children {
		name := command.Name
		if !command.Hidden && !strings.Contains(page, "\n.B "+name+"\n") && !strings.Contains(page, "\n.BI "+name+" ") {
			t.Errorf("kiosk(1) lacks %s", name)
		}
	}
}
