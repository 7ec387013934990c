// Command setting reports on kiosk/typeset: each rule and its number of cases, and
// the catalogue's paragraphs set by us and by Chromium with all its Chinese options
// on, as numbers and as pictures in which each rule's effect is marked. It asserts
// nothing: the tests do. Without Chromium its half is omitted.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// measures are the compared lengths of line, px; em is the type size.
var measures = []int{600, 760, 920}

const em = 40

func main() {
	out := flag.String("out", "out/typeset", "where the report goes")
	cells := flag.String("cells", "kiosk/typeset/testdata/cells.txt", "the paragraphs, one a line")
	docs := flag.String("docs", "docs", "where the report and the glyphs' picture are kept")
	chromium := flag.String("chromium", "chromium", "the browser")
	flag.Parse()
	if err := report(*out, *docs, *cells, *chromium); err != nil {
		fmt.Fprintln(os.Stderr, "setting:", err)
		os.Exit(1)
	}
}

const title = "# Typesetting\n\n`make typeset-report` generates this page. The table lists each rule, the number of cases that hold it, and how many passed; " +
	"the package page of `kiosk/typeset` names each rule's file.\n\n"

const glyphsNote = "![Lines of 28 to 60 px, dark on paper and paper on red: ours, then Chromium's; then the smallest magnified](typeset-glyphs.png)\n\n" +
	"Ours above, Chromium's below, of the same face; then the first characters at 28 px, four times as large.\n"

// report writes the pictures to out, and typeset.md and the glyphs' picture to docs.
func report(out, docs, cells, chromium string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	text, err := os.ReadFile(cells)
	if err != nil {
		return err
	}
	paragraphs := strings.Split(strings.TrimSpace(string(text)), "\n")
	var b strings.Builder
	b.WriteString(title)
	if err := writeRules(&b); err != nil {
		return err
	}
	if err := writeTerms(&b); err != nil {
		return err
	}
	if err := compare(&b, out, paragraphs, chromium); err != nil {
		return err
	}
	b.WriteString("\n## Glyphs\n\n")
	if err := drawGlyphs(chromium, out, filepath.Join(docs, "typeset-glyphs.png")); err != nil {
		fmt.Fprintf(&b, "Left out: %v\n", err)
	} else {
		b.WriteString(glyphsNote)
	}
	writeSpeed(&b, out, cells, paragraphs)
	path := filepath.Join(docs, "typeset.md")
	fmt.Print(b.String())
	fmt.Println(path)
	return os.WriteFile(path, []byte(b.String()), 0o644)
}

// compare adds the numbers of both sides and draws them.
func compare(b *strings.Builder, out string, paragraphs []string, chromium string) error {
	b.WriteString("\n## Beside Chromium\n\nAll its Chinese options are on. The pictures `beside-*.png` mark each rule's effect on every line.\n\n" + head)
	for _, justify := range []bool{false, true} {
		for _, measure := range measures {
			ours := setOurs(paragraphs, measure, justify)
			torn := torn(ours, measure)
			writeCounts(b, measure, justify, "ours", count(ours, measure, torn))
			var theirs *browsed
			page, err := browse(chromium, out, paragraphs, measure, justify)
			switch {
			case err != nil:
				fmt.Fprintf(b, "| %d | %s | Chromium | left out: %v |\n", measure, way(justify), err)
			default:
				theirs = page
				writeCounts(b, measure, justify, "Chromium", count(theirs.lines, measure, torn))
			}
			if justify {
				if err := draw(filepath.Join(out, fmt.Sprintf("beside-%d.png", measure)), ours, theirs, measure); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
