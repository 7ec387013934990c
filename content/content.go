// Package content embeds the shipped catalogue: the centre's kiosk.toml and a TOML
// file for each row of its 政务公开事项标准目录, the official text to the character.
// A kiosk without a content directory shows it, and kiosk init writes it as a
// starting point.
//
// It holds files only; kiosk/catalogue parses them.
package content

import "embed"

// FS is a content directory: kiosk.toml and items/*.toml.
//
//go:embed kiosk.toml items
var FS embed.FS

// Starter is what kiosk init writes: FS, and how a notice is written, in a file that isn't read.
//
//go:embed kiosk.toml items 公告写法.txt
var Starter embed.FS
