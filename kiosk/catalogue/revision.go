package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// revision returns the name of a state of the content: SHA-256 over the sorted lines
// "path, SHA-256 of the bytes" of the files in use, including the images that notices
// name, as "sha256:" and hexadecimal digits. The same files give the same revision on
// every machine.
func revision(files []File) string {
	lines := make([]string, len(files))
	for i, f := range files {
		hash := fmt.Sprintf("%x", sha256.Sum256(f.Data))
		if f.Image != nil {
			hash = f.Image.Hash
		}
		lines[i] = f.Path + ", " + hash + "\n"
	}
	slices.Sort(lines)
	lines = slices.Compact(lines) // several notices may have one image
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return "sha256:" + hex.EncodeToString(sum[:])
}
