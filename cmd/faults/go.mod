module verbatim/cmd/faults

go 1.26.0

require (
	github.com/hanwen/go-fuse/v2 v2.12.1
	verbatim v0.0.0
)

require (
	github.com/gorilla/websocket v1.5.3 // indirect
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2 // indirect
	go.etcd.io/bbolt v1.5.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	golang.org/x/text v0.43.0 // indirect
)

replace verbatim => ../..

// As in the program's own go.mod: its tables would slow every start.
replace github.com/markusmobius/go-dateparser => ../../answer/load/nodates
