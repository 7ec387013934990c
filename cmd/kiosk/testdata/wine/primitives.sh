#!/bin/bash
# primitives.sh PREFIX: puts bcryptprimitives.dll into a wine prefix. Go's runtime takes random numbers from it, and Debian
# 12's wine 8 lacks it: this one passes its function on to advapi32.
set -eu
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
printf '.text\n.globl DllMain\nDllMain:\n movl $1,%%eax\n ret\n' >main.s
printf 'LIBRARY bcryptprimitives.dll\nEXPORTS\n ProcessPrng = advapi32.SystemFunction036\n' >exports.def
x86_64-w64-mingw32-as main.s -o main.o
x86_64-w64-mingw32-dlltool -d exports.def --output-exp exports.o
x86_64-w64-mingw32-ld -shared -e DllMain main.o exports.o -o bcryptprimitives.dll
install -D bcryptprimitives.dll "$1/drive_c/windows/system32/bcryptprimitives.dll"
