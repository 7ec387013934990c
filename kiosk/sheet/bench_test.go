package sheet

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"gongkai/kiosk/catalogue"
)

// sampleOf returns a catalogue of n rows with 14 columns, as a workbook.
func sampleOf(b testing.TB, n int) []byte {
	b.Helper()
	c := &catalogue.Catalogue{Centre: "示例社区", Name: "政务公开事项标准目录", Levels: []string{"县级", "乡镇", "社区", "村级"}}
	for i := range n {
		text := fmt.Sprintf("示例内容%d、办理依据、办理条件、办理流程、申请材料、咨询投诉信息、办理地点", i)
		c.Items = append(c.Items, catalogue.Item{
			Number: i + 1, Category: fmt.Sprintf("示例类别%d", i/10), Title: fmt.Sprintf("示例事项%d", i), Content: catalogue.Cell{{Text: text}},
			Basis: catalogue.Cell{{Text: "《示例条例》（示例令第1号）"}, {Text: fmt.Sprintf("《示例办法》（示例〔2020〕%d号）", i)}}, Deadline: "20个工作日内", Publisher: "社区工作站",
			Channels: catalogue.Cell{{Text: "1、政府网站、"}, {Text: "2. 宣传栏"}}, Levels: []string{"社区"}, Audience: "全社会", Manner: "主动",
		})
	}
	var out bytes.Buffer
	if err := WriteXLSX(context.Background(), &out, []Form{OfficialForm(c)}, func() {}); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// BenchmarkImport reads 3,000 rows of 14 columns into an empty directory's files.
func BenchmarkImport(b *testing.B) {
	data := sampleOf(b, 3000)
	b.ReportAllocs()
	for b.Loop() {
		book, problems := Read(context.Background(), "目录.xlsx", data, nil)
		if p := PlanOf("目录.xlsx", TableOf(context.Background(), "目录.xlsx", book), nil, nil, Options{}); p.Taken != 3000 || len(problems) > 0 {
			b.Fatal(p.Taken, problems)
		}
	}
}
