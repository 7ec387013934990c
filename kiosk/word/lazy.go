package word

import (
	"regexp"
	"sync"
)

// lazily returns a function that compiles an expression when it is first asked for: the program of a kiosk that imports
// nothing starts without them.
func lazily(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}
