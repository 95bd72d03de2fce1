// Package transfer is what the two halves of a command say to each other where a serve holds
// the database: articles go to it, and archives come back.
package transfer
