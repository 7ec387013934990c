package xdrive

import "image"

// The design's fixed positions, px on a panel of 1080x1920, and points that lie on
// targets of the shipped catalogue.
var (
	BackButton = image.Pt(60, 1832)  // 返回, the spine's foot
	HomeButton = image.Pt(240, 1832) // 首页, the bar's first slot

	Slide         = image.Pt(540, 1300) // any slide opens where it is touched
	HomeCategory  = image.Pt(320, 665)  // 生育, the category with three items
	CategoryThird = image.Pt(600, 1260) // 生育's last item
)
