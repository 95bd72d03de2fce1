package store_test
func childExamine([]string) {}
func childWrite([]string) {}
