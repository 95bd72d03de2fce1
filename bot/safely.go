package bot

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"verbatim/bot/vitals"
)

// Failed returns what a person is told where something went wrong, with what that is found
// by in the log.
func Failed(ctx context.Context) Refusal {
	id := vitals.Request(ctx)
	if id == "" {
		return WentWrong
	}
	return WentWrong + Refusal(fmt.Sprintf(lookItUp, id))
}

// Safely does something and returns its error. A panic is an error too, so that it ends
// nothing else: the log tells where it was, and what is given to be told with it. Neither
// holds the panic's value, in which may be what a person wrote.
func Safely(ctx context.Context, log *slog.Logger, do func() error, told ...any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			vitals.Of(ctx).Count(vitals.Panics)
			log.ErrorContext(ctx, "panic", append(told, "stack", string(debug.Stack()))...)
			err = fmt.Errorf("a panic of the kind %T", p)
		}
	}()
	return do()
}
