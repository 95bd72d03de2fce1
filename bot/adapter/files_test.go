package adapter

import (
	"errors"
	"io"
	"net/url"
	"testing"
)

func TestIsAt(t *testing.T) {
	for address, want := range map[string]bool{
		"https://files.example/a":            true,
		"https://files.example:443/a":        false,
		"http://files.example/a":             false,
		"https://files.example.evil/a":       false,
		"https://me@files.example/a":         false,
		"https://evil.example/files.example": false,
		"http://127.0.0.1:7777/a":            true,
		"https://127.0.0.1:7777/a":           false,
		"http://127.0.0.1:7778/a":            false,
	} {
		u, err := url.Parse(address)
		if err != nil {
			t.Fatal(err)
		}
		if got := IsAt(u, []string{"files.example"}, "http://127.0.0.1:7777/api/"); got != want {
			t.Errorf("%s: %v", address, got)
		}
		if IsAt(u, nil, "") {
			t.Errorf("%s is an address of no host", address)
		}
	}
}

func TestWritten(t *testing.T) {
	broken := errors.New("broken")
	r := Written(func(w io.Writer) error {
		if _, err := io.WriteString(w, "some"); err != nil {
			return err
		}
		return broken
	})
	if got, err := io.ReadAll(r); string(got) != "some" || err != broken {
		t.Errorf("it reads %q, %v", got, err)
	}
	failed := make(chan error)
	r = Written(func(w io.Writer) error {
		_, err := w.Write(make([]byte, 2))
		failed <- err
		return err
	})
	if _, err := r.Read(make([]byte, 1)); err != nil {
		t.Error(err)
	}
	r.Close()
	if err := <-failed; err == nil {
		t.Error("it goes on when it is closed")
	}
}
