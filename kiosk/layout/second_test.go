package layout

// secondRound are the screens that are not yet built by the third round of the design, by name without the way they
// stand. Their frames are, so that they can't be compared with the second one.
var secondRound = map[string]bool{
	"item-01": true, "item-06": true, "item-09": true, "item-12": true, "item-04-guide": true, "item-large": true, "item-xlarge": true,
	"item-contrast": true, "item-lowreach": true, "item-changed": true, "proof": true, "takeaway": true, "takeaway-three": true,
	"search": true, "search-none": true, "search-large": true, "search-lowreach": true,

	"accessibility": true, "accessibility-speech": true, "idle-warning": true,
}
