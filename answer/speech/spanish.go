package speech

func spanish() *language { return english() }
