package session

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gongkai/kiosk/search"
)

// LongestQuery is the most letters or strokes that can be typed; no title needs more to be found.
const LongestQuery = 12

// ByStrokes reports whether the keys of a search are strokes. A query that was left in the other alphabet keeps it.
func ByStrokes(s State) bool {
	if s.View.Query != "" {
		return search.ByStrokes(s.View.Query)
	}
	return s.Mode.Strokes
}

// Spelled returns a query that is written in letters or in the names of strokes, 横竖撇点折, and reports whether it is of
// strokes.
func Spelled(text string) (query string, strokes bool) {
	for i, name := range []rune("横竖撇点折") {
		text = strings.ReplaceAll(text, string(name), string(search.Strokes[i]))
	}
	return text, search.ByStrokes(text)
}

// Full reports whether a query takes no more keys.
func Full(query string) bool { return utf8.RuneCountInString(query) >= LongestQuery }

// Shorter returns a query without its last letter or stroke.
func Shorter(query string) string {
	_, n := utf8.DecodeLastRuneInString(query)
	return query[:len(query)-n]
}

// typeKey appends a letter or a stroke to the query. The results change at once, without a movement.
func typeKey(s State, key rune) State {
	if Full(s.View.Query) {
		return s
	}
	return ask(s, s.View.Query+string(key))
}

// erase removes the query's last letter or stroke.
func erase(s State) State { return setQuery(s, Shorter(s.View.Query)) }

// ask replaces the query by another one of letters, or of strokes.
func ask(s State, query string) State {
	letters, strokes := 0, 0
	for _, r := range query {
		switch {
		case r >= 'A' && r <= 'Z':
			letters++
		case slices.Contains(search.Strokes[:], r):
			strokes++
		default:
			return s
		}
	}
	if s.View.Query == "" && strokes > 0 != ByStrokes(s) {
		return s
	}
	if letters > 0 && strokes > 0 || letters+strokes > LongestQuery {
		return s
	}
	return setQuery(s, query)
}

// spell turns the keys into strokes or letters for the rest of the session.
func spell(s State, strokes bool) State {
	if s.View.Kind != Search {
		return s
	}
	s.Mode.Strokes = strokes
	return setQuery(s, "")
}

// setQuery replaces the query; the results are shown from their top.
func setQuery(s State, q string) State {
	if s.View.Kind == Search && q != s.View.Query {
		s.View.Query, s.View.Scroll, s.View.Page, s.Motion = q, 0, 0, Motion{}
	}
	return s
}
