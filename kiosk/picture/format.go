package picture

import "bytes"

// signatures are the first bytes of the formats' files; a dot matches any byte.
var signatures = []struct{ bytes, name string }{
	{"\xff\xd8\xff", "JPEG"},
	{"\x89PNG\r\n\x1a\n", "PNG"},
	{"RIFF....WEBP", "WebP"},
	{"GIF8", "GIF"},
	{"BM", "BMP"},
	{"....ftyphei", "HEIC"}, // phones sometimes name it .jpg
	{"....ftyphev", "HEIC"},
	{"....ftypmif", "HEIC"},
	{"....ftypavi", "AVIF"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"%PDF", "PDF"},
	{"<svg", "SVG"},
	{"<?xml", "SVG"},
}

// format returns the name of a file's format by its signature, "" if that is unknown.
func format(data []byte) string {
	for _, s := range signatures {
		if len(data) >= len(s.bytes) && matches(data, s.bytes) {
			return s.name
		}
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
	name := format(data)
	if name == "" {
		if len(bytes.Trim(data[:min(len(data), 1024)], "\x00")) == 0 {
			return truncated // space that a sync tool has reserved
		}
		return &Fault{Message: "不是图片，或不是 PNG、JPEG、WebP 格式", Fix: "换成这三种格式之一；文件坏了就重新复制一次"}
	}
	return &Fault{Message: "其实是 " + name + " 格式，不能显示", Fix: "用看图软件打开，另存为 JPEG 或 PNG；只改文件名没有用"}
}
