package text

import "unicode/utf8"

// sign reads a currency sign before a number or a percent sign after one as the word for it.
func (r *reader) sign(i int) int {
	mark, n := utf8.DecodeRuneInString(r.t[i:])
	beside := classAt(r.t, i+n) == digit
	if mark == '%' {
		beside = i > r.from && digits(r.t, i-1) > 0
	}
	name, ok := signs[r.lang][mark]
	if !beside || !ok {
		return i
	}
	r.out = append(r.out, Word{Span: Span{i, i + n}, Form: name, Term: lookup(name, r.code).term})
	return i + n
}

// signs are the names of signs. The name of % is the noun of "per cent", so that all its spellings agree.
var signs = map[Lang]map[rune]string{
	English:   {'$': "dollar", '£': "pound", '€': "euro", '%': "percent"},
	French:    {'$': "dollar", '£': "livre", '€': "euro"},
	Hungarian: {'$': "dollár", '£': "font", '€': "euró", '%': "százalék"},
	Norwegian: {'$': "dollar", '£': "pund", '€': "euro", '%': "prosent"},
	Russian:   {'$': "доллар", '£': "фунт", '€': "евро", '%': "процент"},
	Spanish:   {'$': "dólar", '£': "libra", '€': "euro"},
	Swedish:   {'$': "dollar", '£': "pund", '€': "euro", '%': "procent"},
}
