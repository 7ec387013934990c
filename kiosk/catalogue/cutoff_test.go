package catalogue

import "testing"

func TestCutOff(t *testing.T) {
	const whole = "# 示例\nnumber = 1\ncontent = \"\"\"\nx = 1\n\"\"\"\nbasis = \"《示例》\"\n[[guide]]\nheading = \"甲\"\n"
	for _, c := range []struct {
		title, now string
		want       bool
	}{
		{"the same", whole, false},
		{"an edit", "number = 2\ncontent = \"新\"\nbasis = \"\"\n[[guide]]\nheading = \"乙\"\n", false},
		{"an edit, its last key missing", "number = 2\ncontent = \"新\"\nbasis = \"\"\n[[guide]]\n", true},
		{"an edit, cut behind an official cell", "number = 2\ncontent = \"\"\"\nbasis = 1\n\"\"\"\n", true},
		{"a key left out in the middle", "number = 1\nbasis = \"《示例》\"\n[[guide]]\nheading = \"甲\"\n", false},
		{"another order", "content = \"新\"\nnumber = 1\n", false},
		{"a key more", whole + "body = \"乙\"\n", false},
		{"only what is no key", "# 示例\n", true},
	} {
		if got := CutOff([]byte(c.now), []byte(whole)); got != c.want {
			t.Errorf("%s: %t", c.title, got)
		}
	}
}
