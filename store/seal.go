package store

import (
	"encoding/binary"
	"hash/crc32"
)

const sealSize = 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func checksum(body []byte) uint32 { return crc32.Checksum(body, castagnoli) }

// Seal returns body behind its CRC-32C. The database does not notice a flipped bit in
// a value: whoever must not act on one seals it.
func Seal(body []byte) []byte {
	sealed := make([]byte, sealSize, sealSize+len(body))
	binary.LittleEndian.PutUint32(sealed, checksum(body))
	return append(sealed, body...)
}

// Unseal returns the body that Seal was given, in place, or ErrCorrupt.
func Unseal(sealed []byte) ([]byte, error) {
	if len(sealed) < sealSize || binary.LittleEndian.Uint32(sealed) != checksum(sealed[sealSize:]) {
		return nil, ErrCorrupt
	}
	return sealed[sealSize:], nil
}

// Body returns the body that Seal was given, in place, unchecked: for one that Unseal has
// found sound before. It is empty where the value is too short for one.
func Body(sealed []byte) []byte { return sealed[min(sealSize, len(sealed)):] }
