package diag

import "strings"

// longestWord bounds the work on a word that is too long to be a slip of the pen.
const longestWord = 40

// Suggest returns the known word that the given one most likely stands for, or ""
// if none is near: at most one letter in three may differ, and case doesn't count.
// Of equally near words it picks the one with the longest common beginning, then
// the first.
func Suggest(word string, known []string) string {
	if len(word) > longestWord {
		return ""
	}
	w := []rune(strings.ToLower(word))
	best, bestSlips, bestHead := "", max(1, len(w)/3), -1
	for _, k := range known {
		letters := []rune(strings.ToLower(k))
		slips, head := distance(w, letters), sameHead(w, letters)
		if slips < bestSlips || slips == bestSlips && head > bestHead {
			best, bestSlips, bestHead = k, slips, head
		}
	}
	return best
}

// sameHead returns the length of two words' common beginning.
func sameHead(a, b []rune) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// distance returns how many letters have to be inserted, dropped, changed or swapped
// with their neighbour to turn a into b (optimal string alignment).
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
