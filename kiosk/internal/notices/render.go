package main

import (
	"fmt"
	"strings"
)

// render returns the copyright file. Debian has one copy of the Apache licence for all packages, which stands for
// that text there.
func render(notices []notice, debian bool) string {
	var b strings.Builder
	b.WriteString("Gongkai is Copyright 2026 The Gongkai authors, under the Apache License, Version 2.0.\n" +
		"The program contains the libraries, fonts and tables below, each under the licence that follows its name.\n")
	for _, n := range notices {
		fmt.Fprintf(&b, "\n%s\n\n", strings.Repeat("=", 78))
		for _, what := range n.Covers {
			fmt.Fprintf(&b, "%s\n", what)
		}
		text := n.Text
		if debian && isApache(text) {
			text = "Apache License, Version 2.0: on Debian systems its text is /usr/share/common-licenses/Apache-2.0."
		}
		fmt.Fprintf(&b, "\n%s\n", text)
	}
	return b.String()
}

// isApache reports whether a text is the Apache licence from its title to its appendix, with nothing of the author's before it.
func isApache(text string) bool {
	lines := strings.Fields(text)
	return strings.HasPrefix(strings.Join(lines, " "), "Apache License Version 2.0, January 2004") && strings.Contains(text, "END OF TERMS AND CONDITIONS")
}
