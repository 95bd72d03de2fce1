package text

import "testing"

func TestKin(t *testing.T) {
	tests := []struct {
		lang Lang
		a, b string
		want bool
	}{
		{English, "founder", "foundation", true},
		{English, "work", "homework", false},
		{English, "rest", "restaurant", false},
		{French, "utilisent", "utilisation", true},
		{Russian, "инфляционное", "инфляцию", true},
		{Russian, "умножить", "умножение", true},
		{Norwegian, "valget", "kommunevalget", true},
		{Norwegian, "leder", "partileder", true},
		{Norwegian, "Oppsal", "Oppsaltrener", true},
		{Norwegian, "by", "bystatus", false},
		{Swedish, "sjuksköterskor", "barnsjuksköterska", true},
		{Hungarian, "miniszter", "miniszterelnök", true},
	}
	for _, tt := range tests {
		a, b := wordOf(tt.a, tt.lang), wordOf(tt.b, tt.lang)
		if got, back := Kin(&a, &b, tt.lang), Kin(&b, &a, tt.lang); got != tt.want || back != tt.want {
			t.Errorf("%s: Kin(%s, %s) = %v, the other way %v, want %v", tt.lang, tt.a, tt.b, got, back, tt.want)
		}
	}
}

func wordOf(word string, lang Lang) Word { return Words(word, Span{End: len(word)}, lang)[0] }
