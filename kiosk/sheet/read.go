package sheet

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"gongkai/kiosk/diag"
)

// Bounds of a table file. Offices' tables have some hundred rows; what is larger is another thing, or made to do harm.
const (
	MaxBytes = 32 << 20 // of the file

	maxSheet   = 128 << 20 // unpacked, of one sheet's XML
	maxPart    = 64 << 20  // unpacked, of any other part
	maxBook    = 256 << 20 // unpacked, of all parts that are read; several sheets may name one part
	maxRun     = 1 << 20   // between two signs of XML; Excel's cells hold 32,767 characters
	maxText    = 64 << 20  // all cells' text
	maxFilled  = 60_000    // rows that have a cell
	maxCells   = 2_000_000 // that aren't blank
	maxColumns = 1 << 14   // Excel's
	maxMerges  = 200_000
	maxSheets  = 256
	maxStyles  = 200_000 // Excel has 65,490
	maxLinks   = 10_000  // parts, and from one part to others
)

// Progress receives how much of a file has been read, of how much, in bytes.
type Progress func(read, all int64)

// Read returns a file's sheets. The file's name is for the problems alone: its bytes tell what it is. The Book has what could
// be read; an error among the problems means that it isn't all of the file. Reading ends early when ctx does.
func Read(ctx context.Context, file string, data []byte, progress Progress) (Book, []diag.Problem) {
	r := &reader{ctx: ctx, file: file, progress: progress, all: int64(len(data))}
	var book Book
	var err error
	switch f := refusedKind(data); {
	case f.message != "":
		err = f
	case bytes.HasPrefix(data, []byte("PK")):
		book, err = r.workbook(data)
	default:
		book, err = r.text(data)
	}
	if err != nil {
		r.report(file, err)
	}
	return book, r.problems
}

// reader is the state of one Read.
type reader struct {
	ctx      context.Context
	file     string
	progress Progress
	problems []diag.Problem

	read, all            int64 // bytes, for progress
	chars, cells, filled int   // what the book holds so far
	unpacked             int64 // bytes of all parts
}

// fault is why a file, or a part of it, can't be read: a problem's code, message and fix.
type fault struct{ code, message, fix string }

func (f fault) Error() string { return f.message }

// report adds an error at a place.
func (r *reader) report(place string, err error) {
	f := fault{"sheet-broken", "表格文件坏了，读不下去", "用原来的程序打开，另存为 .xlsx 再试；打不开就重新拷贝一份"}
	errors.As(err, &f)
	if r.ctx.Err() != nil {
		f = fault{"reading-stopped", "没有读完就停下了", "再运行一次"}
	}
	r.problems = append(r.problems, diag.Problem{File: place, Code: f.code, Message: f.message, Fix: f.fix})
}

const saveAs = "用 WPS 或 Excel 打开，“另存为”选 Excel 工作簿（.xlsx）"

// refused are the files that aren't read, by how they begin.
var refused = []struct {
	head string
	fault
}{
	{"%PDF-", fault{"sheet-pdf", "这是 PDF 文件，不是表格", "找做这份 PDF 的原表（.xlsx）；只有 PDF 时用 WPS 转换成 Excel，核对后再导入"}},
	{`{\rtf`, fault{"sheet-rtf", "这是写字板（RTF）文件，不是表格", "把里面的表格复制到一张空的 Excel 表里，另存为 .xlsx"}},
	{"\x89PNG", fault{"sheet-picture", "这是图片，不是表格", "找这张图的原表（.xlsx）"}},
	{"\xff\xd8\xff", fault{"sheet-picture", "这是图片，不是表格", "找这张图的原表（.xlsx）"}},
	{"Rar!", fault{"sheet-archive", "这是压缩包，不是表格", "先解压，再导入里面的 .xlsx"}},
	{"7z\xbc\xaf\x27\x1c", fault{"sheet-archive", "这是压缩包，不是表格", "先解压，再导入里面的 .xlsx"}},
	{"\x1f\x8b", fault{"sheet-archive", "这是压缩包，不是表格", "先解压，再导入里面的 .xlsx"}},
}

// refusedKind returns why a file is no table that is read; the zero fault: it may be one.
func refusedKind(data []byte) fault {
	switch {
	case len(bytes.TrimSpace(bytes.Trim(data, "\x00"))) == 0:
		return fault{"file-empty", "文件是空的", "看看是不是拷贝的时候断了，重新拷贝一份"}
	case len(data) > MaxBytes:
		return fault{"sheet-large", "文件超过 32 MiB，太大了", "删去表里的图片和用不着的工作表，另存一份再导入"}
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return compoundKind(data)
	}
	for _, f := range refused {
		if bytes.HasPrefix(data, []byte(f.head)) {
			return f.fault
		}
	}
	head := strings.ToLower(string(bytes.TrimLeft(data[:min(len(data), 1024)], "\xef\xbb\xbf \r\n\t")))
	switch {
	case strings.HasPrefix(head, "<") && strings.Contains(head, "spreadsheet"):
		return fault{"sheet-xml", "这是 XML 表格，不是 .xlsx", saveAs}
	case strings.HasPrefix(head, "<"), strings.HasPrefix(head, "mime-version"):
		return fault{"sheet-web-page", "这是网页，不是表格（有的系统导出的 .xls 其实是网页）", saveAs}
	}
	return fault{}
}

// utf16Name returns a name as an OLE container's directory holds it.
func utf16Name(name string) []byte {
	var b []byte
	for _, r := range name {
		b = append(b, byte(r), byte(r>>8))
	}
	return b
}

// compoundKind returns what an OLE container is, the form of Office files before 2007 and of all encrypted ones.
func compoundKind(data []byte) fault {
	switch {
	case bytes.Contains(data, utf16Name("EncryptedPackage")), bytes.Contains(data, utf16Name("EncryptionInfo")):
		return fault{"sheet-encrypted", "表格加了密码，打不开", "用 WPS 或 Excel 打开，在“文件”里去掉密码（“文档加密”“用密码进行加密”），再保存"}
	case bytes.Contains(data, utf16Name("WordDocument")):
		return fault{"sheet-word", "这是 Word 文件，不是表格", "把里面的表格复制到一张空的 Excel 表里，另存为 .xlsx"}
	}
	return fault{"sheet-old", "这是旧版的表格（.xls 或 .et）", saveAs}
}
