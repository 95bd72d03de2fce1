// Package value has the types of the flags, which say which values a setting takes.
//
// Each is a pflag.Value: Set takes what a person wrote, or says in its error what would be
// taken, and String returns what Set takes again.
package value
