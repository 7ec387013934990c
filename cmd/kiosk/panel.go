package main

import (
	"fmt"

	"gongkai/kiosk/diag"
	"gongkai/kiosk/session"
	"gongkai/kiosk/toml"
)

// panelFile is the part of the machine's settings about the screen: its size, its mounting
// height and the reading distance.
type panelFile struct {
	Diagonal toml.Value[float64] `toml:"diagonal_inch"`
	Bottom   toml.Value[float64] `toml:"bottom_edge_mm"`
	Distance toml.Value[float64] `toml:"viewing_distance_mm"`
}

const inch = 25.4 // mm

// settings returns the checked values.
func (f *panelFile) settings(wrong func(code string, at diag.Spot, message, fix string)) session.Panel {
	value := func(v *toml.Value[float64], key string, least, most float64) float64 {
		if v.Given() && (v.V < least || v.V > most) {
			wrong("panel-range", v.At, fmt.Sprintf("panel.%s 不能是 %g", key, v.V), fmt.Sprintf("写成 %g 到 %g 之间的数", least, most))
			return 0
		}
		return v.V
	}
	p := session.Panel{
		Diagonal: inch * value(&f.Diagonal, "diagonal_inch", 7, 120),
		Bottom:   value(&f.Bottom, "bottom_edge_mm", 1, 2500),
		Distance: value(&f.Distance, "viewing_distance_mm", 200, 5000),
	}
	return p
}

// together returns what is wrong with the keys taken together, whichever files they stand in: without the diagonal the others
// have no effect.
func (f *panelFile) together() (problems []diag.Problem) {
	if f.Diagonal.Given() {
		return nil
	}
	for _, v := range []*toml.Value[float64]{&f.Bottom, &f.Distance} {
		if v.Given() {
			problems = append(problems, v.At.Problem(diag.Error, "panel-no-size", "写了屏幕的位置或观看距离，没有写屏幕大小", "在 [panel] 里加上 diagonal_inch = 21.5 这样的一行"))
		}
	}
	return problems
}
