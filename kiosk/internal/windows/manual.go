package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"io/fs"
	"strings"

	"github.com/yuin/goldmark" // Markdown with tables; a PC has nothing that shows it
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

const (
	pageHead = `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>员工手册</title><style>
body{max-width:46em;margin:2em auto;padding:0 1em;font:17px/1.75 "Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#222}
code,pre{font-family:Consolas,NSimSun,"Noto Sans Mono CJK SC",monospace;background:#f4f2ec}
pre{padding:.6em 1em;overflow-x:auto;line-height:1.5}
table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.3em .7em;vertical-align:top;text-align:left}
img{max-width:100%;max-height:34em}h1,h2,h3{line-height:1.35}h2{margin-top:2em}
nav{columns:2;background:#f4f2ec;padding:.6em 1em}nav a{display:block;color:#98191c;text-decoration:none}
@media print{body{font-size:11pt}pre,table,img,li{break-inside:avoid}h2{break-before:page}h3{break-after:avoid}}
</style></head><body>
`
	pageFoot = "</body></html>\n"
)

// manualPage returns the manual as one HTML page that holds its pictures and a list of its sections, so that it can be copied and
// printed. A picture that isn't in the folder is an error.
func manualPage(markdown []byte, folder fs.FS) ([]byte, error) {
	md := goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	document := md.Parser().Parse(text.NewReader(markdown))
	if err := embedPictures(document, folder); err != nil {
		return nil, err
	}
	b := bytes.NewBufferString(pageHead)
	b.WriteString(contents(document, markdown))
	if err := md.Renderer().Render(b, markdown, document); err != nil {
		return nil, err
	}
	b.WriteString(pageFoot)
	return b.Bytes(), nil
}

// embedPictures replaces the pictures' names by their bytes.
func embedPictures(document ast.Node, folder fs.FS) error {
	return ast.Walk(document, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		image, ok := n.(*ast.Image)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		data, err := fs.ReadFile(folder, string(image.Destination))
		if err != nil {
			return ast.WalkStop, fmt.Errorf("a picture of the manual: %w", err)
		}
		image.Destination = []byte("data:image/png;base64," + base64.StdEncoding.EncodeToString(data))
		return ast.WalkContinue, nil
	})
}

// contents returns links to the document's sections.
func contents(document ast.Node, markdown []byte) string {
	var b strings.Builder
	for n := document.FirstChild(); n != nil; n = n.NextSibling() {
		h, ok := n.(*ast.Heading)
		if id, named := n.AttributeString("id"); ok && named && h.Level == 2 {
			fmt.Fprintf(&b, "<a href=\"#%s\">%s</a>\n", id, html.EscapeString(string(h.Lines().Value(markdown))))
		}
	}
	return "<nav>\n" + b.String() + "</nav>\n"
}
