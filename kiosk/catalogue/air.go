package catalogue

import "gongkai/kiosk/toml"

// Air is a span of hours in which a notice is on air, on some days.
type Air struct {
	Days     [7]bool   // by time.Weekday
	Holidays bool      // on the days of holidays.toml
	From, To TimeOfDay // half open; From above To passes midnight and belongs to its first day
}

// airFile is a table [[air]] as it stands.
type airFile struct {
	Days toml.Text `toml:"days" zh:"星期"`
	From toml.Text `toml:"from" zh:"开始"`
	To   toml.Text `toml:"to" zh:"结束"`
}

// air returns the notice's valid spans.
func (f *noticeFile) air(*checker) []Air { return nil }
