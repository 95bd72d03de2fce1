package bot

import (
	"strings"
	"testing"
)

func TestTheShelfKeepsStates(t *testing.T) {
	db := opened(t)
	long := strings.Repeat("state", 400)
	names, err := receiver(t, db).Shelve("one", long, "other", long)
	if err != nil || len(names) != 3 || names[0] != names[2] || names[0] == names[1] || len(names[0]) != 22 {
		t.Fatalf("named %q, %v", names, err)
	}
	again := receiver(t, db)
	for name, want := range map[string]string{names[0]: long, names[1]: "other", "nothing": "", "": ""} {
		if got, err := again.Shelved("one", name); err != nil || got != want {
			t.Errorf("%q holds %q, %v", name, got, err)
		}
	}
	if got, _ := again.Shelved("two", names[1]); got != "" {
		t.Errorf("another tenant's shelf holds %q", got)
	}
}
