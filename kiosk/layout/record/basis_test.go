package record

import "testing"

// TestCite cuts a citation before its bracket.
func TestCite(t *testing.T) {
	for _, c := range [][3]string{
		{"《示例法》（2015年修正）", "《示例法》", "（2015年修正）"},
		{"《示例法》", "《示例法》", ""},
		{"《示例条例（试行）》", "《示例条例（试行）》", ""},
		{"《示例〈法〉办法》（示发〔2010〕27号）", "《示例〈法〉办法》", "（示发〔2010〕27号）"},
		{"关于示例的通知（示发1号）", "关于示例的通知（示发1号）", ""},
		{"《示例》（一）二", "《示例》（一）二", ""},
		{"", "", ""},
	} {
		if name, bracket := splitCitation(c[0]); name != c[1] || bracket != c[2] {
			t.Errorf("%s: %q, %q", c[0], name, bracket)
		}
	}
}
