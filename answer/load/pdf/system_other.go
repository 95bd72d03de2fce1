//go:build !unix

package pdf

import "io/fs"

// owned reports whether a file is this user's, as all in a user's own folders are.
func owned(fs.FileInfo) bool { return true }

// allowCache does nothing where files have no limits.
func allowCache() (forbid func()) { return func() {} }
