//go:build !race

package sandbox

// dataLimit is the most memory that is mapped to be written, in bytes.
const dataLimit = maxMemory
