package record

import (
	"golang.org/x/image/math/fixed"

	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
	"gongkai/kiosk/typeset"
)

// mostCharacters limits a line of body text (docs/design/README.md section 3); text that would have longer ones stands
// in columns, textGap u apart.
const mostCharacters, textGap = 40, 56

// textColumns returns in how many columns text of a size hangs, so that no line is longer than 40 characters, and the
// width of its lines.
func (c *Flow) textColumns(size fixed.Int26_6) (n int, w fixed.Int26_6) {
	indent := c.Rule(barThick) + c.Px(barIndent)
	for n = 1; ; n++ {
		w = c.columnWidth(n) - indent
		if w <= mostCharacters*size+size/2 {
			return n, w
		}
	}
}

// columnWidth returns the width of each of n columns.
func (c *Flow) columnWidth(n int) fixed.Int26_6 {
	return (c.W - fixed.Int26_6(n-1)*c.Px(textGap)) / fixed.Int26_6(n)
}

// hanging is how blocks hang on gold bars.
type hanging struct {
	pad   fixed.Int26_6 // above and below a block
	gap   fixed.Int26_6 // between the bars of two blocks; 0: all of a column have one
	width fixed.Int26_6 // of the blocks
	box   string        // the name of each
	inset bool          // the boxes begin behind the bar
}

// hang sets official paragraphs, each whole, in n columns of like height, beside gold bars.
func (c *Flow) hang(pars []typeset.Paragraph, p build.Pen, n int, h hanging) {
	blocks, heights := make([]build.Block, len(pars)), make([]fixed.Int26_6, len(pars))
	for i, par := range pars {
		if c.rough {
			heights[i] = leastLines(par, p)*p.Line() + 2*h.pad
			continue
		}
		blocks[i] = c.Block(par, p, page.Black).InLook(page.Look{Ink: page.Black}, build.QuietInks(par.Spans, page.Black))
		heights[i] = blocks[i].Height() + 2*h.pad
	}
	bar := c.Rule(barThick)
	step, bottom := c.columnWidth(n)+c.Px(textGap), c.Y
	for k, part := range balance(heights, h.gap, n) {
		x, y := c.X+fixed.Int26_6(k)*step, c.Y
		for i := part[0]; i < part[1]; i++ {
			if i > part[0] {
				y += h.gap
			}
			if !c.rough {
				blocks[i].Paint(c.Draft, c.On, x+bar+c.Px(barIndent), y+h.pad)
			}
			box := page.Area(x, y, c.columnWidth(n), heights[i])
			if h.inset {
				box.Min.X = box.Max.X - h.width
			}
			c.Box(h.box, box)
			if h.gap > 0 {
				c.On.Fill(page.Area(x, y, bar, heights[i]), page.Gold)
			}
			y += heights[i]
		}
		if h.gap == 0 {
			c.On.Fill(page.Area(x, c.Y, bar, y-c.Y), page.Gold)
		}
		bottom = max(bottom, y)
	}
	c.Y = bottom
}

// balance deals blocks of these heights into at most n columns in their order, so that the highest column is as low
// as can be, and returns where each begins and ends.
func balance(heights []fixed.Int26_6, gap fixed.Int26_6, n int) [][2]int {
	var sum, highest fixed.Int26_6
	for _, h := range heights {
		sum, highest = sum+h+gap, max(highest, h)
	}
	low, high := highest, sum // a column of low may be too short, one of high holds all
	parts := fill(heights, gap, low)
	for len(parts) > n && low < high {
		if mid := (low + high) / 2; len(fill(heights, gap, mid)) > n {
			low = mid + 1
		} else {
			high = mid
		}
		if low == high {
			parts = fill(heights, gap, low)
		}
	}
	return parts
}

// fill deals blocks into columns that are as high as most.
func fill(heights []fixed.Int26_6, gap, most fixed.Int26_6) (parts [][2]int) {
	var y fixed.Int26_6
	from := 0
	for i, h := range heights {
		if i > from && y+gap+h > most {
			parts = append(parts, [2]int{from, i})
			from, y = i, 0
		}
		if i > from {
			y += gap
		}
		y += h
	}
	if len(heights) > 0 {
		parts = append(parts, [2]int{from, len(heights)})
	}
	return parts
}
