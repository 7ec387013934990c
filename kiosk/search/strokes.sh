#!/bin/sh
# Makes strokes.txt from the stroke orders of cnchar-order 3.2.6 (MIT, © 2017 theajack), which has 6,939 characters.
#
# strokes.txt: the first stroke of the characters from U+4E00 to U+9FFF, a line for each 128 of them. A digit of base 36
# is two neighbours: 6 times the first one's stroke and the second one's. 1 to 5 are 横竖撇点折, by the five classes of
# GF 2001-2001 (提 is 横, 竖钩 is 竖, 捺 is 点, all that bend are 折); 0 is a character without data.
#
#   npm pack cnchar-order@3.2.6 && tar xf cnchar-order-3.2.6.tgz &&
#   sh strokes.sh package/cnchar.order.min.js >strokes.txt
exec python3 - "$@" <<'PYTHON'
import json, re, sys

code = open(sys.argv[1], encoding="utf8").read()
orders, names = (json.loads(s) for s in re.findall(r"JSON\.parse\('(\{.*?\})'\)", code))
kinds = {"横": 1, "提": 1, "竖": 2, "竖钩": 2, "撇": 3, "点": 4, "点2": 4, "捺": 4}
first = [kinds.get(names[orders[chr(c)][0]]["name"], 5) if orders.get(chr(c)) else 0 for c in range(0x4e00, 0xa000)]
assert all("\u4e00" <= hanzi <= "\u9fff" for hanzi in orders)
digits = "0123456789abcdefghijklmnopqrstuvwxyz"
for line in range(0, len(first), 128):
    print("".join(digits[6 * a + b] for a, b in zip(first[line:line + 128:2], first[line + 1:line + 128:2])))
PYTHON
