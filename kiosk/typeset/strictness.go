package typeset

// LineBreak is the strictness of what may begin a line, as in CSS's property
// line-break (CSS Text 4, 5.3).
type LineBreak uint8

// The levels of CSS. What each lets begin a line beyond the one before it is a
// table of this file.
const (
	Strict LineBreak = iota // UAX #14
	Normal                  // and small kana, 〜 and hyphens: for short lines
	Loose                   // and iteration marks, ：；！？……, postfixes: for very short ones
)

// laxer returns the level from which on a line may begin with the character (CSS
// Text 4, 5.3), if strict lines may not.
func laxer(r rune) (LineBreak, bool) {
	if isSmallKana(r) {
		return Normal, true
	}
	switch r {
	case '‐', '–', '〜', '゠':
		return Normal, true
	case '々', '〻', 'ゝ', 'ゞ', 'ヽ', 'ヾ', // iteration marks
		'・', '：', '；', '･', '‼', '⁇', '⁈', '⁉', '！', '？',
		'․', '‥', '…', '⋯', '︙', '\U00010AF6', // inseparable
		'°', '‰', '′', '″', '‵', '℃', '℉', '﹪', '％', '￠': // postfixes
		return Loose, true
	}
	return Strict, false
}

// isSmallKana reports whether r is of UAX #14's class CJ.
func isSmallKana(r rune) bool {
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ', 'ー':
		return true
	}
	return 0x31F0 <= r && r <= 0x31FF || 0xFF67 <= r && r <= 0xFF70
}

// relax lets a line begin with what strict lines may not. It takes precedence over
// the paragraph's Prohibition, but for StrictMark's ellipses, since its author set it.
func (t *text) relax() {
	for i := 1; i < len(t.clusters); i++ {
		if t.Prohibition == StrictMark && t.clusters[i].class == ellipsis {
			continue
		}
		if least, ok := laxer(t.first(i)); ok && t.LineBreak >= least && t.clusters[i-1].class != opening {
			t.clusters[i].before = free
		}
	}
}
