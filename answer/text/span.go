// Package text finds the paragraphs, sentences and words of an article, and the
// form in which its words are matched. It never changes the text: everything it
// returns is a range of bytes of what it was given.
package text

// Span is a half-open range of byte offsets into an article's text.
type Span struct{ Start, End int }

// Of returns the bytes of s in t, which must be the text s was made from.
func (s Span) Of(t string) string { return t[s.Start:s.End] }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no bytes; the zero Span stands for "not known".
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether all of o lies within s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether s and o share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }
