package main

import "github.com/spf13/cobra"

// webFlags gives c the flags that say which hosts may be asked for what stands at an address.
func (a *app) webFlags(c *cobra.Command) {
	f := c.Flags()
	f.Func("allow-host", "load from this `host` or network though it is private, such as wiki.example.org or 10.1.0.0/16; may be repeated", a.web.Allow)
	f.Func("deny-host", "load nothing from this `host`, the names below it, or this network; may be repeated", a.web.Deny)
	f.Func("only-host", "load from no `host` but this, the names below it, and those allowed; may be repeated", a.web.Only)
}
