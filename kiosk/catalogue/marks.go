package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// Sum returns a hash of an item's text, as hexadecimal digits: two items have the same one if
// they read the same, whatever number, file, dates and icon they have and however their cells
// are cut into elements. A question (ask) is a poster's, and kiosk.toml's contact every item's: neither is
// part of it.
func (it *Item) Sum() string {
	fields := []string{
		it.Category, it.Title, it.Content.String(), it.Basis.String(), it.Deadline, it.Publisher,
		it.Channels.String(), strings.Join(it.Levels, " "), it.Audience, it.Manner, it.Link,
	}
	for _, g := range it.Guides {
		fields = append(fields, g.Heading, wording(g.Body))
	}
	fields = append(fields, given("summary", it.Summary)...)
	fields = append(fields, given("contact", it.said)...)
	return sum(fields)
}

// given returns an optional field with its name, nil without a text: an item that lacks it keeps the hash that it had
// before the field existed.
func given(name, text string) []string {
	if text == "" {
		return nil
	}
	return []string{name, text}
}

// Sum returns a hash of a notice's text, as an item's does. Its images are not part of it: one may
// be missing for a while.
func (n *Notice) Sum() string {
	fields := []string{wording(n.Title), n.Date.Format("2006-01-02"), wording(n.Body + "\n" + n.Sign.typed)}
	if n.Sign.typed == "" {
		fields = append(fields, n.Sign.Issuers...)
	}
	fields = append(fields, given("when", n.When)...)
	fields = append(fields, given("where", n.Where)...)
	return sum(fields)
}

// sum separates the fields by NUL, which no text contains.
func sum(fields []string) string {
	s := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return hex.EncodeToString(s[:16])
}
