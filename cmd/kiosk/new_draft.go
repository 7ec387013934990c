package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"time"
	"unicode"

	"gongkai/content"
	"gongkai/kiosk/toml"
)

// draft is a notice before it is a file.
type draft struct {
	title           string // "\n" where a heading may break
	day             time.Time
	body            string
	issuer          string
	when, where     string
	images          []string // as the notice names them
	publish, expire time.Time
	pinned          bool
}

// noticeOrder are a notice's keys in the order of a file.
var noticeOrder = []string{"title", "date", "body", "when", "where", "issuer", "images", "publish", "expire", "pinned", "urgent"}

// file returns the notice's file: the sample that kiosk init writes, with the draft's values in the places of the
// sample's. The keys that the draft lacks stay as they are, behind #.
func (d draft) file() ([]byte, error) {
	sample, err := fs.ReadFile(content.Starter, "公告写法.txt")
	if err != nil {
		return nil, err
	}
	_, text, _ := bytes.Cut(sample, []byte("\n")) // how to copy and rename it
	values := append(d.texts(), keyValue{"date", dayLiteral(d.day)})
	if !d.publish.IsZero() {
		values = append(values, keyValue{"publish", dayLiteral(d.publish)})
	}
	if !d.expire.IsZero() {
		values = append(values, keyValue{"expire", dayLiteral(d.expire)})
	}
	if d.pinned {
		values = append(values, keyValue{"pinned", toml.Literal("true")})
	}
	return setAll(text, values)
}

// dayLiteral returns a day as files have it.
func dayLiteral(day time.Time) toml.Literal { return toml.Literal(day.Format(time.DateOnly)) }

// keyValue is a key and what a file gives it.
type keyValue struct {
	key   string
	value any
}

// texts returns what a document or an author gives a notice.
func (d draft) texts() []keyValue {
	values := []keyValue{{"title", d.title}, {"body", d.body}}
	for _, t := range []keyValue{{"when", d.when}, {"where", d.where}, {"issuer", d.issuer}} {
		if t.value != "" {
			values = append(values, t)
		}
	}
	if len(d.images) > 0 {
		values = append(values, keyValue{"images", d.images})
	}
	return values
}

// absent returns the keys that a document could give a notice, and this one doesn't.
func (d draft) absent() (keys []string) {
	if d.issuer == "" {
		keys = append(keys, "issuer")
	}
	if len(d.images) == 0 {
		keys = append(keys, "images")
	}
	return keys
}

// setAll sets keys in a notice's file, also in one that staff wrote.
func setAll(text []byte, values []keyValue) ([]byte, error) {
	for _, v := range values {
		edited, ok := toml.Set(toml.Uncomment(text, v.key), v.key, v.value, noticeOrder)
		if !ok {
			return nil, fmt.Errorf("%s 写不进去，文件里有别的错误", v.key)
		}
		text = edited
	}
	return text, nil
}

// longestName is how many characters of a title a file's name has.
const longestName = 40

// plainName returns the name that a text gives a file, on every system: without what Windows refuses, and shortened.
func plainName(text string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r), strings.ContainsRune(`\/:*?"<>|#%&{}$!'@+=^~`+"`", r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, text)
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName])
	}
	if name = strings.Trim(name, ". -_"); name == "" {
		return "公告"
	}
	return name
}

// noticePath returns the path of a notice's file: notices/2026-11-20-标题.toml; n above 1 is added to it.
func (d draft) noticePath(n int) string {
	return path.Join("notices", d.day.Format(time.DateOnly)+"-"+plainName(d.title)+ordinal(n)+".toml")
}

// imagePath returns the path of an image of the notice.
func (d draft) imagePath(n int, ending string) string {
	return path.Join("images", fmt.Sprintf("%s-%s%s%s", d.day.Format(time.DateOnly), plainName(d.title), ordinal(n), ending))
}

// ordinal returns what tells a further file from the first: -2.
func ordinal(n int) string {
	if n <= 1 {
		return ""
	}
	return fmt.Sprintf("-%d", n)
}
