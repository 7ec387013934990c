package search

import (
	"slices"
	"testing"

	"gongkai/kiosk/catalogue"
)

// TestShipped: results over the shipped rows. CJ finds and lights what the design's picture shows, except that the
// picture has row 9 before 13, against the order of fields that the design prescribes.
func TestShipped(t *testing.T) {
	c := shipped(t)
	x := New(c)
	for _, q := range []struct {
		query string
		want  []int
		shown string // of the first: category|title|text
		lit   string
	}{
		{"CJ", []int{6, 13, 9}, "助残|‹残疾›人补贴|补贴情形（包括‹残疾›人灵活就业补贴及养老保险和医疗保险补贴，……", "FRSXY"},
		{"cjrbt", []int{6}, "助残|‹残疾人补贴›|", ""},
		{"CJRBTX", nil, "", ""},
		{"CANJI", []int{6}, "助残|‹残疾›人补贴|补贴情形（包括‹残疾›人灵活就业补贴及养老保险和医疗保险补贴，……", "RSX"},
		{"CANJ", []int{6}, "助残|‹残疾›人补贴|补贴情形（包括‹残疾›人灵活就业补贴及养老保险和医疗保险补贴，……", "IRSX"},
		{"CANJIRENBUTIE", []int{6}, "助残|‹残疾人补贴›|", ""},
		{"残疾人", []int{6}, "助残|‹残疾人›补贴|补贴情形（包括‹残疾人›灵活就业补贴及养老保险和医疗保险补贴，……", "BLXZ"},
		{"SSJH", nil, "", ""},
		{"SHEHUIJIUZHU", []int{8}, "‹社会救助›|补贴资助|", ""},
		{"SYJL", []int{4}, "生育|城镇独生子女父母计划‹生育奖励›|", ""},
		{"ZC", []int{6, 10, 12, 14}, "‹助残›|残疾人补贴|", "HLRSX"},
		{"711", []int{9, 1, 2, 4, 5, 6, 7, 8}, "就业|就业困难人员认定|《中华人民共和国政府信息公开条例》（国务院令第‹711›号）", "H"},
		{"GWYLDH", []int{9, 1, 2, 4, 5, 6, 7, 8}, "就业|就业困难人员认定|《人力资源市场暂行条例》（‹国务院令第700号›）", ""},
		{" 、", nil, "", "ABCDEFGHJKLMNOPQRSTWXYZ"},
	} {
		got := x.Find(q.query)
		if !slices.Equal(numbers(c, got), q.want) {
			t.Errorf("%s finds %v, want %v", q.query, numbers(c, got), q.want)
		}
		if len(got) > 0 && shown(c, got[0]) != q.shown {
			t.Errorf("%s shows\n%s, want\n%s", q.query, shown(c, got[0]), q.shown)
		}
		if l := lit(x.Leads(q.query)); l != q.lit {
			t.Errorf("%s lights %s, want %s", q.query, l, q.lit)
		}
	}
}

// shown returns a result as the page draws it, in one line.
func shown(c *catalogue.Catalogue, m Match) string {
	it := &c.Items[m.Item]
	s := marked(it.Category, m.Category) + "|" + marked(it.Heading(), m.Title) + "|" + marked(m.Text, m.In)
	if m.More {
		s += "……"
	}
	return s
}
