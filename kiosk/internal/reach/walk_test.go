package main

import (
	"bytes"
	"fmt"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
)

func TestEveryScreenIsReached(t *testing.T) {
	c, err := parse(content.FS)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 3 {
		c.Notices = append(c.Notices, catalogue.Notice{File: fmt.Sprint(i), Title: "示例", Date: noon, Body: "示例文字"})
	}
	var out bytes.Buffer
	if !walkAll(&out, c) {
		t.Error("\n" + out.String())
	}
}
