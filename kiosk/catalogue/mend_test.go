package catalogue

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gongkai/kiosk/diag"
)

var (
	entryFix   = regexp.MustCompile(`[写改]成 ([a-z_]+ = (?:\[[^\]]*\]|"[^"]*"|[^ ，；]+))(?:；|，|$)`)
	elementFix = regexp.MustCompile(`[写改]成 ("(?:[^"\\]|\\.)*"(?:, "(?:[^"\\]|\\.)*")*)(?:；|，|$)`)
	// moveFix and newTableFix match where a key belongs that stands in the wrong table.
	moveFix     = regexp.MustCompile(`把它移到第 ([0-9]+) 行的 .*([上下])面$`)
	newTableFix = regexp.MustCompile(`在文件最后另写一行 (\[.*\])，把它移到那一行下面$`)
	pathFix     = regexp.MustCompile(`把“(.*)”写成 (.*)$`)
	wordFix     = regexp.MustCompile(`(?:^|，)改成“([^”]*)”$`)
	valueFix    = regexp.MustCompile(`(?:^|，)[写改]成 (?:半角的 )?([0-9][0-9A-Za-z:.-]*|true|false)(?:，不加.*)?$`)
	quotedWord  = regexp.MustCompile(`“([^”]*)”`)
	element     = regexp.MustCompile(`^(?:"""(?s:.*?)"""|"(?:[^"\\]|\\.)*"|'[^']*')`)
	bareValue   = regexp.MustCompile(`^("[^"]*"|[^\s,\]#]+)`)
)

// follow applies a problem's fix to its file, to the letter; ok is false for a fix that leaves the wording to
// staff.
func follow(data []byte, p diag.Problem) (mended []byte, ok bool) {
	lines := bytes.SplitAfter(data, []byte("\n"))
	if p.Line == 0 || p.Line > len(lines) || strings.Contains(p.Fix, "…") || strings.Contains(p.Fix, "例如") {
		return data, false
	}
	at := 0
	for _, l := range lines[:p.Line-1] {
		at += len(l)
	}
	start := at + len(string([]rune(string(lines[p.Line-1]))[:p.Column-1]))
	put := func(from, to int, text string) ([]byte, bool) {
		return slices.Concat(data[:from], []byte(text), data[to:]), true
	}
	rest := data[start:]
	if m := moveFix.FindStringSubmatch(p.Fix); m != nil {
		to, _ := strconv.Atoi(m[1])
		return move(lines, p.Line, to, m[2] == "下")
	}
	if m := newTableFix.FindStringSubmatch(p.Fix); m != nil {
		data, _ := move(append(lines, []byte("\n"+m[1]+"\n")), p.Line, len(lines)+1, true)
		return data, true
	}
	if m := entryFix.FindStringSubmatch(p.Fix); m != nil {
		end := at + len(lines[p.Line-1])
		if open := bytes.IndexByte(lines[p.Line-1], '['); open >= 0 && !bytes.ContainsAny(lines[p.Line-1], "]］】") {
			end = at + bytes.IndexByte(data[at:], ']') + 2
		}
		return put(at, end, m[1]+"\n")
	}
	if m := elementFix.FindStringSubmatch(p.Fix); m != nil {
		if e := element.Find(rest); e != nil {
			return put(start, start+len(e), m[1])
		}
		if from := valueAt(data, at, start); from > 0 {
			return put(from, from+len(bareValue.Find(data[from:])), m[1])
		}
	}
	if m := pathFix.FindStringSubmatch(p.Fix); m != nil {
		i := bytes.Index(data[at:], []byte(m[1]))
		return put(at+i, at+i+len(m[1]), m[2])
	}
	if m := wordFix.FindStringSubmatch(p.Fix); m != nil {
		for _, word := range quotedWord.FindAllStringSubmatch(p.Message, -1) {
			if n := printedAs(rest, word[1]); n > 0 {
				return put(start, start+n, m[1])
			}
		}
		if r, n := firstRune(rest); strings.Contains(p.Message, strings.ToUpper(strings.TrimPrefix(diag.Printable(r), `\u`))) {
			return put(start, start+n, m[1])
		}
	}
	if m := valueFix.FindStringSubmatch(p.Fix); m != nil {
		if from := valueAt(data, at, start); from > 0 {
			n := len(bareValue.Find(data[from:]))
			if word := quotedWord.FindStringSubmatch(p.Message); word != nil {
				n = max(n, printedAs(data[from:], word[1]))
			}
			return put(from, from+n, m[1])
		}
	}
	return data, false
}

// move puts the statement that begins in a line, with all lines of its text, above another line or below it.
func move(lines [][]byte, from, to int, below bool) ([]byte, bool) {
	end := from
	if bytes.Count(lines[from-1], []byte(`"""`)) == 1 {
		for end < len(lines) && !bytes.Contains(lines[end], []byte(`"""`)) {
			end++
		}
		end++
	}
	statement := bytes.Join(lines[from-1:end], nil)
	var out []byte
	for i, l := range lines {
		if i == to-1 && !below {
			out = append(out, statement...)
		}
		if i < from-1 || i >= end {
			out = append(out, l...)
		}
		if i == to-1 && below {
			out = append(out, statement...)
		}
	}
	return out, true
}

// valueAt returns where the value begins that stands at a problem's place, or behind its key; 0 if there is none.
func valueAt(data []byte, line, place int) int {
	from := max(place, line+bytes.IndexByte(data[line:], '=')+1)
	from += len(data[from:]) - len(bytes.TrimLeft(data[from:], " "))
	if !bareValue.Match(data[from:]) {
		return 0
	}
	return from
}

// printedAs returns how many bytes at the beginning of a text are printed as a word, 0 if none are.
func printedAs(text []byte, word string) int {
	for i := range string(text[:min(len(text), 200)]) {
		if i > 0 && diag.Printable(string(text[:i])) == word {
			return i
		}
	}
	return 0
}

func firstRune(b []byte) (string, int) {
	for _, r := range string(b) {
		return string(r), len(string(r))
	}
	return "", 0
}

// newImages returns the images that staff make when they follow a fix.
func newImages(fix string) (made []File) {
	if !strings.Contains(fix, "放到 images 目录，写成") {
		return nil
	}
	for _, m := range elementFix.FindAllStringSubmatch(fix, -1) {
		made = append(made, picture(strings.Trim(m[1], `"`)))
	}
	return made
}

// mend follows all fixes of a directory that give a value, one after the other, and returns what is left.
func mend(files []File) (left []diag.Problem, followed int) {
	for range 20 {
		_, problems := Parse(files)
		done := false
		for _, p := range problems {
			i := slices.IndexFunc(files, func(f File) bool { return f.Path == p.File })
			if i < 0 || files[i].Data == nil {
				continue
			}
			if data, ok := follow(files[i].Data, p); ok {
				files = append(slices.Clone(files), newImages(p.Fix)...)
				files[i].Data = data
				done = true
				followed++
				break
			}
		}
		if !done {
			return problems, followed
		}
	}
	_, left = Parse(files)
	return left, followed
}

// TestMends: what a fix says, done to the letter, leads to the end.
func TestMends(t *testing.T) {
	there := []File{picture("images/门口.jpg"), picture("images/合影（1）.jpg"), picture("images/news.jpg"), picture("images/udisk.jpg"), picture("images/双.jpg.jpg"), picture("images/2026/a.png")}
	all := `"images/门口.jpg", "images/合影（1）.jpg", "images/news.jpg", "images/udisk.jpg", "images/双.jpg.jpg", "images/2026/a.png"`
	var cases []mistake
	for _, name := range []string{
		`"images/门口jpg"`, `"images/双"`, `"images：门口.jpg"`, `"images/news.jpg|images/udisk.jpg"`, `"images/news%2Ejpg"`,
		`"images/门口.JPG"`, `"门口"`, `"images／门口．jpg"`, `"images/门口。jpg"`, `"images/合影(1).jpg"`, `"images\news.jpg"`, `"images\udisk.jpg"`,
		`'images\news.jpg'`, `"images/双.jpg"`, `"C:\\Users\\示例\\门口.jpg"`, `"C:\Users\news.jpg"`, `"file:///C:/images/%E9%97%A8%E5%8F%A3.jpg"`, `"../门口.jpg"`,
		`"images/门口.jpeg"`, `"images/news.heic"`, `"images/nwes.jpg"`, `"images/a.png"`, `"门口.jpg,news.jpg"`, `"门口.jpg、合影(1).jpg"`, `"news.jpg udisk.jpg"`, `"“门口.jpg”"`,
	} {
		cases = append(cases, inNotice(name, "images = ["+name+", "+all+"]\n"))
	}
	for _, value := range []string{`"门口.jpg"`, `{file = "images\udisk.jpg"}`, `[{file = "门口.jpg"}]`, `["images\udisk"]`, `"images/合影(1).jpg, images/门口.jpg"`, `"images/` + strings.Repeat("很长的名字", 12) + `.jpg"`} {
		named := append(inNotice(value, "images = "+value+"\n").files, dir("notices/2.toml", "title = \"二\"\ndate = 2026-11-20\nimages = ["+all+"]\n")...)
		if strings.Contains(value, "很长") {
			named = append(named, picture(strings.Trim(value, `"`)))
		}
		cases = append(cases, mistake{value, named})
	}
	for _, text := range []string{
		"D:\\news\\tongzhi", "见 D:\\data\\通知，和 \\\\server\\news\\tongzhi", "⼈⺠政府和⼈口", "&amp;&lt;", "\\\\u653f\\\\u5e9c", "\uf0fc已办", "þ是 ¨否", "鏂囧瓧绀轰緥", "ä¸\u00adæ–‡", "ÖÐÎÄ",
	} {
		cases = append(cases, inItem(text, "channels = \"\"\"\n"+text+"\n\"\"\"\n"))
	}
	for _, s := range mistakes {
		if strings.Contains(s.name, "掉到") || strings.Contains(s.name, "没有写在") || slices.Contains([]string{"位置写成百分数", "位置写成文字", "平面图写成列表", "星期写法", "星期写成列表", "几点的写法"}, s.name) {
			cases = append(cases, s)
		}
	}
	for _, days := range []string{"一、三、五", "1-5", "星期六 星期日", "周一到周三和周五", "Mon/Tue", "天天", "双休日及节日"} {
		cases = append(cases, inNotice(days, "[[air]]\ndays = \""+days+"\"\n"))
	}
	for _, hour := range []string{"8:30", "０８：３０", "8点", "8点半", "上午8点15分", "晚上8:00"} {
		cases = append(cases, inNotice(hour, "[[air]]\nto = \""+hour+"\"\n"), inSettings(hour, "[screen]\non = \"07:00\"\noff = \""+hour+"\"\n"))
	}
	cases = append(cases, inItem("levels", "levels = [\"社区、乡镇\", \"县级\"]\n"), inItem("many levels", "levels = [\"一、二、三、四、五、六、七、八、九、十、十一、十二、十三、十四、十五、十六、十七、十八\"]\n"))
	for _, c := range cases {
		files := c.whole()
		if bytes.Contains(c.files[0].Data, []byte("images =")) {
			files = append(files, there...)
		}
		left, followed := mend(files)
		if followed == 0 || len(left) > 0 {
			t.Errorf("%s: %d fixes followed, left\n%s", c.name, followed, printed(t, left))
		}
	}
}

// TestSiblingMends: the values that any message gives, followed one after the other, leave no error in their line, except
// that an image isn't there.
func TestSiblingMends(t *testing.T) {
	count := 0
	for _, s := range mistakes {
		files := s.whole()
		if s.name == "一个文件里问题太多" || s.name == "图片太多" {
			continue
		}
		_, before := Parse(files)
		left, followed := mend(files)
		count += followed
		for _, l := range left {
			if followed > 0 && l.Severity == diag.Error && !l.Whole && !strings.Contains(l.Message, "找不到") && !slices.Contains(before, l) && slices.ContainsFunc(before, func(b diag.Problem) bool { return b.File == l.File && b.Line == l.Line }) {
				t.Errorf("%s:\n%sleads to\n%s", s.name, printed(t, before), l)
			}
		}
	}
	t.Logf("%d fixes followed", count)
	if count < 40 {
		t.Errorf("only %d fixes give a value", count)
	}
}
