package page

import "image"

// Px returns the design's measure of n u on a screen of a size, in whole px.
func Px(size image.Point, n float64) int { return newGrid(size).px(n).Round() }
