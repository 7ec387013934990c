#!/bin/sh
# Makes readings.txt and words.txt from the Unicode 15.0 readings of Debian's unicode-data
# and the word list of Android's pinyin keyboard as Debian's rime-data-pinyin-simp has it.
#
# readings.txt: one syllable in each line, without tones and with v for ü; then the hanzi whose first
# reading it is (kMandarin), then those that have it besides another (kTGHZ2013, the list of
# 2013 of the 8,105 characters in general use; for the others kXHC1983), separated by blanks.
# Hanzi are in the order of their code points.
#
# words.txt: a hanzi, a reading and the words in which it has that reading although its first one
# is another: 行 hang 银行 行业. Left out: rare words, and those that contain a shorter one of the list.
#
#   apt-get download unicode-data rime-data-pinyin-simp && for d in *.deb; do dpkg-deb -x $d .; done &&
#   sh readings.sh usr/share/unicode/Unihan_Readings.txt.bz2 usr/share/rime-data/pinyin_simp.dict.yaml
exec python3 - "$@" <<'PYTHON'
import bz2, collections, re, sys, unicodedata

def toneless(syllable):
    plain = unicodedata.normalize("NFD", syllable).replace("u\u0308", "v")
    plain = re.sub("u([\u0300-\u036f]*)\u0308", "v", plain)
    return re.sub("[^a-z]", "", plain)

fields = collections.defaultdict(dict)
for line in bz2.open(sys.argv[1], "rt", encoding="utf8"):
    if re.match(r"U\+\S+\tk(Mandarin|TGHZ2013|XHC1983)\t", line):
        point, field, value = line.rstrip("\n").split("\t")
        spoken = [toneless(s) for part in value.split() for s in part.split(":")[-1].split(",")]
        fields[chr(int(point[2:], 16))][field] = [s for s in spoken if s]

readings = {}
for hanzi, f in fields.items():
    all = f.get("kMandarin", []) + f.get("kTGHZ2013", f.get("kXHC1983", []))
    if all and unicodedata.name(hanzi, "").startswith("CJK UNIFIED"):
        readings[hanzi] = list(dict.fromkeys(all))
readings["〇"] = ["ling"]

first, other = collections.defaultdict(str), collections.defaultdict(str)
for hanzi in sorted(readings):
    first[readings[hanzi][0]] += hanzi
    for s in readings[hanzi][1:]:
        other[s] += hanzi
with open("readings.txt", "w", encoding="utf8") as out:
    for s in sorted(set(first) | set(other)):
        print(s, first[s], other[s], file=out)

# A word's reading of a hanzi counts if the readings of the hanzi have it.
odd = collections.defaultdict(set)     # word -> {(hanzi, reading)} that differ from the first
seen = collections.defaultdict(set)    # word -> its readings as a whole
for line in open(sys.argv[2], encoding="utf8"):
    m = re.fullmatch(r"([^\t]{2,4})\t([a-z ]+)\t(\d+)\n", line)
    if not m or int(m[3]) < 60 or len(m[1]) != len(m[2].split()):
        continue
    word, spoken = m[1], [s.replace("ue", "ve") if s in ("nue", "lue") else s for s in m[2].split()]
    seen[word].add(m[2])
    if len(set(word)) == len(word):
        odd[word] = {(h, s) for h, s in zip(word, spoken) if h in readings and s in readings[h][1:]}
words = collections.defaultdict(list)
for word in sorted(odd, key=lambda w: (len(w), w)):
    if len(seen[word]) > 1:
        continue
    for h, s in sorted(odd[word]):
        if not any(short in word for short in words[h, s]):
            words[h, s].append(word)
with open("words.txt", "w", encoding="utf8") as out:
    for h, s in sorted(words):
        print(h, s, *words[h, s], file=out)
PYTHON
