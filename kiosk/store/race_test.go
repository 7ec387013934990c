//go:build race

package store

// raced: the race detector makes everything several times as slow.
const raced = true
