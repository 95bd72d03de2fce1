package bot

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"

	"verbatim/answer"
	"verbatim/answer/text"
)

var probes = flag.Int("probes", 400, "how many probes TestNoTenantReachesAnother makes")

// A prober is in one of many tenants, each of which has a word that stands in no other.
type prober struct {
	*house
	random  *rand.Rand
	pressed []Pressed // whatever was offered, in whichever tenant
}

const mostTenants = 20

func canaryOf(n int) string { return fmt.Sprintf("Canaryq%dq", n) }

var anyCanary = regexp.MustCompile(`(?i)canaryq\d+q`)

// settle gives a tenant articles, a collection, a history, questions and a setting.
func (p *prober) settle(n int) {
	tenant := fmt.Sprint("tenant", n)
	p.load(tenant, &answer.Article{
		ID: "a.txt", Lang: text.English, Title: "Report of " + canaryOf(n), Source: canaryOf(n) + " Times", URL: "https://" + canaryOf(n) + ".example/",
		Text: fmt.Sprintf("“The secret word is %s,” said Paul %[1]s, the mayor.\n\nThe harbour of %[1]s is deep.", canaryOf(n)),
	})
	m := p.keeper(tenant)
	p.says(m, sends(m, "add", "b.txt", "The tower of "+canaryOf(n)+" is high."))
	for _, said := range []string{"/collections put a.txt in:" + canaryOf(n), "Who ate the " + canaryOf(n) + "?", "What is the secret word?"} {
		m.Text = said
		p.says(m, m)
	}
}

func (p *prober) keeper(tenant string) Message {
	m := keeper("ann")
	m.Tenant, m.Place = tenant, "place"
	p.time = p.time.Add(time.Second)
	m.ID = fmt.Sprint(p.time.UnixNano())
	return m
}

// says handles a message, and looks for what is of another tenant in all that comes back.
func (p *prober) says(who, m Message) {
	p.t.Helper()
	r := p.Handle(p.t.Context(), m)
	p.look(who, fmt.Sprintf("%q %+v", m.Text, m.Action), p.all(r))
	if r.Form != nil {
		p.pressed = append(p.pressed, r.Form.Pressed)
	}
	for _, a := range r.Actions {
		p.pressed = append(p.pressed, a.Pressed)
	}
	for _, b := range r.Blocks {
		if l, ok := b.(List); ok {
			for _, i := range l.Items {
				for _, a := range i.Actions {
					p.pressed = append(p.pressed, a.Pressed)
				}
			}
		}
	}
}

// all is a reply with its files and with what its states hold.
func (p *prober) all(r Reply) string {
	p.t.Helper()
	var files bytes.Buffer
	for _, f := range r.Files {
		if err := f.Write(p.t.Context(), &files); err != nil {
			p.t.Fatal(err)
		}
	}
	said, err := json.Marshal([]any{r.Blocks, r.Actions, r.Form})
	if err != nil {
		p.t.Fatal(err)
	}
	states := regexp.MustCompile(`[A-Za-z0-9_-]{40,}`).ReplaceAllFunc(said, func(s []byte) []byte {
		plain, _ := base64.RawURLEncoding.AppendDecode(nil, s)
		return append(s, plain...)
	})
	return string(states) + files.String()
}

func (p *prober) look(who Message, probe, said string) {
	p.t.Helper()
	own := "canaryq" + strings.TrimPrefix(who.Tenant, "tenant") + "q"
	for _, c := range anyCanary.FindAllString(said, -1) {
		if strings.ToLower(c) != own {
			p.t.Fatalf("%s: %s is answered with %s", who.Tenant, probe, said)
		}
	}
}

// probe tries one way to reach another tenant.
func (p *prober) probe() {
	p.t.Helper()
	n := p.random.IntN(mostTenants)
	m := p.keeper(fmt.Sprint("tenant", n))
	said := []string{
		"What is the secret word?", "Who said what?", "Where is the harbour?", "secret", `from:"Times" secret`, "by:Paul", "in:Canary secret", "help", "sources",
		"/articles", "/articles list words:report", "/articles show a.txt", "/articles show b.txt", "/articles show report", "/articles replace a.txt",
		"/articles remove a.txt", "/articles history", "/articles undo", "/articles undo 1", "/articles export", "/articles add",
		"/collections", "/collections here Canary", "/collections take a.txt in:x", "/settings show", "/settings keepers", "/insights show", "/insights export",
		"/forget", "/nothing", "/ask What is the secret word?",
	}
	switch kind := p.random.IntN(5); kind {
	case 0, 1:
		m.Text = said[p.random.IntN(len(said))]
		p.says(m, m)
	case 2:
		press := p.pressed[p.random.IntN(len(p.pressed))]
		m.Action = &press
		m.Fields = map[string]string{"text": "Whatever.", "title": "b.txt"}
		p.says(m, m)
	case 3:
		of := []Kind{Source, Speaker, Outlet, AnArticle, ACollection}[p.random.IntN(5)]
		typed := []string{"", "C", "canary", "Paul", "Report", "Times"}[p.random.IntN(6)]
		p.look(m, fmt.Sprintf("typing %q of %s", typed, of), strings.Join(p.Suggest(p.t.Context(), m.Tenant, of, typed), "\n"))
	case 4:
		p.look(m, "home", p.all(p.Home(p.t.Context(), m)))
		p.look(m, "prompts", strings.Join(p.Prompts(p.t.Context(), m.Tenant), "\n"))
		for _, e := range p.errands(m.Tenant) {
			p.look(m, "errands", p.all(e.Reply))
		}
	}
}

// Whatever is asked, typed, pressed or exported in a tenant, nothing of another comes back;
// and the log holds nothing of any.
func TestNoTenantReachesAnother(t *testing.T) {
	p := &prober{house: newHouse(t), random: rand.New(rand.NewPCG(5, 6))}
	for n := range mostTenants {
		p.settle(n)
	}
	for range *probes {
		p.probe()
	}
	if c := anyCanary.FindString(p.log.String()); c != "" {
		t.Errorf("the log holds %s: %s", c, p.log.String())
	}
	if len(p.pressed) < 100 {
		t.Errorf("only %d presses could be tried", len(p.pressed))
	}
}
