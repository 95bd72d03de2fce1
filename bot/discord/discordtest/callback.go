package discordtest

import "slices"

// interaction is what Discord knows of an interaction while its token lives.
type interaction struct {
	id, token string
	kind      int
	channel   *channel
	user      string
	on        string // the message that was pressed

	answered bool
	expired  bool
	deferred int    // the kind of callback with which the answer was put off; 0 when it is there
	aside    bool   // what was put off is for the person alone
	original string // the message that is its first answer
}

// The kinds of interactions, by Discord's numbers.
const (
	command      = 2
	press        = 3
	autocomplete = 4
	modal        = 5
)

// mayAnswer says by the kind of an interaction with which callbacks it may be answered.
var mayAnswer = map[int][]int{command: {4, 5, 9}, press: {4, 5, 6, 7, 9}, autocomplete: {8}, modal: {4, 5, 6, 7}}

// Expire ends the time in which an interaction may be answered, or answered further.
func (s *Server) Expire(e Event) {
	s.change(func() { s.interactions[text(e.Data, "token")].expired = true })
}

// callback is the first response to an interaction.
func (s *Server) callback(c *Call) (any, *refusal) {
	c.Interaction = c.path("interaction")
	i := s.interactions[c.path("token")]
	if i == nil || i.id != c.Interaction || i.expired {
		return nil, unknownAsked
	}
	i.describe(c)
	kind, _ := c.Args["type"].(float64)
	c.Kind = int(kind)
	data, _ := c.Args["data"].(object)
	switch {
	case i.answered:
		return nil, alreadyAnswered
	case !slices.Contains(mayAnswer[i.kind], c.Kind):
		s.t.Errorf("a callback of kind %d answers an interaction of kind %d", c.Kind, i.kind)
		return nil, badForm
	}
	i.answered = true
	c.Args = data
	c.read(data)
	switch c.Kind {
	case 4:
		s.show(c, i.channel)
		i.original = c.ID
	case 5, 6:
		i.deferred, i.aside = c.Kind, c.Ephemeral
		i.original = map[int]string{6: i.on}[c.Kind]
	case 7:
		if i.original = i.on; s.messages[i.on] == nil {
			return nil, unknownMessage
		}
		c.ID = i.on
		s.edited(s.messages[i.on], c)
	}
	if c.Query.Get("with_response") == "true" {
		return object{
			"interaction": object{"id": i.id, "type": i.kind, "response_message_id": orNull(c.ID)},
			"resource":    object{"type": c.Kind, "message": s.messages[c.ID]},
		}, nil
	}
	return nil, nil
}

// describe notes in a call which interaction it answers.
func (i *interaction) describe(c *Call) {
	c.Interaction, c.User, c.Channel = i.id, i.user, i.channel.id
	if i.channel.guild != nil {
		c.Guild = i.channel.guild.ID
	}
}

// going returns the interaction that a call goes on with, which was answered before.
func (s *Server) going(c *Call) (*interaction, *refusal) {
	i := s.interactions[c.path("token")]
	if i == nil || c.path("app") != App || i.expired || !i.answered {
		return nil, unknownWebhook
	}
	i.describe(c)
	return i, nil
}

// followup is a further message. The first after a response that was put off takes its place.
func (s *Server) followup(c *Call) (any, *refusal) {
	i, refused := s.going(c)
	if refused != nil {
		return nil, refused
	}
	if i.deferred == 5 {
		return s.settle(i, c), nil
	}
	return s.show(c, i.channel), nil
}

// settle shows the answer that was put off.
func (s *Server) settle(i *interaction, c *Call) object {
	c.Ephemeral = i.aside
	i.deferred = 0
	said := s.show(c, i.channel)
	i.original = c.ID
	return said
}

// shown returns the message that a call names: by its id, or as the first answer.
func (i *interaction) shown(s *Server, c *Call) object {
	if c.ID == "@original" {
		c.ID = i.original
	}
	return s.own(c.ID)
}

func (s *Server) getShown(c *Call) (any, *refusal) {
	i, refused := s.going(c)
	if refused != nil {
		return nil, refused
	}
	if m := i.shown(s, c); m != nil {
		return m, nil
	}
	return nil, unknownMessage
}

// editShown changes an answer, or gives it where it was put off.
func (s *Server) editShown(c *Call) (any, *refusal) {
	i, refused := s.going(c)
	if refused != nil {
		return nil, refused
	}
	if c.ID == "@original" && i.deferred == 5 {
		return s.settle(i, c), nil
	}
	m := i.shown(s, c)
	if m == nil {
		return nil, unknownMessage
	}
	c.Ephemeral = m["flags"] == ephemeral
	return s.edited(m, c), nil
}

func (s *Server) removeShown(c *Call) (any, *refusal) {
	i, refused := s.going(c)
	if refused != nil {
		return nil, refused
	}
	if i.shown(s, c) == nil {
		return nil, unknownMessage
	}
	delete(s.messages, c.ID)
	return nil, nil
}
