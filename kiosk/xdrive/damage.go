package xdrive

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
)

// Damage counts what is drawn: an event is a rectangle that a program has drawn on the
// screen, whether or not it looks different.
type Damage struct {
	mu    sync.Mutex
	count int
	at    []time.Time   // of each event
	next  chan struct{} // closed at the next event
}

func newDamage() *Damage { return &Damage{next: make(chan struct{})} }

// follow reads events until the connection ends.
func (d *Damage) follow(conn *xgb.Conn) {
	for {
		event, err := conn.WaitForEvent()
		if event == nil && err == nil {
			return
		}
		if _, ok := event.(damage.NotifyEvent); ok {
			d.note(time.Now())
		}
	}
}

func (d *Damage) note(at time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.count++
	d.at = append(d.at, at)
	close(d.next)
	d.next = make(chan struct{})
}

// Count returns the number of events so far.
func (d *Damage) Count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.count
}

// Since returns the times of the events after the first n.
func (d *Damage) Since(n int) []time.Time {
	d.mu.Lock()
	defer d.mu.Unlock()
	return append([]time.Time(nil), d.at[n:]...)
}

// Wait waits for an event after the first n and returns its time.
func (d *Damage) Wait(ctx context.Context, n int) (time.Time, error) {
	for {
		d.mu.Lock()
		count, next := d.count, d.next
		if count > n {
			defer d.mu.Unlock()
			return d.at[n], nil
		}
		d.mu.Unlock()
		select {
		case <-next:
		case <-ctx.Done():
			return time.Time{}, fmt.Errorf("nothing was drawn: %w", ctx.Err())
		}
	}
}

// Settle waits until nothing has been drawn for a duration.
func (d *Damage) Settle(ctx context.Context, quiet time.Duration) error {
	for {
		d.mu.Lock()
		next := d.next
		d.mu.Unlock()
		select {
		case <-next:
		case <-time.After(quiet):
			return nil
		case <-ctx.Done():
			return fmt.Errorf("the screen does not settle: %w", ctx.Err())
		}
	}
}
