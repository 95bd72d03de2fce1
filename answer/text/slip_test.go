package text

import "testing"

func TestSlipsThatPeopleMakeCostLess(t *testing.T) {
	for _, c := range []struct {
		name         string
		lang         Lang
		meant        string
		likely, less string // what was typed
	}{
		{"letters swapped", English, "shield", "sheild", "shreld"},
		{"a double letter made one", English, "committee", "comittee", "commttee"},
		{"a letter twice", English, "nokia", "nokkia", "nokfia"},
		{"the key beside", English, "nokia", "nokis", "nokip"},
		{"the key beside on another keyboard", French, "paris", "pqris", "pwris"},
		{"the key beside in Russian", Russian, "москва", "мосува", "мосжва"},
		{"the key beside hit too", English, "nokia", "nojkia", "notkia"},
		{"one sound for another", English, "skerry", "scerry", "sterry"},
		{"two letters that sound as one", English, "philips", "filips", "hilips"},
		{"a vowel for another", English, "definitely", "definately", "definptely"},
		{"an accent left out", Spanish, "málaga", "malaga", "melaga"},
		{"the first letter right", English, "harbour", "harvour", "narbour"},
	} {
		if likely, less := SlipCost(c.meant, c.likely, c.lang), SlipCost(c.meant, c.less, c.lang); likely <= 0 || likely >= less {
			t.Errorf("%s: %s costs %v, %s %v", c.name, c.likely, likely, c.less, less)
		}
	}
}

func TestSlipCostOfWhatIsNoSlip(t *testing.T) {
	long := "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
	for _, word := range []string{"", "a", "москва", "\xff", long} {
		if cost := SlipCost(word, word, English); cost != 0 {
			t.Errorf("%q costs %v", word, cost)
		}
	}
	if cost := SlipCost("", "abc", Hungarian); cost < 2 {
		t.Errorf("three letters cost %v", cost)
	}
}

func BenchmarkSlipCost(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		SlipCost("skerryvore", "skeryvroe", English)
	}
}
