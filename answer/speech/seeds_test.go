package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// TestSeeds holds what the seed articles say: speaker | role | the first words, with the kind of what is not direct.
func TestSeeds(t *testing.T) {
	for file, want := range map[string]string{
		"000_7ef2c87d8ad7c7d7.txt": `
			Huawei | | We're not spies,
			partial: Huawei | | press the reset button
			reported: Huawei | | it takes security seriously
			Ken Hu | deputy chairman of Huawei's board | We can confirm that
			Ken Hu | deputy chairman of Huawei's board | We can confirm that
			reported: US House Intelligence Committee | | they should be wary
			Ken Hu | deputy chairman of Huawei's board | We confirm our company's
			partial: Huawei | | part of a company's
			John Suffolk | Huawei's Global Cyber Security Officer | It is time to
			John Suffolk | Huawei's Global Cyber Security Officer | At Huawei, when we
			reported: John Suffolk | Huawei's Global Cyber Security Officer | it could take up`,
		"001_2e2cbdb3f6984a59.txt": `
			partial: Huawei | market leader in the equipment required to build next-generation 5G mobile data networks | no spying
			partial: Huawei | market leader in the equipment required to build next-generation 5G mobile data networks | no spying
			partial: Liang Hua | chairman | back door
			Liang Hua | chairman | We are willing to
			reported: the German media | | Huawei founder Ren Zhengfei
			partial: Liang Hua | chairman | not our intention to
			partial: Liang Hua | chairman | partly due to the
			reported: Liang Hua | chairman | Huawei has never been
			Liang Hua | chairman | There are a lot
			partial: Jens Stoltenberg | NATO secretary general | minimum standards,
			Jens Stoltenberg | NATO secretary general | This is a concern
			Jens Stoltenberg | NATO secretary general | What matters for NATO
			reported: Daily Telegraph | | Prime Minister Theresa May
			reported: a report | | Huawei boosted the UK’s
			reported: Oxford Economics | | the Chinese firm supports`,
		"002_bc62cfc10ff16d13.txt": `
			reported: Ren Zhengfei | Huawei’s founder and CEO | his company had never
			Ren Zhengfei | Huawei’s founder and CEO | I love my country.
			Ren Zhengfei | Huawei’s founder and CEO | China’s ministry of foreign
			Ren Zhengfei | Huawei’s founder and CEO | I personally would never
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | UK has difficult decisions
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | We need to decide
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | It’s not wholly straightforward.
			Nick Read | Vodafone’s CEO | We are predominately using
			partial: Nick Read | Vodafone’s CEO | simplistic political level.
			Nick Read | Vodafone’s CEO | We’re putting the call`,
		"003_ff8f16013be83914.txt": `
			reported: Guo Ping | Rotating Chairman | Huawei’s networking products were
			Guo Ping | Rotating Chairman | Of course, the past
			Guo Ping | Rotating Chairman | On the other hand,
			Guo Ping | Rotating Chairman | With 5G, we have
			Guo Ping | Rotating Chairman | Here, let me say
			reported: Guo Ping | Rotating Chairman | there was no evidence
			Guo Ping | Rotating Chairman | The US security accusation
			Guo Ping | Rotating Chairman | The irony is that
			Guo Ping | Rotating Chairman | Prism, prism on the
			Guo Ping | Rotating Chairman | To build a secure
			Guo Ping | Rotating Chairman | [We need] to build
			Guo Ping | Rotating Chairman | Governments and mobile operators`,
		"004_445ba2664ba4056b.txt": `
			reported: Huawei | | current laws are inconsistent
			the report | | We have never damaged
			reported: A Huawei spokesman | | the report was not
			Scott Sykes | spokesman | You could say that
			Scott Sykes | spokesman | It's not a specific
			partial: Ren Zhengfei | Huawei founder | join hands`,
	} {
		t.Run(file, func(t *testing.T) {
			b, err := os.ReadFile(filepath.Join("../../seeds", file))
			if err != nil {
				t.Fatal(err)
			}
			if got, want := opening(string(b)), lines(want); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// opening writes who says what in an article, as far as the first four words.
func opening(article string) string {
	var b strings.Builder
	for _, u := range Find(article, text.English, text.Paragraphs(article)) {
		words := strings.Fields(u.Said.Of(article))
		line := kindOf(u) + u.Speaker.Of(article) + " | " + u.Role.Of(article) + " | " + strings.Join(words[:min(4, len(words))], " ")
		b.WriteString(strings.Join(strings.Fields(line), " ") + "\n")
	}
	return b.String()
}
