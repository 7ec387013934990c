package typeset

import "golang.org/x/image/math/fixed"

// Setter sets paragraphs. It keeps what it learnt of the faces; make one for
// each goroutine: it is not safe for concurrent use.
type Setter struct {
}

// New makes a Setter over the embedded faces.
func New() *Setter { return &Setter{} }

// Lines sets a paragraph. It returns at least one line for a text that has
// characters, none for an empty one.
func (s *Setter) Lines(p Paragraph) []Line { return nil }

// Width is the length of the spans set in one line, unjustified, with marks at
// the line's edges at their squeezed width.
func (s *Setter) Width(spans ...Span) fixed.Int26_6 { return 0 }
