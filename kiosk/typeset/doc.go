// Package typeset sets paragraphs of Chinese: it returns lines of positioned
// glyphs. It follows CLREQ (Requirements for Chinese Text Layout), GB/T 15834
// and UAX #14. It handles no kiosks, colours or pixels: the caller puts lines on
// a page and paints them. All lengths are px in 26.6 fixed point, y grows downwards.
//
// # Use
//
// Make a [Setter] for each goroutine and give it a [Paragraph]. The zero value of
// every setting suits a page of official Chinese; Justify, Title, Whole and
// Vertical are set where they are wanted:
//
//	style := typeset.Style{Face: fonts.SansRegular, Size: fixed.I(40)}
//	lines := typeset.New().Lines(typeset.Paragraph{
//		Spans:   []typeset.Span{{Text: "信息形成或者变更之日起20个工作日内", Style: style}},
//		Measure: fixed.I(920),
//		Justify: true,
//	})
//
// # Phases
//
// A paragraph goes through phases, each a file:
//
//	itemise        spans to clean runes and runs of a face
//	shape          runs to clusters of glyphs (fact: what needs no shaping)
//	opportunities  where a line may begin, by UAX #14
//	squeeze        the blank of marks that meet
//	space          room between hanzi and Latin letters
//	choose         the lines' ends (optimal; greedy; title and phrases)
//	limit          no more lines than MaxLines
//	lines          each line justified, its glyphs placed
//
// A cluster is the smallest unit of a line. The phases up to choose work on clusters
// alone, independent of the measure; prefix sums over them (width) then give the
// length of any stretch of clusters as a line, its shrink and its stretch, in
// constant time.
//
// # Rules
//
// To change a rule, change its file:
//
//	which class a character has; which white space counts      class.go
//	marks kept from a line's edges: CLREQ basic, GB, strict    prohibition.go
//	what begins a line: CSS loose, normal, strict              strictness.go
//	what stays together, and at what price it is parted         glue.go
//	numbers: 20个工作日, 11—12月, 0355-0000000转801, 约20人       number.go
//	numbers in hanzi: 第三季度, 百分之五, 数十人                    numeral.go
//	measure words and units                                     measures.txt, measure.go
//	numbers of items: 2. （一） ① 第一，                           marker.go
//	boxes and their labels: □精准推送                             box.go
//	where addresses break: https://example.org/a               link.go
//	; : , ( ) ! ? . of half width in Chinese                   half.go
//	a mark's blank half; 2 em that become 1½                   squeeze.go
//	marks at half width at a line's edges (GB/T 15834 5.1.10)  width.go
//	room between hanzi and Latin letters                       space.go
//	order and amount of squeezing and stretching; ragged text  justify.go
//	what a line costs: wide gaps, （…） cut, a lonely end         optimal.go
//	how short a last line may be                               choose.go
//	titles: lines of like length, words kept whole             title.go, ties.go
//	words of titles; terms of offices                          words.txt, terms.txt, phrases.go
//	what follows a cut: ……                                     limit.go
//	columns: what stands upright, across, lying                column.go
//	which characters bypass the shaper; fallback               fact.go
//	words in one face; runs of one script                      mixed.go
//	text from right to left (UAX #9)                           bidi.go
//	emoji and keycaps in squares                               picture.go
//	what lies in a column                                      lying.go
//	apostrophes, collapsing white space                        itemise.go
//
// A mark at a line's end gives up its empty half, whether or not that makes room for
// another character, and a justified line distributes the half em among its gaps (0.02 em
// each in 24 characters): both edges are straight, as GB/T 15834 intends. A line that
// lacks more than 1.3 em leaves its whole paragraph ragged, with no line stretched.
//
// The standards' own test data is in testdata and is run completely; every test
// logs its rule and its number of cases.
//
// # Left out
//
// Embeddings and overrides of direction, hanging marks, ruby and hyphenation. Quotes
// around Latin words keep their square as they do around hanzi: only an
// apostrophe between two letters is narrow. One neighbour does not determine which
// form of “” is meant, and a pair must not differ.
package typeset
