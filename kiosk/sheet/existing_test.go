package sheet

import (
	"os"
	"slices"
	"strings"
	"testing"

	"gongkai/content"
	"gongkai/kiosk/catalogue"
	"gongkai/kiosk/diag"
)

// existing is a directory in which staff have worked: cuts of their own, comments, a guide, CRLF, a free file name.
var existing = []catalogue.File{
	{Path: "kiosk.toml", Data: []byte("centre = \"示例社区\"\ncatalogue = \"政务公开事项标准目录\"\n")},
	{Path: "items/01-甲事项.toml", Data: []byte("number = 1\ncategory = \"生育\"\ntitle = \"\"\"\n甲\n事项\n\"\"\"\ncontent = \"\"\"\n  办理条件、办理流程、\n申请材料\n\"\"\" # 照目录\nbasis = '《示例条例》'\n\n# 窗口常问\n[[guide]]\nheading = \"办理条件\"\nbody = \"示例\"\n")},
	{Path: "items/2.toml", Data: []byte("\ufeffnumber    = 2\r\ncategory  = \"生育\"\r\ntitle     = \"乙事项\"\r\ncontent   = \"\"\"\r\n内容乙\r\n\"\"\"\r\nbasis     = \"\"\"\r\n《示例条例》\r\n\"\"\"\r\ndeadline  = \"及时\"\r\nlink = \"https://example.org\"\r\n")},
	{Path: "items/03-丙事项.toml", Data: []byte("number    = 3\ncategory  = \"就业\"\ntitle     = \"丙事项\"\ncontent   = \"内容丙\"\nbasis = \"《示例条例》\"\nlevels    = [\n  \"社区\", # 本级\n]\n[contact]\nphone = \"0355-0000000\"\n")},
}

const tableHead = "序号,一级事项,二级事项,公开内容,公开依据,公开时限\n"

func TestExisting(t *testing.T) {
	for _, c := range []struct {
		name, table string
		options     Options
	}{
		{name: "nothing changed", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,就业,丙事项,内容 丙,《示例条例》,\n"},
		{name: "line breaks changed", table: "1,生育,甲事项,\"办理条件、\n办理流程、\n申请材料\",《示例条例》,\n2,,乙事项,\"内容乙\n\",《示例条例》,\"及\n时\"\n3,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "line breaks removed", table: "1,生育,\"甲\n事项\",办理条件、办理流程、申请材料,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,就业,丙事项,内容丙,\"《示例条例》\n《示例办法》\",\n"},
		{name: "words of the West in two lines", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\"以 Wi\nFi 公开之日起\n20\n个工作日\"\n"},
		{name: "a row that replaces another and is renumbered", options: Options{Renumber: true}, table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,养老,另一事项,另一内容,《示例条例》,\n"},
		{name: "cells changed", table: "1,生育,甲事项,办理条件、办理流程、申请材料、办理时限,《示例条例》《示例办法》,\n2,,乙事项（新）,内容乙,《示例条例》,\n3,就业,丙事项,内容丙,《示例条例》,每年\n"},
		{name: "one more and one less", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n3,就业,丙事项,内容丙,《示例条例》,\n4,养老,丁事项,内容丁,《示例条例》,\n"},
		{name: "one less is deleted", options: Options{Delete: true}, table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n3,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "rows in doubt delete nothing", options: Options{Delete: true}, table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,生育,乙事项,,《示例条例》,\n3,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "one put in the middle", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,新事项,新内容,《示例条例》,\n3,,乙事项,内容乙,《示例条例》,及时\n4,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "one put before the last", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,就业,新事项,新内容,《示例条例》,\n4,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "two of one name", table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,就业,丙事项,内容丙,《示例条例》,\n4,就业,丙事项,内容丙二,《示例条例》,\n"},
		{name: "one put in the middle and renumbered", options: Options{Renumber: true}, table: "1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n2,,新事项,新内容,《示例条例》,\n3,,乙事项,内容乙,《示例条例》,及时\n4,就业,丙事项,内容丙,《示例条例》,\n"},
		{name: "another item by the number", table: "1,养老,另一事项,另一内容,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,及时\n3,就业,丙事项（改名）,内容丙,《示例条例》,\n"},
		{name: "no numbers", table: ",就业,丙事项,内容丙改,《示例条例》,\n,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n"},
		{name: "exchanged and renumbered", options: Options{Renumber: true}, table: "2,生育,乙事项,内容乙,《示例条例》,及时\n1,生育,甲事项,办理条件、办理流程、申请材料,《示例条例》,\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, "existing "+c.name, outcome(imported(t, "目录.csv", []byte(tableHead+c.table), existing, c.options)))
		})
	}
}

// TestSpaces: a cell whose spaces the screen would show otherwise is named, and its file stays; a space between hanzi is no
// difference, and neither are line breaks where the table has none at all.
func TestSpaces(t *testing.T) {
	files := append(slices.Clone(existing[:1]), catalogue.File{Path: "items/01-甲事项.toml", Data: []byte("number = 1\ncategory = \"生育\"\ntitle = \"甲事项\"\ncontent = \"\"\"\n按 GB2312 办理、\n申请材料\n\"\"\"\nbasis = \"《示例条例》\"\ndeadline = \"20 个工作日\"\n")})
	for _, c := range []struct{ content, deadline, want string }{
		{"按 GB2312 办理、申请材料", "20 个工作日", ""},
		{"按 GB2312 办 理、 申请材料", "20  个工作 日", ""},
		{"按 GB 2312 办理、申请材料", "20 个工作日", "有 1 格只是分行或空格和文件里不一样，文件里的没有动：items/01-甲事项.toml 的公开内容（要素）"},
		{"按GB2312办理、申请材料", "20个工作日", "有 2 格只是分行或空格和文件里不一样，文件里的没有动：items/01-甲事项.toml 的公开内容（要素）、items/01-甲事项.toml 的公开时限"},
	} {
		p := imported(t, "目录.csv", []byte(tableHead+"1,生育,甲事项,"+c.content+",《示例条例》,"+c.deadline+"\n"), files, Options{})
		if got := strings.Join(messages(p.Problems), "\n"); got != c.want || len(p.Writes) > 0 {
			t.Errorf("%s, %s: %d writes, %q, want %q", c.content, c.deadline, len(p.Writes), got, c.want)
		}
	}
}

// messages returns what some problems say.
func messages(problems []diag.Problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.Message)
	}
	return all
}

// TestBrokenFile: a file that can't be read is not written over, and the import stops where it would be meant.
func TestBrokenFile(t *testing.T) {
	files := slices.Clone(existing)
	files[2].Data = []byte("number = 2\ntitle = “乙”\n")
	p := imported(t, "目录.csv", []byte(tableHead+"1,生育,甲事项,改了,《示例条例》,\n2,,乙事项,内容乙,《示例条例》,\n"), files, Options{})
	if len(p.Writes) > 0 || p.Taken > 0 || !slices.ContainsFunc(p.Problems, func(q diag.Problem) bool { return q.File == "items/2.toml" && strings.Contains(q.Fix, "kiosk check") }) {
		t.Errorf("%v; %d writes", p.Problems, len(p.Writes))
	}
	p = imported(t, "目录.csv", []byte(tableHead+"1,生育,甲事项,改了,《示例条例》,\n3,就业,丙事项,内容丙,《示例条例》,\n"), files, Options{Delete: true})
	if len(p.Writes) != 1 || len(p.Removes) > 0 {
		t.Errorf("%v; %d writes, %v removed", p.Problems, len(p.Writes), p.Removes)
	}
}

// TestSeed: the official document gives the shipped catalogue to the byte, into an empty directory, and into the shipped one
// it changes nothing.
func TestSeed(t *testing.T) {
	seed, err := os.ReadFile("testdata/seed.txt")
	if err != nil {
		t.Fatal(err)
	}
	shipped := sourceOf(t, content.FS).Files
	p := imported(t, "目录.txt", seed, nil, Options{})
	if p.Lost > 0 || len(p.Problems) > 0 || len(p.Writes) != len(shipped) {
		t.Errorf("%d lost, %d files: %v", p.Lost, len(p.Writes), p.Problems)
	}
	for _, f := range shipped {
		i := slices.IndexFunc(p.Writes, func(w catalogue.File) bool { return w.Path == f.Path })
		if i < 0 || string(p.Writes[i].Data) != string(f.Data) {
			t.Errorf("%s differs", f.Path)
		}
	}
	if p := imported(t, "目录.txt", seed, shipped, Options{Renumber: true, Delete: true}); len(p.Writes)+len(p.Removes)+p.Lost > 0 || p.Taken != 14 {
		t.Errorf("%v", p.Changes)
	}
}
