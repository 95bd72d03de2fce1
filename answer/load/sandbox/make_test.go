package sandbox

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// maker makes a hostile file; the name says what it pretends to be.
type maker func(r *rand.Rand) (name string, content []byte)

// makeFiles writes hostile files into dir, which are the same for the same numbers. It is
// run in a process of its own: some take more memory to make than the parent may to load them.
func makeFiles(dir string, first, n int) error {
	for i := first; i < first+n; i++ {
		r := rand.New(rand.NewPCG(5, uint64(i)))
		name, content := makers[i%len(makers)](r)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d-%s", i, name)), content, 0o600); err != nil {
			return err
		}
	}
	return nil
}

var makers = append(append(append(textMakers, zipMakers...), docxMakers...), append(pageMakers, pdfMakers...)...)

var extensions = []string{".txt", ".md", ".html", ".docx", ".pdf", ".jsonl", ".zip", ""}

func pick[T any](r *rand.Rand, from ...T) T { return from[r.IntN(len(from))] }

// again is s so often that it takes some n bytes.
func again(s string, n int) string { return strings.Repeat(s, n/len(s)+1) }

// scale is how many megabytes a large bomb unpacks to, and whole how many it is when the
// harm is done in earnest: a short test must not take long.
var scale = whole

const whole = 1024

// scaled is n in earnest, and less in a short test.
func scaled(n int) int { return max(1, n*scale/whole) }

// size is a number of bytes, seldom a large one.
func size(r *rand.Rand) int { return 1 << (6 + r.IntN(12) + r.IntN(scaled(7))) }

func noise(r *rand.Rand, n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.Uint32())
	}
	return b
}

// spoil cuts, flips, doubles or zeroes a part of what was sound.
func spoil(r *rand.Rand, b []byte) []byte {
	b = bytes.Clone(b)
	for range 1 + r.IntN(4) {
		if len(b) < 2 {
			return b
		}
		at := r.IntN(len(b))
		to := min(len(b), at+1+r.IntN(64))
		switch r.IntN(4) {
		case 0:
			b = b[:at]
		case 1:
			copy(b[at:to], noise(r, to-at))
		case 2:
			b = append(b[:to:to], b[at:]...)
		case 3:
			clear(b[at:to])
		}
	}
	return b
}

// text makes files of one kind out of a text.
func texts(name string, some ...string) maker {
	return func(r *rand.Rand) (string, []byte) { return name, []byte(again(pick(r, some...), size(r))) }
}

var textMakers = []maker{
	func(r *rand.Rand) (string, []byte) { return "noise" + pick(r, extensions...), noise(r, size(r)) },
	func(r *rand.Rand) (string, []byte) {
		return "empty" + pick(r, extensions...), []byte(pick(r, "", " ", "\n\n\n", "\ufeff", "\u200b\u200b"))
	},
	func(r *rand.Rand) (string, []byte) {
		return "wrong" + pick(r, extensions...), []byte(pick(r, "PK\x03\x04", "%PDF-1.7\n", "\xd0\xcf\x11\xe0", "{\\rtf1 x}", "\x1f\x8b\x08", "\xff\xfeT\x00", "\x00\x00\xfe\xff", "<html>", "{\"text\": \"x\"}") + news)
	},
	texts("nuls.txt", "\x00", "a\x00", news+"\x00"),
	texts("broken.txt", "\xff", "a\xc3", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", news+"\x80"),
	texts("line.txt", "x", "crane ", "🏗", "e\u0301", "\u202e\u200b"),
	func(r *rand.Rand) (string, []byte) { return "vast.txt", []byte(again(pick(r, "x", "crane "), 21<<20)) },
	texts("lines.txt", "\n", "a\n", "By Jane Doe\n", "\r", "\u2028", "Read more: x\n", "1 March 2019\n", "“”\n", "- \n"),
	texts("marks.txt", "“", "\"", "(", "[", "said said ", "... ", "Mr. ", "1.1.1.", "https://", "a@b", "|"),
	texts("quotes.md", ">", "> > ", "- ", "  - ", "1. ", "\t"),
	texts("marks.md", "*a ", "**", "_a_", "`", "[", "[a](", "![", "<a ", "<!--", "&#x", "\\", "|a", "[a]: b\n", "[^a]", "~~~\n", "***\n"),
	func(r *rand.Rand) (string, []byte) {
		front := pick(r, again("a: &a [*a", 4096), again("? ", 9000), again("[", 60_000), again("{a: ", 60_000), "title: !!binary x\n", laughs("a: &a0 [x]\n", "b%[2]d: &a%[2]d [*a%[1]d, *a%[1]d, *a%[1]d, *a%[1]d]\n"))
		return "front.md", []byte("---\n" + front + "\n---\n" + news)
	},
	func(r *rand.Rand) (string, []byte) {
		n := size(r)
		return "deep.jsonl", []byte(`{"text": "x", "author": ` + pick(r, again("[", n), again(`{"a":`, n), again("[[],", n), again("9", n), `"`+again(`\u0000`, n), `"`+again(`\ud800`, n)) + "\n")
	},
	texts("many.jsonl", "{}\n", "[\n", "\x00\n", `{"text": 5}`+"\n", `{"text": "x"}`+"\n", `{"text": "`, "{\"text\": \"\\u0000\"}\n"),
	func(r *rand.Rand) (string, []byte) {
		return "vast.jsonl", []byte(`{"text": "` + again(pick(r, "x", `\n`, "crane "), pick(r, 1<<20, 21<<20, 42<<20)) + pick(r, "", `"}`))
	},
	func(r *rand.Rand) (string, []byte) {
		field := pick(r, "title", "author", "id", "url", "lang", "date")
		return "field.jsonl", []byte(`{"text": "Ants walk.", "` + field + `": "` + again(pick(r, "x", "9", " a", "\u202e", "../"), size(r)) + `"}`)
	},
}

// laughs is a few lines of which each makes more of the one before.
func laughs(first, line string) string {
	var b strings.Builder
	b.WriteString(first)
	for i := range 30 {
		fmt.Fprintf(&b, line, i, i+1)
	}
	return b.String()
}

// packed is a member of an archive as it stands there.
type packed struct {
	name string
	data []byte // deflated
	sum  uint32
	size uint64
}

// deflated packs content.
func deflated(name string, content []byte) packed {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, flate.BestSpeed)
	must(w.Write(content))
	must(0, w.Close())
	return packed{name, b.Bytes(), crc32.ChecksumIEEE(content), uint64(len(content))}
}

// bomb packs times what is in between a head and a tail, without ever having it whole.
func bomb(name, head, again, tail string, times int) packed {
	var b bytes.Buffer
	part := func(s string) []byte {
		b.Reset()
		w, _ := flate.NewWriter(&b, flate.BestCompression)
		must(w.Write([]byte(s)))
		must(0, w.Flush()) // which ends at a byte
		return bytes.Clone(b.Bytes())
	}
	data := append(part(head), bytes.Repeat(part(again), times)...)
	data = append(append(data, part(tail)...), 1, 0, 0, 0xff, 0xff) // the last block, empty
	return packed{name, data, 0, uint64(len(head) + len(again)*times + len(tail))}
}

// zipped writes an archive of members; lie may change what is said of each.
func zipped(lie func(*zip.FileHeader), members ...packed) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate, CRC32: m.sum, CompressedSize64: uint64(len(m.data)), UncompressedSize64: m.size}
		if lie != nil {
			lie(h)
		}
		f, err := w.CreateRaw(h)
		must(0, err)
		must(f.Write(m.data))
	}
	must(0, w.Close())
	return b.Bytes()
}

func must(_ int, err error) {
	if err != nil {
		panic(err)
	}
}

// sample is an archive with nothing wrong in it.
var sample = zipped(nil, deflated("a.txt", []byte(news)), deflated("b.md", []byte("# Bees\n\n"+news)), deflated("c.jsonl", []byte(`{"text": "Ants walk."}`)))

const mega = 1 << 20

var zipMakers = []maker{
	func(r *rand.Rand) (string, []byte) { return "spoilt.zip", spoil(r, sample) },
	func(r *rand.Rand) (string, []byte) {
		return "giga.zip", zipped(smallSize(r), bomb("a.txt", "", again(pick(r, " ", "x", "\n", "a b\n"), mega), "", scale))
	},
	func(r *rand.Rand) (string, []byte) {
		line := pick(r, "{}\n", `{"text": "Ants walk."}`+"\n", "\n", `{"text": "`)
		return "lines.zip", zipped(smallSize(r), bomb("a.jsonl", "", again(line, mega), "", scaled(64<<r.IntN(5))))
	},
	func(r *rand.Rand) (string, []byte) { // a bomb in each of many members
		m := bomb("a"+pick(r, ".txt", ".html", ".md", ".docx"), "", again(pick(r, " ", "<b>", "> ", "crane "), mega), "", scaled(19))
		all := make([]packed, scaled(20+r.IntN(100)))
		for i := range all {
			all[i] = m
			all[i].name = fmt.Sprint(i, m.name)
		}
		return "bombs.zip", zipped(nil, all...)
	},
	func(r *rand.Rand) (string, []byte) { // layers
		inner := sample
		for range 1 + r.IntN(40) {
			inner = zipped(nil, deflated("inner.zip", inner), deflated("a.txt", []byte(news)))
		}
		return "layers.zip", inner
	},
	func(r *rand.Rand) (string, []byte) { return "overlapping.zip", overlapping(2 + r.IntN(scaled(5000))) },
	func(r *rand.Rand) (string, []byte) {
		all := make([]packed, pick(r, 100, 3000, 100_001))
		for i := range all {
			all[i].name = fmt.Sprint(i, pick(r, extensions...))
		}
		return "members.zip", zipped(nil, all...)
	},
	func(r *rand.Rand) (string, []byte) {
		var all []packed
		for range 1 + r.IntN(20) {
			name := pick(r, "../", "/", `..\..\`, `C:\`, "a/", "\x1b[2J", "\u202e", "\x00", "CON", again("x", 60_000), "%2e%2e/", "~/") + pick(r, "etc/passwd", "a", again("../", 900)+"a", "\n\n") + pick(r, extensions...)
			all = append(all, deflated(name, []byte(news)))
		}
		return "slip.zip", zipped(nil, all...)
	},
	func(r *rand.Rand) (string, []byte) { // sizes, methods and flags that lie
		return "lie.zip", zipped(func(h *zip.FileHeader) {
			switch r.IntN(4) {
			case 0:
				h.UncompressedSize64 = r.Uint64() >> r.IntN(64)
			case 1:
				h.Method = uint16(r.IntN(100))
			case 2:
				h.Flags = uint16(r.Uint32())
			case 3:
				h.CRC32++
			}
		}, deflated("a.txt", []byte(again(news, size(r)))), deflated("b.txt", []byte(news)))
	},
	func(r *rand.Rand) (string, []byte) { // a directory that says there are more
		b := bytes.Clone(sample)
		end := bytes.LastIndex(b, []byte("PK\x05\x06"))
		binary.LittleEndian.PutUint32(b[end+12:], r.Uint32())
		binary.LittleEndian.PutUint16(b[end+10:], uint16(r.Uint32()))
		binary.LittleEndian.PutUint32(b[end+16:], r.Uint32()>>r.IntN(32))
		return "directory.zip", b
	},
}

// smallSize lies that members unpack to little, or does not.
func smallSize(r *rand.Rand) func(*zip.FileHeader) {
	if r.IntN(2) == 0 {
		return nil
	}
	return func(h *zip.FileHeader) { h.UncompressedSize64 = 1000 }
}

// overlapping is an archive of n members that all are the same bytes of it.
func overlapping(n int) []byte {
	b := zipped(nil, bomb("a.txt", "", again("crane ", mega), "", scaled(19)))
	at := bytes.LastIndex(b, []byte("PK\x01\x02"))
	end := bytes.LastIndex(b, []byte("PK\x05\x06"))
	entry, tail := b[at:end], bytes.Clone(b[end:])
	out := append(b[:at:at], bytes.Repeat(entry, n)...)
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(len(entry)*n))
	return append(out, tail...)
}
