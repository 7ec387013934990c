package build

import (
	"fmt"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// Place returns 第 n 条　共 total 条, or of another unit: where a page stands in its row.
func (b *Draft) Place(n, total int, unit string) Count {
	return Count{
		Before: "第", N: n, after: fmt.Sprintf("%s　共%d%s", unit, total, unit), Inks: [2]page.Ink{page.Red, page.Ink2}, gap: b.Px(6),
		Number: Pen{Face: fonts.SerifBlack, Size: b.LabelSize(32), Leading: 1},
		Word:   Pen{Face: fonts.SansMedium, Size: b.LabelSize(28), Leading: 1.3, Track: .02},
	}
}
