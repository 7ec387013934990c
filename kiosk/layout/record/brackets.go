package record

import (
	"strings"

	"gongkai/kiosk/catalogue"
)

// splitLead cuts the bracket that opens a group off its lead: 补贴情形 and （包括.
func splitLead(text string) (name, bracket string) {
	at := strings.LastIndex(text, "（")
	if at < 0 || strings.Contains(text[at:], "）") {
		return text, ""
	}
	return text[:at], text[at:]
}

// splitClosing cuts the bracket that closes a group and the mark behind it off the group's last element: ）、.
func splitClosing(text string) (body, mark string) {
	body, mark = catalogue.Closing(text)
	rest, closed := strings.CutSuffix(body, "）")
	if closed && rest != "" && strings.Count(body, "（") < strings.Count(body, "）") {
		return rest, "）" + mark
	}
	return body, mark
}
