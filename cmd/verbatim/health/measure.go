package health

import (
	"os"

	"verbatim/bot/vitals"
)

// Measure adds to what is written the size of the database at path.
func Measure(v *vitals.Vitals, path string) {
	v.Gauge("verbatim_database_size_bytes", "The size of the database's file.", func() (float64, bool) {
		info, err := os.Stat(path)
		if err != nil {
			return 0, false
		}
		return float64(info.Size()), true
	})
}
