// Package record sets what is read, one block below the other in a Flow: an item's
// title, its elements, facts, basis and guide with its tabs and steps, and the pictures
// and paragraphs of a notice.
//
// It knows the width it has and no frame: where a record stands on its page is for
// kiosk/layout.
package record
