package paint

import (
	"image"
	"io"
	"testing"

	"gongkai/fonts"
	"gongkai/kiosk/page"
)

// prose is about 200 different hanzi, as many as a page of the catalogue has.
const prose = "培育发展社区社会组织开展志愿服务活动并做好登记注册记录工作支持内各和者有序展配合兵役政审负责物业管理的指导监督县住房城乡建设局国务院市卫生见推进红色强化公司党提高水平协助经济普查人口环境保护宣传及污染源残疾灵活就补贴养老险医疗学习驾驶汽车在岗少年儿教费康复救听力工耳蜗处器升级套一伤未享受低随班读育援申报结算等办理依据条件流程材料咨询投诉信息地点行为或更之日起个予以公开街道站网站栏群中心突发事应对法消防加强众性自然灾害震减科安全检产非违隐患"

// fullPage returns a page of 600 hanzi at size px, 1080x1920 at 40.
func fullPage(size int) *page.Layer {
	text := []rune(prose)
	var lines []string
	for i := range 30 {
		line := make([]rune, 20)
		for j := range line {
			line[j] = text[(i*20+j)%len(text)]
		}
		lines = append(lines, string(line))
	}
	return layer(27*size, 48*size, page.Paper, words(fonts.SansRegular, px26(float64(size)), page.Black, 3*size, 2*size, lines...))
}

func benchmarkPage(b *testing.B, size int, fresh bool) {
	l := fullPage(size)
	m := image.NewRGBA(l.Bounds)
	p := New(48 << 20)
	p.Layer(m, l, &page.Normal, 0)
	b.ResetTimer()
	for b.Loop() {
		if fresh {
			p = New(48 << 20)
		}
		p.Layer(m, l, &page.Normal, 0)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/page")
}

// Aims for a page of 600 hanzi on one core: 8 ms cold, 4 warm; at 4K 15 and 10.
func BenchmarkPageCold(b *testing.B)   { benchmarkPage(b, 40, true) }
func BenchmarkPageWarm(b *testing.B)   { benchmarkPage(b, 40, false) }
func BenchmarkPage4KCold(b *testing.B) { benchmarkPage(b, 80, true) }
func BenchmarkPage4KWarm(b *testing.B) { benchmarkPage(b, 80, false) }

func BenchmarkFill(b *testing.B) {
	l := layer(1080, 1920, page.Paper)
	m := image.NewRGBA(l.Bounds)
	p := New(0)
	for b.Loop() {
		p.Layer(m, l, &page.Normal, 0)
	}
}

func BenchmarkPoster(b *testing.B) { // two characters of 470 px, never kept
	l := layer(1080, 1920, page.LeafInk, words(fonts.SerifBlack, px26(470), page.OnLeaf, 60, 500, "组织"))
	m := image.NewRGBA(l.Bounds)
	p := New(0)
	for b.Loop() {
		p.Layer(m, l, &page.Normal, 0)
	}
}

func BenchmarkIconsCold(b *testing.B) {
	l := layerOfIcons(60)
	m := image.NewRGBA(l.Bounds)
	for b.Loop() {
		New(1<<20).Layer(m, l, &page.Normal, 0)
	}
}

func BenchmarkWritePNG(b *testing.B) {
	m := paint(fullPage(40), 0)
	for b.Loop() {
		if err := WritePNG(io.Discard, m); err != nil {
			b.Fatal(err)
		}
	}
}
