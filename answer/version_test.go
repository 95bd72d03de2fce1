package answer

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"testing"

	"verbatim/answer/text"
	"verbatim/seeds"
)

// fingerprint is of what analysisVersion makes of the seeds. When the analysis changes,
// raise analysisVersion, so that libraries are indexed anew, and put the new one here.
const fingerprint = "af585484a4ae1d7f"

func TestTheVersionOfTheAnalysisChangesWithIt(t *testing.T) {
	names, err := seeds.Files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.New()
	for _, name := range names {
		body, err := seeds.Files.ReadFile(name.Name())
		if err != nil {
			t.Fatal(err)
		}
		n := analyse(&Article{ID: name.Name(), Text: string(body), Lang: text.English})
		sum.Write(encodeLayout(n.article, &n.layout))
		sum.Write(encodeCard(n.article, &n.layout))
		fmt.Fprint(sum, n.indexed, n.sketch)
	}
	if got := hex.EncodeToString(sum.Sum(nil))[:16]; got != fingerprint {
		t.Errorf("the analysis of version %s has changed: its fingerprint is %s", analysisVersion, got)
	}
}
