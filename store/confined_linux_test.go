package store_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"verbatim/store"
)

func init() {
	children["nobody"] = childNobody
	children["read-only"] = childReadOnly
	children["full"] = childFull
}

const nobody = 65534

// childNobody is childOpen without root's rights.
func childNobody(paths []string) {
	if os.Getuid() == 0 {
		must(syscall.Setgroups(nil))
		must(syscall.Setgid(nobody))
		must(syscall.Setuid(nobody))
	}
	childOpen(paths)
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func TestWithoutPermissionTheErrorSaysWhatToAllow(t *testing.T) {
	dir := t.TempDir()
	must(errors.Join(os.Chmod(dir, 0o755), os.Chmod(filepath.Dir(dir), 0o755)))
	sealed, fixed := filepath.Join(dir, "sealed"), filepath.Join(dir, "fixed")
	for path, mode := range map[string]fs.FileMode{sealed: 0, fixed: 0o555} {
		must(errors.Join(os.Mkdir(path, 0o700), os.Chmod(path, mode)))
	}
	unreadable := filepath.Join(dir, "unreadable.db")
	closed(t, create(t, unreadable))
	must(os.Chmod(unreadable, 0o200))
	paths := []string{
		filepath.Join(sealed, "verbatim.db"), filepath.Join(sealed, "sub", "verbatim.db"),
		filepath.Join(fixed, "verbatim.db"), filepath.Join(fixed, "sub", "verbatim.db"), unreadable,
	}
	for i, line := range output(t, child(t, "nobody", paths...)) {
		if want := "error: " + paths[i] + ": permission denied: let this user read and write"; !strings.HasPrefix(line, want) {
			t.Errorf("of %s it is said: %s", paths[i], line)
		}
	}
}

func TestAFileThatCannotBeClosedToOthersIsRefused(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root, to make a file that another user owns")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "verbatim.db")
	closed(t, create(t, path))
	must(errors.Join(os.Chmod(dir, 0o755), os.Chmod(filepath.Dir(dir), 0o755), os.Chmod(path, 0o666)))
	for _, line := range output(t, child(t, "nobody", path)) {
		if !strings.HasPrefix(line, "error: "+path+": other users can read or write this file") {
			t.Error(line)
		}
	}
}

// confined has a child see mounts of its own, or skips the test where that is not allowed.
func confined(t *testing.T, name string, args ...string) *exec.Cmd {
	t.Helper()
	cmd := child(t, name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		cmd.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	trial := exec.Command("/bin/true")
	trial.SysProcAttr = cmd.SysProcAttr
	if err := trial.Run(); err != nil {
		t.Skipf("needs the right to make mount namespaces: %v", err)
	}
	return cmd
}

// mountSmall mounts a file system of 2 MiB.
func mountSmall(dir string) {
	must(syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""))
	must(syscall.Mount("small", dir, "tmpfs", 0, "size=2m"))
}

// childReadOnly opens an old and a new file in a file system that is read-only.
func childReadOnly(args []string) {
	dir := args[0]
	mountSmall(dir)
	childOpen([]string{filepath.Join(dir, "old.db")})
	must(syscall.Mount("small", dir, "tmpfs", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""))
	childOpen([]string{filepath.Join(dir, "old.db"), filepath.Join(dir, "new.db"), filepath.Join(dir, "sub", "new.db")})
}

func TestOnAReadOnlyFileSystemTheErrorSaysSo(t *testing.T) {
	dir := t.TempDir()
	lines := output(t, confined(t, "read-only", dir))
	if len(lines) != 4 || lines[0] != "ok" {
		t.Fatalf("the child says %q", lines)
	}
	for _, line := range lines[1:] {
		if !strings.HasPrefix(line, "error: "+dir) || !strings.Contains(line, ": the file system is read-only: name a file elsewhere") {
			t.Error(line)
		}
	}
}

// childFull fills a disk, and says of each step how it went.
func childFull(args []string) {
	dir := args[0]
	mountSmall(dir)
	db, err := store.Open(filepath.Join(dir, "verbatim.db"), store.Options{})
	must(err)
	steps := fillUp(db)
	steps = append(steps, db.Backup(context.Background(), filepath.Join(dir, "backup.db"), nil))
	rest, err := os.Create(filepath.Join(dir, "rest"))
	must(err)
	for err == nil {
		_, err = rest.Write(make([]byte, 512))
	}
	_, err = store.Open(filepath.Join(dir, "new.db"), store.Options{})
	steps = append(steps, err, db.Compact(context.Background(), nil), db.Check(context.Background()))
	must(os.Truncate(rest.Name(), 0))
	steps = append(steps, db.Tenant("a").Update(func(tx *store.Tx) error { return tx.Put(number(0), nil) }))
	for _, err := range append(steps, db.Check(context.Background()), db.Close()) {
		fmt.Println(verdict(err))
	}
	entries, err := os.ReadDir(dir)
	must(err)
	fmt.Println(entries)
}

func TestAFullDiskIsAnErrorAndLosesNothing(t *testing.T) {
	dir := t.TempDir()
	lines := output(t, confined(t, "full", dir))
	full := func(name string) string {
		return "full: " + filepath.Join(dir, name) + ": no space is left on the disk: free some, then try again"
	}
	want := []string{full("verbatim.db"), "ok", "ok", "ok", full("backup.db"), full("new.db"), full("verbatim.db"), "ok", "ok", "ok", "ok", "[- new.db - rest - verbatim.db]"}
	if !slices.Equal(lines, want) {
		t.Errorf("the child says\n%s\nand should say\n%s", strings.Join(lines, "\n"), strings.Join(want, "\n"))
	}
}

// What an Update leaves is found after a power cut if the file's own folder is on disk. That of a
// link to it need not be read for that.
func TestTheFolderThatALinkLeadsToIsTheOneThatCounts(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("needs root, to make folders that another user cannot read")
	}
	dir := t.TempDir()
	must(errors.Join(os.Chmod(dir, 0o755), os.Chmod(filepath.Dir(dir), 0o755)))
	var links []string
	for name, modes := range map[string][2]fs.FileMode{"there": {0o711, 0o777}, "here": {0o777, 0o733}} {
		of, to := filepath.Join(dir, name), filepath.Join(dir, name+"-target")
		must(errors.Join(os.Mkdir(of, 0o700), os.Mkdir(to, 0o700), os.Symlink(filepath.Join(to, "a.db"), filepath.Join(of, "a.db"))))
		must(errors.Join(os.Chmod(of, modes[0]), os.Chmod(to, modes[1])))
		links = append(links, filepath.Join(of, "a.db"))
	}
	slices.Sort(links)
	lines := output(t, child(t, "nobody", links...))
	if len(lines) != 2 || !strings.Contains(lines[0], "permission denied") || lines[1] != "ok" {
		t.Errorf("the child says %q", lines)
	}
}
