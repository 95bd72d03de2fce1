package main

import (
	"bufio"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func init() {
	programs["nobody's verbatim"] = asNobody
	programs["disk"] = smallDisk
}

const nobody = 65534

// asNobody is the program without root's rights.
func asNobody() {
	if os.Getuid() == 0 {
		must(syscall.Setgroups(nil))
		must(syscall.Setgid(nobody))
		must(syscall.Setuid(nobody))
	}
	main()
}

// smallDisk mounts a file system of 1 MiB that no process beside it sees, to the end of
// its input.
func smallDisk() {
	must(syscall.Mount("", "/", "", syscall.MS_REC|syscall.MS_PRIVATE, ""))
	must(syscall.Mount("small", os.Args[1], "tmpfs", 0, "size=1m"))
	fmt.Println("mounted")
	bufio.NewReader(os.Stdin).ReadByte()
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// mounted returns the folder of a disk of 1 MiB.
func mounted(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	disk := program(t, folder, folder)
	disk.Args[0] = "disk"
	disk.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNS}
	if os.Getuid() != 0 {
		disk.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		disk.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}}
		disk.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}}
	}
	trial := exec.Command("/bin/true")
	if trial.SysProcAttr = disk.SysProcAttr; trial.Run() != nil {
		t.Skip("needs the right to make mount namespaces")
	}
	in, err := disk.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := disk.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := disk.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); disk.Wait() })
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatalf("%q, %v", line, err)
	}
	return fmt.Sprint("/proc/", disk.Process.Pid, "/root", folder)
}

// On a full disk what was acknowledged stays, and what needs no room is done.
func TestOnAFullDiskNothingIsLost(t *testing.T) {
	k := killing{T: t, folder: mounted(t), random: rand.New(rand.NewPCG(11, 12)), held: shelf{}}
	lines := stock(5_000) // more text than there is room for
	acknowledged, status, said := k.load(lines, never)
	if !fits(status, said) || !strings.Contains(said, "/a.db: no space is left on the disk: free some, then try again (so far: Loaded ") {
		t.Errorf("the load says %q", said)
	}
	if acknowledged == 0 || acknowledged == len(lines) {
		t.Fatalf("%d of %d lines were acknowledged", acknowledged, len(lines))
	}
	k.survived(lines, acknowledged)
	sound := filepath.Join(t.TempDir(), "sound.db")
	must(os.WriteFile(sound, stocked(t, stock(10)), 0o600))
	for _, c := range []struct {
		args string
		full string // the file that could not be written
	}{
		{"ask What does a1e0 tell?", ""},
		{"chat", ""},
		{"list", ""},
		{"show --all", ""},
		{"check", ""},
		{"backup copy.db", "copy.db"},
		{"restore --force " + sound, "a.db"},
		{"list --db new.db", "new.db"},
		{"remove article1", ""},
		{"check", ""},
	} {
		status, said := call{c.args, nil}.on(t, k.folder, "a.db")
		if c.full == "" && status == done && said == "" {
			continue
		}
		if want := "verbatim: " + c.full + ": no space is left on the disk: free some, then try again\n"; status != failed || said != want {
			t.Errorf("%s: exit status %d, %q", c.args, status, said)
		}
	}
	delete(k.held, 1)
	if now := shelved(t, k.db()); !maps.Equal(now, k.held) {
		t.Errorf("%d articles of %d are left", len(now), len(k.held))
	}
	left, err := filepath.Glob(filepath.Join(k.folder, "*"))
	if want := []string{k.db(), filepath.Join(k.folder, "new.db")}; err != nil || !slices.Equal(left, want) {
		t.Errorf("the disk holds %q, %v", left, err)
	}
}

func TestWithoutPermissionEveryCommandSaysSo(t *testing.T) {
	folder := place(t, nil, []byte("for restore"))
	for path := folder; path != filepath.Clean(os.TempDir()); path = filepath.Dir(path) {
		must(os.Chmod(path, 0o755))
	}
	folders := []string{"sealed", "fixed"}
	for i, mode := range []os.FileMode{0, 0o555} {
		inner := filepath.Join(folder, folders[i])
		must(os.Mkdir(inner, 0o700))
		must(os.WriteFile(filepath.Join(inner, "a.db"), []byte("not to be read"), 0))
		must(os.Chmod(inner, mode))
		t.Cleanup(func() { os.Chmod(inner, 0o700) }) // to be removed
	}
	for i, c := range calls {
		db := filepath.Join(folders[i%2], "a.db")
		p := c.program(t, folder, db)
		p.Args[0] = "nobody's verbatim"
		status, said := finish(t, p)
		if status != failed || !fits(status, said) || !strings.Contains(said, db+": permission denied: let this user read and write") {
			t.Errorf("%s of %s: exit status %d, %q", c.args, db, status, said)
		}
	}
}
