// Package sample holds the catalogues and states that the tests of pages and of their
// motion share: the shipped catalogue, and sample rows that plainly are samples.
package sample
