package answer

import (
	"encoding/binary"

	"verbatim/answer/speech"
	"verbatim/answer/text"
	"verbatim/store"
)

// encodeLayout returns a layout's spans, sealed.
func encodeLayout(l *Layout) []byte {
	var e spanWriter
	e.spans(l.Paragraphs)
	e.spans(l.Sentences)
	e.count(len(l.Speech))
	for _, u := range l.Speech {
		e.utterance(u)
	}
	return store.Seal(e.out)
}

func decodeLayout(sealed []byte) (*Layout, error) {
	value, err := store.Unseal(sealed)
	if err != nil {
		return nil, err
	}
	r := spanReader{in: value}
	l := &Layout{Paragraphs: r.spans(), Sentences: r.spans()}
	for range r.count() {
		l.Speech = append(l.Speech, r.utterance())
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

// utterance writes which of its spans there are with its kind, which has less than 4 values.
func (w *spanWriter) utterance(u speech.Utterance) {
	at := len(w.out)
	w.out = append(w.out, byte(u.Kind))
	w.span(u.Said)
	for i, s := range []text.Span{u.Speaker, u.Role, u.Addition, u.Cue} {
		if s != (text.Span{}) {
			w.out[at] |= 4 << i
			w.span(s)
		}
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

func (r *spanReader) utterance() speech.Utterance {
	head := r.byte()
	u := speech.Utterance{Kind: speech.Kind(head & 3), Said: r.span()}
	for i, s := range []*text.Span{&u.Speaker, &u.Role, &u.Addition, &u.Cue} {
		if head&(4<<i) != 0 {
			*s = r.span()
		}
	}
	return u
}
