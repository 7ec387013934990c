package catalogue

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// radicals are those of Unicode's CJK Radicals Supplement (U+2E80 to U+2EFF) and the hanzi that each is
// (EquivalentUnifiedIdeograph.txt); Unicode's normal forms leave them as they are. PDF files are full of them.
const radicals = "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇几⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛无⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罓⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"

// unified maps the radicals to their hanzi.
var unified = func() map[rune]rune {
	m := make(map[rune]rune)
	all := []rune(radicals)
	for i := 0; i+1 < len(all); i += 2 {
		m[all[i]] = all[i+1]
	}
	return m
}()

// Plain returns the hanzi that a radical or a compatibility form is, and any other character as it is.
func Plain(r rune) rune {
	switch {
	case r < 0x2e80 || r > 0x2fdf && r < 0xf900 || r > 0xfaff && r < 0x2f800 || r > 0x2fa1f:
		return r
	case unified[r] != 0:
		return unified[r]
	}
	plain := norm.NFKC.String(string(r))
	if one, n := utf8.DecodeRuneInString(plain); n == len(plain) {
		return one
	}
	return r
}
