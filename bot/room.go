package bot

// littleRoomFrom is the percentage of the room from which on those who load are told how
// much of it is used.
const littleRoomFrom = 80

// littleRoom returns what there is to say of the room that is left; nothing where there is
// enough, or nobody knows.
func (t Tenants) littleRoom() []Block {
	if t.Room == nil {
		return nil
	}
	used, most := t.Room()
	if most <= 0 {
		return nil
	}
	percent := int(100 * (float64(used) / float64(most)))
	if percent < littleRoomFrom {
		return nil
	}
	return []Block{Paragraph(nearlyFull(percent))}
}
