//go:build unix

package control_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"verbatim/cmd/verbatim/control"
)

// answered is a command that ends with 7.
func answered(context.Context, control.Call, control.Streams) control.Exit {
	return control.Exit{Status: 7}
}

func isAnswered(t *testing.T, path string) {
	t.Helper()
	if exit, err := dial(t, path).Run(t.Context(), control.Call{}, control.Streams{}); exit.Status != 7 || err != nil {
		t.Errorf("it ends with %v, %v", exit, err)
	}
}

func TestTheSocketIsItsUsersAlone(t *testing.T) {
	defer syscall.Umask(syscall.Umask(0))
	path := newDatabase(t)
	end := serve(t, path, answered)
	info, err := os.Lstat(control.Path(path))
	if err != nil || info.Mode() != fs.ModeSocket|0o600 {
		t.Fatalf("it has mode %v, %v", info.Mode(), err)
	}
	isAnswered(t, path)
	onlyIn(t, path, filepath.Base(control.Path(path)))
	end()
	onlyIn(t, path)
}

// onlyIn makes sure that there is nothing else in the folder of a path.
func onlyIn(t *testing.T, path string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if fmt.Sprint(got) != fmt.Sprint(names) {
		t.Errorf("there are %q, want %q", got, names)
	}
}

// A process that was killed leaves its socket behind, and perhaps one it had not named yet.
func TestASocketLeftBehindIsReplaced(t *testing.T) {
	path := newDatabase(t)
	for range 2 {
		left, err := control.Listen(path)
		if err != nil {
			t.Fatal(err)
		}
		left.UnixListener.Close() // and the name stays
		if err := os.MkdirAll(control.Path(path)+".new/s", 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := control.Dial(t.Context(), path); !errors.Is(err, control.ErrNone) {
			t.Errorf("of a socket that was left behind it says %v", err)
		}
	}
	end := serve(t, path, answered)
	isAnswered(t, path)
	end()
	onlyIn(t, path)
}

// The socket of another process, by now, is not removed.
func TestOnlyItsOwnSocketIsRemoved(t *testing.T) {
	path := newDatabase(t)
	end := serve(t, path, answered)
	serve(t, path, answered)
	end()
	isAnswered(t, path)
}

func TestWhereThereCanBeNoSocketTheErrorSaysWhy(t *testing.T) {
	file, folder, missing := newDatabase(t), newDatabase(t), filepath.Join(t.TempDir(), "none", "a.db")
	if err := errors.Join(os.WriteFile(control.Path(file), []byte("mine"), 0o600), os.Mkdir(control.Path(folder), 0o700)); err != nil {
		t.Fatal(err)
	}
	for path, says := range map[string]string{
		file: "something else has this name", folder: "something else has this name", missing: "no such file",
		filepath.Join(t.TempDir(), strings.Repeat("x", 251)): "file name too long",
	} {
		_, err := control.Listen(path)
		if err == nil || !strings.HasPrefix(err.Error(), control.Path(path)+": ") || !strings.Contains(err.Error(), says) {
			t.Errorf("it says %v", err)
		}
	}
	if left, err := os.ReadFile(control.Path(file)); string(left) != "mine" || err != nil {
		t.Errorf("the file became %q, %v", left, err)
	}
	onlyIn(t, file, filepath.Base(control.Path(file)))
}

// The address of a socket has room for some hundred bytes, paths are longer.
func TestADatabaseDeepDown(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("needs Linux, where a path of any length has a short one")
	}
	deep := filepath.Join(t.TempDir(), strings.Repeat("deep/", 100))
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(deep, "a.db"), filepath.Join(t.TempDir(), strings.Repeat("x", 240)), filepath.Join(deep, strings.Repeat("x", 240))} {
		end := serve(t, path, answered)
		isAnswered(t, path)
		end()
		onlyIn(t, path)
	}
}

// asNobody is set for a child of the test that is to dial as another user.
const asNobody = "VERBATIM_TEST_DIALS"

func TestMain(m *testing.M) {
	if path := os.Getenv(asNobody); path != "" {
		c, err := control.Dial(context.Background(), path)
		if err == nil {
			_, err = c.Run(context.Background(), control.Call{}, control.Streams{})
		}
		fmt.Print(err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// Neither gets another user an answer, though the file system let him, nor is he trusted to give one.
func TestAnotherUser(t *testing.T) {
	if os.Getuid() != 0 || runtime.GOOS != "linux" {
		t.Skip("needs root on Linux, to be another user too")
	}
	path := newDatabase(t)
	serve(t, path, answered)
	for _, open := range []string{filepath.Dir(filepath.Dir(path)), filepath.Dir(path), control.Path(path)} {
		if err := os.Chmod(open, 0o777); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(filepath.Dir(path), "test")
	if program, err := os.ReadFile(self); err != nil || os.WriteFile(copied, program, 0o755) != nil {
		t.Fatal(err)
	}
	child := exec.Command(copied)
	child.Env = append(os.Environ(), asNobody+"="+path)
	child.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	said, err := child.CombinedOutput()
	if err != nil || string(said) != control.ErrNone.Error() {
		t.Errorf("another user is told %q, %v", said, err)
	}
	isAnswered(t, path)
	if err := os.Chown(control.Path(path), 65534, 65534); err != nil {
		t.Fatal(err)
	}
	isAnswered(t, path) // it is who listens that counts
}
