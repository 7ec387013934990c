package session

// The touch test asks for a touch at four targets, one in each corner, and finds from where touch is felt how it lies
// against the picture.

// Spot is a place on the page, in shares of its width and height.
type Spot struct{ X, Y float64 }

// Corners are the sides of the page on which the targets of the touch test lie, in their order: -1 is left or top.
var Corners = [4][2]int{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}

// mark records where touch is felt.
func mark(s State, at Spot) State {
	if s.View.Kind == TouchTest && s.Staff.Marked < len(s.Staff.Marks) {
		s.Staff.Marks[s.Staff.Marked] = at
		s.Staff.Marked++
	}
	return s
}

// Alignment is how touch lies against the picture: mirrored left to right or not, then turned.
type Alignment struct {
	Mirrored bool
	Turn     int // degrees clockwise: 0, 90, 180 or 270
}

// AlignmentOf finds the alignment from where touch was felt at the four targets; ok is false if none explains it.
func AlignmentOf(felt [4]Spot) (a Alignment, ok bool) {
	for _, mirrored := range []bool{false, true} {
		for turn := 0; turn < 360; turn += 90 {
			if a = (Alignment{mirrored, turn}); a.explains(felt) {
				return a, true
			}
		}
	}
	return Alignment{}, false
}

// explains reports whether touch that lies so is felt in the corners where it was.
func (a Alignment) explains(felt [4]Spot) bool {
	m := a.matrix()
	for i, c := range Corners {
		x, y := m.at(float64(c[0]), float64(c[1]))
		if side(felt[i].X) != x || side(felt[i].Y) != y {
			return false
		}
	}
	return true
}

// side returns the side on which a share lies: -1 or 1.
func side(share float64) float64 {
	if share < .5 {
		return -1
	}
	return 1
}

// matrix is a turn or a reflection about the origin: (x, y) becomes (a x + b y, d x + e y).
type matrix struct{ a, b, d, e int }

func (m matrix) at(x, y float64) (float64, float64) {
	return float64(m.a)*x + float64(m.b)*y, float64(m.d)*x + float64(m.e)*y
}

// after returns the matrix of n followed by m.
func (m matrix) after(n matrix) matrix {
	return matrix{m.a*n.a + m.b*n.d, m.a*n.b + m.b*n.e, m.d*n.a + m.e*n.d, m.d*n.b + m.e*n.e}
}

// inverse returns the matrix that undoes m; of a turn or a reflection it is the transposed one.
func (m matrix) inverse() matrix { return matrix{m.a, m.d, m.b, m.e} }

// turned returns the matrix of a clockwise turn; y points down.
func turned(degrees int) matrix {
	m := matrix{1, 0, 0, 1}
	for ; degrees > 0; degrees -= 90 {
		m = matrix{0, -1, 1, 0}.after(m)
	}
	return m
}

// matrix returns where a touch at a place about the page's middle is felt.
func (a Alignment) matrix() matrix {
	m := turned(a.Turn)
	if a.Mirrored {
		m = m.after(matrix{-1, 0, 0, 1})
	}
	return m
}

// Undo returns the place that was touched where touch is felt.
func (a Alignment) Undo(felt Spot) Spot {
	x, y := a.matrix().inverse().at(felt.X-.5, felt.Y-.5)
	return Spot{x + .5, y + .5}
}

// Calibration returns the matrix for LIBINPUT_CALIBRATION_MATRIX by which touch fits a picture that the program rotates
// by so many degrees. Places are in shares of the device's width and height (libinput, "Absolute axes").
func (a Alignment) Calibration(rotate int) [6]int {
	r := turned(rotate)
	m := r.after(a.matrix().inverse()).after(r.inverse())
	return [6]int{m.a, m.b, (1 - m.a - m.b) / 2, m.d, m.e, (1 - m.d - m.e) / 2}
}
