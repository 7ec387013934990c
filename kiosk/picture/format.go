package picture

import "bytes"

// heads are what the formats' files begin with, a dot for any byte.
var heads = []struct{ head, name string }{
	{"\xff\xd8\xff", "JPEG"},
	{"\x89PNG\r\n\x1a\n", "PNG"},
	{"RIFF....WEBP", "WebP"},
	{"GIF8", "GIF"},
	{"BM", "BMP"},
	{"....ftyphei", "HEIC"}, // what telephones call .jpg at times
	{"....ftyphev", "HEIC"},
	{"....ftypmif", "HEIC"},
	{"....ftypavi", "AVIF"},
	{"II*\x00", "TIFF"},
	{"MM\x00*", "TIFF"},
	{"%PDF", "PDF"},
	{"<svg", "SVG"},
	{"<?xml", "SVG"},
}

// format is the name of the format that a file begins like, "" if it is none of heads.
func format(data []byte) string {
	for _, h := range heads {
		if len(data) >= len(h.head) && like(data, h.head) {
			return h.name
		}
	}
	return ""
}

func like(data []byte, head string) bool {
	for i := range len(head) {
		if head[i] != '.' && head[i] != data[i] {
			return false
		}
	}
	return true
}

// foreign is the fault of a file in a format that is not shown.
func foreign(data []byte) *Fault {
	name := format(data)
	if name == "" {
		if len(bytes.Trim(data[:min(len(data), 1024)], "\x00")) == 0 {
			return truncated // room that a sync tool has set aside
		}
		return &Fault{Message: "不是图片，或不是 PNG、JPEG、WebP 格式", Fix: "换成这三种格式之一；文件坏了就重新复制一次"}
	}
	return &Fault{Message: "其实是 " + name + " 格式，不能显示", Fix: "用看图软件打开，另存为 JPEG 或 PNG；只改文件名没有用"}
}
