package faults

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"testing"
	"time"
)

// mostDrift is by how much memory, goroutines and the file may be more at the end.
const mostDrift = 0.05

// sample is what is measured of the program at a moment: its resident memory, what of that
// is not the mapped file, the goroutines, and the size of the file; in bytes.
type sample struct{ resident, own, goroutines, file int }

// samples are what was measured, in order.
type samples []sample

// watch measures the program until ctx ends, a hundred times an hour and more, and writes a
// line a minute to soak.tsv.
func (s *soak) watch(ctx context.Context, length time.Duration) (all samples) {
	pid, every := s.process.Process.Pid, min(5*time.Second, length/40)
	f, err := os.Create(filepath.Join(filepath.Dir(s.db), "soak.tsv"))
	if err != nil {
		s.Fatal(err)
	}
	defer f.Close()
	fmt.Fprintln(f, "seconds\tasked\tunanswered\twrong\tcuts\tslowest_ms\tresident_KiB\town_KiB\tgoroutines\tfile_KiB\tfree_KiB\tof_this_trial_KiB")
	began, told := time.Now(), 0
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return all
		case <-tick.C:
			page, _ := s.page("/metrics")
			one := sample{resident(s, pid, allOfIt), resident(s, pid, ownOnly), gauge(page, goroutines), size(s.db)}
			all = append(all, one)
			if minutes := int(time.Since(began) / min(time.Minute, length/8)); minutes > told {
				told = minutes
				f.WriteString(s.line(time.Since(began), samples(all[max(0, len(all)-12):]), page))
			}
		}
	}
}

// line tells of the last minute.
func (s *soak) line(after time.Duration, of samples, page string) string {
	asked, answered, wrong, slow := s.inSlack.tally()
	more, too, worse, slower := s.inDiscord.tally()
	var own runtime.MemStats
	runtime.ReadMemStats(&own)
	return fmt.Sprintf("%.0f\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\n", after.Seconds(), asked+more, asked+more-answered-too,
		len(wrong)+len(worse), s.cuts, max(slow, slower).Milliseconds(), of.median(sample.memory)>>10, of.median(sample.apart)>>10, of.median(sample.routines),
		of[len(of)-1].file>>10, gauge(page, freeBytes)>>10, own.HeapAlloc>>10)
}

func (s sample) memory() int   { return s.resident }
func (s sample) apart() int    { return s.own }
func (s sample) routines() int { return s.goroutines }
func (s sample) onDisk() int   { return s.file }

// quarter is the first, second, third or last one.
func (all samples) quarter(n int) samples { return all[len(all)*(n-1)/4 : len(all)*n/4] }

func (all samples) median(of func(sample) int) int {
	values := make([]int, len(all))
	for i, one := range all {
		values[i] = of(one)
	}
	slices.Sort(values)
	return values[len(values)/2]
}

// verdict tells how much each measure is more at the end, and holds it to that if the trial
// was long enough to tell.
func (all samples) verdict(t testing.TB, judged bool) (told string) {
	if len(all) < 4 {
		t.Fatalf("%d samples are too few", len(all))
	}
	for _, m := range []struct {
		name string
		of   func(sample) int
		from int // the quarter from which it is to be flat
	}{
		{"resident bytes", sample.memory, 3}, // what is mapped of the file among them
		{"resident bytes beside the file", sample.apart, 2},
		{"goroutines", sample.routines, 2},
		{"bytes of the file", sample.onDisk, 3},
	} {
		before, last := all.quarter(m.from).median(m.of), all.quarter(4).median(m.of)
		drift := float64(last-before) / float64(before)
		told += fmt.Sprintf("%s: %d in quarter %d, %d in the last: %+.1f %%\n", m.name, before, m.from, last, 100*drift)
		if before == 0 {
			t.Errorf("%s: not measured", m.name)
		}
		if judged && drift > mostDrift {
			t.Errorf("%s drift by %.1f %%", m.name, 100*drift)
		}
	}
	return told
}

// What the program tells of itself.
var (
	goroutines = regexp.MustCompile(`(?m)^go_goroutines (\S+)$`)
	freeBytes  = regexp.MustCompile(`(?m)^verbatim_database_free_bytes (\S+)$`)
)

// gauge is a number on a page of metrics; 0 where it is not there.
func gauge(page string, of *regexp.Regexp) int {
	found := of.FindStringSubmatch(page)
	if found == nil {
		return 0
	}
	n, _ := strconv.ParseFloat(found[1], 64)
	return int(n)
}

// Memory of a process as the system tells of it: all, and what is not of the database's file.
const (
	allOfIt = "VmRSS"
	ownOnly = "RssAnon"
)

// resident is how many bytes of memory of a kind a process has.
func resident(t testing.TB, pid int, kind string) int {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	found := regexp.MustCompile(kind + `:\s+(\d+) kB`).FindSubmatch(status)
	if err != nil || found == nil {
		t.Skip("needs a system that tells in /proc how much memory a process has")
	}
	kb, _ := strconv.Atoi(string(found[1]))
	return kb << 10
}

func size(path string) int {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return int(info.Size())
}
