// Package poster lays out the carousel's slides: for items one of five compositions, and 合页, 目录, 公告
// and 海报. A leaf carries a title, a number or a question as large as possible, and text fills the
// paper; every slide has the clock, the ticks and the invitation. The chrome drifts from slide to slide.
//
// kiosk/session decides which slide is shown in which composition, and for how long.
package poster
