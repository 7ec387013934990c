package catalogue

import "time"

// NewsDays is for how many days 〔新〕 and 〔改〕 stand, the first one counted.
const NewsDays = 14

// News returns the mark of an item or a notice at a moment, and the day of its change: 新 from the
// first appearance on, else 改 from the last change, which the file itself may date (updated); "" for neither.
func News(seen Seen, updated, now time.Time) (mark string, day time.Time) {
	if recent(seen.Appeared, now) {
		return "新", seen.Appeared
	}
	day = updated
	if !recent(day, now) || recent(seen.Changed, now) && seen.Changed.After(day) {
		day = seen.Changed
	}
	if !recent(day, now) {
		return "", time.Time{}
	}
	return "改", day
}

// recent reports whether the mark of a day still stands.
func recent(day, now time.Time) bool {
	y, m, d := now.Date()
	age := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Sub(day)
	return !day.IsZero() && age >= 0 && age < NewsDays*24*time.Hour
}
