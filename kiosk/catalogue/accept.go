package catalogue

import (
	"slices"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// acceptable are the codes of warnings and hints: those that accept = ["no-basis"] may take for good.
var acceptable = []string{
	"air-dark", "air-empty", "ask-lines", "ask-long", "character-code", "conflict-copy", "content-deeper", "copy", "date-early",
	"date-late", "deadline-passed", "direction-character", "ditto", "dwell-capped", "expired", "file-in-future", "filler-text",
	"folder-as-file", "garbled", "guide-name", "guide-no-body", "guide-twice", "hard-to-read", "holidays-unknown", "image-flat",
	"image-name", "image-several", "image-small", "image-unused", "key-in-text", "levels-joined", "link-bare-address",
	"link-foreign", "link-inside", "lone-bracket", "lost-characters", "lost-marks", "mouth-as-square", "name-not-utf8",
	"name-txt", "no-basis", "no-contact", "no-font", "no-font-script", "not-read", "notice-twice", "number-gap",
	"path-backslash", "personal-number", "pipe", "private-character", "quotes-in-text", "symbol-font", "symbol-letter",
	"symbol-option", "text-long", "tick-alone", "title-long", "twin-character", "unseen-character", "web-entity", "web-tag",
	"wide-phone", "withdrawn",
}

// accept reports codes that nothing can accept: unknown ones, and those of errors.
func (c *checker) accept(list []toml.Text) {
	for i := range list {
		t := &list[i]
		code := squeeze(t.V)
		if code == "" || slices.Contains(acceptable, code) {
			continue
		}
		fix := "照抄 kiosk check 那一行末尾方括号里的代码，例如 \"no-basis\"；错误不能认可，要改好"
		mend := diag.Mend{}
		if meant := diag.Suggest(code, acceptable); meant != "" {
			fix, mend = "改成“"+meant+"”", t.Replaced(meant)
		}
		c.mended(mend, diag.Error, true, "accept-unknown", t.At, "“accept”（认可）里的“"+diag.Excerpt(code, 40)+"”不是提醒的代码", fix)
	}
}

// Accept marks the warnings and hints that the content accepts: an item or a notice those of its own file, kiosk.toml any.
func Accept(files []File, problems []diag.Problem) []diag.Problem {
	marked := slices.Clone(problems)
	by := make(map[string][]string)
	for _, f := range files {
		if acceptKey.Mentioned(f.Data) {
			by[f.Path] = acceptedIn(f)
		}
	}
	if len(by) == 0 {
		return marked
	}
	for i := range marked {
		p := &marked[i]
		if p.Severity != diag.Error && (slices.Contains(by[p.File], p.Code) || slices.Contains(by["kiosk.toml"], p.Code)) {
			p.Accepted = true
		}
	}
	return marked
}

var acceptKey = toml.NewKey("accept")

// acceptedIn returns the codes that a file accepts.
func acceptedIn(f File) []string {
	switch kindOf(f.Path) {
	case settingsKind:
		var s settingsFile
		toml.Decode(f.Path, f.Data, &s)
		return words(s.Accept)
	case itemKind:
		var it itemFile
		toml.Decode(f.Path, f.Data, &it)
		return words(it.Accept)
	case noticeKind:
		var n noticeFile
		toml.Decode(f.Path, f.Data, &n)
		return words(n.Accept)
	}
	return nil
}

// Acceptable returns the codes that content may accept, sorted.
func Acceptable() []string { return slices.Clone(acceptable) }
