// Package word makes notices of what offices write them in: Word's .docx, and plain text, also as it is copied from
// WeChat. It returns a title, a date, who signs, a body as kiosk/catalogue parses it, the pictures, and for each thing
// that has no place in a notice a problem that names it.
//
// A .docx is read with the standard library's zip and XML packages: the libraries for it either write documents, or
// read runs of text without what numbers, revisions and fields make of them, or have licences that don't fit. Nothing
// outside the file is opened, and no macro is run.
//
// It opens no file and writes none; cmd/kiosk does.
package word
