package bot

import "verbatim/answer"

// pageEnd returns behind which quote a page of an answer ends that follows the first `after`
// and has room for `count`. What differs from a quote stands on the page of that quote, and
// the first page has a quote of each side.
func pageEnd(a *answer.Answer, after, count int) int {
	if after == 0 {
		count = max(count, len(a.Sides))
	}
	end := after
	for ; end < len(a.Quotes) && (count > 0 || a.Quotes[end].Differs); end++ {
		if !a.Quotes[end].Differs {
			count--
		}
	}
	return end
}

// sayQuotes shows the quotes [after, end) of an answer. Those of a comparison stand below the
// names of those whose words they are, and of whom there are none is said.
func sayQuotes(a *answer.Answer, after, end int) (all []Block) {
	if len(a.Sides) == 0 {
		return showQuotes(a.Quotes[after:end])
	}
	for i, side := range a.Sides {
		quotes := ofSide(a.Quotes[after:end], i+1)
		switch {
		case len(quotes) > 0:
			all = append(all, List{Heading: side.Name})
			all = append(all, showQuotes(quotes)...)
		case after == 0 && !a.Has(i+1):
			all = append(all, Paragraph(missingFrom(side.Missing)))
		}
	}
	if quotes := ofSide(a.Quotes[after:end], 0); len(quotes) > 0 {
		all = append(all, List{Heading: ofOthers})
		all = append(all, showQuotes(quotes)...)
	}
	return all
}

func ofSide(quotes []answer.Quote, side int) (all []answer.Quote) {
	for _, q := range quotes {
		if q.Side == side {
			all = append(all, q)
		}
	}
	return all
}

// showQuotes shows quotes, and says of which that they differ.
func showQuotes(quotes []answer.Quote) (all []Block) {
	for i, q := range quotes {
		if q.Differs && i > 0 {
			all = append(all, Paragraph(differs))
		}
		all = append(all, quotationWithContext(q))
	}
	return all
}
