//go:build race

package store

// raced reports that the race detector is on, which makes everything several times slower.
const raced = true
