package picture

import (
	"errors"
	"io"
	"strings"

	"gongkai/kiosk/picture/jpeg"
	"gongkai/kiosk/picture/png"
)

var (
	errPanic = errors.New("the decoder panicked")
	errSize  = errors.New("the picture has another size than its header")
	errTorn  = errors.New("the picture has a hole")
)

// faultOf returns the fault that an error of a decoder means.
func (s *sniffed) faultOf(err error) *Fault {
	switch {
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, png.ErrIncomplete), strings.HasSuffix(err.Error(), "EOF"): // GIF's are texts
		return truncated
	case errors.Is(err, jpeg.ErrIncomplete) && !s.ended:
		return truncated
	case errors.Is(err, jpeg.ErrIncomplete), errors.Is(err, png.ErrTorn), errors.Is(err, errTorn), holed(s.data, hole):
		return torn
	}
	return broken
}
