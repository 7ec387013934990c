package catalogue

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"time"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/toml"
)

// A notice, or an item, may be written or pasted as people write to each other: 标题：…, 日期：…, 正文, each on a line of its
// own. Such a file has no key with its value, and all that it means is clear.

// formKey is a key that a line of a form may begin with.
type formKey struct {
	key    string
	labels []string
	kind   reflect.Type // of the value
	many   bool
}

// formKeys returns the keys of a file's struct that forms have.
func formKeys(file any) (keys []formKey) {
	for f := range reflect.TypeOf(file).Fields() {
		k := formKey{key: f.Tag.Get("toml"), kind: f.Type}
		if f.Type.Kind() == reflect.Slice {
			k.many, k.kind = true, f.Type.Elem()
		}
		if !slices.Contains(formKinds, k.kind) {
			continue
		}
		k.labels = append(strings.Split(f.Tag.Get("zh"), ","), k.key)
		keys = append(keys, k)
	}
	return keys
}

var (
	wordsKind   = reflect.TypeFor[toml.Text]()
	momentKind  = reflect.TypeFor[toml.Value[toml.Moment]]()
	boolKind    = reflect.TypeFor[toml.Value[bool]]()
	integerKind = reflect.TypeFor[toml.Value[int64]]()
	formKinds   = []reflect.Type{wordsKind, momentKind, boolKind, integerKind}
)

// form is a text of labelled lines while it is read.
type form struct {
	keys  []formKey
	rest  string // the key that takes all lines behind its label; "" in a form whose labels may follow any text
	pairs []toml.Pair
	open  int // the pair whose text goes on in the lines below; -1: none
	again int // the line at which another form begins, from 1; 0: none
	wrong int // the line that isn't clear, from 1; 0: none
}

// formOf reads a text of labelled lines as keys with their values, up to a line that isn't clear; nil if it is none.
func formOf(text string, k kind) *form {
	f := form{open: -1}
	switch k {
	case noticeKind:
		f.keys, f.rest = formKeys(noticeFile{}), "body"
	case itemKind:
		f.keys = formKeys(itemFile{})
	default:
		return nil
	}
	n := 0
	for line := range strings.Lines(text) {
		n++
		if !f.line(strings.TrimRight(line, "\r\n \t\u3000"), n) {
			f.wrong = n
		}
		if f.again > 0 || f.wrong > 0 {
			break
		}
	}
	if len(f.pairs) < 2 && (len(f.pairs) == 0 || f.wrong == 0) {
		return nil
	}
	for i := range f.pairs {
		if s, ok := f.pairs[i].Value.(string); ok {
			f.pairs[i].Value = strings.Trim(s, "\n")
		}
	}
	return &f
}

// line reads one line; ok is false for one that has no place.
func (f *form) line(line string, n int) (ok bool) {
	k, value := f.labelled(line)
	if k != nil && toml.Quoted(value) { // a key with its value after all, in other words
		f.pairs = nil
		return false
	}
	inRest := f.open >= 0 && f.pairs[f.open].Key == f.rest
	switch {
	case k != nil && f.given(k.key) && k.key == f.pairs[0].Key:
		f.again = n
		return true
	case k != nil && !inRest:
		return !f.given(k.key) && f.take(k, value)
	case strings.TrimSpace(line) == "" && f.open < 0:
		return true
	case f.open < 0 && f.rest != "" && len(f.pairs) > 1: // the text begins without its label
		f.open = len(f.pairs)
		f.pairs = append(f.pairs, toml.Pair{Key: f.rest, Value: ""})
	}
	if f.open < 0 {
		return false
	}
	p := &f.pairs[f.open]
	p.Value = p.Value.(string) + "\n" + line
	return true
}

// labelled returns the key that a line's label names, nil for any other line, and what stands behind it.
func (f *form) labelled(line string) (k *formKey, value string) {
	label, behind, alone := toml.Label(line)
	if label == "" {
		return nil, ""
	}
	i := slices.IndexFunc(f.keys, func(k formKey) bool { return slices.Contains(k.labels, label) })
	if i < 0 || alone && f.keys[i].key != f.rest {
		return nil, ""
	}
	return &f.keys[i], behind
}

func (f *form) given(key string) bool {
	return slices.ContainsFunc(f.pairs, func(p toml.Pair) bool { return p.Key == key })
}

// take reads the value of a label; ok is false for one that isn't clear.
func (f *form) take(k *formKey, value string) (ok bool) {
	value = strings.TrimSpace(value)
	f.open = -1
	var v any = value
	switch {
	case yamlText.MatchString(value) && k.key == f.rest:
		v, ok, f.open = "", true, len(f.pairs)
	case k.many:
		v = strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune("、，,；; \u3000", r) })
		ok = value != ""
	case k.kind == momentKind:
		v, ok = formMoment(value)
	case k.kind == boolKind:
		v = toml.Literal(map[string]string{"是": "true", "否": "false"}[value])
		ok = v != toml.Literal("")
	case k.kind == integerKind:
		v = toml.Literal(plain(value))
		ok = wholeNumber.MatchString(plain(value))
	default:
		ok = true
		if f.rest == "" || k.key == f.rest {
			f.open = len(f.pairs)
		}
	}
	if ok {
		f.pairs = append(f.pairs, toml.Pair{Key: k.key, Value: v})
	}
	return ok
}

var wholeNumber = regexp.MustCompile(`^[1-9][0-9]{0,4}$`)

// formMoment returns a day, or a day with a time, as TOML writes it.
func formMoment(text string) (v toml.Literal, ok bool) {
	if day, ok := dayOf(text); ok {
		return toml.Literal(day.Format(time.DateOnly)), true
	}
	moment, ok := toml.MomentIn(text)
	return moment.Literal(), ok
}

// text returns the form as a file of keys and values.
func (f *form) text() string {
	return string(toml.Format(f.pairs, func(key string) bool { return key == f.rest || key == "content" || key == "basis" || key == "channels" }))
}

// form replaces what Decode found in a text of labelled lines that is clear: one problem, whose mend writes the file anew.
func (c *checker) form() {
	if !slices.ContainsFunc(c.problems, diag.Problem.Breaks) {
		return
	}
	k := kindOf(c.file)
	text := strings.TrimLeft(string(c.data), "\ufeff")
	f := formOf(text, k)
	if f == nil || f.hasKeys(c.data) {
		return
	}
	if f.again > 0 {
		c.problems = nil
		c.second(text, f.again, "从那一行起剪切下来，另存为一个新文件")
		return
	}
	if f.wrong > 0 {
		c.unclear(f)
		return
	}
	if label := f.lacks(k); label != "" {
		c.problems = []diag.Problem{{File: c.file, Line: 1, Whole: true, Code: "label-missing", Message: "这是“标题：”“日期：”这样的平常写法，没有写“" + label + "：”",
			Fix: "补上“" + label + "：”这一行，再用 kiosk check --fix 改写"}}
		return
	}
	mended := f.text()
	if strings.Contains(text, "\r\n") {
		mended = strings.ReplaceAll(mended, "\n", "\r\n")
	}
	if !readable(c.file, mended) {
		return
	}
	c.problems = nil
	p := diag.Problem{File: c.file, Line: 1, Column: 1, Whole: true, Code: "labelled-lines", Message: "这是“标题：”“日期：”这样的平常写法，不是“键 = 值”的写法",
		Fix: "用 kiosk check --fix 改写；手改就每一项写成 键 = 值，例如 title = \"…\"，大段文字放在 \"\"\" 和 \"\"\" 之间"}
	p.Mend = diag.Mend{Start: 0, End: len(text), Text: mended}
	c.add(p)
}

// yamlText opens a text of several lines in YAML.
var yamlText = regexp.MustCompile(`^[|>][+-]?$`)

// hasKeys reports whether a file has a key with an equals sign after all.
func (f *form) hasKeys(data []byte) bool {
	return slices.ContainsFunc(toml.Heads(data), func(h toml.Head) bool {
		return h.IsTable() || slices.ContainsFunc(f.keys, func(k formKey) bool { return k.key == h.Name || slices.Contains(k.labels, h.Name) })
	})
}

// unclear replaces what Decode found in labelled lines of which one isn't clear.
func (c *checker) unclear(f *form) {
	c.problems = []diag.Problem{{File: c.file, Line: f.wrong, Code: "label-unclear", Message: "这是“标题：”“日期：”这样的平常写法，这一行看不懂",
		Fix: "先把这一行写清楚：日期连年份写全，例如 2026年12月1日；同一项只写一次；再用 kiosk check --fix 改写"}}
}

// readable reports whether a text can be read as a file of its kind, with all that its kind requires.
func readable(file, text string) bool {
	var into any = new(noticeFile)
	if kindOf(file) == itemKind {
		into = new(itemFile)
	}
	_, problems := toml.Decode(file, []byte(text), into)
	return len(problems) == 0 && has(toml.TopKeys([]byte(text)), required(kindOf(file)))
}

// required returns the keys that a file of a kind can't do without.
func required(k kind) []string {
	if k == itemKind {
		return []string{"number", "category", "content"}
	}
	return []string{"title", "date"}
}

// lacks returns the label of a required key that a form doesn't have, "" if it has all.
func (f *form) lacks(k kind) string {
	for _, key := range required(k) {
		if i := slices.IndexFunc(f.keys, func(k formKey) bool { return k.key == key }); !f.given(key) {
			return f.keys[i].labels[0]
		}
	}
	return ""
}
