// Package record sets the content of items and notices in a Flow, block by block: an
// item's title, elements, facts, basis and guide with its tabs and steps, and the
// pictures of notices.
//
// A flow has a width and no frame: kiosk/layout places it on a page.
package record
