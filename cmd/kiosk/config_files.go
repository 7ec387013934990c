package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// settingsFiles are the files of the machine's settings in the order in which they are read: config.toml, then those of
// config.d by name. A later one wins key by key.
type settingsFiles struct {
	merged   configFile
	read     []string // the files in use
	problems []diag.Problem
}

// readConfig reads the file and those of its directory; a missing one is a problem only if a flag names it. A broken file
// takes no key of another along.
func readConfig(path string, named bool) (config, []diag.Problem) {
	var all settingsFiles
	if err := all.add(path); err != nil && (named || !errors.Is(err, fs.ErrNotExist)) {
		all.problems = append(all.problems, unread(path, err))
	}
	all.addDirectory(strings.TrimSuffix(path, ".toml") + ".d")
	conf, problems := all.merged.settings()
	conf.files = all.read
	return conf, append(append(all.problems, problems...), all.merged.Panel.together()...)
}

// addDirectory adds the files of a directory that may be absent. os.ReadDir sorts them.
func (a *settingsFiles) addDirectory(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		p := unread(dir, err)
		p.Fix = "让运行 kiosk 的用户能读这个目录"
		a.problems = append(a.problems, p)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) != ".toml" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if err := a.add(path); err != nil {
			a.problems = append(a.problems, unread(path, err))
		}
	}
}

// add reads a file over those before. A key with a wrong value keeps the value it had before.
func (a *settingsFiles) add(path string) error {
	data, err := readRegular(path)
	if err != nil {
		return err
	}
	a.read = append(a.read, path)
	if len(bytes.TrimSpace(data)) == 0 { // most likely the power failed while it was written
		a.problems = append(a.problems, diag.Problem{File: path, Code: "settings-empty", Message: "本机设置是空的", Fix: `写上内容目录，例如 content = "/srv/kiosk/content"`})
		return nil
	}
	before := a.merged
	a.problems = append(a.problems, withoutPIN(toml.Salvage(path, data, &a.merged), string(data))...)
	if len(a.read) == 1 {
		return nil // nothing to keep; settings reports what is wrong
	}
	_, problems := a.merged.settings()
	for _, p := range problems {
		if p.File == path && p.Severity == diag.Error && restore(reflect.ValueOf(&a.merged).Elem(), reflect.ValueOf(before), p) {
			a.problems = append(a.problems, p)
		}
	}
	return nil
}

// aboutPIN matches a line that sets the PIN, or was meant to.
var aboutPIN = regexp.MustCompile(`(?i)service.?pin`)

// withoutPIN gives the problems at a line about the PIN a text that doesn't repeat it: problems are logged, and shown.
func withoutPIN(problems []diag.Problem, text string) []diag.Problem {
	lines := strings.Split(text, "\n")
	for i, p := range problems {
		if p.Line > 0 && p.Line <= len(lines) && aboutPIN.MatchString(lines[p.Line-1]) {
			problems[i].Code, problems[i].Message, problems[i].Fix = "service-pin", wrongPIN, fixPIN
		}
	}
	return problems
}

// readRegular reads a regular file: a pipe would keep the kiosk waiting.
func readRegular(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	return os.ReadFile(path)
}

// restore gives the key at which a problem stands, in a struct of keys or the tables in it, the value that it had before, and
// reports whether there is such a key.
func restore(now, before reflect.Value, p diag.Problem) (done bool) {
	for i := range now.NumField() {
		field, was := now.Field(i), before.Field(i)
		switch {
		case field.Kind() == reflect.Slice && field.Len() > 0 && standsAt(field.Index(0), p), standsAt(field, p):
			field.Set(was)
			done = true
		case field.Kind() == reflect.Struct && !field.FieldByName("V").IsValid() && field.Type() != reflect.TypeFor[diag.Spot]():
			done = restore(field, was, p) || done
		}
	}
	return done
}

// standsAt reports whether a key's value stands where a problem does.
func standsAt(value reflect.Value, p diag.Problem) bool {
	if value.Kind() != reflect.Struct || !value.FieldByName("V").IsValid() {
		return false
	}
	at := value.FieldByName("At").Interface().(diag.Spot)
	if at.Source() == nil {
		return false
	}
	q := at.Problem(p.Severity, "", "", "")
	return q.File == p.File && q.Line == p.Line && q.Column == p.Column
}

// unread returns the problem of a file that can't be read.
func unread(path string, err error) diag.Problem {
	p := diag.Problem{File: path, Code: "settings-unreadable", Message: "读不了本机设置", Fix: "换成一个文字文件"}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.Code, p.Message, p.Fix = "settings-missing", "没有这个本机设置文件", "看看文件名写对没有"
		if path == configPath {
			p.Fix = "从 /usr/share/gongkai/conffiles" + configPath + " 拷一份回来，再写上这台机器的设置"
		}
	case errors.Is(err, fs.ErrPermission):
		p.Code, p.Message, p.Fix = "settings-no-permission", "没有权限读本机设置", "改权限，让运行 kiosk 的用户能读"
	}
	return p
}
