// Package content is the catalogue that the program carries with it: the centre's
// kiosk.toml and a TOML file for each row of its 政务公开事项标准目录, the official
// text to the character. It is what a kiosk shows without a content directory
// and what kiosk init writes for an office to start from.
//
// It holds files and knows nothing about them; kiosk/catalogue reads them.
package content

import "embed"

// FS is a content directory: kiosk.toml and items/*.toml.
//
//go:embed kiosk.toml items
var FS embed.FS
