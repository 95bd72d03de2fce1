package adapter

// How a Finding is.
const (
	OK      = "ok"
	Wrong   = "wrong"
	Skipped = "skipped" // for what another finding tells already
)

// Finding is what became of looking at one thing of the set-up.
type Finding struct {
	Check  string // what was looked at, as "bot token"
	Status string // OK, Wrong or Skipped
	Detail string // in plain words; where it is wrong, what mends it
}

// Found returns a Finding.
func Found(check, status, detail string) Finding { return Finding{check, status, detail} }
