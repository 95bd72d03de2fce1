package question

import (
	"testing"

	"verbatim/answer/text"
)

// benchmarked are questions as people put them, of 15 to 20 words.
var benchmarked = []struct {
	lang text.Lang
	text string
}{
	{text.English, "Which harbour town did the ferry company choose for its new repair yard after the old one in Whitby had closed?"},
	{text.English, "hi all, could you please tell me how many trees the council of Eastfield has planted along the canal since 2018?"},
	{text.English, "What did the lighthouse keeper Martha Osgood say about the noise of the wind turbines that stand off the coast?"},
	{text.French, "Combien de kilomètres de pistes cyclables la ville de Laval a-t-elle ouverts depuis que son nouveau maire a été élu ?"},
	{text.Spanish, "¿Qué dijo la directora del museo marítimo sobre el robo de las tres brújulas antiguas que ocurrió en enero?"},
	{text.Russian, "Почему строители нового моста через реку Вычегду решили перенести его открытие с весны на конец осени прошлого года?"},
	{text.Norwegian, "Hvilken bedrift skal bygge den nye skolen på Hitra, og hvor mye regner kommunen med at den vil koste?"},
	{text.Swedish, "När bestämde sig styrelsen för att flytta biblioteket i Arvika till det gamla bryggeriet vid sjön, och vad sa personalen?"},
	{text.Hungarian, "Miért döntött úgy a szegedi önkormányzat, hogy a régi piac helyén inkább parkot épít, mint egy új bevásárlóközpontot?"},
}

// inTurn runs what is to be measured with each of the questions in turn.
func inTurn(b *testing.B, run func(q string, lang text.Lang)) {
	b.ReportAllocs()
	for _, q := range benchmarked { // which makes the lexicons
		run(q.text, q.lang)
	}
	for i := 0; b.Loop(); i++ {
		q := benchmarked[i%len(benchmarked)]
		run(q.text, q.lang)
	}
}

func BenchmarkFilters(b *testing.B) { inTurn(b, func(q string, _ text.Lang) { Filters(q) }) }

func BenchmarkCourtesy(b *testing.B) { inTurn(b, func(q string, _ text.Lang) { Courtesy(q) }) }

func BenchmarkParse(b *testing.B) {
	inTurn(b, func(q string, lang text.Lang) {
		parsed := Parse(q, lang)
		parsed.Each()
	})
}

func BenchmarkPlainTime(b *testing.B) {
	inTurn(b, func(q string, lang text.Lang) { PlainTime(q, lang) })
}

func BenchmarkPlainSpeaker(b *testing.B) {
	inTurn(b, func(q string, lang text.Lang) { PlainSpeaker(q, lang) })
}

func BenchmarkAsks(b *testing.B) { inTurn(b, func(q string, lang text.Lang) { Asks(q, lang) }) }

// BenchmarkWhole is all that is done to a question before the articles are.
func BenchmarkWhole(b *testing.B) {
	all := []text.Lang{text.English, text.French, text.Spanish, text.Russian, text.Norwegian, text.Swedish, text.Hungarian}
	inTurn(b, func(q string, _ text.Lang) {
		rest, _ := Filters(q)
		Courtesy(rest)
		lang := text.DetectAmong(rest, all)
		parsed := Parse(rest, lang)
		parsed.Each()
		PlainTime(rest, lang)
		PlainSpeaker(rest, lang)
	})
}
