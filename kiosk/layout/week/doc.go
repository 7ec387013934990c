// Package week lays out the week on paper, 一周播出审批单: what the carousel shows on each
// of seven days, for the signature of those who answer for it. Of computes a Week from
// the content; Papers turns it into pages of an A4 sheet, more than one if there are many
// notices.
//
// It paints nothing: the slides' small pictures are files that the caller paints and names.
// All times are wall clock, in UTC, as in kiosk/catalogue.
package week
