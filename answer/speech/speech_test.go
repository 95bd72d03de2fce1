package speech

import (
	"verbatim/answer/text"
)

var cases = []struct {
	name string
	lang text.Lang
	text string
}{
	{"x", "en", "“Yes, it is good for all of us,” said John Smith, a baker. “No.”"},
}
