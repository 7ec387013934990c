// Package blackbox records what led to a crash: the events of the session, as far as they may be kept, in memory that
// outlives the process (Recorder), and what is left of it as a file for staff and engineers (Box). Replay runs the events
// again.
//
// Of a tap it keeps its order and its role, never its place on the glass. What a resident types or chooses is one
// placeholder, however long it takes, and times are whole seconds. It opens no files: the caller supplies the
// memory and keeps the boxes.
package blackbox
