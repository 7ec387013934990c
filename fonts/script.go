package fonts

// Script is a writing system that a font of Debian 12 supplies and no embedded face has.
type Script struct {
	Name          string // Chinese: 藏文
	Package       string // Debian's
	regular, bold string // font files below debianFonts; bold may be absent
	blocks        [][2]rune
}

// debianFonts is the directory below which Debian's packages install fonts.
const debianFonts = "/usr/share/fonts/"

// noto is the package with a font for nearly each script.
const noto = "fonts-noto-core"

// Scripts are the writing systems that optional fonts supply, by Unicode's blocks: those of
// China's nationalities, of its neighbours, and what their texts hold besides.
var Scripts = []Script{
	{"生僻字", "fonts-hanazono", "truetype/hanazono/HanaMinB.ttf", "", [][2]rune{{0x20000, 0x2FA1F}}},
	{"生僻字", "fonts-hanazono", "truetype/hanazono/HanaMinA.ttf", "", [][2]rune{{0x2E80, 0x2FDF}, {0x3400, 0x9FFF}, {0xF900, 0xFAFF}}},
	{"维吾尔文、哈萨克文等阿拉伯字母", noto, "truetype/noto/NotoSansArabic-Regular.ttf", "truetype/noto/NotoSansArabic-Bold.ttf",
		[][2]rune{{0x0600, 0x06FF}, {0x0750, 0x077F}, {0x08A0, 0x08FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}}},
	{"藏文", noto, "truetype/noto/NotoSerifTibetan-Regular.ttf", "truetype/noto/NotoSerifTibetan-Bold.ttf", [][2]rune{{0x0F00, 0x0FFF}}},
	{"蒙古文", noto, "truetype/noto/NotoSansMongolian-Regular.ttf", "", [][2]rune{{0x1800, 0x18AF}, {0x11660, 0x1167F}}},
	{"彝文", noto, "truetype/noto/NotoSansYi-Regular.ttf", "", [][2]rune{{0xA000, 0xA4CF}}},
	{"朝鲜文", "fonts-nanum", "truetype/nanum/NanumGothic.ttf", "truetype/nanum/NanumGothicBold.ttf",
		[][2]rune{{0x1100, 0x11FF}, {0x3130, 0x318F}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xFFA0, 0xFFDF}}},
	{"德宏傣文", noto, "truetype/noto/NotoSansTaiLe-Regular.ttf", "", [][2]rune{{0x1950, 0x197F}}},
	{"新傣文（西双版纳）", noto, "truetype/noto/NotoSansNewTaiLue-Regular.ttf", "", [][2]rune{{0x1980, 0x19DF}}},
	{"老傣文（西双版纳）", noto, "truetype/noto/NotoSansTaiTham-Regular.ttf", "truetype/noto/NotoSansTaiTham-Bold.ttf", [][2]rune{{0x1A20, 0x1AAF}}},
	{"傣端文", noto, "truetype/noto/NotoSansTaiViet-Regular.ttf", "", [][2]rune{{0xAA80, 0xAADF}}},
	{"傈僳文", noto, "truetype/noto/NotoSansLisu-Regular.ttf", "truetype/noto/NotoSansLisu-Bold.ttf", [][2]rune{{0xA4D0, 0xA4FF}}},
	{"苗文（滇东北）", noto, "truetype/noto/NotoSansMiao-Regular.ttf", "", [][2]rune{{0x16F00, 0x16F9F}}},
	{"八思巴文", noto, "truetype/noto/NotoSansPhagsPa-Regular.ttf", "", [][2]rune{{0xA840, 0xA87F}}},
	{"女书", noto, "truetype/noto/NotoSansNushu-Regular.ttf", "", [][2]rune{{0x16FE1, 0x16FE1}, {0x1B170, 0x1B2FF}}},
	{"西夏文", noto, "truetype/noto/NotoSerifTangut-Regular.ttf", "", [][2]rune{{0x16FE0, 0x16FE0}, {0x17000, 0x18AFF}}},
	{"希伯来文", noto, "truetype/noto/NotoSansHebrew-Regular.ttf", "truetype/noto/NotoSansHebrew-Bold.ttf", [][2]rune{{0x0590, 0x05FF}, {0xFB1D, 0xFB4F}}},
	{"泰文", noto, "truetype/noto/NotoSansThai-Regular.ttf", "truetype/noto/NotoSansThai-Bold.ttf", [][2]rune{{0x0E00, 0x0E7F}}},
	{"老挝文", noto, "truetype/noto/NotoSansLao-Regular.ttf", "truetype/noto/NotoSansLao-Bold.ttf", [][2]rune{{0x0E80, 0x0EFF}}},
	{"缅文、掸文", noto, "truetype/noto/NotoSansMyanmar-Regular.ttf", "truetype/noto/NotoSansMyanmar-Bold.ttf", [][2]rune{{0x1000, 0x109F}, {0xA9E0, 0xA9FF}, {0xAA60, 0xAA7F}}},
	{"高棉文", noto, "truetype/noto/NotoSansKhmer-Regular.ttf", "truetype/noto/NotoSansKhmer-Bold.ttf", [][2]rune{{0x1780, 0x17FF}, {0x19E0, 0x19FF}}},
	{"天城文（印地语、尼泊尔语）", noto, "truetype/noto/NotoSansDevanagari-Regular.ttf", "truetype/noto/NotoSansDevanagari-Bold.ttf", [][2]rune{{0x0900, 0x097F}, {0x1CD0, 0x1CFF}, {0xA8E0, 0xA8FF}}},
	{"孟加拉文", noto, "truetype/noto/NotoSansBengali-Regular.ttf", "truetype/noto/NotoSansBengali-Bold.ttf", [][2]rune{{0x0980, 0x09FF}}},
	{"泰米尔文", noto, "truetype/noto/NotoSansTamil-Regular.ttf", "truetype/noto/NotoSansTamil-Bold.ttf", [][2]rune{{0x0B80, 0x0BFF}}},
	{"僧伽罗文", noto, "truetype/noto/NotoSansSinhala-Regular.ttf", "truetype/noto/NotoSansSinhala-Bold.ttf", [][2]rune{{0x0D80, 0x0DFF}}},
	{"塔纳文", noto, "truetype/noto/NotoSansThaana-Regular.ttf", "truetype/noto/NotoSansThaana-Bold.ttf", [][2]rune{{0x0780, 0x07BF}}},
	{"亚美尼亚文", noto, "truetype/noto/NotoSansArmenian-Regular.ttf", "truetype/noto/NotoSansArmenian-Bold.ttf", [][2]rune{{0x0530, 0x058F}, {0xFB13, 0xFB17}}},
	{"格鲁吉亚文", noto, "truetype/noto/NotoSansGeorgian-Regular.ttf", "truetype/noto/NotoSansGeorgian-Bold.ttf", [][2]rune{{0x10A0, 0x10FF}, {0x1C90, 0x1CBF}, {0x2D00, 0x2D2F}}},
	{"埃塞俄比亚文", noto, "truetype/noto/NotoSansEthiopic-Regular.ttf", "truetype/noto/NotoSansEthiopic-Bold.ttf", [][2]rune{{0x1200, 0x139F}, {0x2D80, 0x2DDF}, {0xAB00, 0xAB2F}}},
	{"表情符号", "fonts-symbola", "truetype/ancient-scripts/Symbola_hint.ttf", "",
		[][2]rune{{0x2000, 0x2BFF}, {0x1F000, 0x1F6D4}, {0x1F6E0, 0x1F6F8}, {0x1F700, 0x1F773}, {0x1F780, 0x1F7D4}, {0x1F800, 0x1F8AF},
			{0x1F910, 0x1F93E}, {0x1F940, 0x1F94C}, {0x1F950, 0x1F96B}, {0x1F980, 0x1F997}, {0x1F9C0, 0x1F9C0}, {0x1F9D0, 0x1F9E6}}},
	// Symbola ends with Unicode 9; the drawings of Unifont are of 16 dots an em.
	{"新表情符号", "fonts-unifont", "opentype/unifont/unifont_upper.otf", "",
		[][2]rune{{0x1F6D5, 0x1F6DF}, {0x1F6F9, 0x1F6FF}, {0x1F774, 0x1F77F}, {0x1F7D5, 0x1F7FF}, {0x1F8B0, 0x1F90F}, {0x1F93F, 0x1F93F},
			{0x1F94D, 0x1F94F}, {0x1F96C, 0x1F97F}, {0x1F998, 0x1F9BF}, {0x1F9C1, 0x1F9CF}, {0x1F9E7, 0x1FAFF}}},
}

// Debian returns the paths of all scripts' fonts, a script's bold one first.
func Debian() []string {
	var paths []string
	for _, s := range Scripts {
		if s.bold != "" {
			paths = append(paths, debianFonts+s.bold)
		}
		paths = append(paths, debianFonts+s.regular)
	}
	return paths
}

// debianFont returns the script of one of Debian's paths, and whether the font is its bold one.
func debianFont(path string) (s *Script, bold bool) {
	for i := range Scripts {
		switch s := &Scripts[i]; path {
		case debianFonts + s.regular:
			return s, false
		case debianFonts + s.bold:
			return s, true
		}
	}
	return nil, false
}

// ScriptOf returns the writing system of a character that no embedded face has, and
// whether a font of Debian supplies it.
func ScriptOf(r rune) (*Script, bool) {
	for i := range Scripts {
		if Scripts[i].has(r) {
			return &Scripts[i], true
		}
	}
	return nil, false
}

// has reports whether a character is in the script's blocks.
func (s *Script) has(r rune) bool {
	for _, block := range s.blocks {
		if block[0] <= r && r <= block[1] {
			return true
		}
	}
	return false
}
