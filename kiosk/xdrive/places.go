package xdrive

import "image"

// Where the design puts what never moves, px on a panel of 1080x1920, and spots
// that are sure to meet what the shipped catalogue shows.
var (
	BackButton = image.Pt(60, 1832)  // 返回, the spine's foot
	HomeButton = image.Pt(240, 1832) // 首页, the bar's first slot

	Slide         = image.Pt(540, 1300) // any slide opens where it is touched
	HomeCategory  = image.Pt(320, 665)  // 生育, the category with three items
	CategoryThird = image.Pt(600, 1260) // 生育's last item
)
