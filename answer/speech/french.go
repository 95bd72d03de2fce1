package speech

func french() *language { return english() }
