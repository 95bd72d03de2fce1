package speech

func russian() *language { return english() }
