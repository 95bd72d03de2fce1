// Package health tells over HTTP how well a running bot is: /healthz whether it runs at
// all, /readyz whether it can answer, /metrics in numbers. None of them tells a word that
// anybody wrote, nor whose bot it is.
package health

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"verbatim/bot/vitals"
)

// Serve tells, at an address such as 127.0.0.1:8080, until ctx ends. An error is of an
// address that cannot be listened on.
func Serve(ctx context.Context, log *slog.Logger, address string, v *vitals.Vitals, checks func() []Check) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("--http: %w", err)
	}
	log.Info("telling how well it is", "address", listener.Addr().String())
	server := &http.Server{
		Handler:           Handler(v, checks),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       5 * time.Second,
		WriteTimeout:      10 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	defer context.AfterFunc(ctx, func() { server.Close() })()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("--http: %w", err)
	}
	return nil
}

// Handler answers the requests. Checks are asked for at each.
func Handler(v *vitals.Vitals, checks func() []Check) http.Handler {
	var looks looks
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		plain(w, http.StatusOK, "ok\n")
	})
	mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		ready, lines := looks.at(r.Context(), checks())
		if !ready {
			plain(w, http.StatusServiceUnavailable, lines)
			return
		}
		plain(w, http.StatusOK, lines)
	})
	mux.HandleFunc("GET /metrics", func(w http.ResponseWriter, r *http.Request) {
		page, err := looks.within(r.Context(), "metrics", func() (string, error) {
			var page bytes.Buffer
			_, err := v.WriteTo(&page)
			return page.String(), err
		})
		if err != nil {
			plain(w, http.StatusServiceUnavailable, err.Error()+"\n")
			return
		}
		w.Header().Set("Content-Type", vitals.ContentType)
		io.WriteString(w, page) // whoever asked and went away asks again
	})
	return mux
}

func plain(w http.ResponseWriter, status int, says string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	io.WriteString(w, says) // whoever asked and went away asks again
}
