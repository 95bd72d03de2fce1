package answer

import (
	"reflect"
	"testing"

	"verbatim/answer/speech"
	"verbatim/answer/text"
)

func TestALayoutIsReadAsItWasWritten(t *testing.T) {
	var l Layout
	for n := range 48 { // each kind with each choice of what else is told
		at := 100 * n
		span := func(bit, start int) text.Span {
			if n>>bit&1 == 0 {
				return text.Span{}
			}
			return text.Span{Start: at + start, End: at + start + 9}
		}
		l.Paragraphs = append(l.Paragraphs, text.Span{Start: at, End: at + 98})
		l.Sentences = append(l.Sentences, text.Span{Start: at, End: at + 40}, text.Span{Start: at + 41, End: at + 98})
		l.Speech = append(l.Speech, speech.Utterance{
			Kind: speech.Kind(n % 3), Said: text.Span{Start: at + 41, End: at + 98},
			Speaker: span(0, 1), Role: span(1, 11), Addition: span(2, 21), Cue: span(3, 60),
		})
	}
	if got, err := decodeLayout(encodeLayout(&l)); err != nil || !reflect.DeepEqual(got, &l) {
		t.Errorf("got %+v, %v", got, err)
	}
}
