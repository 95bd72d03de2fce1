package pdf

import (
	"context"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"golang.org/x/text/encoding/unicode"
)

// maxMemory is the most that the engine takes for a file, beside its own: one of 19 MB was seen to take 60 MB. It
// comes in units of 64 KiB.
const maxMemory = 384 << 20

// ready is set once pool knows what it returns.
var ready atomic.Bool

// Ready reports whether Prepare has nothing left to do.
func Ready() bool { return ready.Load() }

// Prepare makes the reader ready, as the first Read does else. That takes seconds where no earlier run has
// left the compiled code in the cache. Whether it failed the next Read says.
func Prepare() { _, _ = pool() }

// pool compiles the engine, 4 MB of WebAssembly, when the first PDF comes, and never before. That takes two
// seconds, and a twentieth of one where an earlier run has left the compiled code in the cache.
var pool = sync.OnceValues(func() (pdfium.Pool, error) {
	defer ready.Store(true)
	defer allowCache()()
	if cache := compilationCache(); cache != nil {
		if p, err := compile(wazero.NewRuntimeConfig().WithCompilationCache(cache)); err == nil {
			return p, nil
		}
	}
	return compile(wazero.NewRuntimeConfig())
})

func compile(config wazero.RuntimeConfig) (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{
		MaxTotal:      1,
		RuntimeConfig: config.WithMemoryLimitPages(maxMemory >> 16).WithCloseOnContextDone(true),
		FSConfig:      wazero.NewFSConfig(), // nothing of the disk
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// compilationCache returns the folder of compiled code, nil where none can be written.
func compilationCache() wazero.CompilationCache {
	folders := []string{filepath.Join(os.TempDir(), fmt.Sprintf("verbatim-cache-%d", os.Getuid()))}
	if users, err := os.UserCacheDir(); err == nil {
		folders = append([]string{filepath.Join(users, "verbatim")}, folders...)
	}
	for _, folder := range folders {
		if ours(folder) {
			if cache, err := wazero.NewCompilationCacheWithDir(folder); err == nil {
				return cache
			}
		}
	}
	return nil
}

// ours reports whether folder, which is made if need be, is closed to other users: what lies in it is run.
func ours(folder string) bool {
	if os.MkdirAll(folder, 0o700) != nil {
		return false
	}
	info, err := os.Lstat(folder)
	return err == nil && info.IsDir() && info.Mode().Perm()&0o022 == 0 && owned(info)
}

// engine is a fresh instance of PDFium with one file in it.
type engine struct {
	ctx       context.Context
	instance  pdfium.Pdfium
	module    api.Module
	functions map[string]api.Function
	scratch   uint64 // the address of scratchSize bytes that a call may write to
	document  uint64
}

const scratchSize = 4096

// Why PDFium opens no document, as FPDF_GetLastError says.
const (
	lastErrorPassword = 4
	lastErrorSecurity = 5
)

// start starts an engine. An instance reads one file: whatever that does to it ends with it.
func start(ctx context.Context) (*engine, error) {
	p, err := pool()
	if err != nil {
		return nil, fmt.Errorf("cannot be read, as the reader of PDFs does not start (%w)", err)
	}
	instance, err := p.GetInstanceWithContext(ctx)
	if err != nil {
		return nil, fmt.Errorf("cannot be read, as the reader of PDFs is not free (%w)", err)
	}
	return &engine{ctx: ctx, instance: instance, module: moduleOf(instance), functions: map[string]api.Function{}}, nil
}

// moduleOf returns the WebAssembly module behind an instance. The library's own calls look each function up again, and
// take and give back memory for each number of each character; calling the module itself takes a twentieth of the time.
func moduleOf(instance pdfium.Pdfium) api.Module {
	return reflect.ValueOf(instance.GetImplementation()).Elem().FieldByName("Module").Interface().(api.Module)
}

// load opens data as the engine's document.
func (e *engine) load(data []byte) error {
	e.scratch = e.call("malloc", scratchSize)
	at := e.call("malloc", uint64(len(data)))
	if e.scratch == 0 || at == 0 || !e.module.Memory().Write(uint32(at), data) {
		return errMemory
	}
	e.document = e.call("FPDF_LoadMemDocument", at, uint64(len(data)), 0)
	if e.document != 0 {
		return nil
	}
	switch e.call("FPDF_GetLastError") {
	case lastErrorPassword, lastErrorSecurity:
		return ErrLocked
	}
	return ErrBroken
}

func (e *engine) close() {
	e.instance.Close()
}

// failure is why a file is read no further. It goes up as a panic to where the reading started.
type failure struct{ error }

// call calls a function of PDFium and returns its result, 0 if it has none. It is stopped when the context of e ends,
// for there are pages that take for ever; that has each call take half a microsecond.
func (e *engine) call(name string, args ...uint64) uint64 {
	f := e.functions[name]
	if f == nil {
		f = e.module.ExportedFunction(name)
		e.functions[name] = f
	}
	results, err := f.Call(e.ctx, args...)
	switch {
	case e.ctx.Err() != nil:
		panic(failure{errTime})
	case err != nil:
		panic(failure{ErrBroken})
	case len(results) == 0:
		return 0
	}
	return results[0]
}

// float64s returns n numbers that a call left at the scratch.
func (e *engine) float64s(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		bits, _ := e.module.Memory().ReadUint64Le(uint32(e.scratch) + uint32(8*i))
		out[i] = math.Float64frombits(bits)
	}
	return out
}

// float32s is float64s for the shorter kind.
func (e *engine) float32s(n int) []float64 {
	out := make([]float64, n)
	for i := range out {
		bits, _ := e.module.Memory().ReadUint32Le(uint32(e.scratch) + uint32(4*i))
		out[i] = float64(math.Float32frombits(bits))
	}
	return out
}

// bytes returns n bytes that a call left at the scratch.
func (e *engine) bytes(n uint64) []byte {
	b, _ := e.module.Memory().Read(uint32(e.scratch), uint32(min(n, scratchSize)))
	return b
}

// info returns what the file says of itself under a key.
func (e *engine) info(key string) string {
	name := e.scratch + scratchSize/2
	e.module.Memory().Write(uint32(name), append([]byte(key), 0))
	n := e.call("FPDF_GetMetaText", e.document, name, e.scratch, scratchSize/2)
	if n > scratchSize/2 {
		return ""
	}
	utf8, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(e.bytes(n))
	if err != nil {
		return ""
	}
	return strings.Join(strings.Fields(strings.TrimRight(string(utf8), "\x00")), " ")
}
