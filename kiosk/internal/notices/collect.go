package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// linked is one package of the program, and the module that it belongs to; Go's own packages belong to none.
type linked struct {
	Dir    string
	Module *struct {
		Path, Version, Dir string
	}
}

// linkedPackages returns the packages that the program links on Linux.
func linkedPackages(program, system, arch string) ([]linked, error) {
	list := exec.Command("go", "list", "-deps", "-json=Dir,Module", program)
	list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+arch)
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	var all []linked
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p linked
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		}
		all = append(all, p)
	}
}

// notice is a licence, and what it covers.
type notice struct {
	Covers []string // modules with their versions, or directories of this project
	Text   string
}

// licenceName matches the names of files with a licence, a patent grant or an attribution that must be passed on.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|ofl)(\.(md|txt))?$|\.licen[cs]e$`)

// collect returns the licences of what is linked: those in a package's directory and above it, up to its module's
// root. Every module must have one, and Go itself.
func collect(packages []linked) ([]notice, error) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	covers := map[string][]string{} // by the licence's text
	for _, p := range packages {
		places := p.places(strings.TrimSpace(string(root)))
		licensed := false
		for _, at := range places {
			texts, err := licences(at.dir)
			if err != nil {
				return nil, err
			}
			licensed = licensed || len(texts) > 0
			for _, text := range texts {
				if !slices.Contains(covers[text], at.name) {
					covers[text] = append(covers[text], at.name)
				}
			}
		}
		if !licensed {
			return nil, fmt.Errorf("%s has no licence file", places[len(places)-1].name)
		}
	}
	notices := make([]notice, 0, len(covers))
	for text, what := range covers {
		slices.Sort(what)
		notices = append(notices, notice{what, text})
	}
	slices.SortFunc(notices, func(a, b notice) int {
		return cmp.Or(cmp.Compare(a.Covers[0], b.Covers[0]), cmp.Compare(a.Text, b.Text))
	})
	return notices, nil
}

// place is a directory that may hold a licence, and the name of what that covers.
type place struct{ dir, name string }

// places returns the directories from a package's own up to its module's root.
func (p linked) places(goRoot string) []place {
	if p.Module == nil {
		return []place{{goRoot, "Go's standard library"}}
	}
	var all []place
	for dir := p.Dir; ; dir = filepath.Dir(dir) {
		name := strings.TrimSpace(p.Module.Path + " " + p.Module.Version)
		within, err := filepath.Rel(p.Module.Dir, dir)
		if err != nil || within == "." || strings.HasPrefix(within, "..") {
			return append(all, place{p.Module.Dir, name})
		}
		all = append(all, place{dir, name + ", " + filepath.ToSlash(within)})
	}
}

// licences returns the texts of the licence files of a directory.
func licences(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var texts []string
	for _, e := range entries {
		if e.IsDir() || !licenceName.MatchString(e.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		texts = append(texts, tidy(string(text)))
	}
	return texts, nil
}

// tidy returns a text with Unix line ends and no white space around it.
func tidy(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}
