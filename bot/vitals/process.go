package vitals

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"time"
)

// began is when the process did, nearly.
var began = time.Now()

// ofRuntime are the numbers of Go's runtime that are written, under the names that other
// programs in Go have for them.
var ofRuntime = []struct{ from, name, kind, help string }{
	{"/sched/goroutines:goroutines", "go_goroutines", "gauge", "Goroutines that exist."},
	{"/gc/cycles/total:gc-cycles", "go_gc_cycles_total_gc_cycles_total", "counter", "Collections of garbage that were completed."},
	{"/memory/classes/heap/objects:bytes", "go_memstats_heap_alloc_bytes", "gauge", "Bytes of the heap that objects take."},
	{"/memory/classes/total:bytes", "go_memstats_sys_bytes", "gauge", "Bytes that Go's runtime has from the system."},
}

// process writes the vitals of the process, as far as the system tells them.
func (p *page) process() {
	p.build()
	p.runtime()
	p.gauge("process_start_time_seconds", "When the process began, in seconds since 1970.", float64(began.UnixMilli())/1000)
	p.resources()
	if open, err := os.ReadDir("/proc/self/fd"); err == nil {
		p.gauge("process_open_fds", "Files that are open.", float64(len(open)))
	}
}

func (p *page) runtime() {
	p.family("go_info", "gauge", "The version of Go.")
	p.sample("go_info", 1, "version", runtime.Version())
	read := make([]metrics.Sample, len(ofRuntime))
	for i, m := range ofRuntime {
		read[i].Name = m.from
	}
	metrics.Read(read)
	for i, m := range ofRuntime {
		if read[i].Value.Kind() == metrics.KindUint64 {
			p.family(m.name, m.kind, m.help)
			p.sample(m.name, float64(read[i].Value.Uint64()))
		}
	}
}

// The fields of /proc/self/stat that are wanted, behind the name of the program; see proc(5).
const (
	userTime     = 11
	systemTime   = 12
	threads      = 17
	virtualBytes = 20
	residentSize = 21 // pages

	ticksASecond = 100 // which Linux tells every program, whatever its own clock does
)

// resources writes what Linux tells of the process. Other systems tell it elsewhere.
func (p *page) resources() {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return
	}
	fields := bytes.Fields(stat[bytes.LastIndexByte(stat, ')')+1:])
	field := func(n int) float64 {
		if n >= len(fields) {
			return 0
		}
		value, _ := strconv.ParseFloat(string(fields[n]), 64)
		return value
	}
	p.family("process_cpu_seconds_total", "counter", "Time of processors that was used.")
	p.sample("process_cpu_seconds_total", (field(userTime)+field(systemTime))/ticksASecond)
	p.gauge("process_threads", "Threads of the system.", field(threads))
	p.gauge("process_virtual_memory_bytes", "Address space that is in use.", field(virtualBytes))
	p.gauge("process_resident_memory_bytes", "Memory that is in use, the pages of the database that are read included.", field(residentSize)*float64(os.Getpagesize()))
}

// build writes which build of the program this is.
func (p *page) build() {
	info, known := debug.ReadBuildInfo()
	if !known {
		return
	}
	commit := ""
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			commit = s.Value
		}
	}
	p.family("verbatim_build_info", "gauge", "The version of the program, and the commit it was built from where that is known.")
	p.sample("verbatim_build_info", 1, "version", info.Main.Version, "commit", commit)
}
