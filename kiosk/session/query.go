package session

// LongestQuery bounds what can be typed, in letters; no title has a longer way to it.
const LongestQuery = 12

// typed is the query with a letter more. What is seen of it changes at once, and nothing moves.
func typed(s State, letter byte) State {
	if letter < 'A' || letter > 'Z' || len(s.View.Query) >= LongestQuery {
		return s
	}
	return query(s, s.View.Query+string(letter))
}

// erase takes the last letter away.
func erase(s State) State {
	return query(s, s.View.Query[:max(len(s.View.Query)-1, 0)])
}

// query asks for something else; its results are shown from their top.
func query(s State, q string) State {
	if s.View.Kind == Search && q != s.View.Query {
		s.View.Query, s.View.Scroll, s.View.Page, s.Motion = q, 0, 0, Motion{}
	}
	return s
}
