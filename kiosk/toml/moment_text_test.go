package toml

import "testing"

func TestMomentIn(t *testing.T) {
	for text, want := range map[string]Literal{
		"2026-03-01": "2026-03-01", "2026/3/1": "2026-03-01", " ２０２６年３月１日 ": "2026-03-01", "2026.3.1": "2026-03-01",
		"2026-11-30 18:00": "2026-11-30T18:00:00", "2026年11月30日下午3点半": "2026-11-30T15:30:00",
		"2026-02-30": "", "2026-11-30 25:00": "", "明天": "", "": "", "3月1日": "", "46082": "",
	} {
		m, ok := MomentIn(text)
		if got := m.Literal(); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %s, %v, want %s", text, got, ok, want)
		}
	}
}
