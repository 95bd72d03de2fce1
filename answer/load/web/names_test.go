package web

import (
	"context"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/dns/dnsmessage"
)

// private are the hosts that names of the stage stand for, beside open.example.
var private = map[string]string{
	"local.example": "127.0.0.1", "any.example": "0.0.0.0", "six.example": "::1", "mapped.example": "::ffff:127.0.0.1", "metadata.example": "169.254.169.254",
	"lan.example": "192.168.1.1", "nat64.example": "64:ff9b::7f00:1", "6to4.example": "2002:7f00:1::", "localhost": "127.0.0.1",
}

// nameServer starts a server of names. What is under rebind.example stands for
// the open server when it is first asked for, and for 127.0.0.1 from then on;
// what is under both.example stands for both.
func nameServer(t *testing.T) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	var done sync.WaitGroup
	t.Cleanup(func() { conn.Close(); done.Wait() })
	asked := map[string]int{}
	done.Go(func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			_, _ = conn.WriteTo(resolve(buf[:n], asked), from)
		}
	})
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// resolve answers one question.
func resolve(query []byte, asked map[string]int) []byte {
	var m dnsmessage.Message
	if err := m.Unpack(query); err != nil || len(m.Questions) != 1 {
		return nil
	}
	q := m.Questions[0]
	m.Response, m.Additionals = true, nil
	name := strings.TrimSuffix(q.Name.String(), ".")
	for _, at := range standsFor(name, asked[name]) {
		h := dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class}
		ip := netip.MustParseAddr(at)
		switch {
		case ip.Is4() && q.Type == dnsmessage.TypeA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: h, Body: &dnsmessage.AResource{A: ip.As4()}})
		case ip.Is6() && q.Type == dnsmessage.TypeAAAA:
			m.Answers = append(m.Answers, dnsmessage.Resource{Header: h, Body: &dnsmessage.AAAAResource{AAAA: ip.As16()}})
		}
	}
	if q.Type == dnsmessage.TypeA {
		asked[name]++
	}
	out, _ := m.Pack()
	return out
}

func standsFor(name string, times int) []string {
	const open = "127.0.53.1"
	switch {
	case name == "open.example", strings.HasSuffix(name, ".rebind.example") && times == 0:
		return []string{open}
	case strings.HasSuffix(name, ".both.example"):
		return []string{"127.0.0.1", open, "::1"}
	case strings.HasSuffix(name, ".rebind.example"):
		return []string{"127.0.0.1"}
	case private[name] != "":
		return []string{private[name]}
	}
	return nil
}
