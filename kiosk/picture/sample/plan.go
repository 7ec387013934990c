package sample

import (
	"image"
	"image/color"
	"image/draw"
)

// Plan is a floor plan with five rooms and a hall, as an office would scan it.
const Plan = "images/plan.png" // 1600x1000, PNG

// plan draws the floor plan: walls, doors, and the rooms' names.
func plan() *image.RGBA {
	const wall, door = 12, 120
	ground, ink := color.RGBA{0xFF, 0xFF, 0xFF, 255}, color.RGBA{0x33, 0x33, 0x33, 255}
	m := image.NewRGBA(image.Rect(0, 0, 1600, 1000))
	fill := func(r image.Rectangle, c color.RGBA) { draw.Draw(m, r, image.NewUniform(c), image.Point{}, draw.Src) }
	fill(m.Rect, ground)
	for _, room := range []struct {
		r    image.Rectangle
		name string
		door int // px from the room's left, in its wall to the hall
		top  bool
	}{
		{image.Rect(40, 40, 560, 380), "活动室", 200, false},
		{image.Rect(560, 40, 1080, 380), "阅览室", 200, false},
		{image.Rect(1080, 40, 1560, 380), "卫生间", 180, false},
		{image.Rect(40, 620, 720, 960), "办事大厅", 260, true},
		{image.Rect(720, 620, 1560, 960), "服务窗口", 360, true},
	} {
		outline(room.r, wall, func(r image.Rectangle) { fill(r, ink) })
		y := room.r.Max.Y - wall
		if room.top {
			y = room.r.Min.Y
		}
		fill(image.Rect(room.r.Min.X+room.door, y, room.r.Min.X+room.door+door, y+wall), ground)
		const size = 64
		write(m, room.name, room.r.Min.X+(room.r.Dx()-size*len([]rune(room.name)))/2, room.r.Min.Y+room.r.Dy()/2+size/3, size, ink)
	}
	outline(image.Rect(40, 40, 1560, 960), wall, func(r image.Rectangle) { fill(r, ink) })
	fill(image.Rect(40, 440, 40+wall, 560), ground)
	write(m, "示例平面图", 640, 524, 64, color.RGBA{0x8A, 0x8A, 0x8A, 255})
	write(m, "入口", 72, 524, 56, ink)
	return m
}

// outline calls fill with the four sides of a rectangle, drawn inside it.
func outline(r image.Rectangle, width int, fill func(image.Rectangle)) {
	fill(image.Rect(r.Min.X, r.Min.Y, r.Max.X, r.Min.Y+width))
	fill(image.Rect(r.Min.X, r.Max.Y-width, r.Max.X, r.Max.Y))
	fill(image.Rect(r.Min.X, r.Min.Y, r.Min.X+width, r.Max.Y))
	fill(image.Rect(r.Max.X-width, r.Min.Y, r.Max.X, r.Max.Y))
}
