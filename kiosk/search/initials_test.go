package search

import "testing"

func TestInitials(t *testing.T) {
	x := New(titled("残疾人补贴", "银行（示例）", "示例1", "行动", "残疾人补贴"))
	for i, want := range []string{"cjrbt", "yhsl", "", "xd", "cjrbt"} {
		got, ok := x.Initials(i)
		if got != want || ok != (want != "") {
			t.Errorf("%d: %q, %t, want %q", i, got, ok, want)
		}
		if ok && x.Count(got) == 0 {
			t.Errorf("%q finds nothing", got)
		}
	}
	if _, ok := x.Initials(9); ok {
		t.Error("an item that does not exist has initials")
	}
}
