package word

import (
	"bytes"
	"fmt"
	"path"
	"strings"

	"gongkai/kiosk/diag"
)

// Fault explains to staff why a file can't become a notice: a problem's code, message and fix.
type Fault struct{ Code, Message, Fix string }

// Error returns the message alone.
func (f *Fault) Error() string { return f.Message }

// Problem returns the fault as the problem of a file.
func (f *Fault) Problem(file string) diag.Problem {
	return diag.Problem{File: file, Code: f.Code, Message: f.Message, Fix: f.Fix}
}

// MaxBytes is the largest file that is read, in bytes.
const MaxBytes = 64 << 20

// saveAs is the fix for documents in other formats.
const saveAs = "用 Word 或 WPS 打开，选“另存为”，类型选“Word 文档（*.docx）”，再导入"

var (
	empty     = &Fault{"document-empty", "是空文件", "等复制或同步完成，再导入一次"}
	tooLarge  = &Fault{"document-large", fmt.Sprintf("超过 %d MiB，太大了", MaxBytes>>20), "在 Word 里选“压缩图片”，或把图片另外存放，再导入"}
	broken    = &Fault{"document-broken", "打不开，文件不完整或坏了", "重新复制一次；用 Word 或 WPS 打得开，就另存为 .docx 再导入"}
	encrypted = &Fault{"document-encrypted", "有密码，读不了", "用 Word 或 WPS 打开，去掉“用密码进行加密”，保存后再导入"}
	bomb      = &Fault{"document-unpacked", "解开后大得不正常", "用 Word 或 WPS 打开，另存为 .docx，再导入；来路不明的文件不要用"}
	declared  = &Fault{"document-doctype", "里面有 DOCTYPE 声明，不是 Word 写的", "用 Word 或 WPS 打开，另存为 .docx，再导入；来路不明的文件不要用"}
)

// asPoster is the fix for pictures.
const asPoster = "做海报，用 kiosk new poster 加上文件名；是目录表的照片，就找原来的表格（.xlsx）"

// other is a format that isn't read, by its first bytes. Of a PDF the pages could become pictures, which can't be searched,
// enlarged or taken away; pdfium, compiled to WebAssembly, would add 11 MB to the program and take 4 s and 330 MiB.
type other struct {
	signature string
	name, fix string
}

var others = []other{
	{`{\rtf`, " RTF 文档", saveAs},
	{"%PDF", " PDF", "用 WPS 打开 PDF，选“PDF 转 Word”，核对文字后导入那个 .docx；只要画面，就选“输出为图片”，再用 kiosk new poster"},
	{"\x89PNG", "图片", asPoster},
	{"\xff\xd8\xff", "图片", asPoster},
	{"GIF8", "图片", asPoster},
	{"BM", "图片", asPoster},
	{"II*\x00", "图片", asPoster},
	{"Rar!", "压缩包", "先解压，再导入里面的 .docx"},
	{"7z\xbc\xaf", "压缩包", "先解压，再导入里面的 .docx"},
	{"MIME-Version:", "单个网页文件", saveAs},
}

// IsDocument reports whether a file is a document as this package reads or recognises it, by its name and its bytes,
// and no table: .docx, .doc, .wps, .rtf, .pdf, .odt, and .txt without the columns of a catalogue.
func IsDocument(name string, data []byte) bool {
	if bytes.HasPrefix(data, []byte("PK\x03\x04")) { // the bytes go before the name
		return bytes.Contains(data, []byte("word/document.xml")) || !bytes.Contains(data, []byte("xl/workbook")) && documents[ending(name)]
	}
	if ending(name) == ".txt" {
		return len(data) > 0 && !columns(data)
	}
	return documents[ending(name)] || bytes.HasPrefix(data, []byte(`{\rtf`)) || bytes.HasPrefix(data, []byte("%PDF"))
}

// documents are the endings of documents, and of what staff take for one.
var documents = map[string]bool{
	".docx": true, ".docm": true, ".dotx": true, ".dotm": true, ".doc": true, ".dot": true, ".wps": true, ".wpt": true, ".rtf": true,
	".jpg": true, ".jpeg": true, ".png": true, ".gif": true, ".bmp": true, ".tif": true, ".tiff": true,
	".pdf": true, ".odt": true, ".fodt": true, ".md": true, ".html": true, ".htm": true, ".mht": true, ".mhtml": true,
}

// heads matches what the head of a catalogue's table has.
var heads = lazily(`[一二三]级\s*事项|公开\s*(?:事项|内容|依据|主体|时限)`)

// columns reports whether a text is a catalogue's table, as it is copied from a spreadsheet or saved as CSV: a line has its
// head in several columns.
func columns(data []byte) bool {
	text, err := decode(data)
	if err != nil {
		return false
	}
	for l := range strings.Lines(text) {
		if max(strings.Count(l, "\t"), strings.Count(l, ",")) >= 3 && heads().MatchString(l) {
			return true
		}
	}
	return false
}

func ending(name string) string { return strings.ToLower(path.Ext(strings.ReplaceAll(name, `\`, "/"))) }

// foreign returns why a file is neither a .docx nor a text; nil: it may be one.
func foreign(name string, data []byte) *Fault {
	switch {
	case len(data) == 0 || len(bytes.Trim(data[:min(len(data), 4096)], "\x00")) == 0:
		return empty
	case len(data) > MaxBytes:
		return tooLarge
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return compound(name, data)
	}
	for _, o := range others {
		if bytes.HasPrefix(data, []byte(o.signature)) {
			return &Fault{"document-other-format", "其实是" + o.name + "，不能直接导入", o.fix}
		}
	}
	start := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\xef\xbb\xbf"))))
	switch {
	case bytes.HasPrefix(start, []byte("<!doctype html")), bytes.HasPrefix(start, []byte("<html")):
		return &Fault{"document-web-page", "其实是网页，不能直接导入", "在浏览器里全选、复制，贴到记事本里存成 .txt，再导入"}
	case bytes.HasPrefix(start, []byte("<?xml")):
		return &Fault{"document-xml", "是 XML 文件，不能直接导入", saveAs}
	}
	return nil
}

// compound returns what an OLE file is: an old document, or a new one with a password.
func compound(name string, data []byte) *Fault {
	has := func(stream string) bool {
		var wide []byte
		for _, c := range []byte(stream) {
			wide = append(wide, c, 0)
		}
		return bytes.Contains(data, wide)
	}
	switch {
	case has("EncryptedPackage"):
		return encrypted
	case has("Workbook") || has("Book\x00"):
		return &Fault{"document-old-sheet", "其实是老格式的表格，不能直接导入", "用 Excel 或 WPS 打开，另存为 .xlsx，再导入"}
	case ending(name) == ".wps" || ending(name) == ".wpt":
		return &Fault{"document-wps", "是 WPS 自己的格式，不能直接导入", saveAs}
	}
	return &Fault{"document-old-word", "是老格式的 Word 文档（.doc），不能直接导入", saveAs}
}
