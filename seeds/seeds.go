// Package seeds holds the articles that every new library starts with.
package seeds

import "embed"

// Files are the articles, one .txt file each, at the top level.
//
//go:embed *.txt
var Files embed.FS
