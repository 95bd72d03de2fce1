package answer

import (
	"encoding/binary"

	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// encodeLayout returns a layout's spans.
func encodeLayout(l *Layout) []byte {
	var e spanWriter
	e.spans(l.Paragraphs)
	e.spans(l.Sentences)
	e.count(len(l.Speech))
	for _, u := range l.Speech {
		e.out = append(e.out, byte(u.Kind))
		for _, s := range []text.Span{u.Said, u.Speaker, u.Role, u.Addition, u.Cue} {
			e.span(s)
		}
	}
	return e.out
}

func decodeLayout(value []byte) (*Layout, error) {
	r := spanReader{in: value}
	l := &Layout{Paragraphs: r.spans(), Sentences: r.spans()}
	for range r.count() {
		l.Speech = append(l.Speech, speech.Utterance{
			Kind: speech.Kind(r.byte()), Said: r.span(), Speaker: r.span(), Role: r.span(), Addition: r.span(), Cue: r.span(),
		})
	}
	return l, nil
}

// spanWriter writes each span as the distance of its start from the end of the one before, and its length.
type spanWriter struct {
	out  []byte
	last int
}

func (w *spanWriter) count(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)); w.last = 0 }

func (w *spanWriter) span(s text.Span) {
	w.out = binary.AppendVarint(w.out, int64(s.Start-w.last))
	w.out = binary.AppendUvarint(w.out, uint64(s.Len()))
	w.last = s.End
}

func (w *spanWriter) spans(all []text.Span) {
	w.count(len(all))
	for _, s := range all {
		w.span(s)
	}
}

// spanReader reads what a spanWriter wrote.
type spanReader struct {
	in   []byte
	last int
}

func (r *spanReader) count() int {
	n, size := binary.Uvarint(r.in)
	r.in, r.last = r.in[size:], 0
	return int(n)
}

func (r *spanReader) byte() byte {
	b := r.in[0]
	r.in = r.in[1:]
	return b
}

func (r *spanReader) span() text.Span {
	distance, n := binary.Varint(r.in)
	length, m := binary.Uvarint(r.in[n:])
	start := r.last + int(distance)
	r.in, r.last = r.in[n+m:], start+int(length)
	return text.Span{Start: start, End: r.last}
}

func (r *spanReader) spans() []text.Span {
	all := make([]text.Span, r.count())
	for i := range all {
		all[i] = r.span()
	}
	return all
}
