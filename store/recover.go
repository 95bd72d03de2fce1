package store

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// Recover returns a copy of the body that Seal was given if one bit of what it returned was flipped
// since, which a CRC-32C tells from every other single bit. Where several bits were it nearly
// always returns false; the odds that it takes them for one are a bit's length of the body to
// 2^32, so what is recovered should be looked at before it is trusted.
func Recover(sealed []byte) (body []byte, ok bool) {
	if body, err := Unseal(sealed); err == nil {
		return bytes.Clone(body), true
	}
	if len(sealed) <= sealSize {
		return nil, false
	}
	body = bytes.Clone(sealed[sealSize:])
	differs := binary.LittleEndian.Uint32(sealed) ^ checksum(body)
	if bits.OnesCount32(differs) == 1 {
		return body, true // the bit is one of the checksum
	}
	var effect [8]uint32 // of each bit of a byte on the checksum
	for bit := range effect {
		effect[bit] = castagnoli[1<<bit]
	}
	for i := len(body) - 1; i >= 0; i-- {
		for bit, e := range effect {
			if e == differs {
				body[i] ^= 1 << bit
				return body, true
			}
			effect[bit] = castagnoli[byte(e)] ^ e>>8
		}
	}
	return nil, false
}
