package main

import (
	"fmt"

	"gongkai/kiosk/session"
)

// staffShots returns the service pages, which are included only by name: the page of the PIN before and after digits that are wrong, the
// questions before an order, each picture of the screen test, and the touch test with what it finds.
func staffShots(st session.State) []shot {
	st.PIN = "0000"
	at := func(kind session.Kind) session.State { return still(st, session.Screen{Kind: kind}) }
	pin := at(session.Passcode)
	shots := []shot{{"pin", pin}, {"pin-typed", typed(pin, "0471")}}
	for _, name := range []string{"pin-wrong", "", "pin-closed"} {
		if pin = session.Step(typed(pin, "1"), pin.Now, session.Enter{}); name != "" {
			shots = append(shots, shot{name, pin})
		}
	}
	service := at(session.Service)
	shots = append(shots, shot{"service", service})
	service.Machine.Off = true
	for _, o := range []session.Order{session.Restart, session.PowerOff} {
		asked := session.Step(service, st.Now, session.Confirm{Order: o})
		asked.Motion = session.Motion{}
		shots = append(shots, shot{"confirm-" + o.String(), asked})
	}
	for i := range session.Shades {
		s := at(session.ScreenTest)
		s.View.Page = i
		shots = append(shots, shot{fmt.Sprint("screen-test-", i+1), s})
	}
	return append(shots, touchShots(at(session.TouchTest))...)
}

// typed returns a state after digits of the PIN.
func typed(s session.State, digits string) session.State {
	for _, d := range digits {
		s = session.Step(s, s.Now, session.Type{Key: d})
	}
	s.Motion = session.Motion{}
	return s
}

// touchShots returns the touch test: the first target, the last one, and what four touches show that were felt where they were, turned,
// mirrored, and not at all alike.
func touchShots(s session.State) []shot {
	marked := func(n int, felt ...session.Spot) session.State {
		s := s
		for _, at := range felt[:n] {
			s = session.Step(s, s.Now, session.Mark{At: at})
		}
		return s
	}
	a, b, c, d := session.Spot{X: .11, Y: .06}, session.Spot{X: .88, Y: .065}, session.Spot{X: .89, Y: .93}, session.Spot{X: .12, Y: .94}
	return []shot{
		{"touch-test", s}, {"touch-test-last", marked(3, a, b, c, d)},
		{"touch-test-right", marked(4, a, b, c, d)}, {"touch-test-turned", marked(4, b, c, d, a)},
		{"touch-test-mirrored", marked(4, b, a, d, c)}, {"touch-test-unknown", marked(4, a, b, b, d)},
	}
}
