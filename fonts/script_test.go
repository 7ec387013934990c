package fonts

import (
	"slices"
	"testing"
)

// TestScripts checks that a character finds its script, and that no two claim the same block.
func TestScripts(t *testing.T) {
	for r, want := range map[rune][2]string{
		'ئ': {"维吾尔文、哈萨克文等阿拉伯字母", "fonts-noto-core"},
		'བ': {"藏文", "fonts-noto-core"},
		'ᠮ': {"蒙古文", "fonts-noto-core"},
		'ꆈ': {"彝文", "fonts-noto-core"},
		'한': {"朝鲜文", "fonts-nanum"},
		'ᥖ': {"德宏傣文", "fonts-noto-core"},
		'ᦑ': {"新傣文（西双版纳）", "fonts-noto-core"},
		'ᨲ': {"老傣文（西双版纳）", "fonts-noto-core"},
		'😀': {"表情符号", "fonts-symbola"},
		'𪚥': {"生僻字", "fonts-hanazono"},
	} {
		s, ok := ScriptOf(r)
		if !ok || s.Name != want[0] || s.Package != want[1] {
			t.Errorf("%c is of %+v; want %v", r, s, want)
		}
	}
	if s, ok := ScriptOf('\U0001D80A'); ok {
		t.Errorf("signs of SignWriting are of %s", s.Name)
	}
	var all [][2]rune
	for _, s := range Scripts {
		all = append(all, s.blocks...)
	}
	slices.SortFunc(all, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	for i, b := range all {
		if b[0] > b[1] || i > 0 && all[i-1][1] >= b[0] {
			t.Errorf("block %X-%X is empty or overlaps the one before", b[0], b[1])
		}
	}
}
