package typeset

import (
	"strconv"
	"testing"
)

// rule logs which rule a test holds, by how many cases. A
// failing case is one error.
func rule(t *testing.T, name string, cases int) {
	t.Attr("rule", name)
	t.Attr("cases", strconv.Itoa(cases))
}
