package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/png"
	"io/fs"
	"slices"
	"strings"
	"testing/fstest" // files in memory
	"time"

	"golang.org/x/image/draw" // copying

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/picture"
	"gongkai/kiosk/picture/sample"
)

// sampled is the shipped catalogue with the design's samples: notices, guides and further
// rows, all marked 示例.
type sampled struct {
	files  []catalogue.File
	images fstest.MapFS
}

// shipped reads the catalogue that the program embeds.
func shipped() (sampled, error) {
	s := sampled{images: fstest.MapFS{}}
	err := fs.WalkDir(content.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := content.FS.ReadFile(path)
		s.files = append(s.files, catalogue.File{Path: path, Data: data})
		return err
	})
	var sum [sha256.Size]byte
	for name, data := range pictures() {
		info, fault := picture.Read(data)
		if fault != nil {
			return s, fmt.Errorf("%s: %v", name, fault)
		}
		s.images[name], sum = &fstest.MapFile{Data: data}, sha256.Sum256(data)
		s.files = append(s.files, catalogue.File{Path: name, Image: &catalogue.Fact{
			Width: info.Width, Height: info.Height, Orientation: info.Orientation, Hash: hex.EncodeToString(sum[:]),
		}})
	}
	return s, err
}

// Pictures in the design's proportions, which no other sample has.
const (
	banner = "images/示例横幅.png" // 1600x760
	pano   = "images/示例长卷.png" // 1600x533
)

// pictures returns the image files by name.
func pictures() map[string][]byte {
	all := map[string][]byte{banner: band(760), pano: band(533)}
	for _, name := range []string{sample.Poster, sample.Landscape, sample.Square, sample.Long, sample.Plan} {
		all[name] = sample.Bytes(name)
	}
	return all
}

// band returns the middle of the sample landscape, at a height in px.
func band(height int) []byte {
	whole, err := png.Decode(bytes.NewReader(sample.Bytes(sample.Landscape)))
	if err != nil {
		panic(err) // it was encoded by ourselves
	}
	m := image.NewRGBA(image.Rect(0, 0, whole.Bounds().Dx(), height))
	draw.Draw(m, m.Rect, whole, image.Pt(0, (whole.Bounds().Dy()-height)/2), draw.Src)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		panic(err) // writing to memory
	}
	return b.Bytes()
}

// with returns the content with further files.
func (s sampled) with(files ...catalogue.File) sampled {
	s.files = slices.Concat(s.files, files)
	return s
}

// catalogue parses the files, which are valid.
func (s sampled) catalogue() *catalogue.Catalogue {
	c, problems := catalogue.Parse(s.files)
	if c == nil {
		panic(fmt.Sprint(problems))
	}
	return c
}

// rows returns the content with sample rows up to n, distributed over the categories as in the design.
func (s sampled) rows(n int) sampled {
	groups := s.catalogue().Categories()
	for i := 15; i <= n; i++ {
		s = s.with(row(i, groups[i*7%len(groups)].Name))
	}
	return s
}

// row returns a sample row of a category.
func row(n int, category string) catalogue.File {
	return text(fmt.Sprintf("items/示例-%d.toml", n), "number = %d\ncategory = %q\ntitle = \"示例事项%d\"\ncontent = \"示例文字\"\n", n, category, n)
}

// few returns a catalogue of n sample rows, one a category.
func few(n int) *catalogue.Catalogue {
	s := sampled{files: []catalogue.File{text("kiosk.toml", "centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")}}
	for i := 1; i <= n; i++ {
		s = s.with(row(i, fmt.Sprintf("示例类别%d", i)))
	}
	return s.catalogue()
}

// longTitle returns the content with a row 2 whose title has 60 characters.
func longTitle(s sampled) *catalogue.Catalogue {
	s = s.with()
	for i, f := range s.files {
		if strings.HasPrefix(f.Path, "items/02") {
			s.files[i] = text(f.Path, "number = 2\ncategory = \"工作动态\"\ntitle = %q\ncontent = \"示例文字\"\n", strings.Repeat("示例的事项名称很长，", 6))
		}
	}
	return s.catalogue()
}

// planned returns the content with a contact and its floor plan.
func (s sampled) planned(plan, at string) sampled {
	return s.asked().appended("kiosk.toml", fmt.Sprintf("map = %q\nat = [%s]\n", plan, at))
}

// guided returns the content with a guide of row 4; long makes it one that takes three codes.
func (s sampled) guided(long bool) sampled {
	more := "link = \"https://example.com/示例\"\nsummary = \"示例：符合条件的父母，每年可领一份奖励。\"\n"
	for _, heading := range []string{"办理依据", "办理条件", "办理流程", "申请材料", "咨询投诉信息", "办理地点"} {
		more += fmt.Sprintf("[[guide]]\nheading = %q\nbody = \"\"\"\n1. 示例：第一步\n2. 示例：第二步，文字较长时自动换行，左边对齐\n3. 示例：第三步\n\"\"\"\n", heading)
	}
	if long {
		more += "[[guide]]\nheading = \"示例\"\nbody = \"\"\"\n" + strings.Repeat("示例文字：本段用来试验很长的办事指南。\n", 60) + "\"\"\"\n"
	}
	return s.appended("items/04", more)
}

// contact is the [contact] of the design's pictures.
const contact = `
[contact]
desk = "一楼大厅　3号窗口"
phone = "0355-0000000"
hours = "星期一至星期五　8:30—12:00　14:30—18:00"
address = "朝阳社区党群服务中心"
`

// asked returns the content with a contact and row 6's question.
func (s sampled) asked() sampled {
	return s.appended("items/06", "ask = \"\"\"\n家里有\n残疾人？\n\"\"\"\n").appended("kiosk.toml", contact)
}

// appended returns the content with more TOML at the end of the files whose path begins so.
func (s sampled) appended(path, more string) sampled {
	s = s.with()
	for i, f := range s.files {
		if strings.HasPrefix(f.Path, path) {
			s.files[i].Data = slices.Concat(f.Data, []byte("\n"+more))
		}
	}
	return s
}

// The texts of the design's notices.
const (
	noticeTitle = "周末便民\n志愿\n服务\n活动公告"
	firstText   = "示例文字：本段用来演示公告正文的排版，由社区工作站发布时替换为正式内容，时间、地点和报名方式以正式公告为准。"
	secondText  = "示例文字：第二段演示段首缩进两字、两端对齐和行尾标点的处理，末行不会只剩一个字。"
)

// notices returns the content with the design's five notices.
func (s sampled) notices() sampled {
	return s.with(
		notice("1", noticeTitle, "2026-03-12", "pinned = true\nwhen = \"3月14日（星期六）9:00\"\nwhere = \"党群服务中心门前广场\"\nimages = [%q]\nbody = \"\"\"\n%s\n%s\n\"\"\"\n", banner, firstText, secondText),
		notice("2", "春季全民健身活动报名", "2026-03-10", "body = %q\n", firstText),
		notice("3", "消防安全知识宣传活动", "2026-03-06", "images = [%q, %q]\nbody = %q\n", pano, sample.Long, firstText),
		notice("4", "社区图书角开放时间调整", "2026-02-27", "body = %q\n", firstText),
		notice("5", "居民意见征集结果公示", "2026-02-24", "body = %q\n", firstText),
	)
}

// short returns the content with the design's short notice, listed second.
func (s sampled) short() sampled {
	return s.notices().with(notice("6", "临时停水通知", "2026-03-10", "issuer = \"社区工作站\"\nwhen = \"3月11日 8:00至12:00\"\nbody = \"示例文字：管道检修，请提前备水。\"\n"))
}

// tables returns the content with the design's notice that has columns and a table.
func (s sampled) tables() sampled {
	return s.notices().with(notice("7", "志愿者名单和值班表", "2026-03-05", "issuer = \"社区工作站\"\nbody = %q\n", "示例文字：本周志愿者名单如下。\n"+
		"示例甲　示例乙　示例丙　示例丁　示例戊\n示例己　示例庚　示例辛　示例壬　示例癸\n"+
		"示例文字：值班安排如下。\n日期\t时段\t值班\n3月14日\t上午\t示例甲\n3月14日\t下午\t示例乙\n3月15日\t上午\t示例丙\n"))
}

// urgent returns the content with the design's notices and an urgent one.
func (s sampled) urgent() sampled {
	more := "urgent = true\nexpire = 2026-03-13\nwhen = \"3月12日 14:00至22:00\"\nwhere = \"示例小区一至六号楼\"\nissuer = \"社区工作站\"\nbody = %q\n"
	return s.notices().with(notice("urgent", "临时停水\n通知", "2026-03-12", more, "示例文字：因供水主管道抢修，今天下午起停水，请居民提前储水；恢复供水的时间另行通知。"))
}

// slides returns the content with the two notices of the design's carousel; the first has
// the image and no text, if one is named.
func (s sampled) slides(poster string) sampled {
	first := fmt.Sprintf("when = \"3月14日（星期六）9:00\"\nwhere = \"党群服务中心门前广场\"\nbody = %q\n", firstText)
	if poster != "" {
		first = fmt.Sprintf("images = [%q]\n", poster)
	}
	return s.with(notice("1", noticeTitle, "2026-03-12", "%s", first), notice("2", "春季全民健身活动报名", "2026-03-10", ""))
}

func notice(name, title, date, more string, args ...any) catalogue.File {
	return text("notices/"+name+".toml", "title = \"\"\"\n%s\n\"\"\"\ndate = %s\n"+more, append([]any{title, date}, args...)...)
}

func text(path, format string, args ...any) catalogue.File {
	return catalogue.File{Path: path, Data: fmt.Appendf(nil, format, args...)}
}

// seen returns a catalogue in which some items and notices appeared, and others changed, two
// days before the design's moment.
func seen(c *catalogue.Catalogue, appeared, changed []string) *catalogue.Catalogue {
	day := time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)
	mark := func(file string, s *catalogue.Seen) {
		for _, name := range appeared {
			if strings.HasPrefix(file, name) {
				s.Appeared = day
			}
		}
		for _, name := range changed {
			if strings.HasPrefix(file, name) {
				s.Changed = day
			}
		}
	}
	for i := range c.Items {
		mark(c.Items[i].File, &c.Items[i].Seen)
	}
	for i := range c.Notices {
		mark(c.Notices[i].File, &c.Notices[i].Seen)
	}
	return c
}
