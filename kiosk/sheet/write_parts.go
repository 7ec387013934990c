package sheet

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// The parts of a workbook that hold no cells (ECMA-376), and how texts stand in the others.

const (
	xmlHead      = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainSpace    = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	officeSpace  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace = "http://schemas.openxmlformats.org/package/2006/"
	sheetType    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// The numbers of cellXfs in stylesXML.
const (
	_ = iota
	titleStyle
	headStyle
	leftStyle
	centreStyle
	guardedStyle // a text that begins like a formula, which stays a text when it is edited
	dayStyle
	clockStyle
)

// stylesXML names the official typefaces; a machine without them uses its own.
const stylesXML = `<styleSheet xmlns="` + mainSpace + `">` +
	`<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm"/></numFmts>` +
	`<fonts count="3">` +
	`<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>` +
	`<font><sz val="20"/><name val="黑体"/><family val="3"/><charset val="134"/></font>` +
	`<font><sz val="11"/><name val="黑体"/><family val="3"/><charset val="134"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>` +
	`<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">` + centred +
	`<xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1">` + centred +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">` + atLeft +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">` + centred +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyBorder="1" applyAlignment="1">` + atLeft +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">` + centred +
	`<xf numFmtId="165" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1">` + centred + `</cellXfs>` +
	`<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

const (
	centred = `<alignment horizontal="center" vertical="center" wrapText="1"/></xf>`
	atLeft  = `<alignment horizontal="left" vertical="center" wrapText="1"/></xf>`
)

// pageXML ends a sheet's part: A3 across, as wide as the page.
const pageXML = `<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>` +
	`<pageSetup paperSize="8" fitToHeight="0" orientation="landscape"/>` +
	`<headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter></worksheet>`

const packageXML = `<Relationships xmlns="` + packageSpace + `relationships">` +
	`<Relationship Id="rId1" Type="` + officeSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`

// workbookXML lists the sheets, and the rows of each that printed pages repeat.
func workbookXML(forms []Form) string {
	var sheets, names strings.Builder
	for i, f := range forms {
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escaped(f.Name), i+1, i+1)
		fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">'%s'!$1:$%d</definedName>`, i, escaped(f.Name), f.top())
	}
	return xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + officeSpace + `"><bookViews><workbookView/></bookViews>` +
		`<sheets>` + sheets.String() + `</sheets><definedNames>` + names.String() + `</definedNames></workbook>`
}

func relationsXML(sheets int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packageSpace + `relationships">`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, officeSpace, i+1)
	}
	fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/>`, sheets+1, officeSpace)
	fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, sheets+2, officeSpace)
	return b.String()
}

func contentTypesXML(sheets int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packageSpace + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	over := func(part, kind string) {
		fmt.Fprintf(&b, `<Override PartName="/xl/%s.xml" ContentType="%s%s+xml"/>`, part, sheetType, kind)
	}
	over("workbook", "sheet.main")
	over("styles", "styles")
	over("sharedStrings", "sharedStrings")
	for i := range sheets {
		over(fmt.Sprintf("worksheets/sheet%d", i+1), "worksheet")
	}
	b.WriteString(`</Types>`)
	return b.String()
}

// escaped returns a text for an XML part. A character that XML can't hold, or a text that reads as an escape itself, is
// written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19).
func escaped(text string) string {
	var s, out strings.Builder
	for i, r := range text {
		switch {
		case r == '\r' || r < ' ' && r != '\t' && r != '\n' || r == 0xfffe || r == 0xffff:
			fmt.Fprintf(&s, "_x%04X_", r)
		case r == '_' && readsEscaped(text[i:]):
			s.WriteString("_x005F_")
		default:
			s.WriteRune(r)
		}
	}
	xml.EscapeText(&out, []byte(s.String()))
	return strings.ReplaceAll(out.String(), "&#xA;", "\n")
}

// readsEscaped reports whether a text begins with an escape.
func readsEscaped(text string) bool {
	if len(text) < len("_xHHHH_") || text[1] != 'x' || text[6] != '_' {
		return false
	}
	return strings.Trim(text[2:6], "0123456789abcdefABCDEF") == ""
}
