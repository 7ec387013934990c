package catalogue

import "testing"

func TestNumberIn(t *testing.T) {
	for text, want := range map[string]int{
		"number = 6\ncategory = \"示例\"\n": 6, "title = \"示例\"\r\n  number=12 # 示例\r\ncat": 12,
		"number = 6x\n": 0, "numbers = 6\n": 0, "": 0, "number = \"6\"\n": 0, "number = 12345678901\n": 0,
	} {
		n, ok := NumberIn([]byte(text))
		if n != want || ok != (want > 0) {
			t.Errorf("%q: %d, %t", text, n, ok)
		}
	}
	a, b := "number = 6\n"+"category = \"示例\"\n", "number = 7 # 示例\r\n"+"category = \"示例\"\n"
	if got := Unnumbered([]byte(a)); got != Unnumbered([]byte(b)) || got != "category = \"示例\"\n" {
		t.Errorf("without its number: %q", got)
	}
}
