package session

// Panel says how large the screen is, where it hangs and from how far it is read, in mm: a
// setting of the machine. What isn't known is 0.
type Panel struct {
	Diagonal float64 // of the glass
	Bottom   float64 // from the floor to the picture's lower edge
	Distance float64 // from the eye
}
