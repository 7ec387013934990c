package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // a kiosk's system may lack the zones

	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
	"gongkai/kiosk/toml"
)

// common are the flags of every command that reads content.
type common struct {
	Content *string `placeholder:"目录" help:"内容目录；默认是程序自带的目录。"`
	Config  string  `placeholder:"文件" help:"本机设置，默认 /etc/kiosk/config.toml（没有也可以）。"`
	State   *string `placeholder:"目录" help:"上次完好的内容留在哪里；默认照本机设置，或由 systemd 给出。"`
}

// config is what a machine's own file says; synced content can't touch it. Flags go before it.
type config struct {
	name    string // of the place, for a screen without content
	content string // "": the shipped catalogue
	unknown bool   // which content to show can't be told: nothing is shown, least of all another community's catalogue
	state   string // where its last good state is kept; "": nowhere
	rotate  int
	zone    *time.Location
	level   slog.Level
	fonts   string   // a directory of fonts beside the program's own
	power   []string // a command that switches the panel, and its arguments
	panel   session.Panel
	proof   bool // pages carry the code that proves what was shown
}

const configPath = "/etc/kiosk/config.toml"

// configFile is the file's shape.
type configFile struct {
	Name     toml.Text         `toml:"name"`
	Content  toml.Text         `toml:"content"`
	State    toml.Text         `toml:"state"`
	Rotate   toml.Value[int64] `toml:"rotate"`
	Timezone toml.Text         `toml:"timezone"`
	Fonts    toml.Text         `toml:"fonts"`
	Proof    toml.Value[bool]  `toml:"proof"`
	Screen   screenFile        `toml:"screen"`
	Panel    panelFile         `toml:"panel"`
	Log      struct {
		Level toml.Text `toml:"level"`
	} `toml:"log"`
}

// load is seek for a command that has nobody waiting before its screen: with settings that
// are wrong, ok is false.
func (c common) load(s streams) (conf config, ok bool) {
	conf, problems := c.seek(s)
	errors, _ := counts(problems)
	return conf, errors == 0
}

// seek reads the machine's settings and seeks its fonts. What is wrong with the settings it
// says and returns; keys that are wrong are as if they weren't there.
func (c common) seek(s streams) (conf config, problems []diag.Problem) {
	path := c.Config
	if path == "" {
		path = configPath
	}
	conf, problems = readConfig(path, c.Config != "")
	conf.seekFonts()
	if c.Content != nil {
		if conf.content = *c.Content; conf.content == "" { // an unset variable of a script, most likely
			problems = append(problems, diag.Problem{File: "命令行", Message: "--content 后面是空的", Fix: "写上内容目录"})
		}
	}
	errors, _ := counts(problems)
	conf.unknown = conf.content == "" && errors > 0
	switch {
	case c.State != nil:
		conf.state = *c.State
	case conf.state == "":
		conf.state, _, _ = strings.Cut(os.Getenv("STATE_DIRECTORY"), ":") // systemd.exec(5): a list
	}
	problems = append(problems, conf.keepApart()...)
	diag.WriteText(s.err, problems)
	return conf, problems
}

// readConfig reads the file; a missing one is a problem only when it was asked for.
func readConfig(path string, asked bool) (config, []diag.Problem) {
	var file configFile
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !asked:
		return file.settings()
	case err != nil:
		conf, _ := file.settings()
		return conf, []diag.Problem{unread(path, err)}
	case len(bytes.TrimSpace(data)) == 0: // the power has failed while it was written, most likely
		conf, _ := file.settings()
		return conf, []diag.Problem{{File: path, Message: "本机设置是空的", Fix: `写上内容目录，例如 content = "/srv/kiosk/content"`}}
	}
	problems := toml.Salvage(path, data, &file)
	conf, more := file.settings()
	return conf, append(problems, more...)
}

// unread says why the file can't be read.
func unread(path string, err error) diag.Problem {
	p := diag.Problem{File: path, Message: "读不了本机设置", Fix: "换成一个文字文件"}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Message, p.Fix = "没有这个本机设置文件", "看看文件名写对没有"
	case errors.Is(err, fs.ErrPermission):
		p.Message, p.Fix = "没有权限读本机设置", "改权限，让运行 kiosk 的用户能读"
	}
	return p
}

// settings turns the file's words into values, with defaults for what it leaves out.
func (f configFile) settings() (conf config, problems []diag.Problem) {
	wrong := func(at diag.Spot, message, fix string) {
		problems = append(problems, at.Problem(diag.Error, message, fix))
	}
	conf = config{name: strings.TrimSpace(f.Name.V), content: f.Content.V, state: f.State.V, rotate: int(f.Rotate.V), fonts: f.Fonts.V, proof: f.Proof.V}
	if !quarterTurn(conf.rotate) {
		wrong(f.Rotate.At, fmt.Sprintf("rotate 不能是 %d", conf.rotate), "写成 0、90、180 或 270")
		conf.rotate = 0
	}
	if f.Content.Given() && conf.content == "" {
		wrong(f.Content.At, "content 是空的", `写上内容目录，例如 content = "/srv/kiosk/content"`)
	}
	conf.zone, _ = time.LoadLocation("Asia/Shanghai") // embedded
	if f.Timezone.Given() {
		zone, err := time.LoadLocation(f.Timezone.V)
		if err != nil {
			wrong(f.Timezone.At, fmt.Sprintf("没有叫“%s”的时区", f.Timezone.V), "写成“Asia/Shanghai”")
		} else {
			conf.zone = zone
		}
	}
	if f.Log.Level.Given() {
		if err := conf.level.UnmarshalText([]byte(f.Log.Level.V)); err != nil {
			wrong(f.Log.Level.At, fmt.Sprintf("log.level 不能是“%s”", f.Log.Level.V), "写成“debug”“info”“warn”或“error”")
		}
	}
	conf.panel = f.Panel.settings(wrong)
	warned := func(at diag.Spot, message, fix string) {
		problems = append(problems, at.Problem(diag.Warning, message, fix))
	}
	conf.power = f.Screen.settings(wrong, warned)
	if f.Fonts.Given() && !isFolder(conf.fonts) { // the screen does without
		warned(f.Fonts.At, "没有“"+diag.Printable(conf.fonts)+"”这个字体目录", "写成放字体文件（.ttf、.otf）的目录，或删去这一行")
	}
	return conf, problems
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// quarterTurn says whether a screen can be turned by so many degrees.
func quarterTurn(degrees int) bool {
	return degrees == 0 || degrees == 90 || degrees == 180 || degrees == 270
}

// logger writes for journald: no time of its own.
func (c config) logger(w io.Writer) *slog.Logger {
	return slog.New(slog.NewTextHandler(w, &slog.HandlerOptions{Level: c.level, ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 && os.Getenv("JOURNAL_STREAM") != "" {
			return slog.Attr{}
		}
		return a
	}}))
}
