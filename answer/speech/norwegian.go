package speech

func norwegian() *language { return english() }
