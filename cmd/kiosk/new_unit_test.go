package main

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"gongkai/kiosk/catalogue"
)

// answered returns an asker that reads answers, and what it prints.
func answered(answers string) (*asker, *bytes.Buffer) {
	var out bytes.Buffer
	return newAsker(context.Background(), strings.NewReader(answers), &out), &out
}

// TestQuestions asks for a notice: wrong answers are asked again, the usual ones are an empty line.
func TestQuestions(t *testing.T) {
	now := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	who, out := answered("\n停水通知\n后天\n2026年12月3日\n第一段\n\n第二段\n\n\n\n")
	var d draft
	if err := who.notice(&d, now); err != nil {
		t.Fatal(err, out)
	}
	if d.title != "停水通知" || d.day.Format(time.DateOnly) != "2026-12-03" || d.body != "第一段\n\n第二段" || !d.expire.IsZero() {
		t.Errorf("%+v", d)
	}
	for _, want := range []string{"标题：  这一项一定要写\n标题：", "日期 [回车是 2026-12-01]：", "写成 2026-11-20 这样，不是“后天”"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// TestQuestionsEnd: an input that ends, ends the questions.
func TestQuestionsEnd(t *testing.T) {
	now := time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	items := []catalogue.Item{{Number: 6}}
	for _, answers := range []string{"", "\n", "a\n", "a\nb"} {
		who, _ := answered(answers)
		if err := who.notice(new(draft), now); err != io.EOF {
			t.Errorf("%q: notice %v", answers, err)
		}
		who, _ = answered(answers)
		if err := who.guide(new(guide), items); err != io.EOF {
			t.Errorf("%q: guide %v", answers, err)
		}
	}
	who, _ := answered("养老\n\n\n")
	if err := who.item(new(itemDraft), items); err != io.EOF {
		t.Errorf("item %v", err)
	}
	who, _ = answered("")
	if err := who.poster(new(draft), now); err != io.EOF {
		t.Errorf("poster %v", err)
	}
}

// TestQuestionsStopped: a signal ends a question that waits for its answer.
func TestQuestionsStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	in, _ := io.Pipe()
	defer in.Close()
	who := newAsker(ctx, in, io.Discard)
	cancel()
	if err := who.notice(new(draft), time.Now()); err != context.Canceled {
		t.Error(err)
	}
	if _, err := who.lines("正文"); err != context.Canceled {
		t.Error(err)
	}
}

// TestQuestionsOfRow asks for a row of the table; what most other rows have is offered.
func TestQuestionsOfRow(t *testing.T) {
	items := []catalogue.Item{{Deadline: "20个工作日"}, {Deadline: "20个工作日", Publisher: "社区工作站"}, {Deadline: "长期"}}
	who, out := answered("养老\n老年人助餐\n服务内容、\n  服务对象\n\n\n\n\n\n")
	var r itemDraft
	if err := who.item(&r, items); err != nil {
		t.Fatal(err, out)
	}
	if r.category != "养老" || r.title != "老年人助餐" || r.text != "服务内容、\n  服务对象" || r.basis != "" || r.deadline != "20个工作日" || r.publisher != "社区工作站" {
		t.Errorf("%+v", r)
	}
}
