package text

import "strings"

// oneSpelling returns an English word in a spelling that its British and American ways share. The result need not
// be a word: it is for comparing alone, and only two words that fall together would be wrong.
func oneSpelling(w string) string {
	if one, ok := spellings[w]; ok {
		return one
	}
	for _, s := range britishStems {
		if rest, ok := strings.CutPrefix(w, s.british); ok {
			return s.american + rest
		}
	}
	w = iseOf(w)
	w = orOf(w)
	w = erOf(w)
	return logOf(w)
}

// iseOf writes -ize as -ise: organise, organisation, analyse. The other way would make organise fall together
// with organ in the stemmer.
func iseOf(w string) string {
	if strings.IndexByte(w, 'z') < 0 {
		return w
	}
	for _, ending := range []string{"e", "ed", "es", "er", "ers", "ing", "ation", "ations", "ational", "able"} {
		stem, ok := strings.CutSuffix(w, ending)
		if ok && len(stem) > 3 && (strings.HasSuffix(stem, "iz") || strings.HasSuffix(stem, "yz")) {
			return stem[:len(stem)-1] + "s" + ending
		}
	}
	return w
}

// orOf writes -our as -or, where a vowel comes before: colour and behavioural, not four and court.
func orOf(w string) string {
	i := strings.LastIndex(w, "our")
	if i < 2 || !strings.ContainsAny(w[:i], "aeiouy") || !ourEndings[w[i+3:]] {
		return w
	}
	return w[:i] + "or" + w[i+3:]
}

var ourEndings = func() map[string]bool {
	m := set("s ed ing ings er ers able ably ful fully ite ites itism al ally less hood hoods ist ists ism y ies")
	m[""] = true
	return m
}()

// erOf writes -tre and -bre as -ter and -ber: centre, fibre.
func erOf(w string) string {
	stem, plural := strings.CutSuffix(w, "s")
	if len(stem) < 5 || !strings.HasSuffix(stem, "tre") && !strings.HasSuffix(stem, "bre") {
		return w
	}
	stem = stem[:len(stem)-2] + "er"
	if plural {
		return stem + "s"
	}
	return stem
}

// logOf writes -logue as -log, and one l where American has one before an ending: dialogue, counsellor.
func logOf(w string) string {
	w = replaceEnding(w, "logue", "log")
	w = replaceEnding(w, "llor", "lor")
	w = replaceEnding(w, "llment", "lment")
	return replaceEnding(w, "gramme", "gram")
}

// replaceEnding replaces an ending of w, with or without an s after it.
func replaceEnding(w, ending, by string) string {
	stem, plural := strings.CutSuffix(w, "s")
	head, ok := strings.CutSuffix(stem, ending)
	if !ok || head == "" {
		return w
	}
	if plural {
		return head + by + "s"
	}
	return head + by
}

// britishStems begin words that no rule of endings reaches.
var britishStems = []struct{ british, american string }{
	{"aluminium", "aluminum"}, {"anaem", "anem"}, {"anaesth", "anesth"}, {"archaeo", "archeo"}, {"diarrhoe", "diarrhe"},
	{"encyclopaed", "encycloped"}, {"enquir", "inquir"}, {"foet", "fet"}, {"gynaec", "gynec"}, {"haem", "hem"},
	{"leukaem", "leukem"}, {"mediaev", "mediev"}, {"oesoph", "esoph"},
	{"oestr", "estr"}, {"orthopaed", "orthoped"}, {"paed", "ped"}, {"plough", "plow"}, {"sceptic", "skeptic"},
	{"sulph", "sulf"}, {"moustach", "mustach"},
}

var spellings = pairs(`grey gray greys grays greyer grayer greying graying ageing aging acknowledgement acknowledgment
judgement judgment judgements judgments defence defense defences defenses offence offense offences offenses
licence license licences licenses pretence pretense practise practice practised practiced practises practices
practising practicing artefact artifact artefacts artifacts cosy cozy tyre tire tyres tires kerb curb mould mold moulds molds
pyjamas pajamas skilful skillful wilful willful focussed focused focussing focusing meagre meager yoghurt yogurt
gaol jail storey story storeys stories catalogued cataloged centred centered centring centering timbre timbre percent cent
jewellery jewelry jeweller jeweler jewellers jewelers manoeuvre maneuver manoeuvres maneuvers manoeuvred maneuvered
manoeuvring maneuvering licenced licensed`)

// pairs reads a map from a list of keys, each with its value behind it.
func pairs(list string) map[string]string {
	m := map[string]string{}
	words := strings.Fields(list)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}
