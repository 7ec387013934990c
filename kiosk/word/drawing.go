package word

import (
	"math"
	"path"
	"strconv"
	"strings"
)

// maxPictures limits the pictures of a document; a notice may have a hundred.
const maxPictures = 100

// drawing reads a drawing: pictures, text boxes, charts; the old form too (VML).
func (r *reader) drawing(l *line, n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "mc:AlternateContent":
			r.drawing(l, &node{kids: choice(k)})
		case "w:txbxContent":
			r.counts["boxes"]++
			l.below = append(l.below, r.flow(k.kids)...)
		case "v:textpath":
			if text := strings.TrimSpace(k.attr("string")); text != "" {
				l.below = append(l.below, block{text: plain(text), heading: true})
			}
		case "pic:pic":
			r.picture(k)
		case "v:imagedata":
			r.oldPicture(k)
		case "c:chart":
			r.lost(r.place(), "chart-left-out", "图表没有放进公告", "在 Word 里右键点图表，选“另存为图片”，放进 images，再写进公告的 images")
		case "dgm:relIds":
			r.lost(r.place(), "smart-art-left-out", "SmartArt 图形没有放进公告", "在 Word 里右键点图形，选“另存为图片”，放进 images，再写进公告的 images")
		case "wp:docPr", "wp:extent":
		default:
			r.drawing(l, k)
		}
	}
}

// object reads an embedded object, of which a document shows a picture.
func (r *reader) object(l *line, n *node) {
	r.lost(r.place(), "embedded-object", "嵌入的对象（表格、文件等）没有放进公告", "双击打开它，内容复制成正文；或截图存成图片")
	r.drawing(l, &node{kids: n.kids})
}

// picture reads a picture: which part it is, what is cut off, how it is turned.
func (r *reader) picture(n *node) {
	fill := n.child("pic:blipFill").orEmpty()
	blip := fill.child("a:blip").orEmpty()
	var p Picture
	if src := fill.child("a:srcRect"); src != nil {
		for i, side := range []string{"l", "t", "r", "b"} {
			p.Crop[i] = percent(src.attr(side))
		}
	}
	if turn := atoi(n.child("pic:spPr", "a:xfrm").orEmpty().attr("rot")); turn != 0 {
		p.Turns = int(math.Round(float64(turn)/5_400_000))%4 + 4
		p.Turns %= 4
	}
	id := blip.attr("r:embed")
	if id == "" {
		id = blip.attr("r:link")
	}
	r.take(id, p)
}

// percent returns a share that is written in thousandths of a percent, or in percent.
func percent(text string) float64 {
	if number, ok := strings.CutSuffix(text, "%"); ok {
		f, _ := strconv.ParseFloat(number, 64)
		return share(f / 100)
	}
	return share(float64(atoi(text)) / 100_000)
}

// share limits a share that is cut off: negative ones add a border.
func share(f float64) float64 { return max(0, min(f, 1)) }

// oldPicture reads a picture in VML, whose crops are in 65536ths.
func (r *reader) oldPicture(n *node) {
	var p Picture
	for i, side := range []string{"cropleft", "croptop", "cropright", "cropbottom"} {
		if number, ok := strings.CutSuffix(n.attr(side), "f"); ok {
			p.Crop[i] = share(float64(atoi(number)) / 65536)
		} else if f, err := strconv.ParseFloat(n.attr(side), 64); err == nil {
			p.Crop[i] = share(f)
		}
	}
	id := n.attr("r:id")
	if id == "" {
		id = n.attr("relid")
	}
	r.take(id, p)
}

// take takes a picture over, each once.
func (r *reader) take(id string, p Picture) {
	const asPicture = "在 Word 里右键点它，选“另存为图片”，存成 PNG，放进 images，再写进公告的 images"
	rel, known := r.rels[id]
	seen := rel.target + strconv.FormatFloat(p.Crop[0]+8*p.Crop[1]+64*p.Crop[2]+512*p.Crop[3], 'g', -1, 64)
	away := p.Crop[0]+p.Crop[2] >= 0.99 || p.Crop[1]+p.Crop[3] >= 0.99
	switch {
	case id == "" || known && r.drawn[seen] || away:
		return
	case r.unseen != nil:
		*r.unseen++
		return
	case !known:
		r.lost(r.place(), "picture-unreadable", "图片读不出来，没有放进公告", asPicture)
		return
	case rel.external:
		r.lost(r.place(), "picture-linked", "图片只是一个链接，文件里没有它："+cut(rel.target), "找到原图，放进 images，再写进公告的 images")
		return
	case len(r.pictures) >= maxPictures:
		r.lost("", "pictures-many", "图片超过 100 张，后面的没有放进公告", "分成几个公告")
		return
	}
	r.drawn[seen] = true
	switch ext := strings.ToLower(path.Ext(rel.target)); ext {
	case ".emf", ".wmf", ".emz", ".wmz", ".svg", ".pct", ".pict", ".eps", ".wdp", ".hdp":
		r.lost(r.place(), "picture-format", "图片是 "+strings.ToUpper(ext[1:])+" 格式，不能显示，没有放进公告", asPicture)
		return
	}
	data, fault := r.pack.bytes(rel.target, maxMedia)
	if fault != nil || len(data) == 0 {
		r.lost(r.place(), "picture-unreadable", "图片读不出来，没有放进公告", asPicture)
		return
	}
	p.Data = data
	r.pictures = append(r.pictures, p)
}
