package text

import "testing"

var languageTests = []struct {
	lang Lang
	text string
}{
	{English, "The firm said on Monday that it would not take part in the talks."},
	{French, "L'entreprise a déclaré lundi qu'elle ne participerait pas aux négociations."},
	{Hungarian, "A cég hétfőn közölte, hogy nem vesz részt a tárgyalásokon."},
	{Norwegian, "Selskapet sa mandag at det ikke ville delta i samtalene."},
	{Russian, "В понедельник компания заявила, что не примет участия в переговорах."},
	{Spanish, "La empresa dijo el lunes que no participaría en las conversaciones."},
	{Swedish, "Företaget sade på måndagen att det inte skulle delta i samtalen."},
	{"", "Das Unternehmen teilte am Montag mit, dass es nicht an den Gesprächen teilnehmen werde."},
	{"", "Het bedrijf zei maandag dat het niet aan de gesprekken zou deelnemen."},
	{"", "L'azienda ha detto lunedì che non parteciperà ai colloqui con il governo."},
	{"", "A empresa disse na segunda-feira que não vai participar das negociações com o governo."},
	{"", "Virksomheden oplyste mandag, at den ikke vil deltage i samtalerne, og at det blev besluttet efter mødet."},
	{"", "У понеділок компанія заявила, що не братиме участі в переговорах."},
	{"", "В понеделник компанията заяви, че няма да участва в преговорите и че това е решено."},
	{"", "Firma poinformowała w poniedziałek, że nie weźmie udziału w rozmowach."},
	{"", "Společnost v pondělí uvedla, že se jednání nezúčastní."},
	{"", "Yhtiö sanoi maanantaina, että se ei osallistu neuvotteluihin."},
	{"", "公司周一表示不会参加会谈。"},
	{"", "قالت الشركة يوم الاثنين إنها لن تشارك في المحادثات"},
	{"", "12 345 – 67"},
	{"", ""},
}

func TestDetect(t *testing.T) {
	for _, tt := range languageTests {
		if got := Detect(tt.text); got != tt.lang {
			t.Errorf("Detect(%q) = %q, want %q", tt.text, got, tt.lang)
		}
	}
}

func TestDetectAmong(t *testing.T) {
	tests := []struct {
		question string
		among    []Lang
		want     Lang
	}{
		{"Who signed it?", []Lang{English, Swedish}, English},
		{"Hvem signerte den?", []Lang{English, Norwegian, Swedish}, Norwegian},
		{"Vem skrev under?", []Lang{English, Norwegian, Swedish}, Swedish},
		{"Wer hat das gesagt und warum?", []Lang{English, Russian}, ""},
		{"Who signed it?", nil, ""},
	}
	for _, tt := range tests {
		if got := DetectAmong(tt.question, tt.among); got != tt.want {
			t.Errorf("DetectAmong(%q, %q) = %q, want %q", tt.question, tt.among, got, tt.want)
		}
	}
}

func TestParseLang(t *testing.T) {
	for tag, want := range map[string]Lang{
		"en": English, "en-GB": English, "EN_us": English, "nb": Norwegian, "nn-NO": Norwegian, "spa": Spanish,
		"sv": Swedish, "de": "", "da": "", "": "", "english": "",
	} {
		if got := ParseLang(tag); got != want {
			t.Errorf("ParseLang(%q) = %q, want %q", tag, got, want)
		}
	}
}

func FuzzDetect(f *testing.F) {
	for _, tt := range languageTests {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if lang := Detect(text); lang != "" && stemmers[lang] == nil {
			t.Errorf("%q has no stems", lang)
		}
	})
}
