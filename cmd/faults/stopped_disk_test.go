package faults

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/hanwen/go-fuse/v2/fs"
	"github.com/hanwen/go-fuse/v2/fuse"
)

// diskOf names the variable of the environment that makes of this binary a disk: it holds
// the folder beneath, and where that is mounted.
const diskOf = "VERBATIM_FAULTS_DISK"

func init() {
	if under, at, ok := strings.Cut(os.Getenv(diskOf), ":"); ok {
		if err := serveDisk(under, at); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
}

// serveDisk shows a folder at another place until its input ends. Each line of that is a
// number: of so many reads, writes and syncs one fails from then on; none where it is 0.
func serveDisk(under, at string) error {
	root, err := fs.NewLoopbackRoot(under)
	if err != nil {
		return err
	}
	d := &disk{}
	server, err := fs.Mount(at, &node{root.(*fs.LoopbackNode), d}, &fs.Options{MountOptions: fuse.MountOptions{DirectMount: true, FsName: "faults"}})
	if err != nil {
		return err
	}
	fmt.Println("mounted")
	for in := bufio.NewScanner(os.Stdin); in.Scan(); fmt.Println("so be it") {
		every := int64(0)
		fmt.Sscan(in.Text(), &every)
		d.every.Store(every)
	}
	return server.Unmount()
}

// disk is a folder that fails at times.
type disk struct{ every, done atomic.Int64 }

// fails reports whether what is done now is to fail.
func (d *disk) fails() bool {
	every := d.every.Load()
	return every > 0 && d.done.Add(1)%every == 0
}

// node is a file or a folder of a disk.
type node struct {
	*fs.LoopbackNode
	disk *disk
}

func (n *node) WrapChild(_ context.Context, child fs.InodeEmbedder) fs.InodeEmbedder {
	return &node{child.(*fs.LoopbackNode), n.disk}
}

func (n *node) Open(ctx context.Context, flags uint32) (fs.FileHandle, uint32, syscall.Errno) {
	h, with, errno := n.LoopbackNode.Open(ctx, flags)
	return n.opened(h), with, errno
}

func (n *node) Create(ctx context.Context, name string, flags, mode uint32, out *fuse.EntryOut) (*fs.Inode, fs.FileHandle, uint32, syscall.Errno) {
	made, h, with, errno := n.LoopbackNode.Create(ctx, name, flags, mode, out)
	return made, n.opened(h), with, errno
}

func (n *node) opened(h fs.FileHandle) fs.FileHandle {
	if f, ok := h.(*fs.LoopbackFile); ok {
		return &file{f, n.disk}
	}
	return h
}

// file is an open file of a disk.
type file struct {
	*fs.LoopbackFile
	disk *disk
}

// PassthroughFd has all that is done to the file come here.
func (f *file) PassthroughFd() (int, bool) { return 0, false }

func (f *file) Read(ctx context.Context, buf []byte, off int64) (fuse.ReadResult, syscall.Errno) {
	if f.disk.fails() {
		return nil, syscall.EIO
	}
	return f.LoopbackFile.Read(ctx, buf, off)
}

func (f *file) Write(ctx context.Context, data []byte, off int64) (uint32, syscall.Errno) {
	if f.disk.fails() {
		return 0, syscall.EIO
	}
	return f.LoopbackFile.Write(ctx, data, off)
}

func (f *file) Fsync(ctx context.Context, flags uint32) syscall.Errno {
	if f.disk.fails() {
		return syscall.EIO
	}
	return f.LoopbackFile.Fsync(ctx, flags)
}

// mountedDisk is a disk that runs as a process of its own.
type mountedDisk struct {
	testing.TB
	at      string
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
}

// mountDisk mounts a disk, or skips the test and says what is missing.
func mountDisk(t testing.TB) *mountedDisk {
	t.Helper()
	if _, err := os.Stat("/dev/fuse"); err != nil || os.Getuid() != 0 {
		t.Skip("needs root and /dev/fuse")
	}
	under, at := t.TempDir(), t.TempDir()
	d := &mountedDisk{TB: t, at: at, process: exec.Command(os.Args[0])}
	d.process.Env = append(os.Environ(), diskOf+"="+under+":"+at)
	d.process.Stderr = os.Stderr
	var err error
	if d.in, err = d.process.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := d.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	d.out = bufio.NewReader(out)
	if err := d.process.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.unmount)
	if said, err := d.out.ReadString('\n'); err != nil {
		t.Skipf("a disk cannot be mounted: %s%v", said, err)
	}
	return d
}

func (d *mountedDisk) unmount() {
	d.resume()
	d.in.Close()
	d.process.Wait() // what becomes of it nobody needs
	syscall.Unmount(d.at, syscall.MNT_DETACH)
}

// stop has the disk do nothing more until resume.
func (d *mountedDisk) stop()   { d.process.Process.Signal(syscall.SIGSTOP) }
func (d *mountedDisk) resume() { d.process.Process.Signal(syscall.SIGCONT) }

// fail has one of so many reads, writes and syncs fail; none where that is 0.
func (d *mountedDisk) fail(every int) {
	d.Helper()
	fmt.Fprintln(d.in, every)
	if _, err := d.out.ReadString('\n'); err != nil {
		d.Fatal(err)
	}
}
