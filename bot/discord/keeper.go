package discord

import (
	"context"
	"net/http"
	"slices"
	"strconv"
)

// keeper returns what finds out whether the person looks after a server: an interaction
// tells, and else Discord is asked.
func (in *incoming) keeper(c *chat, guild string) func(context.Context) (bool, error) {
	if in.at.call != nil && in.guild == guild {
		return func(context.Context) (bool, error) { return in.at.call.keeper, nil }
	}
	return func(ctx context.Context) (bool, error) { return c.keeps(ctx, guild, in.at.user) }
}

// belongs returns what finds out whether the person has a role in a server: an interaction
// tells, and else Discord is asked.
func (in *incoming) belongs(c *chat, guild string) func(context.Context, string) (bool, error) {
	return func(ctx context.Context, role string) (is bool, err error) {
		if in.at.call != nil && in.guild == guild {
			return role == guild || slices.Contains(in.at.call.roles, role), nil
		}
		roles, is, err := c.member(ctx, guild, in.at.user)
		return is && (role == guild || slices.Contains(roles, role)), err // everybody has the one with the server's id
	}
}

// keeps asks Discord whether a person looks after a server: owns it, or has a role that
// may manage it.
func (c *chat) keeps(ctx context.Context, guild, user string) (bool, error) {
	var server struct {
		Owner string `json:"owner_id"`
		Roles []struct {
			ID          string `json:"id"`
			Permissions string `json:"permissions"`
		} `json:"roles"`
	}
	if err := c.api.do(ctx, request{method: http.MethodGet, path: "/guilds/" + guild}, &server); err != nil {
		return false, err
	}
	roles, is, err := c.member(ctx, guild, user)
	if err != nil || !is {
		return false, err
	}
	for _, r := range server.Roles {
		permissions, _ := strconv.ParseInt(r.Permissions, 10, 64)
		everybody := r.ID == guild
		if permissions&keeps != 0 && (everybody || slices.Contains(roles, r.ID)) {
			return true, nil
		}
	}
	return server.Owner == user, nil
}

// member asks Discord for the roles of a person in a server, and whether that is a member.
func (c *chat) member(ctx context.Context, guild, user string) (roles []string, is bool, err error) {
	var m struct {
		Roles []string `json:"roles"`
	}
	err = c.api.do(ctx, request{method: http.MethodGet, path: "/guilds/" + guild + "/members/" + user}, &m)
	if notThere(err) || notAllowed(err) {
		return nil, false, nil
	}
	return m.Roles, err == nil, err
}
