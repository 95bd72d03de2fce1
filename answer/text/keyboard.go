package text

import "strings"

// keyboard tells which keys stand side by side.
type keyboard struct{ near map[[2]rune]bool }

// beside reports whether two letters are on keys that touch.
func (k *keyboard) beside(a, b rune) bool { return k.near[[2]rune{a, b}] }

// layouts are the rows of the keyboards that a language is written on, top first. A
// key touches those beside it, and of the next row those a half key to its sides.
var layouts = map[Lang]*keyboard{
	English:   newKeyboard("qwertyuiop", "asdfghjkl", "zxcvbnm"),
	French:    newKeyboard("azertyuiop", "qsdfghjklm", "wxcvbn"),
	Hungarian: newKeyboard("qwertzuiopőú", "asdfghjkléáű", "íyxcvbnm"),
	Norwegian: newKeyboard("qwertyuiopå", "asdfghjkløæ", "zxcvbnm"),
	Russian:   newKeyboard("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
	Spanish:   newKeyboard("qwertyuiop", "asdfghjklñ", "zxcvbnm"),
	Swedish:   newKeyboard("qwertyuiopå", "asdfghjklöä", "zxcvbnm"),
}

// keyboardOf returns that of a language, and where it is not known what most are like.
func keyboardOf(lang Lang) *keyboard {
	if k := layouts[lang]; k != nil {
		return k
	}
	return layouts[English]
}

func newKeyboard(rows ...string) *keyboard {
	k := &keyboard{map[[2]rune]bool{}}
	var above []rune
	for _, row := range rows {
		keys := []rune(row)
		for i, key := range keys {
			k.join(keys, i+1, key)
			k.join(above, i, key)
			k.join(above, i+1, key)
		}
		above = keys
	}
	return k
}

// join notes that a key touches the one at i of a row.
func (k *keyboard) join(row []rune, i int, key rune) {
	if i < len(row) {
		k.near[[2]rune{row[i], key}], k.near[[2]rune{key, row[i]}] = true, true
	}
}

// alike are letters that are taken for each other by their sound.
var alike = func() map[[2]rune]bool {
	m := map[[2]rune]bool{}
	for _, pair := range strings.Fields("ck cs kq sz iy bp dt mn vw fv gj дт бп гк вф зс жш ие ао ыи эе йи") {
		r := []rune(pair)
		m[[2]rune{r[0], r[1]}], m[[2]rune{r[1], r[0]}] = true, true
	}
	return m
}()

func soundAlike(a, b rune) bool { return alike[[2]rune{a, b}] }

// digraphs are two letters that sound as one.
var digraphs = func() map[[3]rune]bool {
	m := map[[3]rune]bool{}
	for _, pair := range strings.Fields("phf ghf ckk chk quk thf ksx ght kjk скц") {
		r := []rune(pair)
		m[[3]rune{r[0], r[1], r[2]}] = true
	}
	return m
}()

// soundsAs reports whether two letters sound as one.
func soundsAs(a, b, one rune) bool { return digraphs[[3]rune{a, b, one}] }
