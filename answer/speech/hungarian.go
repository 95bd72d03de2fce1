package speech

func hungarian() *language { return english() }
