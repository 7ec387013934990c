package catalogue

import (
	"fmt"
	"slices"

	"gongkai/kiosk/diag"
)

// From these sizes on an image is seen well enough: a picture is enlarged to twice its size at most, and a wide one is as
// wide as the page.
const (
	smallImage = 320 // px, of the longer side
	wideImage  = 8   // times as wide as high
)

// Sizes warns of images of notices, and of floor plans, that are shown and can't be seen well, sorted by place.
func Sizes(files []File) (problems []diag.Problem) {
	texts, images := splitImages(files)
	sorted, _ := sortOut(texts)
	r := &reading{images: images}
	warn := func(at diag.Spot, im Image) {
		if code, message, fix := im.unclear(); im.Name != "" && message != "" {
			problems = append(problems, at.Problem(diag.Warning, code, message, fix))
		}
	}
	for _, file := range sorted[noticeKind] {
		var f noticeFile
		c := r.decode(file, &f)
		for i := range f.Images {
			t := &f.Images[i]
			shown, _ := c.element(t, namesIn(t))
			for _, im := range shown {
				warn(t.At, im)
			}
		}
	}
	for _, file := range slices.Concat(sorted[settingsKind], sorted[itemKind]) {
		if !mapKey.Mentioned(file.Data) {
			continue
		}
		contact, c := r.contactOf(file)
		warn(contact.Map.At, contact.plan(c))
	}
	diag.Sort(problems)
	return diag.Limit(problems)
}

// contactOf reads the contact of a file alone.
func (r *reading) contactOf(file File) (contactFile, *checker) {
	if kindOf(file.Path) == settingsKind {
		var f settingsFile
		c := r.decode(file, &f)
		return f.Contact, c
	}
	var f itemFile
	c := r.decode(file, &f)
	return f.Contact, c
}

// unclear returns why an image can't be seen well, "" if it can.
func (im Image) unclear() (code, message, fix string) {
	size := fmt.Sprintf("%d×%d 像素", im.Width, im.Height)
	switch {
	case im.Width >= wideImage*im.Height:
		return "image-flat", "图片 " + quoted(im.Name) + " 太扁（" + size + "），屏幕上只有窄窄一条",
			"用看图软件从左到右截成几段，每段的宽不超过高的 3 倍，各存一个文件，依次写进 images"
	case max(im.Width, im.Height) < smallImage:
		return "image-small", "图片 " + quoted(im.Name) + " 太小，只有 " + size + "，屏幕上最多放大到两倍",
			"换成原图，长边 1000 像素以上；在微信里先点开图片，再点“查看原图”，然后保存"
	}
	return "", "", ""
}
