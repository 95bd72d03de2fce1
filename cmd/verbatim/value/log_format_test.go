package value

import "testing"

func TestTheFormatOfTheLogIsOneOfTwo(t *testing.T) {
	var f LogFormat
	for _, is := range []string{"text", "json"} {
		if err := f.Set(is); err != nil || f.String() != is {
			t.Errorf("%s is %s, %v", is, f, err)
		}
	}
	if err := f.Set("yaml"); err == nil || f != "json" {
		t.Errorf("yaml is taken: %s, %v", f, err)
	}
}
