package catalogue

import (
	"strings"

	"gongkai/kiosk/toml"
)

// Contact is where a resident asks: 到哪里问. An empty field is not shown.
type Contact struct {
	Desk    string // 一楼大厅　3号窗口
	Phone   string
	Hours   string // free text
	Address string
	Map     Image      // the floor plan; its Name is "" where there is none
	At      [2]float64 // the place on Map, as shares of its width and height from the top left
	Marked  bool       // At is given
}

// Empty reports whether there is nothing to show.
func (c Contact) Empty() bool {
	return c.Desk == "" && c.Phone == "" && c.Hours == "" && c.Address == "" && c.Map.Name == ""
}

// contactFile is a table [contact] as it stands.
type contactFile struct {
	Desk    toml.Text             `toml:"desk" zh:"窗口"`
	Phone   toml.Text             `toml:"phone" zh:"电话"`
	Hours   toml.Text             `toml:"hours" zh:"办公时间"`
	Address toml.Text             `toml:"address" zh:"地址"`
	Map     toml.Text             `toml:"map" zh:"平面图"`
	At      []toml.Value[float64] `toml:"at" zh:"位置"`
}

// over returns a contact in which each field of the table that is given replaces the one below it; "" hides it.
func (f contactFile) over(below Contact) Contact {
	for _, field := range []struct {
		from toml.Text
		into *string
	}{{f.Desk, &below.Desk}, {f.Phone, &below.Phone}, {f.Hours, &below.Hours}, {f.Address, &below.Address}} {
		if field.from.Given() {
			*field.into, _ = proseTitle(field.from.V)
		}
	}
	return below
}

// askLines returns the lines of a question, nil where there is none.
func askLines(text string) []string {
	var lines []string
	for l := range strings.Lines(text) {
		if l, _ := proseTitle(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}
