package main

import (
	"image"
	"image/draw"
	"path/filepath"
	"strings"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/layout/desk"
)

// preview writes the window of kiosk preview beside the design's.
func (e easel) preview(design, out string, content sampled, only string) error {
	const name = "preview.png"
	if !strings.Contains(name, only) {
		return nil
	}
	st := item(content.fourNotices().catalogue(), 12)
	v := desk.View{
		State: desk.State{Found: desk.Found{Name: "内容文件夹", Items: 14, Notices: 5, Revision: "3f9a2c71", Held: true, Problems: previewed}, Chosen: 3},
		Kiosk: st, Size: ways["portrait"], Scale: 1,
	}
	p := desk.Layout(v, desk.Usual, e.set)
	m := e.painter.Screen(desk.Usual, p.Placed())
	glass := p.Plan.Glass
	draw.Draw(m, glass, e.paint(st, glass.Size()), image.Point{}, draw.Src)
	return e.beside(filepath.Join(design, name), filepath.Join(out, name), m)
}

// previewed are the problems in the design's picture.
var previewed = []diag.Problem{
	{File: "notices/示例-春季健身.toml", Line: 4, Message: "不认识的名称“titel”", Fix: "改成“title”"},
	{File: "notices/示例-图书角.toml", Line: 7, Message: "“images/角落.jpg”不在内容文件夹里", Fix: "把图片放进 images，或删去这一行"},
	{File: "items/12-社区治理服务.toml", Line: 5, Severity: diag.Warning, Message: "公开内容里有一个单独的“》”，像是公开依据混了进来", Fix: "核对原表；显示时照原样"},
	{File: "items/12-社区治理服务.toml", Severity: diag.Warning, Message: "没有公开依据", Fix: "补上“basis”，或保持空白"},
	{File: "items/06-残疾人补贴.toml", Severity: diag.Warning, Message: "更新已满一年（示例）", Fix: "核对后改“reviewed”的日期"},
}
