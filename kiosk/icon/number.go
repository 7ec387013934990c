package icon

import (
	"errors"
	"strconv"
)

// numbers parses one set of a command's numbers.
func (r *reader) numbers(up byte, n int) (args [7]float64, err error) {
	for i := range n {
		if i > 0 {
			r.comma()
		} else {
			r.space()
		}
		if up == 'A' && (i == 3 || i == 4) {
			args[i], err = r.flag()
		} else {
			args[i], err = r.number()
		}
		if err != nil {
			return args, err
		}
	}
	return args, nil
}

// more reports whether another set follows, and skips the comma before it.
func (r *reader) more() bool {
	at := r.at
	r.comma()
	if r.at < len(r.data) && (r.digit(0) || r.data[r.at] == '.' || r.sign(0)) {
		return true
	}
	r.at = at
	return false
}

// flag parses one 0 or 1; no separator need follow it.
func (r *reader) flag() (float64, error) {
	if r.at < len(r.data) && (r.data[r.at] == '0' || r.data[r.at] == '1') {
		r.at++
		return float64(r.data[r.at-1] - '0'), nil
	}
	return 0, errors.New("an arc's flag is 0 or 1")
}

// number parses the longest possible number: a sign, digits, a point, an exponent.
func (r *reader) number() (float64, error) {
	from := r.at
	if r.sign(0) {
		r.at++
	}
	digits := r.digits()
	if r.at < len(r.data) && r.data[r.at] == '.' {
		r.at++
		digits += r.digits()
	}
	if digits == 0 {
		return 0, errors.New("a number is missing")
	}
	if r.at < len(r.data) && r.data[r.at]|0x20 == 'e' && (r.digit(1) || r.sign(1) && r.digit(2)) {
		r.at += 2
		r.digits()
	}
	return strconv.ParseFloat(r.data[from:r.at], 64)
}

func (r *reader) digits() (n int) {
	for ; r.digit(0); n++ {
		r.at++
	}
	return n
}

// digit reports whether the byte at that distance is a digit.
func (r *reader) digit(ahead int) bool {
	i := r.at + ahead
	return i < len(r.data) && '0' <= r.data[i] && r.data[i] <= '9'
}

// sign reports whether the byte at that distance is a sign.
func (r *reader) sign(ahead int) bool {
	i := r.at + ahead
	return i < len(r.data) && (r.data[i] == '+' || r.data[i] == '-')
}

// comma skips white space with at most one comma in it.
func (r *reader) comma() {
	r.space()
	if r.at < len(r.data) && r.data[r.at] == ',' {
		r.at++
		r.space()
	}
}

func (r *reader) space() {
	for r.at < len(r.data) {
		switch r.data[r.at] {
		case ' ', '\t', '\n', '\f', '\r':
			r.at++
		default:
			return
		}
	}
}
