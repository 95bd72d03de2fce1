package bot

import (
	"fmt"
	"log/slog"
	"runtime/debug"
)

// Safely does something and returns its error. A panic is an error too, so that it ends
// nothing else: the log tells where it was, and what is given to be told with it. Neither
// holds the panic's value, in which may be what a person wrote.
func Safely(log *slog.Logger, do func() error, told ...any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			log.Error("panic", append(told, "stack", string(debug.Stack()))...)
			err = fmt.Errorf("a panic of the kind %T", p)
		}
	}()
	return do()
}
