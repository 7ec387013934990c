#!/bin/sh
# Makes words.txt from the dictionary of jieba 0.42.1 (MIT, © 2012-2017 Sun Junyi)
# as Debian's python3-jieba has it: a word and its cost a line, sorted by bytes.
# The cost is -100 ln(frequency / sum); words seen fewer than 10 times are left
# out, and so is what is longer than 8 or not all hanzi. Words of public notices
# that the dictionary lacks, or knows too rarely to win, are added at the end.
#
#   apt-get download python3-jieba && dpkg-deb -x python3-jieba_*.deb . &&
#   sh words.sh usr/lib/python3/dist-packages/jieba/dict.txt >words.txt
exec python3 - "$1" <<'PYTHON'
import math, re, sys

notices = "党建 孕前 优生优育 耳蜗 保健费 扶助金 给付 襄垣县 志愿服务 社区矫正 便民 普法 刑释 政审 教文体".split()
count = {}
for line in open(sys.argv[1], encoding="utf8"):
    word, n, *_ = line.split()
    count[word] = int(n)
total = sum(count.values())
keep = {w: n for w, n in count.items() if n >= 10 and re.fullmatch("[㐀-鿿]{1,8}", w)}
keep.update({w: max(3000, keep.get(w, 0)) for w in notices})
for word in sorted(keep, key=lambda w: w.encode()):
    print(word, round(-100 * math.log(keep[word] / total)))
PYTHON
