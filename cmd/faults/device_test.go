package faults

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unsafe"
)

// device is a file system of its own, on a loop device that keeps its blocks in a file.
type device struct {
	testing.TB
	image, folder string
}

// deviceBytes is the size of a disk: XFS wants 300 MiB. The image takes what is written to it.
const deviceBytes = 320 << 20

// newDevice makes and mounts a file system of a kind, ext4 or xfs.
func newDevice(t testing.TB, kind string) *device {
	t.Helper()
	if os.Geteuid() != 0 {
		t.Skip("needs root, to mount a disk")
	}
	mkfs, err := exec.LookPath("mkfs." + kind)
	if err != nil {
		t.Skipf("needs mkfs.%s", kind)
	}
	folder := t.TempDir()
	d := &device{t, filepath.Join(folder, "image"), filepath.Join(folder, "disk")}
	if err := os.Mkdir(d.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(d.image, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(d.image, deviceBytes); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command(mkfs, "-q", d.image).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v: %s", mkfs, err, said)
	}
	if said, err := d.mount(); err != nil {
		t.Skipf("needs the right to mount a disk: %v: %s", err, said)
	}
	t.Cleanup(func() { syscall.Unmount(d.folder, syscall.MNT_DETACH) })
	return d
}

func (d *device) mount() (said string, err error) {
	out, err := exec.Command("mount", "-o", "loop", d.image, d.folder).CombinedOutput()
	return strings.TrimSpace(string(out)), err
}

// The ioctl FS_IOC_SHUTDOWN, and its flag by which not even the journal is written out.
const (
	shutDown   = 0x8004587d
	noLogFlush = 2
)

// cut takes the power: what has not reached the device by now never will.
func (d *device) cut() error {
	f, err := os.Open(d.folder)
	if err != nil {
		return err
	}
	defer f.Close()
	how := uint32(noLogFlush)
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), shutDown, uintptr(unsafe.Pointer(&how))); errno != 0 {
		return errno
	}
	return nil
}

// powerUp mounts the disk again, once nobody uses it any more.
func (d *device) powerUp() {
	d.Helper()
	err := syscall.Unmount(d.folder, 0)
	for until := time.Now().Add(longest); err == syscall.EBUSY && time.Now().Before(until); err = syscall.Unmount(d.folder, 0) {
		time.Sleep(time.Millisecond) // what was killed is let go of in the kernel's own time
	}
	if err != nil {
		d.Fatalf("unmount: %v", err)
	}
	if said, err := d.mount(); err != nil {
		d.Fatalf("mount: %v: %s", err, said)
	}
}
