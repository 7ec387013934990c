package catalogue

import (
	"encoding/hex"
	"math"
	"strings"
)

// paper is the colour that the accent must be read on.
var paper = [3]uint8{0xfb, 0xf8, 0xf1}

// parseColour parses "#RRGGBB".
func parseColour(s string) (rgb [3]uint8, ok bool) {
	digits, ok := strings.CutPrefix(strings.TrimSpace(s), "#")
	if !ok || len(digits) != 6 {
		return rgb, false
	}
	_, err := hex.Decode(rgb[:], []byte(digits))
	return rgb, err == nil
}

// contrast returns WCAG 2.2's contrast ratio, 1 to 21.
func contrast(a, b [3]uint8) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance returns WCAG 2.2's relative luminance of an sRGB colour. Its products are rounded
// before they are added, so that every machine has the same limit at 7:1.
func luminance(rgb [3]uint8) float64 {
	var linear [3]float64
	for i, v := range rgb {
		c := float64(v) / 255
		if c <= 0.04045 {
			linear[i] = c / 12.92
		} else {
			linear[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return float64(0.2126*linear[0]) + float64(0.7152*linear[1]) + float64(0.0722*linear[2])
}
