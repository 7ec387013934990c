package week

import (
	"fmt"
	"strings"
	"time"

	"golang.org/x/image/math/fixed"

	"gongkai/fonts"
	"gongkai/kiosk/layout/build"
	"gongkai/kiosk/page"
)

// weekday returns 一 to 日.
func weekday(t time.Time) string { return string([]rune("日一二三四五六")[t.Weekday()]) }

// column returns the left edge of a moment of the week: a seventh of the width a day.
func column(at time.Duration) fixed.Int26_6 {
	return fixed.I(columns) + fixed.Int26_6(int64(fixed.I(right-columns))*int64(at/time.Second)/int64(Length*day/time.Second))
}

var (
	headPen  = build.Pen{Face: fonts.SerifBlack, Size: fixed.I(36), Leading: 1.3}
	notePen  = build.Pen{Face: fonts.SansRegular, Size: fixed.I(26), Leading: 1.4}
	countPen = build.Pen{Face: fonts.SansRegular, Size: fixed.I(25), Leading: 1.4}
)

// days paints the columns' heads: date, slides, length of a round; and below, where they differ from the usual, the
// hours of the screen.
func (p *paper) days() {
	below := p.more()
	extra := 0
	for _, lines := range below {
		extra = max(extra, len(lines))
	}
	end := p.y + p.Px(161) + fixed.Int26_6(extra)*countPen.Line()
	foot, note := end-p.Px(18)-notePen.Line(), p.dwell()
	p.words("每天播什么", headPen, fixed.I(left), foot-headPen.Line(), page.Black)
	p.words(note, p.FitLine(note, notePen, p.Px(label-20), p.Px(16)), fixed.I(left), foot, page.Ink2)
	base, y := p.y+p.Px(93), p.y+p.Px(108)
	for i, d := range p.Days {
		x, next := column(time.Duration(i)*day), column(time.Duration(i+1)*day)
		p.Box("day", page.Area(x, p.y, next-x, p.Px(161)))
		number := build.Pen{Face: fonts.SerifBlack, Size: p.Type(76), Leading: 1}
		word := build.Pen{Face: fonts.SerifBold, Size: p.Type(32), Leading: 1}
		p.Write(p.l, x, base, []page.Ink{page.Red}, number.Span(fmt.Sprint(d.Date.Day())))
		x2 := x + p.Setter.Width(number.Span(fmt.Sprint(d.Date.Day()))) + p.Px(12)
		p.Write(p.l, x2, base, []page.Ink{page.Black}, word.Span("周"+weekday(d.Date)))
		x2 += p.Setter.Width(word.Span("周一")) + p.Px(12)
		if special := d.special(); special != "" {
			p.Write(p.l, x2, base, []page.Ink{page.Ink2}, countPen.Span(special))
		}
		for k, line := range append([]string{d.count()}, below[i]...) {
			p.words(line, p.FitLine(line, countPen, next-x-p.Px(10), p.Px(16)), x, y+fixed.Int26_6(k)*countPen.Line(), page.Ink2)
		}
	}
	p.y = end
	p.rule(3, page.Black)
}

// dwell returns how long slides stay, and the hours of the screen if all days have the same.
func (p *paper) dwell() string {
	from, to := seconds(p.Dwell[0]), seconds(p.Dwell[1])
	text := fmt.Sprintf("每张 %d 秒", from)
	if from != to {
		text = fmt.Sprintf("每张 %d 至 %d 秒", from, to)
	}
	if p.sameHours() && !p.Days[0].whole() && len(p.Days[0].Hours) > 0 {
		return text + "，" + p.Days[0].hours() + " 开屏"
	}
	return text + "，循环播放"
}

func seconds(d time.Duration) int { return int(d.Round(time.Second) / time.Second) }

// sameHours reports whether the screen has the same hours on all days.
func (p *paper) sameHours() bool {
	for _, d := range p.Days {
		if d.hours() != p.Days[0].hours() {
			return false
		}
	}
	return true
}

// more returns what stands below the count of each day.
func (p *paper) more() (lines [Length][]string) {
	same := p.sameHours()
	for i, d := range p.Days {
		if len(d.Hours) == 0 {
			continue
		}
		if d.varies() {
			lines[i] = append(lines[i], "一圈最长 "+long(d.Most.Length))
		}
		if !same {
			lines[i] = append(lines[i], strings.Split(d.hours()+" 开屏", "，")...)
		}
		if d.Urgent {
			lines[i] = append(lines[i], "有紧急公告时只播它")
		}
	}
	return lines
}

// special returns what holidays.toml has of the day.
func (d Day) special() string {
	switch {
	case d.Holiday:
		return "节假日"
	case d.Worked:
		return "调休"
	}
	return ""
}

// hours returns the hours of the screen: 7:30—12:00，14:00—22:00.
func (d Day) hours() string {
	var all []string
	for _, s := range d.Hours {
		all = append(all, hoursOf(s))
	}
	return strings.Join(all, "，")
}

// count returns how many slides the day has and how long a round is; both may change within the day.
func (d Day) count() string {
	switch {
	case len(d.Hours) == 0:
		return "关屏"
	case d.varies():
		return fmt.Sprintf("%d—%d 张", min(d.Least.Slides, d.Most.Slides), max(d.Least.Slides, d.Most.Slides))
	}
	return fmt.Sprintf("%d 张　一圈 %s", d.Most.Slides, long(d.Most.Length))
}

// varies reports whether the number of slides changes within the day.
func (d Day) varies() bool { return d.Least.Slides != d.Most.Slides }

// long returns 6分00秒.
func long(d time.Duration) string {
	s := seconds(d)
	if s >= 3600 {
		return fmt.Sprintf("%d小时%02d分", s/3600, s/60%60)
	}
	return fmt.Sprintf("%d分%02d秒", s/60, s%60)
}
