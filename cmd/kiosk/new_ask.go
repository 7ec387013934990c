package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"gongkai/kiosk/catalogue"
)

// asker asks a person at a terminal, a question a line.
type asker struct {
	ctx context.Context // its end is the answer's: a signal doesn't end the reading of a terminal
	in  *bufio.Reader
	out io.Writer
}

func newAsker(ctx context.Context, in io.Reader, out io.Writer) *asker {
	return &asker{ctx, bufio.NewReader(in), out}
}

// read reads a line, which may lack its end if the input ends.
func (a *asker) read() (string, error) {
	if err := a.ctx.Err(); err != nil {
		return "", err
	}
	type answer struct {
		line string
		err  error
	}
	given := make(chan answer, 1)
	go func() {
		line, err := a.in.ReadString('\n')
		given <- answer{line, err}
	}()
	select {
	case <-a.ctx.Done():
		return "", a.ctx.Err()
	case g := <-given:
		return g.line, g.err
	}
}

// line asks until the answer passes a check; an empty one is the usual answer. The error is the input's end.
func (a *asker) line(question, usual string, check func(string) error) (string, error) {
	for {
		if usual == "" {
			fmt.Fprintf(a.out, "%s：", question)
		} else {
			fmt.Fprintf(a.out, "%s [回车是 %s]：", question, usual)
		}
		answer, err := a.read()
		if err != nil && answer == "" {
			fmt.Fprintln(a.out)
			return "", err
		}
		if answer = strings.TrimSpace(answer); answer == "" {
			answer = usual
		}
		wrong := check(answer)
		if wrong == nil {
			return answer, nil
		}
		fmt.Fprintf(a.out, "  %v\n", wrong)
	}
}

// lines asks for a text of several lines, which two empty lines end, or the input's end. The error is the context's, or that the input has
// ended without a line.
func (a *asker) lines(question string) (string, error) {
	fmt.Fprintf(a.out, "%s；写完按两次回车：\n", question)
	var all []string
	for {
		l, err := a.read()
		l = strings.TrimRight(l, "\r\n")
		if l != "" || err == nil {
			all = append(all, l)
		}
		n := len(all)
		if stopped := a.ctx.Err(); stopped != nil {
			return "", stopped
		}
		if err != nil && n == 0 {
			return "", err
		}
		if err != nil || n == 1 && all[0] == "" || n >= 2 && all[n-1] == "" && all[n-2] == "" {
			return strings.TrimSpace(strings.Join(all, "\n")), nil
		}
	}
}

// day asks for a date.
func (a *asker) day(question string, usual time.Time) (time.Time, error) {
	answer, err := a.line(question, usual.Format(time.DateOnly), dayOrError)
	if err != nil {
		return time.Time{}, err
	}
	t, _ := catalogue.ReadDay(answer)
	return t, nil
}

// dayOrNone asks for a date that may be left out; zero: it was.
func (a *asker) dayOrNone(question string) (time.Time, error) {
	answer, err := a.line(question+"（一直放着就按回车）", "", func(answer string) error {
		if answer == "" {
			return nil
		}
		return dayOrError(answer)
	})
	if err != nil {
		return time.Time{}, err
	}
	t, _ := catalogue.ReadDay(answer)
	return t, nil
}

func dayOrError(answer string) error {
	if _, ok := catalogue.ReadDay(answer); !ok {
		return fmt.Errorf("写成 2026-11-20 这样，不是“%s”", answer)
	}
	return nil
}
