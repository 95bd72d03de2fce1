package index

import "testing"

func TestASegmentThatIsMostlyDeadIsWrittenAnew(t *testing.T) {
	l := newLibrary(t)
	var all []Article
	for n := range uint64(10) {
		all = append(all, plainArticle(n+1, []string{"tide"}))
	}
	l.write(all...)
	l.remove(2, 3, 5, 7, 8)
	if l.made(false) != nil {
		t.Error("a segment of which half is live is written anew")
	}
	l.remove(10)
	if l.settle(false) != 1 {
		t.Error("a segment of which most is dead is not written anew")
	}
	l.holds("tide", 1, 4, 6, 9)
	if l.keys(deadKey) != 0 {
		t.Error("the dead are still there")
	}
}

func TestASegmentOfTheDeadIsGoneAtOnce(t *testing.T) {
	l := newLibrary(t)
	l.write(bulky(1, "tide"), bulky(2, "tide"))
	l.remove(1)
	l.remove(1, 2, 3)
	if n := l.keys("x/"); n != 0 {
		t.Errorf("%d keys are left", n)
	}
}

func TestALargeSegmentIsLeftAsItIs(t *testing.T) {
	l := newLibrary(t)
	for n := range uint64(6) {
		sentences := tierBase
		if n%3 == 0 {
			sentences = mergeLimit
		}
		l.write(plainArticle(n+1, make([][]string, sentences)...))
	}
	l.settle(true)
	if n := l.segments(); n != 3 {
		t.Errorf("%d segments are left, want the two large ones and one of the others", n)
	}
}

func TestAnArticleThatComesAloneIsOneKey(t *testing.T) {
	l := newLibrary(t)
	l.write(newCorpus(9).article())
	if n := l.keys("x/"); n != 1 {
		t.Errorf("it is %d keys", n)
	}
	l.recalls()
}
