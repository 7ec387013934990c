package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// browsed is Chromium's setting of the paragraphs.
type browsed struct {
	lines   []line
	tops    []float64 // of the lines, px from the page's top
	picture image.Image
}

// document is the page: the same face, size and measure as ours, with all of CSS's
// Chinese options. Its script writes each character's position.
const document = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
body{margin:0;background:#fff}
p{margin:0 0 20px;width:%dpx;font:%dpx/60px "Noto Sans CJK SC";color:#000;text-align:%s;
line-break:strict;text-spacing-trim:trim-start;text-autospace:normal;text-wrap:pretty;text-justify:auto}
</style><body>%s<script type="application/json" id="places"></script><script>
let all=[];document.querySelectorAll("p").forEach((p,n)=>{let t=p.firstChild;
for(let i=0;i<t.length;i++){let r=document.createRange();r.setStart(t,i);r.setEnd(t,i+1);let q=r.getClientRects();
let b=q[q.length-1];if(b&&b.width)all.push([n,t.data.charCodeAt(i),b.left,b.width,b.top+scrollY])}});
places.textContent=JSON.stringify(all)</script>`

// browse sets the paragraphs in Chromium, reads their rectangles, and takes a picture.
// On an error its half of the report is omitted.
func browse(chromium, out string, paragraphs []string, measure int, justify bool) (*browsed, error) {
	if _, err := exec.LookPath(chromium); err != nil {
		return nil, errors.New("not installed")
	}
	align := "left"
	if justify {
		align = "justify"
	}
	var body strings.Builder
	for _, text := range paragraphs {
		fmt.Fprintf(&body, "<p>%s</p>", html.EscapeString(strings.TrimSpace(text)))
	}
	name, err := filepath.Abs(filepath.Join(out, fmt.Sprintf("%s-%d.html", way(justify), measure)))
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(name, fmt.Appendf(nil, document, measure, em, align, body.String()), 0o644); err != nil {
		return nil, err
	}
	dom, err := launch(chromium, "--dump-dom", name)
	if err != nil {
		return nil, err
	}
	page, err := readPlaces(string(dom))
	if err != nil || !justify {
		return page, err
	}
	picture := strings.TrimSuffix(name, ".html") + ".png"
	height := int(page.tops[len(page.tops)-1]) + 80
	if _, err := launch(chromium, "--screenshot="+picture, fmt.Sprintf("--window-size=%d,%d", max(measure, 600), height), name); err != nil {
		return nil, err
	}
	page.picture, err = readPNG(picture)
	return page, err
}

// patience is the time limit for a page in Chromium.
const patience = 60 * time.Second

func launch(chromium string, args ...string) ([]byte, error) {
	ctx, stop := context.WithTimeout(context.Background(), patience)
	defer stop()
	common := []string{"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-device-scale-factor=1"}
	return exec.CommandContext(ctx, chromium, append(common, args...)...).Output()
}

// readPlaces splits the characters that the script wrote into lines.
func readPlaces(dom string) (*browsed, error) {
	_, rest, ok := strings.Cut(dom, `id="places">`)
	if !ok {
		return nil, errors.New("its page has no places")
	}
	data, _, _ := strings.Cut(rest, "</script>")
	var places [][5]float64 // paragraph, character, left, width, top
	if err := json.Unmarshal([]byte(data), &places); err != nil {
		return nil, err
	}
	if len(places) == 0 {
		return nil, errors.New("its page is empty")
	}
	page := &browsed{}
	for i, p := range places {
		if i == 0 || p[0] != places[i-1][0] || p[4] > places[i-1][4]+em/2 {
			page.lines = append(page.lines, line{paragraph: int(p[0])})
			page.tops = append(page.tops, p[4])
		}
		l := &page.lines[len(page.lines)-1]
		l.chars = append(l.chars, char{rune(p[1]), p[2], p[3]})
		l.last = i+1 == len(places) || places[i+1][0] != p[0]
	}
	return page, nil
}

func readPNG(name string) (image.Image, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return png.Decode(f)
}
