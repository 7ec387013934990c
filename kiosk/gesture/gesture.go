// Package gesture reads meaning out of a finger's points and times: a press, a
// tap, a drag that scrolls, a fling and its glide. It knows no screens: what was
// under the finger is kiosk/page's answer. Times and points are arguments;
// nothing here has a clock.
package gesture
