package main

import (
	"context"
	"io"
	"io/fs"

	"gongkai/kiosk/paint"
	"gongkai/kiosk/pdf"
	"gongkai/kiosk/typeset"
)

// A px of a screen is 0.75 points, as in browsers; a page is at most as long as readers accept.
const pointsPerPx, mostPoints = 0.75, 14400

// savePDF writes the screens into one file, a page each.
func savePDF(ctx context.Context, progressTo io.Writer, shots []shot, draw easel, file string, images fs.FS) error {
	painter := paint.New(64 << 20)
	painter.Pictures = images
	doc, set, done := pdf.New(painter), typeset.New(), newTally(progressTo, len(shots))
	for _, sh := range shots {
		if err := ctx.Err(); err != nil {
			return err
		}
		size, pieces := draw.compose(sh.state, set)
		scale := min(pointsPerPx, mostPoints/float64(max(size.X, size.Y)))
		doc.Add(pdf.Sheet{Name: sh.name, Size: size, Paper: [2]float64{float64(size.X) * scale, float64(size.Y) * scale}, Pieces: pieces})
		done.step()
	}
	title := "画面"
	if c := shots[0].state.Catalogue; c != nil {
		title = c.Centre + "　" + title
	}
	return replaceFile(file, func(to io.Writer) error { return doc.Write(to, title, created(shots[0].state)) })
}
