package word

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/catalogue"
)

// several returns why a document that is more than one notice is refused.
func several(title string) *Fault {
	return &Fault{"document-several", "里面不止一个公告，另一个是“" + cut(title) + "”", "每个公告存成一个文件，一个一个导入；它是前面那个的附件，就在它上面加一行“附件”，再导入"}
}

// kind ends the title of a notice.
var kind = lazily(`(?:通知|公告|公示|通告|通报|启事|告示|提示|提醒|公开信|倡议书|告知书|邀请函|一封信)$`)

// letterTail is how many blocks of a letter its signature is looked for in.
const letterTail = 20

// second returns the title of another notice in the blocks of a body, "" if there is none: below a signature with its day,
// where no annex begins, a title stands, and the text below it is signed too.
func second(blocks []block) string {
	blocks = slices.DeleteFunc(slices.Clone(blocks), block.blank)
	for i := range max(0, len(blocks)-1) {
		next := blocks[i+1]
		if !next.opensNotice() || !endsInDay(blocks[i].text) || catalogue.ReadLetter(joined(blocks[max(0, i-letterTail):i+1])).Day.IsZero() {
			continue
		}
		if slices.ContainsFunc(blocks[:i+1], func(b block) bool { return annex().MatchString(b.text) }) {
			return "" // what follows may be the annex's
		}
		if !catalogue.ReadLetter(joined(blocks[i+2:])).Day.IsZero() {
			return strings.TrimSpace(next.text)
		}
	}
	return ""
}

// opensNotice reports whether a block may be the title of a notice behind another one.
func (b block) opensNotice() bool {
	text := strings.TrimSpace(b.text)
	switch {
	case b.table != nil || annex().MatchString(text) || bracketed().MatchString(text) || isDay(text) || utf8.RuneCountInString(text) > titleLength:
		return false
	case b.align == "center", b.heading && !numbered().MatchString(text):
		return true
	}
	return titular(text) && kind().MatchString(strings.TrimSuffix(text, "】"))
}

// endsInDay reports whether a text may end in a day: it is short, and its last character one of a day's.
func endsInDay(text string) bool {
	text = strings.TrimSpace(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	return utf8.RuneCountInString(text) < 60 && strings.ContainsRune("日号）)0123456789０１２３４５６７８９", last)
}

// joined returns the text of blocks; tables have no lines of a letter.
func joined(blocks []block) string {
	var lines []string
	for _, b := range blocks {
		if b.table == nil {
			lines = append(lines, b.typed()...)
		}
	}
	return strings.Join(lines, "\n")
}
