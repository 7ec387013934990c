package session

// LongestQuery is the most letters that can be typed; no title needs more to be found.
const LongestQuery = 12

// typeLetter appends a letter to the query. The results change at once, without a movement.
func typeLetter(s State, letter byte) State {
	if letter < 'A' || letter > 'Z' || len(s.View.Query) >= LongestQuery {
		return s
	}
	return setQuery(s, s.View.Query+string(letter))
}

// erase removes the query's last letter.
func erase(s State) State {
	return setQuery(s, s.View.Query[:max(len(s.View.Query)-1, 0)])
}

// setQuery replaces the query; the results are shown from their top.
func setQuery(s State, q string) State {
	if s.View.Kind == Search && q != s.View.Query {
		s.View.Query, s.View.Scroll, s.View.Page, s.Motion = q, 0, 0, Motion{}
	}
	return s
}
