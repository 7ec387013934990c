package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/session"
)

// TestTooHigh: a whole page that no memory holds as a picture is named, with what can be done; the others are saved.
func TestTooHigh(t *testing.T) {
	text := strings.Repeat("示例文字，", 9000)
	content, problems := catalogue.Parse([]catalogue.File{
		{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"示例目录\"\n")},
		{Path: "items/1.toml", Data: fmt.Appendf(nil, "number = 1\ncategory = \"示例\"\ncontent = %q\n", text)},
	})
	if content == nil {
		t.Fatal(problems)
	}
	st := session.Step(session.Start(noon, true), noon, session.Content{Catalogue: content})
	shots, err := pick(st, []string{"item:1", "night"})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	err = saveAll(context.Background(), io.Discard, shots, easel{size: image.Pt(2160, 3840), whole: true}, dir, nil)
	var said bytes.Buffer
	if code := incomplete(streams{&said, &said}, err); code != found || !regexp.MustCompile(`^错误：item-01 整页有 \d+ 像素高，存不成一张图片；改法：加上 --pdf，或用 @scroll 一段一段地存\n$`).Match(said.Bytes()) {
		t.Errorf("%d %s", code, said.Bytes())
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 || files[0].Name() != "night.png" {
		t.Errorf("%v %v", files, err)
	}
	if onlyTooHigh(errors.Join(err, os.ErrPermission)) || !onlyTooHigh(nil) {
		t.Error("errors are mixed up")
	}
}
