package main

import (
	"cmp"
	"runtime/debug"
)

// release is the version that a build without version control is given, by
// -ldflags "-X main.release=v1.2.3".
var release string

// version returns the version of the program: the one it was given, else what the build noted of the
// module or of version control; empty where nothing is known.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if release != "" || !ok || info.Main.Version == "(devel)" {
		return release
	}
	return info.Main.Version
}

// versionLine is what --version prints behind the program's name.
func versionLine() string {
	line := cmp.Or(version(), "(built without a version)")
	if info, ok := debug.ReadBuildInfo(); ok {
		line += ", " + info.GoVersion
	}
	return line
}
