package fonts

// Script is a writing system that a font of Debian 12 supplies and no embedded face has.
type Script struct {
	Name          string // Chinese: 藏文
	Package       string // Debian's
	regular, bold string // font files below debianFonts; bold may be absent
	blocks        [][2]rune
}

// debianFonts is the directory below which Debian's packages install TrueType fonts.
const debianFonts = "/usr/share/fonts/truetype/"

// noto is the package with a font for nearly each script.
const noto = "fonts-noto-core"

// Scripts are the writing systems that optional fonts supply, by Unicode's blocks: those of
// China's nationalities, of its neighbours, and what their texts hold besides.
var Scripts = []Script{
	{"生僻字", "fonts-hanazono", "hanazono/HanaMinB.ttf", "", [][2]rune{{0x20000, 0x2FA1F}}},
	{"生僻字", "fonts-hanazono", "hanazono/HanaMinA.ttf", "", [][2]rune{{0x2E80, 0x2FDF}, {0x3400, 0x9FFF}, {0xF900, 0xFAFF}}},
	{"维吾尔文、哈萨克文等阿拉伯字母", noto, "noto/NotoSansArabic-Regular.ttf", "noto/NotoSansArabic-Bold.ttf",
		[][2]rune{{0x0600, 0x06FF}, {0x0750, 0x077F}, {0x08A0, 0x08FF}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}}},
	{"藏文", noto, "noto/NotoSerifTibetan-Regular.ttf", "noto/NotoSerifTibetan-Bold.ttf", [][2]rune{{0x0F00, 0x0FFF}}},
	{"蒙古文", noto, "noto/NotoSansMongolian-Regular.ttf", "", [][2]rune{{0x1800, 0x18AF}, {0x11660, 0x1167F}}},
	{"彝文", noto, "noto/NotoSansYi-Regular.ttf", "", [][2]rune{{0xA000, 0xA4CF}}},
	{"朝鲜文", "fonts-nanum", "nanum/NanumGothic.ttf", "nanum/NanumGothicBold.ttf",
		[][2]rune{{0x1100, 0x11FF}, {0x3130, 0x318F}, {0xA960, 0xA97F}, {0xAC00, 0xD7FF}, {0xFFA0, 0xFFDF}}},
	{"德宏傣文", noto, "noto/NotoSansTaiLe-Regular.ttf", "", [][2]rune{{0x1950, 0x197F}}},
	{"新傣文（西双版纳）", noto, "noto/NotoSansNewTaiLue-Regular.ttf", "", [][2]rune{{0x1980, 0x19DF}}},
	{"老傣文（西双版纳）", noto, "noto/NotoSansTaiTham-Regular.ttf", "noto/NotoSansTaiTham-Bold.ttf", [][2]rune{{0x1A20, 0x1AAF}}},
	{"傣端文", noto, "noto/NotoSansTaiViet-Regular.ttf", "", [][2]rune{{0xAA80, 0xAADF}}},
	{"傈僳文", noto, "noto/NotoSansLisu-Regular.ttf", "noto/NotoSansLisu-Bold.ttf", [][2]rune{{0xA4D0, 0xA4FF}}},
	{"苗文（滇东北）", noto, "noto/NotoSansMiao-Regular.ttf", "", [][2]rune{{0x16F00, 0x16F9F}}},
	{"八思巴文", noto, "noto/NotoSansPhagsPa-Regular.ttf", "", [][2]rune{{0xA840, 0xA87F}}},
	{"女书", noto, "noto/NotoSansNushu-Regular.ttf", "", [][2]rune{{0x16FE1, 0x16FE1}, {0x1B170, 0x1B2FF}}},
	{"西夏文", noto, "noto/NotoSerifTangut-Regular.ttf", "", [][2]rune{{0x16FE0, 0x16FE0}, {0x17000, 0x18AFF}}},
	{"希伯来文", noto, "noto/NotoSansHebrew-Regular.ttf", "noto/NotoSansHebrew-Bold.ttf", [][2]rune{{0x0590, 0x05FF}, {0xFB1D, 0xFB4F}}},
	{"泰文", noto, "noto/NotoSansThai-Regular.ttf", "noto/NotoSansThai-Bold.ttf", [][2]rune{{0x0E00, 0x0E7F}}},
	{"老挝文", noto, "noto/NotoSansLao-Regular.ttf", "noto/NotoSansLao-Bold.ttf", [][2]rune{{0x0E80, 0x0EFF}}},
	{"缅文、掸文", noto, "noto/NotoSansMyanmar-Regular.ttf", "noto/NotoSansMyanmar-Bold.ttf", [][2]rune{{0x1000, 0x109F}, {0xA9E0, 0xA9FF}, {0xAA60, 0xAA7F}}},
	{"高棉文", noto, "noto/NotoSansKhmer-Regular.ttf", "noto/NotoSansKhmer-Bold.ttf", [][2]rune{{0x1780, 0x17FF}, {0x19E0, 0x19FF}}},
	{"天城文（印地语、尼泊尔语）", noto, "noto/NotoSansDevanagari-Regular.ttf", "noto/NotoSansDevanagari-Bold.ttf", [][2]rune{{0x0900, 0x097F}, {0x1CD0, 0x1CFF}, {0xA8E0, 0xA8FF}}},
	{"孟加拉文", noto, "noto/NotoSansBengali-Regular.ttf", "noto/NotoSansBengali-Bold.ttf", [][2]rune{{0x0980, 0x09FF}}},
	{"泰米尔文", noto, "noto/NotoSansTamil-Regular.ttf", "noto/NotoSansTamil-Bold.ttf", [][2]rune{{0x0B80, 0x0BFF}}},
	{"僧伽罗文", noto, "noto/NotoSansSinhala-Regular.ttf", "noto/NotoSansSinhala-Bold.ttf", [][2]rune{{0x0D80, 0x0DFF}}},
	{"叙利亚文", noto, "noto/NotoSansSyriac-Regular.ttf", "", [][2]rune{{0x0700, 0x074F}, {0x0860, 0x086F}}},
	{"塔纳文", noto, "noto/NotoSansThaana-Regular.ttf", "noto/NotoSansThaana-Bold.ttf", [][2]rune{{0x0780, 0x07BF}}},
	{"亚美尼亚文", noto, "noto/NotoSansArmenian-Regular.ttf", "noto/NotoSansArmenian-Bold.ttf", [][2]rune{{0x0530, 0x058F}, {0xFB13, 0xFB17}}},
	{"格鲁吉亚文", noto, "noto/NotoSansGeorgian-Regular.ttf", "noto/NotoSansGeorgian-Bold.ttf", [][2]rune{{0x10A0, 0x10FF}, {0x1C90, 0x1CBF}, {0x2D00, 0x2D2F}}},
	{"埃塞俄比亚文", noto, "noto/NotoSansEthiopic-Regular.ttf", "noto/NotoSansEthiopic-Bold.ttf", [][2]rune{{0x1200, 0x139F}, {0x2D80, 0x2DDF}, {0xAB00, 0xAB2F}}},
	{"表情符号", "fonts-symbola", "ancient-scripts/Symbola_hint.ttf", "",
		[][2]rune{{0x2000, 0x2BFF}, {0x1F000, 0x1FAFF}}},
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
