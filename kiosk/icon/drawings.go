package icon

import "strconv"

// part is one path of a drawing, as SVG path data (SVG 2, 9.3).
type part struct {
	data string
	fill bool
}

func line(data string) part  { return part{data: data} }
func solid(data string) part { return part{data: data, fill: true} }

// ring returns a circle about (x, y), drawn as two halves.
func ring(x, y, r float64) part {
	n := func(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) + " " }
	half := func(dx float64) string { return "a" + n(r) + n(r) + "0 1 1 " + n(dx) + "0" }
	return line("M" + n(x-r) + n(y) + half(2*r) + half(-2*r) + "z")
}

// dot returns a filled circle.
func dot(x, y, r float64) part { return solid(ring(x, y, r).data) }

// drawings are the design's icons, path by path.
var drawings = map[string][]part{
	"access":     {ring(24, 24, 19), dot(24, 13.5, 2.7), line("M13 19.5h22M24 19.5v9M17.5 38L22 28.5h4l4.5 9.5")},
	"back":       {line("M42 24H8M23 8L7 24l16 16")},
	"birth":      {ring(17, 11.5, 5.5), ring(35, 21.5, 4), line("M6.5 42.5V33a10.5 10.5 0 0 1 21 0v9.5M28 42.5V38a7 7 0 0 1 14 0v4.5")},
	"calendar":   {line("M6.5 10.5h35v31h-35zM6.5 19.5h35M15.5 5v10M32.5 5v10M13 27.5h6M22 27.5h6M13 34.5h6")},
	"check":      {line("M7 25l12 12L41 12")},
	"clear":      {line("M7 12.5h34M17 12.5v-6h14v6M11.5 12.5v29h25v-29M20 20v14M28 20v14")},
	"close":      {line("M9 9l30 30M39 9L9 39")},
	"contrast":   {ring(24, 24, 18.5), solid("M24 5.5a18.5 18.5 0 0 1 0 37z")},
	"culture":    {ring(24, 10.5, 5), line("M24 41.5V24M5.5 19.5H18l6 4.5 6-4.5h12.5v18H30l-6 4-6-4H5.5z")},
	"delete":     {line("M16 9.5h27.5v29H16L4.5 24zM22.5 17.5l13 13M35.5 17.5l-13 13")},
	"desk":       {ring(24, 10.5, 5), line("M13.5 27.5v-1a10.5 10.5 0 0 1 21 0v1M5.5 27.5h37v6h-37zM10.5 33.5v9M37.5 33.5v9")},
	"disability": {ring(20, 8, 3.5), line("M20 15.5V27h12l5.5 13.5h5M20 19.5h11"), line("M14.6 21.8A11.5 11.5 0 1 0 30.3 37")},
	"down":       {line("M7 17l17 17 17-17")},
	"governance": {line("M5.5 42V22.5L16 12.5l10.5 10V42M25 20.5l7-7 10.5 9V42M3 41.5h42M16 41.5V31M33.5 30v6")},
	"health":     {line("M17.5 6.5h13v11h11v13h-11v11h-13v-11h-11v-13h11z"), line("M24 19v10M19 24h10")},
	"home":       {line("M4 25L24 7l20 18M10.5 20v21.5h27V20M19.5 41.5v-12h9v12")},
	"hours":      {ring(24, 24, 18.5), line("M24 12v12.5l9 5.5")},
	"job":        {line("M5.5 15.5h37v25h-37zM16.5 15.5v-8h15v8M5.5 27.5H20M28 27.5h14.5M20 24h8v7h-8z")},
	"mark":       {solid("M5 5h11v38H5z"), line("M22.5 6.5h19v35h-19z")},
	"mediation":  {line("M24 5v36M13 41.5h22M9 12.5h30M4.5 28l6-15.5 6 15.5M31.5 28l6-15.5 6 15.5M3.5 28h14a7 7 0 0 1-14 0zM30.5 28h14a7 7 0 0 1-14 0z")},
	"motion":     {line("M5 14.5h24M5 24h14M5 33.5h24"), ring(35, 24, 7.5)},
	"news":       {line("M6.5 7.5h29v33h-29zM35.5 17.5h6v23h-6M12 15.5h18M12 23.5h18M12 31.5h10")},
	"next":       {line("M17 7l17 17-17 17")},
	"notice":     {line("M7.5 18.5h9L34.5 8v32L16.5 29.5h-9zM16.5 18.5v11M12 29.5l3 12h6l-3-10.8M40 19a7 7 0 0 1 0 10")},
	"org":        {line("M18.5 6.5h11v10h-11zM5.5 31.5h11v10h-11zM31.5 31.5h11v10h-11zM24 16.5V24M11 31.5V24h26v7.5")},
	"party":      {line("M24 6.5l5.2 11.6 12.6 1.4-9.4 8.5 2.7 12.5L24 34.1 12.9 40.5l2.7-12.5-9.4-8.5 12.6-1.4z")},
	"phone":      {line("M10.5 5.5h8.5l4 11.5-5.5 4.5a23 23 0 0 0 9 9L31 25l11.5 4v8.5a5 5 0 0 1-5 5C20 42.5 5.5 28 5.5 10.5a5 5 0 0 1 5-5z")},
	"pin":        {line("M15 6.5h18M18.5 6.5v14l-8 9h27l-8-9v-14M24 29.5V45")},
	"place":      {line("M24 43.5C16.5 33.5 9.5 27 9.5 19a14.5 14.5 0 0 1 29 0c0 8-7 14.5-14.5 24.5z"), ring(24, 19, 5)},
	"power":      {line("M24 5v18M15 10.5a17 17 0 1 0 18 0")},
	"prev":       {line("M31 7L14 24l17 17")},
	"qr":         {line("M6.5 6.5h13v13h-13zM28.5 6.5h13v13h-13zM6.5 28.5h13v13h-13zM27 28.5h6v6M41.5 27v8M27 41.5h7M39 41.5h4")},
	"reach":      {line("M6 6.5h36M6 41.5h36M24 12v22M14 24.5l10 10 10-10")},
	"relief":     {line("M24 31.5l-10.7-10.7a6.5 6.5 0 0 1 10.7-7.1 6.5 6.5 0 0 1 10.7 7.1z"), line("M5.5 23.5a18.5 18.5 0 0 0 37 0")},
	"restart":    {line("M38.5 14A17 17 0 1 0 41 24M39.5 4.5V14.5h-10")},
	"safety":     {line("M24 5.5l16.5 6v11c0 9.5-6.5 16.5-16.5 20-10-3.5-16.5-10.5-16.5-20v-11zM16 23.5l6 6 11-11")},
	"screen":     {line("M5.5 8.5h37v25h-37zM24 33.5v8M14 41.5h20")},
	"search":     {ring(21, 21, 13.5), line("M31 31l12 12")},
	"service":    {line("M4 14.5h22M38 14.5h6M4 33.5h6M22 33.5h22"), ring(32, 14.5, 6), ring(16, 33.5, 6)},
	"speak":      {line("M6 18.5h8.5L26 8v32L14.5 29.5H6z"), line("M32 17.5a9.5 9.5 0 0 1 0 13M37.5 11.5a18 18 0 0 1 0 25")},
	"text":       {line("M4 11.5h24M16 11.5V41M28 24.5h16M36 24.5V41")},
	"touch":      {dot(24, 24, 5), ring(24, 24, 11.5), ring(24, 24, 19)},
	"up":         {line("M7 31l17-17 17 17")},
}
