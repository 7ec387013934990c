// Package picture decodes untrusted image files: PNG, JPEG, WebP, GIF, BMP and TIFF, of animated ones the first picture.
// It bounds bytes, pixels and memory before it decodes, applies the orientation of a camera, scales, and converts
// colours to sRGB by what the file states of them, with the same pixels on every machine.
//
// It depends on neither page nor catalogue: they decide where a picture is placed, and what happens if one
// is broken.
package picture

import (
	"context"
	"fmt"
	"image"

	"golang.org/x/sync/semaphore"
)

// Info describes an image file.
type Info struct {
	Width, Height int   // px as seen, its orientation applied
	Orientation   uint8 // EXIF's, 1 to 8: how the stored rows are turned for display
}

// Fault explains to staff why a file can't be shown; it continues a sentence that begins with the file's name.
type Fault struct {
	Code         string // the kind of fault, as a problem's
	Message, Fix string
	// Unfinished: the rest of the file may still be on its way, or a sync tool is writing it: the previous picture
	// stays. Otherwise waiting doesn't mend it.
	Unfinished bool
}

// Error returns the message alone.
func (f *Fault) Error() string { return f.Message }

// Faults of a file as a whole.
var (
	TooLarge  = &Fault{Code: "image-bytes", Message: fmt.Sprintf("超过 %d MiB", MaxBytes>>20), Fix: "用看图软件缩小到长边 4000 像素以内，另存为 JPEG"}
	empty     = &Fault{"image-empty", "是空文件", "等同步完成，或重新复制一次", true}
	truncated = &Fault{"image-truncated", "不完整，后面的一截没有", "等同步完成，或重新复制一次", true}
	torn      = &Fault{"image-torn", "文件坏了，里面有一截不对", "等同步完成，或重新复制一次", true}
	broken    = &Fault{Code: "image-broken", Message: "打不开，文件坏了，或是少见的编码", Fix: "用看图软件打开，另存为 JPEG；打不开就重新复制一次"}
)

// Read examines a file without decoding it: its sizes, and whether it is complete, unlike one that is still being
// copied. Of a PNG it also checks the checksums. It decodes files alone that lack an end, or have a hole.
func Read(data []byte) (Info, *Fault) {
	s, fault := sniff(data)
	if fault != nil {
		return Info{}, fault
	}
	return s.info(), nil
}

// Check reads a file and decodes it completely.
func Check(data []byte) (Info, *Fault) {
	s, fault := sniff(data)
	if fault == nil {
		fault = s.try(s.check)
	}
	if fault != nil {
		return Info{}, fault
	}
	return s.info(), nil
}

// Decode returns the picture in a file as seen: turned by an orientation (1 to 8), scaled to a size in px,
// premultiplied.
func Decode(data []byte, orientation uint8, size image.Point) (*image.RGBA, *Fault) {
	return DecodePart(data, orientation, size, image.Rectangle{Max: size})
}

// DecodePart returns a part of the picture that Decode returns, in its place. Of a long picture the whole may be too large.
func DecodePart(data []byte, orientation uint8, size image.Point, part image.Rectangle) (m *image.RGBA, fault *Fault) {
	if part.Empty() || !part.In(image.Rectangle{Max: size}) || part.Dx() > maxSide || part.Dy() > maxSide || max(size.X, size.Y) > maxLength {
		return nil, &Fault{Code: "image-target", Message: fmt.Sprintf("不能画成 %d×%d 像素", size.X, size.Y), Fix: "检查屏幕的大小"}
	}
	s, fault := sniff(data)
	if fault != nil {
		return nil, fault
	}
	to := unturned(size, part, orientation)
	fault = s.try(func() (err error) {
		m, err = s.paint(to)
		return err
	})
	if fault != nil {
		return nil, fault
	}
	m = turn(m, orientation)
	m.Rect = part
	return m, nil
}

// sniffed is what a file's header states, and how the file is decoded.
type sniffed struct {
	data          []byte
	width, height int // px as stored
	memory        int // bytes that decoding takes, besides the file
	work          int // samples that decoding visits, if that may be many times those in the picture
	orientation   uint8
	ended         bool // the file has the mark that ends it
	check         func() error
	paint         func(target) (*image.RGBA, error) // scaled, in sRGB, as stored
}

func (s *sniffed) info() Info {
	if s.orientation >= 5 {
		return Info{s.height, s.width, s.orientation}
	}
	return Info{s.width, s.height, s.orientation}
}

// sniff recognises a file's format and checks the bounds.
func sniff(data []byte) (s sniffed, fault *Fault) {
	defer s.contain(&fault)
	switch {
	case len(data) == 0:
		return s, empty
	case len(data) > MaxBytes:
		return s, TooLarge
	}
	s.data, s.orientation = data, 1
	suspect := false
	switch formatOf(data) {
	case "JPEG":
		suspect, fault = s.jpeg()
	case "PNG":
		suspect, fault = s.png()
	case "WebP":
		suspect, fault = s.webp()
	case "GIF":
		fault = s.gif()
	case "BMP":
		fault = s.bmp()
	case "TIFF":
		fault = s.tiff()
	default:
		fault = foreign(data)
	}
	if fault == broken && holed(data, hole) {
		fault = torn
	}
	if fault == nil {
		fault = s.large()
	}
	if fault == nil && suspect {
		fault = s.try(s.check)
	}
	return s, fault
}

// large returns a fault if a picture has too many pixels, or takes too much memory or time to decode.
func (s *sniffed) large() *Fault {
	const mb = 1_000_000
	switch n, most := s.width*s.height, budget(s.data); {
	case n > maxPixels || s.width > maxPixels || s.height > maxPixels:
		return &Fault{
			Code:    "image-pixels",
			Message: fmt.Sprintf("有 %d×%d 像素，超过 %d 万", s.width, s.height, maxPixels/10_000),
			Fix:     "用看图软件缩小到长边 4000 像素以内再保存",
		}
	case s.memory > most:
		return &Fault{
			Code:    "image-memory",
			Message: fmt.Sprintf("解开后太大：%d×%d 像素要 %d MB 内存，超过 %d MB", s.width, s.height, (s.memory+mb-1)/mb, most/mb),
			Fix:     "用看图软件缩小到长边 4000 像素以内，另存为 JPEG",
		}
	case s.work > maxWork:
		return &Fault{Code: "image-complex", Message: "编码太复杂", Fix: "用看图软件打开，另存为普通的 JPEG"}
	}
	return nil
}

// try runs a part of decoding once there is room.
func (s *sniffed) try(decode func() error) (fault *Fault) {
	room := int64(s.memory + scaledRoom + len(s.data))
	if err := memory.Acquire(context.Background(), room); err != nil {
		return s.faultOf(err)
	}
	defer memory.Release(room)
	defer s.contain(&fault)
	if err := decode(); err != nil {
		return s.faultOf(err)
	}
	return nil
}

// contain ends a panic. Content is untrusted, so a panic of a decoder is one picture's fault and not the end of the program.
func (s *sniffed) contain(fault **Fault) {
	if recover() != nil {
		*fault = s.faultOf(errPanic)
	}
}

// memory is what all decoders share: the store tries pictures while the painter decodes others, on all cores.
var memory = semaphore.NewWeighted(maxMemory)
