package web

import (
	"strings"
	"testing"
)

// ruled returns the rules of flags such as "+10.1.2.3 -bad.example =good.example":
// allowed, denied, only.
func ruled(t *testing.T, flags string) *Rules {
	t.Helper()
	r := &Rules{}
	add := map[byte]func(string) error{'+': r.Allow, '-': r.Deny, '=': r.Only}
	for f := range strings.FieldsSeq(flags) {
		if err := add[f[0]](f[1:]); err != nil {
			t.Fatal(err)
		}
	}
	return r
}

func TestAddresses(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"http://Coast.Example/A?b=C", "http://coast.example/A?b=C"},
		{"HTTPS://coast.example.", "https://coast.example"},
		{"http://coast.example:8080/", "http://coast.example:8080/"},
		{"http://a_b--c.coast.example/", "http://a_b--c.coast.example/"},
		{"http://bücher.example/", "http://xn--bcher-kva.example/"},
		{"http://coast。example/", "http://coast.example/"},
		{"http://ⓒoast.example/", "http://coast.example/"},
		{"http://[2606:2800:220:1::1]:80/", "http://[2606:2800:220:1::1]:80/"},
		{"http://[::FFFF:192.0.2.1]/", "http://192.0.2.1/"},
		{"http://①②⑦.⓪.⓪.①/", "http://127.0.0.1/"},
	} {
		u, err := (&Rules{}).parse(test.address)
		if err != nil || u.String() != test.want {
			t.Errorf("%s: %v, %v", test.address, u, err)
		}
	}
}

func TestAddressesThatCannotBe(t *testing.T) {
	for _, test := range []struct {
		want    error
		address string
	}{
		{errAddress, "coast.example"}, {errAddress, "ftp://coast.example/"}, {errAddress, "file:///etc/passwd"}, {errAddress, "http:coast.example"},
		{errAddress, "http://"}, {errAddress, "http:///a"}, {errAddress, "http://%zz/"}, {errAddress, "http://:80/"}, {errAddress, "http://./"},
		{errAddress, "http://a..b../"}, {errAddress, "http://coast.example:70000/"}, {errAddress, "http://coast.example:-1/"}, {errAddress, "http://coast.example:http/"},
		{errAddress, `http://coast.example\@127.0.0.1/`}, {errAddress, "http://coast example/"}, {errAddress, "http://a\u202eb.example/"}, {errAddress, "http://a!b.example/"},
		{errCredentials, "http://ann@coast.example/"}, {errCredentials, "http://ann:crane@coast.example/"}, {errCredentials, "http://@coast.example/"},
		{errNumber, "http://2130706433/"}, {errNumber, "http://0x7f000001/"}, {errNumber, "http://127.1/"}, {errNumber, "http://0177.0.0.1/"}, {errNumber, "http://127.0.0.0x1/"},
		{errNumber, "http://coast.0x/"}, {errNumber, "http://99999999999999999999/"},
		{errNotPublic, "http://[fe80::1%25lo]/"},
		{errLong, "http://coast.example/" + strings.Repeat("a", longestAddress)},
	} {
		if u, err := (&Rules{}).parse(test.address); err != test.want {
			t.Errorf("%.60s: %v, %v", test.address, u, err)
		}
	}
}

func TestRulesForNames(t *testing.T) {
	for _, test := range []struct {
		rules, host string
		want        error
	}{
		{"", "coast.example", nil},
		{"-coast.example", "coast.example", errDenied},
		{"-coast.example", "www.coast.example", errDenied},
		{"-Coast.Example.", "coast.example", errDenied},
		{"-coast.example", "notcoast.example", nil},
		{"-coast.example +coast.example", "coast.example", errDenied},
		{"-192.0.2.0/24", "192.0.2.9", errDenied},
		{"=coast.example", "coast.example", nil},
		{"=coast.example", "www.coast.example", nil},
		{"=coast.example", "harbour.example", errDenied},
		{"=coast.example +wiki.example", "wiki.example", nil},
		{"=coast.example +wiki.example", "www.wiki.example", errDenied},
		{"=coast.example +10.0.0.0/8", "10.1.2.3", nil},
		{"=192.0.2.1", "192.0.2.1", nil},
		{"=192.0.2.1", "coast.example", errDenied},
	} {
		if _, err := ruled(t, test.rules).parse("https://" + test.host + "/"); err != test.want {
			t.Errorf("%q: %s: %v", test.rules, test.host, err)
		}
	}
}

func TestRulesThatCannotBe(t *testing.T) {
	for _, host := range []string{"", "http://coast.example", "coast.example:80", "10.0.0.0/99", "a b", "127.1", "fe80::1%lo", "*.coast.example"} {
		if err := (&Rules{}).Allow(host); err == nil {
			t.Errorf("%q is taken for a host", host)
		}
	}
}

func TestMayDial(t *testing.T) {
	for _, test := range []struct {
		rules, host, at string
		want            error
	}{
		{"", "coast.example", "93.184.215.14:443", nil},
		{"", "coast.example", "[2606:2800:220:1::1]:80", nil},
		{"", "coast.example", "93.184.215.14:25", errPort},
		{"+coast.example", "coast.example", "93.184.215.14:8443", nil},
		{"", "coast.example", "127.0.0.1:25", errNotPublic},
		{"+coast.example", "coast.example", "127.0.0.1:8080", nil},
		{"+coast.example", "coast.example", "[fd00::1]:80", nil},
		{"+coast.example", "coast.example", "100.64.1.1:80", nil},
		{"+coast.example", "coast.example", "169.254.169.254:80", errNotPublic},
		{"+coast.example", "coast.example", "[fe80::1%lo]:80", errNotPublic},
		{"+coast.example", "coast.example", "[64:ff9b::7f00:1]:80", errNotPublic},
		{"+coast.example", "www.coast.example", "127.0.0.1:80", errNotPublic},
		{"+10.1.0.0/16", "coast.example", "10.1.2.3:80", nil},
		{"+10.1.0.0/16", "coast.example", "10.2.2.3:80", errNotPublic},
		{"+10.1.0.0/16 -10.1.2.0/24", "coast.example", "10.1.2.3:80", errNotPublic},
		{"+::1", "[::1]", "[::1]:80", nil},
		{"-93.184.0.0/16", "coast.example", "93.184.215.14:80", errNotPublic},
		{"", "coast.example", "no address", errNotPublic},
	} {
		if err := ruled(t, test.rules).mayDial(test.host, test.at); err != test.want {
			t.Errorf("%q: %s at %s: %v", test.rules, test.host, test.at, err)
		}
	}
}

// An address that may be asked is read the same when it is read again, as redirects and logs may do.
func FuzzAddress(f *testing.F) {
	for _, address := range []string{"http://coast.example./a", "http://①②⑦.⓪.⓪.①/", "http://[::ffff:1.2.3.4]:80/", "https://ann@0x7f.1:80#@b"} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		u, err := (&Rules{}).parse(address)
		if err != nil {
			return
		}
		again, err := (&Rules{}).parse(u.String())
		if err != nil || again.Host != u.Host || u.User != nil {
			t.Errorf("%q is %q, and that is %v, %v", address, u, again, err)
		}
	})
}
