package value

import "testing"

func TestAnEndpointHasAPort(t *testing.T) {
	for value, good := range map[string]bool{
		"127.0.0.1:8080": true, ":3000": true, "[::1]:0": true, "localhost:http": true, "": true,
		"8080": false, "127.0.0.1": false, "127.0.0.1:": false, ":99999": false, ":-1": false, "a:1:2": false, "::1:80": false,
		"http://127.0.0.1:8080": false, ":nonsense": false, "two words:80": false,
	} {
		to := "before"
		err := Endpoint{&to}.Set(value)
		if (err == nil) != good || good && to != value || !good && to != "before" {
			t.Errorf("%q is taken as %q: %v", value, to, err)
		}
	}
}
