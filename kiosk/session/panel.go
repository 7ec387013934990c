package session

// Panel is the screen's size, mounting height and reading distance in mm, a machine
// setting. An unknown measure is 0.
type Panel struct {
	Diagonal float64 // of the glass
	Bottom   float64 // from the floor to the picture's lower edge
	Distance float64 // from the eye
}
