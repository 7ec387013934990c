package main

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"time"

	"github.com/tc-hib/winres" // icon, version and manifest of a program, written without Windows
	"github.com/tc-hib/winres/version"
)

// chinese is the language of the version's texts, zh-CN.
const chinese = 0x0804

// withResources returns a program for Windows with an icon, the texts that Explorer shows of it, and a manifest: it needs no
// administrator, sets its size by each monitor's scale, and reads paths of more than 260 characters.
func withResources(exe []byte, number string, at time.Time) ([]byte, error) {
	info := version.Info{Timestamp: at}
	info.SetFileVersion(number)
	info.SetProductVersion(number)
	err := errors.Join(
		info.Set(chinese, version.FileDescription, "社区政务公开触摸屏"),
		info.Set(chinese, version.ProductName, "公开"),
		info.Set(chinese, version.OriginalFilename, "kiosk.exe"),
		info.Set(chinese, version.FileVersion, number),
		info.Set(chinese, version.ProductVersion, number),
	)
	if err != nil {
		return nil, err
	}
	var pictures []image.Image
	for _, side := range []int{16, 24, 32, 48, 64, 256} {
		pictures = append(pictures, panel(side))
	}
	icon, err := winres.NewIconFromImages(pictures)
	if err != nil {
		return nil, err
	}
	var set winres.ResourceSet
	set.SetVersionInfo(info)
	set.SetManifest(winres.AppManifest{Compatibility: winres.Win10AndAbove, DPIAwareness: winres.DPIPerMonitorV2, LongPathAware: true})
	if err := set.SetIcon(winres.ID(1), icon); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := set.WriteToEXE(&b, bytes.NewReader(exe)); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// panel draws the icon, side pixels wide and high: an upright panel with its spine and three rows.
func panel(side int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, side, side))
	fill := func(x0, y0, x1, y1 int, c color.Color) { // in sixteenths
		r := image.Rect(x0*side/16, y0*side/16, x1*side/16, y1*side/16)
		draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
	}
	paper, red, gold := color.NRGBA{250, 246, 236, 255}, color.NRGBA{178, 34, 34, 255}, color.NRGBA{196, 150, 60, 255}
	fill(2, 0, 14, 16, red)
	fill(5, 1, 13, 15, paper)
	for row := range 3 {
		fill(6, 3+4*row, 12, 5+4*row, gold)
	}
	return img
}
