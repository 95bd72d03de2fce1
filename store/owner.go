//go:build unix

package store

import (
	"os"
	"syscall"
)

// giveAway gives a file to the owner of the one whose place it will take: root may do the work
// of the user that the bot runs as. What others may not be given stays with who made it.
func giveAway(f *os.File, path string) {
	there, err := os.Stat(path)
	if err != nil {
		return // it takes no other's place
	}
	if owner, ok := there.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(owner.Uid), int(owner.Gid))
	}
}

// giveHome gives a database that is new to the owner of its folder: root may make it before the
// bot, which runs as another user, ever did.
func giveHome(f *os.File, path string) {
	if os.Geteuid() != 0 {
		return // who else makes it has it
	}
	home, err := os.Stat(folder(Target(path)))
	if err != nil {
		return
	}
	if owner, ok := home.Sys().(*syscall.Stat_t); ok {
		_ = f.Chown(int(owner.Uid), int(owner.Gid))
	}
}
