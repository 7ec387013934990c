package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"gongkai/kiosk/diag"
)

// maxCompared limits the lines that are compared with each other: beyond it a text is shown as replaced.
const maxCompared = 2000

// lineChange is a line that was taken away (-), added (+) or kept (a space).
type lineChange struct {
	mark byte
	text string
}

// lineChanges compares two texts by their longest common subsequence of lines.
func lineChanges(before, after []string) (all []lineChange) {
	from := 0
	for from < len(before) && from < len(after) && before[from] == after[from] {
		all = append(all, lineChange{' ', before[from]})
		from++
	}
	end := 0
	for end < len(before)-from && end < len(after)-from && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	kept := before[len(before)-end:]
	before, after = before[from:len(before)-end], after[from:len(after)-end]
	if max(len(before), len(after)) > maxCompared {
		for _, l := range before {
			all = append(all, lineChange{'-', l})
		}
		for _, l := range after {
			all = append(all, lineChange{'+', l})
		}
	} else {
		all = append(all, shortest(before, after)...)
	}
	for _, l := range kept {
		all = append(all, lineChange{' ', l})
	}
	return all
}

// shortest returns the fewest changes from one text to another.
func shortest(before, after []string) (all []lineChange) {
	length := make([][]int16, len(before)+1) // of the common subsequence of the texts from there on
	for i := range length {
		length[i] = make([]int16, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if before[i] == after[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && before[i] == after[j]:
			all, i, j = append(all, lineChange{' ', before[i]}), i+1, j+1
		case j == len(after) || i < len(before) && length[i+1][j] >= length[i][j+1]:
			all, i = append(all, lineChange{'-', before[i]}), i+1
		default:
			all, j = append(all, lineChange{'+', after[j]}), j+1
		}
	}
	return all
}

// writeChanges prints the changes for staff, and how many there are.
func writeChanges(w io.Writer, changes []change) error {
	var b strings.Builder
	counts := make(map[string]int)
	for _, c := range changes {
		counts[c.mark]++
		fmt.Fprintf(&b, "%s　%s\n", c.mark, diag.Printable(c.what))
		for _, f := range c.fields {
			fmt.Fprintf(&b, "　　%s\n", diag.Printable(f.name))
			for _, l := range lineChanges(f.before, f.after) {
				if l.mark != ' ' {
					fmt.Fprintf(&b, "　　　%c %s\n", l.mark, shownLine(l.text))
				}
			}
		}
	}
	if len(changes) == 0 {
		b.WriteString("居民看到的没有不同\n")
	} else {
		var parts []string
		for _, mark := range []string{"新", "改", "去"} {
			if counts[mark] > 0 {
				parts = append(parts, fmt.Sprintf("%s %d", mark, counts[mark]))
			}
		}
		fmt.Fprintf(&b, "共 %d 处不同：%s\n", len(changes), strings.Join(parts, "，"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// shownLine returns a line of a text with its tabs, and with nothing else that can't be seen; an empty one is named.
func shownLine(text string) string {
	if strings.TrimSpace(text) == "" {
		return "（空行）"
	}
	cells := strings.Split(text, "\t")
	for i, c := range cells {
		cells[i] = diag.Printable(c)
	}
	return strings.Join(slices.Clip(cells), "\t")
}
