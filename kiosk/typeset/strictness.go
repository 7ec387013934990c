package typeset

// strictness is how much may begin a line, as CSS's line-break has it. Lines
// are set strict; the others are here because the tables and the standard's own
// tests come in all three.
type strictness uint8

const (
	strict strictness = iota
	normal
	loose
)

// laxer says how lax a line must be to begin with the character (CSS Text 4,
// 5.3), if strict ones may not.
func laxer(r rune) (strictness, bool) {
	if isSmallKana(r) {
		return normal, true
	}
	switch r {
	case '‐', '–', '〜', '゠':
		return normal, true
	case '々', '〻', 'ゝ', 'ゞ', 'ヽ', 'ヾ', // iteration marks
		'・', '：', '；', '･', '‼', '⁇', '⁈', '⁉', '！', '？',
		'․', '‥', '…', '⋯', '︙', '\U00010AF6', // inseparable
		'°', '‰', '′', '″', '‵', '℃', '℉', '﹪', '％', '￠': // postfixes
		return loose, true
	}
	return strict, false
}

// isSmallKana says whether r is of UAX #14's class CJ.
func isSmallKana(r rune) bool {
	switch r {
	case 'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ', 'ー':
		return true
	}
	return 0x31F0 <= r && r <= 0x31FF || 0xFF67 <= r && r <= 0xFF70
}

// relax lets a line begin with what strict lines may not.
func (t *text) relax() {
	for i := 1; i < len(t.cells); i++ {
		if least, ok := laxer(t.first(i)); ok && t.strictness >= least && t.cells[i-1].class != opening {
			t.cells[i].before = free
		}
	}
}
