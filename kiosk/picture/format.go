package picture

import (
	"bytes"
	"strings"
)

// Format is a format of images, or of what staff take for an image.
type Format struct {
	Name    string
	Endings []string // of its files' names, in small letters, with the point
	Shown   bool
	Fix     string // how to make a picture of it that is shown
	Makes   string // the ending of that picture's name
	Foreign bool   // it holds no single picture, and isn't looked for where pictures are
}

// Ways to make a picture of what isn't shown.
const (
	saveAs     = "用看图软件打开，另存为 JPEG"
	export     = "用做图的软件打开，导出为 JPEG"
	screenshot = "拖进浏览器打开，截图保存为 PNG"
	viaOffice  = "用 WPS 打开，截图保存为 PNG；或选“输出为图片”"
	viaPhone   = "在苹果手机的“设置—相机—格式”里选“兼容性最佳”，重新拍；或用微信把照片发到电脑（不选“原图”），收到的就是 JPEG"
)

// formats are all that are recognised. HEIC and AVIF get a fix, not a decoder: the pure-Go ones are young and unmeasured. A PDF
// is a document, of any number of pages.
var formats = []Format{
	{"JPEG", []string{".jpg", ".jpeg", ".jfif", ".jpe", ".jif", ".mpo"}, true, "", "", false},
	{"PNG", []string{".png", ".apng"}, true, "", "", false},
	{"WebP", []string{".webp"}, true, "", "", false},
	{"GIF", []string{".gif"}, true, "", "", false},
	{"BMP", []string{".bmp", ".dib"}, true, "", "", false},
	{"TIFF", []string{".tif", ".tiff"}, true, "", "", false},
	{"HEIC", []string{".heic", ".heif", ".hif"}, false, viaPhone, ".jpg", false},
	{"AVIF", []string{".avif"}, false, screenshot, ".png", false},
	{"SVG", []string{".svg"}, false, screenshot, ".png", false},
	{"JPEG XL", []string{".jxl"}, false, saveAs, ".jpg", false},
	{"JPEG 2000", []string{".jp2", ".j2k"}, false, saveAs, ".jpg", false},
	{"PSD", []string{".psd"}, false, export, ".jpg", false},
	{"PDF", []string{".pdf"}, false, viaOffice, ".png", false},
	{"Word 或 WPS 文档", []string{".doc", ".docx", ".wps", ".ppt", ".pptx", ".xls", ".xlsx"}, false, viaOffice, ".png", true},
	{"网页", []string{".html", ".htm", ".mht"}, false, "在浏览器里打开，右键点图片，选“图片另存为”", ".jpg", true},
	{"视频", []string{".mp4", ".mov", ".avi"}, false, "打开后停在要用的画面，截图保存为 PNG", ".png", true},
	{"压缩包", []string{".zip", ".rar", ".7z"}, false, "先解压，取出里面的图片", ".jpg", true},
}

// ByEnding returns the format of files whose names have an ending, with its point, in any case.
func ByEnding(ending string) (f Format, known bool) {
	ending = strings.ToLower(ending)
	for _, f := range formats {
		for _, e := range f.Endings {
			if e == ending {
				return f, true
			}
		}
	}
	return f, false
}

// ShownEndings returns the endings of the formats that are shown.
func ShownEndings() (all []string) {
	for _, f := range formats {
		if f.Shown {
			all = append(all, f.Endings...)
		}
	}
	return all
}

// ShownNames are the formats that are shown, as messages list them.
const ShownNames = "JPEG、PNG、WebP、GIF、BMP、TIFF"

// signatures are the first bytes of the formats' files; a dot matches any byte.
var signatures = []struct{ bytes, name string }{
	{"\xff\xd8\xff", "JPEG"},
	{"\x89PNG\r\n\x1a\n", "PNG"},
	{"RIFF....WEBP", "WebP"},
	{"GIF8", "GIF"},
	{"BM", "BMP"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"....ftyphei", "HEIC"}, // phones sometimes name it .jpg
	{"....ftyphev", "HEIC"},
	{"....ftypmif", "HEIC"},
	{"....ftypmsf", "HEIC"},
	{"....ftypavi", "AVIF"},
	{"....ftyp", "视频"},
	{"RIFF....AVI ", "视频"},
	{"\xff\x0a", "JPEG XL"},
	{"\x00\x00\x00\x0cJXL ", "JPEG XL"},
	{"\x00\x00\x00\x0cjP  ", "JPEG 2000"},
	{"8BPS", "PSD"},
	{"%PDF", "PDF"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word 或 WPS 文档"},
	{"Rar!", "压缩包"},
	{"7z\xbc\xaf", "压缩包"},
	{"<svg", "SVG"},
	{"<?xml", "SVG"},
	{"<!DOCTYPE html", "网页"},
	{"<!doctype html", "网页"},
	{"<html", "网页"},
}

// formatOf returns the name of a file's format by its signature, "" if that is unknown.
func formatOf(data []byte) string {
	for _, s := range signatures {
		if len(data) >= len(s.bytes) && matches(data, s.bytes) {
			return s.name
		}
	}
	if start := data[:min(len(data), 4096)]; bytes.HasPrefix(start, []byte("PK\x03\x04")) {
		if bytes.Contains(start, []byte("[Content_Types].xml")) {
			return "Word 或 WPS 文档"
		}
		return "压缩包"
	}
	return ""
}

func matches(data []byte, signature string) bool {
	for i := range len(signature) {
		if signature[i] != '.' && signature[i] != data[i] {
			return false
		}
	}
	return true
}

// foreign returns the fault of a file in a format that is not shown.
func foreign(data []byte) *Fault {
	name := formatOf(data)
	if name == "" {
		if len(bytes.Trim(data[:min(len(data), 1024)], "\x00")) == 0 {
			return truncated // space that a sync tool has reserved
		}
		return &Fault{Code: "image-no-image", Message: "不是图片，或不是 " + ShownNames + " 格式", Fix: "换成其中一种格式；文件坏了就重新复制一次"}
	}
	for _, f := range formats {
		if f.Name == name {
			return &Fault{Code: "image-misnamed", Message: "其实是 " + name + "，不能显示", Fix: "只改文件名没有用，要" + f.Fix + "，放回原处"}
		}
	}
	return broken
}
