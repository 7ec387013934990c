package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
)

var update = flag.Bool("update", false, "write docs/finding.md")

// many returns a catalogue of 500 items, plainly samples: 25 categories of 20 titles each, no two alike, most of which
// share the beginning of their category.
func many(t *testing.T) *catalogue.Catalogue {
	people := []string{"老年人", "残疾人", "儿童", "孕产妇", "退役军人", "失业人员", "大学生", "个体户", "农民工", "低保户", "租房户", "养犬人", "车主", "教师", "医务人员", "志愿者", "网格员", "楼栋长", "业主", "商户", "外来人口", "新婚夫妇", "独生子女", "优抚对象", "党员"}
	services := []string{"补贴申请", "资格认定", "信息登记", "证件办理", "证件补办", "档案查询", "关系转接", "费用减免", "上门服务", "健康体检", "技能培训", "法律援助", "心理咨询", "纠纷调解", "意见征集", "活动报名", "场地预约", "投诉受理", "政策宣传", "年度审核"}
	files := []catalogue.File{{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")}}
	for i, who := range people {
		for k, what := range services {
			text := fmt.Sprintf("number = %d\ncategory = %q\ntitle = %q\ncontent = \"示例文字\"\n", i*20+k+1, who+"服务", who+what)
			files = append(files, catalogue.File{Path: fmt.Sprintf("items/%03d.toml", i*20+k+1), Data: []byte(text)})
		}
	}
	c, problems := catalogue.Parse(files)
	if c == nil || len(c.Items) != 500 {
		t.Fatal(problems)
	}
	return c
}

// TestFinding checks that whatever the shipped catalogue has is found with five taps and less, and of 500 items with seven,
// and that docs/finding.md has the table.
func TestFinding(t *testing.T) {
	shipped, err := parse(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if !writeFinding(&out, shipped, many(t)) {
		t.Error("an item is farther away")
	}
	t.Log("\n" + out.String())
	const file = "../../../docs/finding.md"
	if *update {
		if err := os.WriteFile(file, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if doc, _ := os.ReadFile(file); !bytes.Equal(doc, out.Bytes()) {
		t.Errorf("%s is another table: go test ./kiosk/internal/reach -run TestFinding -update", file)
	}
}
