package sandbox

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
)

// held is the file that a process which is to be killed hands on to its child.
const held = 3

func init() { roles["abandon"] = abandon }

// abandon starts a fiend that holds a file, says so, and has it hang.
func abandon() error {
	s := New(func() *exec.Cmd {
		c := exec.Command(os.Args[0], "fiend")
		c.ExtraFiles = []*os.File{os.NewFile(held, "held")}
		return c
	})
	upload(context.Background(), "a.txt", "Ants walk.", s.Parse)
	fmt.Println("started")
	upload(context.Background(), "a.txt", "hang", s.Parse)
	return nil
}

func TestChildDoesNotOutliveWhoStartedIt(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	parent := exec.Command(os.Args[0], "abandon")
	parent.ExtraFiles = []*os.File{w}
	out, err := parent.StdoutPipe()
	if err == nil {
		err = parent.Start()
	}
	w.Close()
	if err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); said != "started\n" {
		t.Fatal(said, err)
	}
	if err := parent.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = parent.Wait()                                            // it was killed
	if left, err := io.ReadAll(r); err != nil || len(left) > 0 { // until nobody holds the file
		t.Error(left, err)
	}
}
