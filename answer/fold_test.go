package answer

import "testing"

func FuzzStartsWord(f *testing.F) {
	f.Add("Évening Post", "eve")
	f.Add("Conan O’Brien", "obr")
	f.Fuzz(func(t *testing.T, name, typed string) {
		typed = folded(typed)
		if typed != "" && startsWord(folded(name), typed) && !mayStartWord([]byte(name), typed) {
			t.Errorf("%q starts a word of %q, and it may not", typed, name)
		}
	})
}
