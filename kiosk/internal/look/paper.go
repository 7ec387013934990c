package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	"path/filepath"
	"testing/fstest" // files in memory
	"time"

	"golang.org/x/image/draw" // copying

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/layout/week"
	"gongkai/kiosk/motion"
	"gongkai/kiosk/page"
	"gongkai/kiosk/paint"
	"gongkai/kiosk/picture/sample"
	"gongkai/kiosk/session"
)

// paper writes the design's week on paper and ours side by side.
func (e easel) paper(design, out string, content sampled) error {
	their, err := read(filepath.Join(design, "week.png"))
	if err != nil {
		return err
	}
	c := content.asked().weekly().catalogue()
	c.Revision = "sha256:3f9a2c71d0"
	now := time.Date(2026, 3, 8, 16, 20, 0, 0, designed.Location())
	base := session.Step(session.Start(now, true), now, session.Content{Catalogue: c})
	screen := ways["portrait"]
	w := week.Of(base, time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), screen)
	files := fstest.MapFS{}
	for i := range w.Slides {
		e.small(&w.Slides[i], screen, false, files)
	}
	for i := range w.Rows {
		e.small(&w.Rows[i].Slide, screen, true, files)
	}
	painter := paint.New(64 << 20)
	painter.Pictures = files
	p := week.Papers(w, page.ThemeOf(base), e.set)[0]
	our := painter.Screen(p.Size, motion.Compose(motion.Scene{Page: p}))
	m := image.NewRGBA(image.Rect(0, 0, 2*p.Size.X+gap, p.Size.Y))
	draw.Draw(m, m.Rect, image.NewUniform(color.Gray{0x80}), image.Point{}, draw.Src)
	draw.Draw(m, our.Rect, their, image.Point{}, draw.Src)
	draw.Draw(m, our.Rect.Add(image.Pt(p.Size.X+gap, 0)), our, image.Point{}, draw.Src)
	return write(filepath.Join(out, "week.png"), m)
}

// small paints a slide's small picture into files.
func (e easel) small(s *week.Slide, screen image.Point, notice bool, files fstest.MapFS) {
	size := week.PictureSize(screen, notice)
	var data bytes.Buffer
	if err := paint.WritePNG(&data, paint.Shrink(e.paint(s.State, screen), size)); err != nil {
		panic(err) // writing to memory
	}
	sum := sha256.Sum256(data.Bytes())
	name := fmt.Sprintf("slides/%d.png", len(files))
	files[name] = &fstest.MapFile{Data: data.Bytes()}
	s.Picture = catalogue.Image{Name: name, Width: size.X, Height: size.Y, Orientation: 1, Hash: hex.EncodeToString(sum[:])}
}

// weekly returns the content with the notices of the design's week.
func (s sampled) weekly() sampled {
	more := "publish = %s\nexpire = %s\nbody = %q\n"
	return s.with(
		notice("1", "周末便民\n志愿服务\n活动公告", "2026-03-09", "pinned = true\n"+more, "2026-03-09", "2026-03-14", firstText),
		notice("2", "春季全民\n健身活动\n报名", "2026-03-10", more, "2026-03-10", "2026-03-20", firstText),
		notice("3", "消防安全\n知识宣传\n活动", "2026-03-06", more, "2026-03-06", "2026-03-13", firstText),
		notice("4", "示例海报", "2026-03-05", "publish = 2026-03-12\nexpire = 2026-03-18\nimages = [%q]\n", sample.Poster),
		notice("5", "社区图书角\n开放时间\n调整", "2026-02-27", more, "2026-02-27", "2026-03-10", firstText),
		notice("6", "居民意见\n征集结果\n公示", "2026-02-24", more, "2026-02-24", "2026-03-09", firstText),
	)
}
