package icon

import "strings"

// unknown is the icon of a category that no rule matches (docs/design/README.md section 5).
const unknown = "news"

// rules give a category the icon of the first word that its name contains. Words for people precede words for
// services, so that 残疾人就业 and 医疗救助 are not taken for 就业 and 医疗.
var rules = []struct {
	icon  string
	words []string
}{
	{"party", []string{"党建", "党务", "党群", "党员", "党组织", "党支部"}},
	{"birth", []string{"生育", "计生", "妇幼", "托育"}},
	{"disability", []string{"助残", "残疾", "残联"}},
	{"relief", []string{"救助", "低保", "特困", "帮扶", "慈善", "资助"}},
	{"job", []string{"就业", "创业", "劳动", "人力资源"}},
	{"mediation", []string{"司法", "调解", "法律", "法治", "普法", "信访"}},
	{"safety", []string{"安全", "消防", "应急", "防灾", "减灾"}},
	{"health", []string{"卫生", "健康", "医疗", "防疫", "疫情"}},
	{"culture", []string{"教文体", "文体", "文化", "教育", "体育", "科普"}},
	{"governance", []string{"治理", "自治", "物业", "网格", "居务"}},
	{"org", []string{"机构", "职能", "职责"}},
	{"news", []string{"动态", "新闻"}},
}

// For returns the name of a 一级事项's icon: that of its group in the design or of a similar one, news if no rule
// matches.
func For(category string) string {
	for _, r := range rules {
		for _, w := range r.words {
			if strings.Contains(category, w) {
				return r.icon
			}
		}
	}
	return unknown
}
