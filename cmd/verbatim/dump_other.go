//go:build !linux && !darwin && !freebsd

package main

func noDump() {}
