package vitals

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
)

// ContentType is that of what WriteTo writes.
const ContentType = "text/plain; version=0.0.4; charset=utf-8"

// page is what is written, in the text format of Prometheus.
type page struct{ bytes.Buffer }

// WriteTo writes the vitals, and those of the process, as Prometheus reads them.
func (v *Vitals) WriteTo(w io.Writer) (int64, error) {
	var p page
	chats := v.all()
	for what, c := range counted {
		p.family("verbatim_"+c.name+"_total", "counter", c.help)
		for _, chat := range chats {
			p.sample("verbatim_"+c.name+"_total", float64(chat.counts[what].Load()), "chat", chat.name)
		}
	}
	p.latencies(chats)
	p.connections(v.Chats())
	p.queues(chats)
	v.mu.Lock()
	gauges := v.gauges
	v.mu.Unlock()
	for _, g := range gauges {
		if value, known := g.read(); known {
			p.gauge(g.name, g.help, value)
		}
	}
	p.process()
	return p.Buffer.WriteTo(w)
}

func (p *page) latencies(chats []*Chat) {
	const name = "verbatim_step_seconds"
	p.family(name, "histogram", "How long the steps of a message's way take: until it is noted on disk, waiting for its turn, answering and sending.")
	for _, chat := range chats {
		for s := range steps {
			r := chat.took[s].read()
			labels := []string{"chat", chat.name, "step", s.String()}
			for i, bound := range bounds {
				p.sample(name+"_bucket", float64(r.upTo[i]), append(labels, "le", number(bound))...)
			}
			p.sample(name+"_bucket", float64(r.count), append(labels, "le", "+Inf")...)
			p.sample(name+"_sum", r.sum.Seconds(), labels...)
			p.sample(name+"_count", float64(r.count), labels...)
		}
	}
}

func (p *page) connections(chats []*Chat) {
	p.family("verbatim_connected", "gauge", "Whether all connections to the chat are there, and all tokens are taken.")
	for _, chat := range chats {
		up := 0.0
		if chat.Outage().Down == 0 && len(chat.Barred()) == 0 {
			up = 1
		}
		p.sample("verbatim_connected", up, "chat", chat.name)
	}
}

func (p *page) queues(chats []*Chat) {
	p.family("verbatim_waiting", "gauge", "Messages that wait, or are just seen to.")
	for _, chat := range chats {
		chat.mu.Lock()
		queues := chat.queues
		chat.mu.Unlock()
		for _, q := range queues {
			p.sample("verbatim_waiting", float64(q.long()), "chat", chat.name, "kind", q.name)
		}
	}
}

func (p *page) family(name, kind, help string) {
	fmt.Fprintf(p, "# HELP %s %s\n# TYPE %s %s\n", name, help, name, kind)
}

func (p *page) gauge(name, help string, value float64) {
	p.family(name, "gauge", help)
	p.sample(name, value)
}

// sample writes a number with its labels: their names, each with its value behind it.
func (p *page) sample(name string, value float64, labels ...string) {
	p.WriteString(name)
	for i := 0; i < len(labels); i += 2 {
		p.WriteByte("{,"[min(i, 1)])
		fmt.Fprintf(p, "%s=%q", labels[i], labels[i+1])
	}
	if len(labels) > 0 {
		p.WriteByte('}')
	}
	fmt.Fprintf(p, " %s\n", number(value))
}

func number(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }
