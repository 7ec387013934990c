#!/bin/sh
# Makes words.txt from the dictionary of jieba 0.42.1 (MIT, © 2012-2017 Sun Junyi)
# as Debian's python3-jieba has it, and from terms.txt: a word and its cost a line,
# sorted by bytes. The cost is -100 ln(frequency / sum). Left out are what is longer
# than 8 or not all hanzi, words seen fewer than 10 times of three characters or fewer,
# and of the longer ones names, numbers and idioms: docs/titles.md has what each choice does.
#
#   apt-get download python3-jieba && dpkg-deb -x python3-jieba_*.deb . &&
#   sh words.sh usr/lib/python3/dist-packages/jieba/dict.txt terms.txt >words.txt
exec python3 - "$@" <<'PYTHON'
import math, re, sys

kinds = "n l j nt nz v vn b mq t q".split()
count, keep = {}, {}
for line in open(sys.argv[1], encoding="utf8"):
    word, n, kind = line.split()
    count[word] = int(n)
    if re.fullmatch("[㐀-鿿]{1,8}", word) and (int(n) >= 10 or len(word) > 3 and kind in kinds):
        keep[word] = max(1, int(n))
for line in open(sys.argv[2], encoding="utf8"):
    if not line.startswith("#"):
        keep.update({w: max(3000, keep.get(w, 0)) for w in line.split()})
total = sum(count.values())
for word in sorted(keep, key=lambda w: w.encode()):
    print(word, round(-100 * math.log(keep[word] / total)))
PYTHON
