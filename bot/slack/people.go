package slack

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/slack-go/slack"

	"verbatim/bot"
)

const (
	mostNamed  = 10              // of the people in one message are asked for by their names
	namingTime = 3 * time.Second // for all of them: an answer does not wait longer for names
)

// named completes those whom a message names by their ids alone. Who Slack does not tell of
// in time stays without a name.
func (in *incoming) named(ctx context.Context) []bot.Mention {
	ctx, cancel := context.WithTimeout(ctx, namingTime)
	defer cancel()
	all := slices.Clone(in.message.Mentioned)
	for i := range all[:min(len(all), mostNamed)] {
		if m := &all[i]; m.Name == "" && m.Group {
			m.Name = in.groupName(ctx, m.ID)
		} else if m.Name == "" {
			m.Name = in.personName(ctx, m.ID)
		}
	}
	return all
}

// called returns the name of who writes, which Slack does not tell with a message.
func (in *incoming) called(ctx context.Context) string {
	ctx, cancel := context.WithTimeout(ctx, namingTime)
	defer cancel()
	return in.personName(ctx, in.message.User.ID)
}

func (in *incoming) personName(ctx context.Context, id string) string {
	user, err := in.space.api.GetUserInfoContext(ctx, id)
	if err != nil {
		return ""
	}
	return cmp.Or(user.Profile.DisplayName, user.RealName, user.Name)
}

func (in *incoming) groupName(ctx context.Context, id string) string {
	var options []slack.GetUserGroupsOption
	if in.space.Everywhere {
		options = append(options, slack.GetUserGroupsOptionTeamID(in.team.id))
	}
	groups, err := in.space.api.GetUserGroupsContext(ctx, options...)
	at := slices.IndexFunc(groups, func(g slack.UserGroup) bool { return g.ID == id })
	if err != nil || at < 0 {
		return ""
	}
	return cmp.Or(groups[at].Handle, groups[at].Name)
}

// admin asks Slack whether the person looks after the workspace. Those of another company
// may be in a channel that is shared with it, and look after their own.
func (in *incoming) admin(ctx context.Context) (bool, error) {
	user, err := in.space.api.GetUserInfoContext(ctx, in.at.user)
	if err != nil {
		return false, err
	}
	return in.hosts(user) && (user.IsAdmin || user.IsOwner || user.IsPrimaryOwner), nil
}

// hosts reports whether a person belongs to the workspace, or to the organisation where the
// bot is installed in a whole one.
func (in *incoming) hosts(user *slack.User) bool {
	ours, theirs := in.team.id, user.TeamID
	if in.space.Everywhere && user.Enterprise.EnterpriseID != "" {
		ours, theirs = in.space.Enterprise, user.Enterprise.EnterpriseID
	}
	return !user.IsStranger && (theirs == "" || theirs == ours)
}

// inGroup asks Slack whether the person belongs to a user group.
func (in *incoming) inGroup(ctx context.Context, group string) (bool, error) {
	var options []slack.GetUserGroupMembersOption
	if in.space.Everywhere {
		options = append(options, slack.GetUserGroupMembersOptionTeamID(in.team.id))
	}
	members, err := in.space.api.GetUserGroupMembersContext(ctx, group, options...)
	return slices.Contains(members, in.at.user), err
}
