package sheet

import "strings"

// Text that a program exported has cells in quotes where they have line breaks, separators or quotes, and doubles the quotes
// within. Text that was copied or typed has its quotes as they are. Which of the two a cell is shows at its end, so each
// is judged by itself.

// recordOf returns the cells of the row that a text begins with, and the text behind it. ok is false where quotes are opened
// and never closed, in a text whose separators may stand in cells too.
func recordOf(text, comma string) (cells []string, rest string, ok bool) {
	for {
		cell, n, ok := cellOf(text, comma)
		if !ok {
			return nil, text, false
		}
		cells, text = append(cells, cell), text[n:]
		if !strings.HasPrefix(text, comma) {
			return cells, strings.TrimPrefix(text, "\n"), true
		}
		text = text[len(comma):]
	}
}

// cellOf returns the cell that a text begins with, and its length there.
func cellOf(text, comma string) (cell string, n int, ok bool) {
	plain := len(text)
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		plain = i
	}
	if i := strings.Index(text[:plain], comma); i >= 0 {
		plain = i
	}
	if !strings.HasPrefix(text, quote) {
		return text[:plain], plain, true
	}
	shut := closing(text)
	if shut < 0 {
		return text[:plain], plain, comma == "\t" || strings.Count(text[:plain], quote)%2 == 0
	}
	inside, behind := text[1:shut], text[shut+1:]
	if behind != "" && behind[0] != '\n' && !strings.HasPrefix(behind, comma) || comma == "\t" && strings.Contains(inside, comma) {
		return text[:plain], plain, true // quotes of the text itself
	}
	return strings.ReplaceAll(inside, quote+quote, quote), shut + 1, true
}

// quote begins and ends a cell.
const quote = "\""

// closing returns where the quotes are closed that a text begins with, -1: nowhere.
func closing(text string) int {
	for i := 1; i < len(text); i++ {
		if text[i] != quote[0] {
			continue
		}
		if i+1 == len(text) || text[i+1] != quote[0] {
			return i
		}
		i++
	}
	return -1
}
