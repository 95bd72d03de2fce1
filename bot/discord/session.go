package discord

import (
	"encoding/json"
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// What a message at the gateway is.
const (
	opEvent     = 0
	opBeat      = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAnswer    = 11
)

// gatewayMessage is what comes at the gateway.
type gatewayMessage struct {
	Op   int             `json:"op"`
	Seq  int64           `json:"s"`
	Type string          `json:"t"`
	Data json.RawMessage `json:"d"`
}

// understand does what a message asks for. An error ends the connection.
func (c *connection) understand(data []byte, all *sync.WaitGroup) error {
	var m gatewayMessage
	if err := json.Unmarshal(data, &m); err != nil {
		c.log.Warn("Discord sent something that cannot be read", "error", adapter.Unreadable(err))
		return nil
	}
	switch m.Op {
	case opHello:
		return c.greet(m.Data, all)
	case opAnswer:
		c.answered = time.Now()
		c.owed.Store(false)
	case opBeat:
		if c.beats.Allow() {
			return c.heartbeat()
		}
	case opReconnect:
		return errReconnect
	case opInvalid:
		if string(m.Data) == "true" {
			return errReconnect
		}
		return errInvalid
	case opEvent:
		return c.event(m)
	}
	return nil
}

// greet begins heartbeats, and a session or the rest of one.
func (c *connection) greet(data []byte, all *sync.WaitGroup) error {
	var hello struct {
		Every int `json:"heartbeat_interval"` // milliseconds
	}
	if err := json.Unmarshal(data, &hello); err != nil || hello.Every <= 0 {
		return errors.New("no word from Discord of how often it wants a heartbeat")
	}
	if c.every > 0 {
		return nil
	}
	c.every = max(min(time.Duration(hello.Every)*time.Millisecond, c.beat), time.Minute/messagesAMinute)
	c.answered, c.until = time.Now(), time.Now().Add(c.shard.ready)
	all.Go(c.keepBeating)
	if c.session.id != "" {
		return c.say(opResume, map[string]any{"token": c.token, "session_id": c.session.id, "seq": c.session.seq.Load()})
	}
	return c.introduce()
}

// introduce asks for a new session.
func (c *connection) introduce() error {
	c.asked = neededIntents | contentIntent
	if c.contentless.Load() {
		c.asked = neededIntents
	}
	c.session.seq.Store(0)
	activity := map[string]any{"name": bot.Presence, "state": bot.Presence, "type": discordgo.ActivityTypeCustom}
	return c.say(opIdentify, map[string]any{
		"token": c.token, "intents": c.asked, "shard": [2]int{c.number, c.of},
		"properties": map[string]string{"os": runtime.GOOS, "browser": "verbatim", "device": "verbatim"},
		"presence":   map[string]any{"since": nil, "activities": []any{activity}, "status": "online", "afk": false},
	})
}

// keepBeating sends heartbeats, the first after a part of the time.
func (c *connection) keepBeating() {
	timer := time.NewTimer(rand.N(c.every))
	defer timer.Stop()
	for {
		select {
		case <-timer.C:
			if c.owed.Swap(true) {
				c.silent.Store(true)
				c.close(keepSession)
				c.conn.Close()
				return
			}
			c.heartbeat() // a failure is seen where it is read
			timer.Reset(c.every)
		case <-c.over:
			return
		}
	}
}

func (c *connection) heartbeat() error {
	if seq := c.session.seq.Load(); seq > 0 {
		return c.say(opBeat, seq)
	}
	return c.say(opBeat, nil)
}

func (c *connection) say(op int, data any) error {
	c.writing.Lock()
	defer c.writing.Unlock()
	err := c.conn.SetWriteDeadline(time.Now().Add(c.write))
	if err == nil {
		err = c.conn.WriteJSON(map[string]any{"op": op, "d": data})
	}
	return err
}

// event hands an event over, and notes what is to be resumed behind it.
func (c *connection) event(m gatewayMessage) error {
	switch m.Type {
	case "READY":
		var begun struct {
			ID      string `json:"session_id"`
			Address string `json:"resume_gateway_url"`
		}
		if err := json.Unmarshal(m.Data, &begun); err != nil {
			return errors.New("a session of Discord that cannot be read")
		}
		c.session.id, c.session.address = begun.ID, begun.Address
		c.begun = true
		c.up()
	case "RESUMED":
		c.up()
	}
	if !c.hand(m) {
		return errTooMuch
	}
	if m.Seq > 0 {
		c.session.seq.Store(m.Seq)
	}
	return nil
}

// up notes that a session is there.
func (c *connection) up() {
	if !c.ready {
		c.ready = true
		c.link.Opened()
	}
}

// hand hands an event over. One that makes the bot panic is passed over.
func (c *connection) hand(m gatewayMessage) (taken bool) {
	err := bot.Safely(c.work, c.log, func() error { taken = c.take(c.number, m.Type, m.Data); return nil }, "event", m.Type)
	return taken || err != nil
}
