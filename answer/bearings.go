package answer

import (
	"encoding/binary"
	"slices"

	"verbatim/answer/speech"
	"verbatim/answer/text"
)

// bearings is what is known of an article without its text: where everything stands in it, and
// what its passages are chosen by beside their words.
type bearings struct {
	Layout
	lang      text.Lang
	published []byte // in place
	furniture []text.Span
	names     []text.Span  // of those who speak: the lists of names that an article is indexed with
	voices    []voiceNames // by utterance
}

// voiceNames says by which names an utterance is: as a speaker, a role and an addition, -1 where it has none.
type voiceNames [3]int32

// namesOf returns each range of an article that names who speaks in an utterance, as a speaker, a
// role or an addition, once: these are its lists of names. Places tells which is which.
func namesOf(l *Layout) (ranges []text.Span, places map[text.Span]int) {
	places = map[text.Span]int{}
	for i := range l.Speech {
		for _, s := range whoSpeaks(l.Speech[i]) {
			if _, known := places[s]; !known && !s.Empty() {
				places[s] = len(ranges)
				ranges = append(ranges, s)
			}
		}
	}
	return ranges, places
}

func whoSpeaks(u speech.Utterance) [3]text.Span { return [...]text.Span{u.Speaker, u.Role, u.Addition} }

// encodeLayout returns what bearings are read from.
func encodeLayout(a *Article, l *Layout) []byte {
	var e spanWriter
	e.out = appendText(appendText(e.out, string(a.Lang)), a.Published)
	names, places := namesOf(l)
	for _, spans := range [][]text.Span{a.Furniture, l.Paragraphs, l.Sentences, names} {
		e.spans(spans)
	}
	e.count(len(l.Speech))
	for _, u := range l.Speech {
		e.out = append(e.out, byte(u.Kind))
		e.span(u.Said)
		for _, s := range whoSpeaks(u) {
			if place, known := places[s]; known {
				e.out = binary.AppendUvarint(e.out, uint64(place+1))
			} else {
				e.out = append(e.out, 0)
			}
		}
		e.span(u.Cue)
	}
	return e.out
}

// decode reads what encodeLayout wrote, which must be sound, into the memory that the bearings
// have. They hold on to it.
func (b *bearings) decode(value []byte) {
	lang, value := cutText(value)
	published, value := cutText(value)
	b.lang, b.published = langOf(lang), published
	r := spanReader{in: value}
	b.furniture = r.spans(b.furniture[:0])
	b.Paragraphs = r.spans(b.Paragraphs[:0])
	b.Sentences = r.spans(b.Sentences[:0])
	b.names = r.spans(b.names[:0])
	b.Speech, b.voices = b.Speech[:0], b.voices[:0]
	for range r.count() {
		b.utterance(&r)
	}
}

// utterance reads the next utterance.
func (b *bearings) utterance(r *spanReader) {
	u := speech.Utterance{Kind: speech.Kind(r.byte()), Said: r.span()}
	var lists voiceNames
	for i, at := range [...]*text.Span{&u.Speaker, &u.Role, &u.Addition} {
		if lists[i] = int32(r.uvarint()) - 1; lists[i] >= 0 {
			*at = b.names[lists[i]]
		}
	}
	u.Cue = r.span()
	b.Speech, b.voices = append(b.Speech, u), append(b.voices, lists)
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
	r.last = 0
	return int(r.uvarint())
}

func (r *spanReader) uvarint() uint64 {
	if len(r.in) > 0 && r.in[0] < 0x80 { // as most are
		n := r.in[0]
		r.in = r.in[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(r.in)
	r.in = r.in[size:]
	return n
}

func (r *spanReader) byte() byte {
	b := r.in[0]
	r.in = r.in[1:]
	return b
}

func (r *spanReader) span() text.Span {
	distance := r.uvarint()
	start := r.last + int(int64(distance>>1)^-int64(distance&1)) // as binary.Varint has it
	r.last = start + int(r.uvarint())
	return text.Span{Start: start, End: r.last}
}

// spans appends as many as were written together. Of a long article that is hundreds: so those whose
// numbers have a byte and two at most, as most have, are read at one go.
func (r *spanReader) spans(all []text.Span) []text.Span {
	n := r.count()
	all = slices.Grow(all, n)[:len(all)+n]
	to := all[len(all)-n:]
	for i := range to {
		in := r.in
		if len(in) < 3 || in[0] >= 0x80 || in[1] >= 0x80 && in[2] >= 0x80 {
			to[i] = r.span()
			continue
		}
		distance, length := int(in[0]), int(in[1])
		if length < 0x80 {
			r.in = in[2:]
		} else {
			length, r.in = length&0x7f|int(in[2])<<7, in[3:]
		}
		start := r.last + (distance>>1 ^ -(distance & 1)) // as binary.Varint has it
		r.last = start + length
		to[i] = text.Span{Start: start, End: r.last}
	}
	return all
}
