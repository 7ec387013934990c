// Package sheet turns tables of offices into the rows of a disclosure catalogue, and back: the State Council's form
// (政务公开标准目录) as a workbook of Excel, or as text with tabs or commas.
//
// Bytes become a Book, in which every cell has its place. The table's head is found by the words of Columns, wherever it
// stands; the rows below it become Entries, and a cell that found no place is a problem at that cell. Entries become
// Edits of a content directory's files (Plan).
//
// It opens no file: cmd/kiosk reads the table and writes the directory. Workbooks are read with encoding/xml, not with
// excelize, which the tests use: its tables are made when a program starts, 1.3 MB and 2.2 ms of every kiosk that never
// sees a table, and it links an HTTP client.
package sheet
