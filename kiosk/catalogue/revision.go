package catalogue

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// revision names a state of the content: SHA-256 over the sorted lines
// "path, SHA-256 of the bytes" of the files in use, as "sha256:" and hexadecimal
// digits. The same files give the same revision on every machine.
func revision(files []File) string {
	lines := make([]string, len(files))
	for i, f := range files {
		lines[i] = fmt.Sprintf("%s, %x\n", f.Path, sha256.Sum256(f.Data))
	}
	slices.Sort(lines)
	sum := sha256.Sum256([]byte(strings.Join(lines, "")))
	return "sha256:" + hex.EncodeToString(sum[:])
}
