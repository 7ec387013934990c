package sheet

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Files that LibreOffice and gnumeric wrote from the workbooks of the variants.

func foreign(t *testing.T, program, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", program, strings.ReplaceAll(name, " ", "-")))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestOtherPrograms: what another program saved is the same table, to each problem's cell. Formulas have their values then.
func TestOtherPrograms(t *testing.T) {
	for _, program := range []string{"libreoffice", "gnumeric"} {
		for _, v := range variants {
			if v.make == nil {
				continue
			}
			t.Run(program+"/"+v.name, func(t *testing.T) {
				expected := v.name
				if strings.Contains(v.name, "formulas") || program == "gnumeric" && v.name == "several sheets" { // gnumeric hides no sheet
					expected += " by " + program
				}
				golden(t, expected, outcome(imported(t, "目录.xlsx", foreign(t, program, v.name+".xlsx"), nil, v.options)))
			})
		}
	}
}

// TestOtherTexts: a workbook that was saved as text.
func TestOtherTexts(t *testing.T) {
	for _, c := range []struct{ program, name string }{
		{"libreoffice", "printed pages"}, {"libreoffice", "two header rows with narrow names"}, {"gnumeric", "ditto and merges"},
	} {
		t.Run(c.name, func(t *testing.T) {
			golden(t, c.name+" as text", outcome(imported(t, "目录.csv", foreign(t, c.program, c.name+".csv"), nil, Options{})))
		})
	}
}

// TestOtherFormats: what isn't read is reported as what it is.
func TestOtherFormats(t *testing.T) {
	for _, c := range []struct{ program, name, want string }{
		{"libreoffice", "four levels.xls", ".xls"}, {"gnumeric", "four levels.xls", ".xls"}, {"libreoffice", "four levels.ods", ".ods"},
	} {
		_, problems := Read(context.Background(), c.name, foreign(t, c.program, c.name), nil)
		if len(problems) != 1 || !strings.Contains(problems[0].Message, c.want) || !strings.Contains(problems[0].Fix, ".xlsx") {
			t.Errorf("%s of %s: %v", c.name, c.program, problems)
		}
	}
}
