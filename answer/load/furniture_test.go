package load

import (
	"strings"
	"testing"

	"verbatim/answer/text"
)

func TestFurnitureBetweenParagraphs(t *testing.T) {
	for _, ln := range []string{
		"(Image credit: Jane Doe)", "Photo: Jane Doe", "Cranes by the quay on Sunday. Jane Doe/Reuters", "A crane. Jane Doe/AFP via Getty Images",
		"Read more", "Read more: Crane found in garden", "RELATED: 'I saw the crane,' says gardener", "Lost cranes:What to do if you find one in your garden",
		"Sign up for our newsletter here.", "(You can get the harbour news delivered to your inbox. Sign up here.)", "Subscribe to our podcast",
		"Follow Jane Doe on Twitter @janedoe", "jdoe@coast.example", "Share this article", "Advertisement", "Story continues below", "We use cookies to make this page better.",
		"© 2019 The Coast. All rights reserved.", "Home | News | Sports | About us", "Contributing: Ann Lee", "London CNN —", "* * *", "___",
		"Lire aussi : La grue est retrouvée", "Suscríbete a nuestro boletín", "Читайте также: Кран нашли в саду", "LES OGSÅ: Kranen er funnet", "Läs mer", "Fotó: Lee Anna", "Saken fortsetter under bildet.",
	} {
		a := one(t, "a.jsonl", `{"title": "x", "text": "`+strings.ReplaceAll(strings.ReplaceAll(body, "\n\n", "\n\n"+ln+"\n\n"), "\n", `\n`)+`"}`)
		if got := strings.Join(marked(a), "|"); got != ln {
			t.Errorf("%q: marked %q", ln, got)
		}
	}
}

func TestLinesThatStay(t *testing.T) {
	for _, ln := range []string{
		"Public rejection", "Four cranes", "Lee: Nobody asked me", "What we know", "Home is where the crane is", "1. Count the cranes", "• A yellow crane, 40 metres high",
		"“Sign up for our newsletter,” he said.", `"Follow us on Twitter @crane," it said.`, "He told them to sign up for the harbour's newsletter in March.",
		"Read it slowly, and more than once, before you go.", "Share prices fell.", "The image credit went to Jane Doe.", "Getting a crane is hard.",
		"Copyright law is older than the harbour.", "Cookies are baked on Sundays.", "More than four cranes were seen.", "Follow the money, said Ann Lee.",
		"Jane Doe | 40 | Port Ellery", "Year | 2018 | 2019", "At 10:Ann Lee came.", "Get your crane now: sign up at the harbour by May.", "Contact between the cranes was avoided.", "Photo finishes are rare in crane races.", "-",
	} {
		a := one(t, "a.jsonl", `{"title": "x", "text": `+quoteJSON(strings.ReplaceAll(body, "\n\n", "\n\n"+ln+"\n\n"))+`}`)
		if len(a.Furniture) > 0 {
			t.Errorf("%q: marked %q", ln, marked(a))
		}
	}
}

func quoteJSON(s string) string {
	return `"` + strings.NewReplacer("\n", `\n`, `"`, `\"`).Replace(s) + `"`
}

func TestFurnitureAtTheEnd(t *testing.T) {
	for _, test := range []struct{ end, want string }{
		{"Joe Bloggs is a reporter for The Coast. He is a former editor of Cranes Weekly.", "all"},
		{"Joe Bloggs and Max Poe cover harbours for The Coast.", "all"},
		{"Contact Joe Bloggs at jbloggs@coast.example.", "all"},
		{"Contact Joe Bloggs: 555-0100 or jbloggs@coast.example.", "all"},
		{"• The Fair is the largest of its kind. Head to our fair page to see all of it.", "all"},
		{"– Joe Bloggs", "all"},
		{"Recent articles\nCrane found in garden by a dog\nHarbour closed until Monday morning", "all"},
		{"Home | News | About us\nTerms of use |\nsearch the coast", "all"},
		{"Home\nNews\nContact us\nPrivacy policy", "all"},
		{"Joe Bloggs is a reporter for The Coast.\n\nRead more: Crane found in garden\n\n© 2019", "all"},

		{"Contact the council of the town at crane@ellery.example.", "none"},
		{"Contact Port Ellery at crane@ellery.example.", "none"},
		{"Ellery Port is a writer who was jailed for the loss.", "none"}, // the text speaks of Ellery
		{"Joe Bloggs is a gardener in the town.", "none"},
		{"Joe Bloggs is a reporter. “I saw it,” he said.", "none"},
		{"The crane is yellow.", "none"},
		{"What was bought\nA yellow crane of steel\nA rope of forty metres", "none"},
		{"We should read our letters.", "none"},
	} {
		a := one(t, "a.jsonl", `{"title": "x", "text": `+quoteJSON(body+"\n\n"+test.end)+`}`)
		want := strings.ReplaceAll(test.end, "\n", "/")
		if test.want == "none" {
			want = ""
		}
		if got := strings.Join(marked(a), "|"); got != want {
			t.Errorf("%q: marked %q", test.end, got)
		}
	}
}

func TestSignatureUnderAQuotationIsItsSpeaker(t *testing.T) {
	a := one(t, "a.jsonl", `{"title": "x", "text": `+quoteJSON(body+"\n\n“I counted the cranes of the harbour twice on that day, and there were four of them.”\n\n— Ann Lee")+`}`)
	if len(a.Furniture) > 0 {
		t.Errorf("marked %q", marked(a))
	}
}

func TestAnArticleIsNeverAllFurniture(t *testing.T) {
	for _, content := range []string{
		"Read more", "Home\nNews\nContact us", "Share this\n\nRead more: Crane found", "* * *\n___", "Skip to content\n\n© 2019", "CNN —", "Crane lost\n\nRead more", "By Jane Doe\nMarch 3, 2019",
	} {
		if a := one(t, "a.txt", content); len(a.Furniture) > 0 && a.Furniture[0] == (text.Span{End: len(content)}) {
			t.Errorf("%q is marked", content)
		}
	}
}

func TestFurnitureIsWholeLines(t *testing.T) {
	const content = "  Skip to content \r\n\r\nCrane lost in harbour\r\n\r\n" + body + "\r\n\r\n\tRead more\r\n  Share this \r\n"
	a := one(t, "a.txt", content)
	for _, s := range a.Furniture {
		if s.Start > 0 && content[s.Start-1] != '\n' || s.End < len(content) && content[s.End] != '\n' {
			t.Errorf("%v is %q", s, s.Of(content))
		}
	}
	if len(a.Furniture) != 2 {
		t.Errorf("marked %q", marked(a))
	}
}
