package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/color"
	"image/gif"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"gongkai/content"
	photo "gongkai/kiosk/picture"
)

// starter returns a content directory, as kiosk init writes it.
func starter(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, content.Starter); err != nil {
		t.Fatal(err)
	}
	return dir
}

// imported imports a file and returns the exit code, what was printed, and the errors.
func imported(t *testing.T, j noticeImport) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	j.today = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	code = j.perform(context.Background(), streams{&o, &e})
	return code, o.String(), e.String()
}

// document returns a document that LibreOffice wrote.
func document(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../kiosk/word/testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestImportNotice imports documents into a directory, again, and with changes that staff made meanwhile.
func TestImportNotice(t *testing.T) {
	dir := starter(t)
	j := noticeImport{file: "通知.docx", data: document(t, "通知.docx"), dir: dir}
	j.dry = true
	if code, out, errs := imported(t, j); code != fine || errs != "" || !strings.HasPrefix(out, "会写 notices/2026-11-20-关于开展冬季消防安全检查的通知.toml\n") {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	if exists(filepath.Join(dir, "notices")) {
		t.Fatal("a dry run wrote something")
	}
	j.dry = false
	code, out, errs := imported(t, j)
	if code != fine || errs != "" || !strings.Contains(out, "落款：朝阳社区居民委员会（示例）\n  正文：11 段\n") {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	path := filepath.Join(dir, "notices", "2026-11-20-关于开展冬季消防安全检查的通知.toml")
	notices, err := noticesIn(dir)
	if err != nil || len(notices) != 1 || notices[0].SignedBy("x")[0] != "朝阳社区居民委员会（示例）" {
		t.Fatal(notices, err)
	}
	if code, _, errs := imported(t, j); code != found || !strings.Contains(errs, "已经有标题和日期都一样的公告") || !strings.Contains(errs, "--force") {
		t.Fatalf("%d %s", code, errs)
	}
	data, _ := os.ReadFile(path)
	edited := strings.Replace(string(data), "# expire = 2026-11-26", "expire = 2026-11-30", 1)
	edited = strings.Replace(edited, "不私拉电线", "改过的字", 1)
	if edited == string(data) || os.WriteFile(path, []byte(edited), 0o644) != nil {
		t.Fatal(string(data))
	}
	j.force = true
	if code, out, errs := imported(t, j); code != fine || errs != "" || !strings.Contains(out, ".toml.bak") {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	data, _ = os.ReadFile(path)
	if !strings.Contains(string(data), "\nexpire = 2026-11-30\n") || strings.Contains(string(data), "改过的字") {
		t.Errorf("%s", data)
	}
	if kept, _ := os.ReadFile(path + ".bak"); string(kept) != edited {
		t.Errorf("kept %s", kept)
	}
}

// TestImportPictures: pictures become files, are not written twice, and leave nothing when the notice can't be written.
func TestImportPictures(t *testing.T) {
	dir := starter(t)
	j := noticeImport{file: "图文.docx", data: document(t, "图文.docx"), dir: dir}
	if err := os.WriteFile(filepath.Join(dir, "notices"), nil, 0o644); err != nil { // a file in the folder's place
		t.Fatal(err)
	}
	if code, _, errs := imported(t, j); code != found || errs == "" || exists(filepath.Join(dir, "images/2026-11-20-社区活动掠影（示例）.png")) {
		t.Fatalf("%d %s", code, errs)
	}
	os.Remove(filepath.Join(dir, "notices"))
	if code, out, errs := imported(t, j); code != fine || !strings.Contains(out, "图片 1 张") {
		t.Fatalf("%d %s%s", code, out, errs)
	}
	j.force = true
	imported(t, j)
	if files, _ := os.ReadDir(filepath.Join(dir, "images")); len(files) != 1 {
		t.Errorf("%v", files)
	}
}

// TestImportStopped: an interrupted import leaves nothing.
func TestImportStopped(t *testing.T) {
	dir := starter(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var o, e bytes.Buffer
	code := noticeImport{file: "图文.docx", data: document(t, "图文.docx"), dir: dir, day: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)}.perform(ctx, streams{&o, &e})
	if code != found || !strings.Contains(e.String(), "停下了，没有写任何文件") || exists(filepath.Join(dir, "images")) {
		t.Errorf("%d %s", code, e.String())
	}
}

// TestImportRefused: what can't be imported is named, and nothing is written.
func TestImportRefused(t *testing.T) {
	dir := starter(t)
	for _, c := range []struct {
		file, data, dir, want string
		code                  int
	}{
		{"a.doc", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", dir, "a.doc: 错误：是老格式的 Word 文档（.doc），不能直接导入；改法：用 Word 或 WPS 打开", found},
		{"a.txt", "停水通知\n明天停水。", filepath.Join(dir, "missing"), "missing 这个内容目录；改法：改正 --out", found},
		{"a.txt", "停水通知\n" + strings.Repeat("明天停水。", 20_000), dir, "超过 50000，一条公告放不下", found},
		{"a.txt", "停水通知\n明天停水。", dir, "没有找到日期，写成了今天 2026-12-01", fine},
	} {
		code, _, errs := imported(t, noticeImport{file: c.file, data: []byte(c.data), dir: c.dir})
		if code != c.code || !strings.Contains(errs, c.want) {
			t.Errorf("%s: %d %s", c.want, code, errs)
		}
	}
	if files, _ := os.ReadDir(filepath.Join(dir, "notices")); len(files) != 1 {
		t.Error(files)
	}
}

// TestImportUnreadDay: a day that can't be read is shown and never becomes another one; --date stands for it.
func TestImportUnreadDay(t *testing.T) {
	dir := starter(t)
	j := noticeImport{file: "a.txt", data: []byte("标题：停水通知\n日期：2026年13月45日\n正文：停水。"), dir: dir}
	if code, _, errs := imported(t, j); code != found || !strings.Contains(errs, "错误：日期“2026年13月45日”看不出是哪一天") || exists(filepath.Join(dir, "notices")) {
		t.Errorf("%d %s", code, errs)
	}
	j.day = time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	if code, out, errs := imported(t, j); code != fine || errs != "" || !strings.Contains(out, "日期：2026年11月20日") {
		t.Errorf("%d %s%s", code, out, errs)
	}
}

// TestImportForced: a notice that is replaced keeps neither signature nor pictures that the new document lacks, and what staff
// added.
func TestImportForced(t *testing.T) {
	dir := starter(t)
	j := noticeImport{file: "图文.docx", data: document(t, "图文.docx"), dir: dir}
	if code, _, errs := imported(t, j); code != fine {
		t.Fatal(errs)
	}
	path := filepath.Join(dir, "notices", "2026-11-20-社区活动掠影（示例）.toml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("title"), []byte("issuer = \"供电所\"\npinned = true\ntitle"), 1)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	j = noticeImport{file: "a.txt", data: []byte("标题：社区活动掠影（示例）\n日期：2026-11-20\n正文：改到后天。"), dir: dir, force: true}
	code, out, errs := imported(t, j)
	if code != fine || errs != "" || !strings.Contains(out, "去掉了原来的落款、图片") {
		t.Errorf("%d %s%s", code, out, errs)
	}
	data, _ = os.ReadFile(path)
	if text := string(data); strings.Contains(text, "供电所") || strings.Contains(text, "\nimages") || !strings.Contains(text, "pinned = true\n") || !strings.Contains(text, "改到后天") {
		t.Errorf("%s", text)
	}
}

// TestPictureFix: what is too large in a document has to be made smaller, whatever it is saved as.
func TestPictureFix(t *testing.T) {
	_, _, fault := photo.Copy(wide(20_000, 20_000), photo.Cut{})
	if fault == nil || !strings.Contains(pictureFix(fault), "缩小到长边 4000 像素以内") {
		t.Error(fault)
	}
	_, _, fault = photo.Copy([]byte("x"), photo.Cut{})
	if got := pictureFix(fault); !strings.Contains(got, "存成 PNG") {
		t.Error(got)
	}
}

// wide returns a picture of one colour that states this size.
func wide(width, height int) []byte {
	var b bytes.Buffer
	if err := gif.Encode(&b, image.NewPaletted(image.Rect(0, 0, 1, 1), color.Palette{color.Black}), nil); err != nil {
		panic(err)
	}
	data := b.Bytes()
	binary.LittleEndian.PutUint16(data[6:], uint16(width))
	binary.LittleEndian.PutUint16(data[8:], uint16(height))
	return data
}

// TestPlainNames: a title's name is one on every system.
func TestPlainNames(t *testing.T) {
	for title, want := range map[string]string{
		"停水通知": "停水通知", "a/b\\c:d*e?f\"g<h>i|j": "abcdefghij", "第一行\n第二行": "第一行第二行", "...": "公告", "": "公告", "ends.": "ends",
		strings.Repeat("长", 60): strings.Repeat("长", 40), "关于“停水”的通知": "关于“停水”的通知", "\u202e反": "反",
	} {
		if got := plainName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}
