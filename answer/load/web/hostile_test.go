package web

import (
	"encoding/binary"
	"flag"
	"fmt"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
)

var links = flag.Int("links", 200, "how many hostile links to try")

// stage is a small internet: a server that everybody may ask, names that lead
// to it and elsewhere, and listeners on loopback that nobody may reach.
type stage struct {
	*Client
	open    *httptest.Server // at 127.0.53.1, which an operator allows, by the name open.example
	port    string           // of the listeners
	touched atomic.Int64     // connections that they took
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{Client: New(ruled(t, "+127.0.53.1"))}
	s.resolver = nameServer(t)
	closed, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, s.port, _ = net.SplitHostPort(closed.Addr().String())
	s.guardListener(t, closed)
	for _, host := range []string{"::1", "127.0.0.2"} {
		if l, err := net.Listen("tcp", net.JoinHostPort(host, s.port)); err == nil { // not every machine has them
			s.guardListener(t, l)
		}
	}
	open, err := net.Listen("tcp", "127.0.53.1:0")
	if err != nil {
		t.Skip("this system has one address of loopback only: ", err)
	}
	s.open = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if to := r.URL.Query().Get("to"); to != "" {
			leadsTo(to)(w, r)
		}
	}))
	_ = s.open.Listener.Close()
	s.open.Listener = open
	s.open.Start()
	t.Cleanup(s.open.Close)
	return s
}

func (s *stage) guardListener(t *testing.T, l net.Listener) {
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			s.touched.Add(1)
			c.Close()
		}
	}()
}

// forms writes an IPv4 address in the many ways that resolvers, browsers and libraries read.
func forms(ip [4]byte) []string {
	a, b, c, d := ip[0], ip[1], ip[2], ip[3]
	n := binary.BigEndian.Uint32(ip[:])
	circled := strings.NewReplacer("0", "⓪", "1", "①", "2", "②", "3", "③", "4", "④", "5", "⑤", "6", "⑥", "7", "⑦", "8", "⑧", "9", "⑨")
	wide := strings.NewReplacer("0", "０", "1", "１", "2", "２", "3", "３", "4", "４", "5", "５", "6", "６", "7", "７", "8", "８", "9", "９", ".", "。")
	plain := fmt.Sprintf("%d.%d.%d.%d", a, b, c, d)
	return []string{
		plain, plain + ".",
		fmt.Sprintf("%d", n), fmt.Sprintf("%#x", n), fmt.Sprintf("%#o", n), fmt.Sprintf("%d", uint64(n)+1<<32), fmt.Sprintf("%#X", n),
		fmt.Sprintf("%d.%d", a, n&0xffffff), fmt.Sprintf("%d.%d.%d", a, b, n&0xffff),
		fmt.Sprintf("%#o.%#o.%#o.%#o", a, b, c, d), fmt.Sprintf("%#x.%#x.%#x.%#x", a, b, c, d), fmt.Sprintf("%#o.%d.%#x.%d", a, b, c, d),
		fmt.Sprintf("%03d.%03d.%03d.%03d", a, b, c, d),
		circled.Replace(plain), wide.Replace(plain),
		fmt.Sprintf("[::ffff:%s]", plain), fmt.Sprintf("[::ffff:%x:%x]", n>>16, n&0xffff), fmt.Sprintf("[0:0:0:0:0:FFFF:%s]", plain),
		fmt.Sprintf("[::%s]", plain), fmt.Sprintf("[64:ff9b::%s]", plain), fmt.Sprintf("[64:ff9b:1::%s]", plain),
		fmt.Sprintf("[2002:%x:%x::1]", n>>16, n&0xffff), fmt.Sprintf("[2001:0:%x:%x::1]", n>>16, n&0xffff),
		fmt.Sprintf("[fe80::5efe:%s%%25lo]", plain), "%" + fmt.Sprintf("%02x", plain[0]) + plain[1:],
	}
}

// targets are the addresses behind the hostile links: of this machine, of
// networks around it, of clouds' metadata, and of no host.
var targets = [][4]byte{{127, 0, 0, 1}, {127, 0, 0, 2}, {0, 0, 0, 0}, {169, 254, 169, 254}, {10, 0, 0, 1}, {172, 16, 0, 1}, {192, 168, 0, 1}, {100, 100, 100, 200}, {224, 0, 0, 1}, {255, 255, 255, 255}}

// others are hostile links that are made by no rule; PORT is the listeners', OPEN the open server.
const others = `
	http://localhost:PORT/ http://LOCALHOST.:PORT/ http://local.example:PORT/ http://any.example:PORT/ http://six.example:PORT/ http://mapped.example:PORT/
	http://metadata.example/ http://lan.example/ http://nat64.example:PORT/ http://6to4.example:PORT/ http://nobody.example:PORT/
	http://[::1]:PORT/ http://[::]:PORT/ http://[0:0:0:0:0:0:0:1]:PORT/ http://[::1%25lo]:PORT/ http://[fe80::1%25lo]:PORT/ http://[fe80::1]:PORT/ http://[fd00:ec2::254]/
	http://[fc00::1]/ http://[ff02::1]/ http://[fec0::1]/ http://[2001:db8::1]/ http://[100::1]/ http://[3fff::1]/ http://[5f00::1]/
	http://ann@127.0.0.1:PORT/ http://OPEN@127.0.0.1:PORT/ http://127.0.0.1:PORT@OPEN/ http://ann:crane@OPEN/ http://OPEN%2f@127.0.0.1:PORT/
	http://127.0.0.1:PORT\@OPEN/ http://OPEN\@127.0.0.1:PORT/ http://127.0.0.1:PORT%23@OPEN/ http:\\127.0.0.1:PORT/ http:127.0.0.1:PORT http:/127.0.0.1:PORT/ http:///127.0.0.1:PORT/
	http://127.0.0.1:PORT:80/ http://127.0.0.1%00.open.example:PORT/ http://127.0.0.1%09:PORT/ http://127.0.0.1%0d%0aHost:x:PORT/ http://[127.0.0.1]:PORT/ http://[::1/ http://::1:PORT/
	file:///etc/passwd file://127.0.0.1:PORT/etc/passwd gopher://127.0.0.1:PORT/_GET ftp://127.0.0.1:PORT/ dict://127.0.0.1:PORT/ ldap://127.0.0.1:PORT/ tftp://127.0.0.1:PORT/
	sftp://127.0.0.1:PORT/ ssh://127.0.0.1:PORT/ ws://127.0.0.1:PORT/ unix:///run/docker.sock data:text/html,<p>Ants javascript:fetch('http://127.0.0.1:PORT') jar:http://127.0.0.1:PORT!/a
	view-source:http://127.0.0.1:PORT/ blob:http://127.0.0.1:PORT/a about:blank //127.0.0.1:PORT/ \\127.0.0.1\share 127.0.0.1:PORT http+unix://%2frun%2fdocker.sock/ netdoc:///etc/passwd`

// hostileLinks are all of others and some of the rest: each form of the
// targets, itself and behind a redirect of the open server.
func (s *stage) hostileLinks(n int, random *rand.Rand) []string {
	open := s.open.Listener.Addr().String()
	links := strings.Fields(strings.NewReplacer("PORT", s.port, "OPEN", open).Replace(others))
	for i := 0; len(links) < n; i++ {
		of := forms(targets[random.IntN(len(targets))])
		link := []string{"http", "https", "HTTP"}[random.IntN(3)] + "://" + of[i%len(of)] + []string{"", ":" + s.port}[random.IntN(2)] + "/latest/meta-data/"
		if random.IntN(3) == 0 {
			link = "http://" + open + "/?to=" + strings.NewReplacer("%", "%25", "&", "%26", "#", "%23").Replace(link)
		}
		links = append(links, link)
	}
	return links
}

func TestHostileLinks(t *testing.T) {
	s := newStage(t)
	random := rand.New(rand.NewPCG(5, 200))
	for _, link := range s.hostileLinks(*links, random) {
		body, err := fetch(t.Context(), s.Client, link)
		_, told := err.(fault)
		if !told || strings.Contains(err.Error(), "\n") || err == errUnreachable || err == errSilent || err == errPort {
			t.Errorf("%s: %q, %v", link, body, err)
		}
	}
	if n := s.touched.Load(); n > 0 {
		t.Errorf("%d connections to what nobody may reach", n)
	}
}

// A site that is public when its robots.txt is asked for, and private for the page.
func TestRebinding(t *testing.T) {
	s := newStage(t)
	_, port, _ := net.SplitHostPort(s.open.Listener.Addr().String())
	for i := range 20 {
		site := fmt.Sprintf("http://site%d.rebind.example:", i)
		if _, err := fetch(t.Context(), s.Client, site+port+"/"); err != errNotPublic {
			t.Errorf("rebound: %v", err)
		}
		if _, err := fetch(t.Context(), s.Client, site+s.port+"/"); err != errNotPublic {
			t.Errorf("rebound, other port: %v", err)
		}
	}
	if body, err := fetch(t.Context(), s.Client, "http://a.both.example:"+port+"/"); err != nil {
		t.Errorf("a name of a public and private hosts: %q, %v", body, err)
	}
	if n := s.touched.Load(); n > 0 {
		t.Errorf("%d connections to what nobody may reach", n)
	}
}

// What is closed and what is open on a private host is refused in the same words.
func TestRefusalsTellNothingOfPrivateHosts(t *testing.T) {
	s := newStage(t)
	for _, host := range []string{"127.0.0.1", "local.example", "nobody.example", "metadata.example", "lan.example", "[::1]"} {
		for _, port := range []string{s.port, "1", "80"} {
			if _, err := fetch(t.Context(), s.Client, "http://"+host+":"+port+"/"); err != errNotPublic {
				t.Errorf("%s:%s: %v", host, port, err)
			}
		}
	}
}
