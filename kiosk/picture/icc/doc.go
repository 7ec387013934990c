// Package icc converts colours of pictures to sRGB, by the profile that a file embeds (ICC.1:2010, versions 2 and 4; grey,
// RGB and CMYK, by curves and a matrix or by tables) or by what a PNG states instead. Profiles are untrusted: a malformed
// one is an error, and the caller takes the colours as they are.
//
// Curves and tables are rounded to integers before a colour is converted, so that all machines return the same bytes. The
// libraries there are convert in floats, profile by profile to any other, in ten times as many lines.
package icc
