//go:build !linux

package store

func mapAtOnce() int { return mapSize }
