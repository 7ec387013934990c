// Command notices writes the package's copyright file: the project's licence, and those of all that is linked into
// the program or embedded in it, for one system and architecture. It fails if a module has none.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	system := flag.String("os", "linux", "the system that the program is built for")
	arch := flag.String("arch", "amd64", "the architecture that the program is built for")
	flag.Parse()
	log.SetFlags(0)
	linked, err := linkedPackages("./cmd/kiosk", *system, *arch)
	if err != nil {
		log.Fatal(err)
	}
	notices, err := collect(linked)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := os.Stdout.WriteString(render(notices, *system == "linux")); err != nil {
		log.Fatal(err)
	}
}
