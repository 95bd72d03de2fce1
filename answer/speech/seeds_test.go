package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/answer/text"
)

// TestSeeds holds what the seed articles say: speaker | role | the first words.
func TestSeeds(t *testing.T) {
	for file, want := range map[string]string{
		"000_7ef2c87d8ad7c7d7.txt": `
			Huawei | | We're not spies,
			Ken Hu | deputy chairman of Huawei's board | We can confirm that
			Ken Hu | deputy chairman of Huawei's board | We can confirm that
			Ken Hu | deputy chairman of Huawei's board | We confirm our company's
			Huawei | | part of a company's
			John Suffolk | Huawei's Global Cyber Security Officer | It is time to
			John Suffolk | Huawei's Global Cyber Security Officer | At Huawei, when we`,
		"001_2e2cbdb3f6984a59.txt": `
			Liang Hua | chairman | We are willing to
			Liang Hua | chairman | not our intention to
			Liang Hua | chairman | partly due to the
			Liang Hua | chairman | There are a lot
			Jens Stoltenberg | NATO secretary general | This is a concern
			Jens Stoltenberg | NATO secretary general | What matters for NATO`,
		"002_bc62cfc10ff16d13.txt": `
			Ren Zhengfei | Huawei’s founder and CEO | I love my country.
			Ren Zhengfei | Huawei’s founder and CEO | China’s ministry of foreign
			Ren Zhengfei | Huawei’s founder and CEO | I personally would never
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | UK has difficult decisions
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | We need to decide
			Alex Younger | MI6 (UK’s Secret Intelligence Service) Chief | It’s not wholly straightforward.
			Nick Read | Vodafone’s CEO | We are predominately using
			Nick Read | Vodafone’s CEO | We’re putting the call`,
		"003_ff8f16013be83914.txt": `
			Guo Ping | Rotating Chairman | Of course, the past
			Guo Ping | Rotating Chairman | On the other hand,
			Guo Ping | Rotating Chairman | With 5G, we have
			Guo Ping | Rotating Chairman | Here, let me say
			Guo Ping | Rotating Chairman | The US security accusation
			Guo Ping | Rotating Chairman | The irony is that
			Guo Ping | Rotating Chairman | Prism, prism on the
			Guo Ping | Rotating Chairman | To build a secure
			Guo Ping | Rotating Chairman | [We need] to build
			Guo Ping | Rotating Chairman | Governments and mobile operators`,
		"004_445ba2664ba4056b.txt": `
			the report | | We have never damaged
			Scott Sykes | spokesman | You could say that
			Scott Sykes | spokesman | It's not a specific`,
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
		line := u.Speaker.Of(article) + " | " + u.Role.Of(article) + " | " + strings.Join(words[:min(4, len(words))], " ")
		b.WriteString(strings.Join(strings.Fields(line), " ") + "\n")
	}
	return b.String()
}
