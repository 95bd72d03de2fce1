package slack

import (
	"github.com/slack-go/slack"

	"verbatim/bot"
	"verbatim/bot/adapter"
)

// mostHomeBlocks is Slack's limit for a view.
const mostHomeBlocks = 100

// drawHome returns the App Home that shows a reply. It is one page: where it would be
// more than Slack takes, it ends with an ellipsis.
func drawHome(r bot.Reply) slack.HomeTabViewRequest {
	var blocks []slack.Block
	for _, p := range (&drawing{page: true}).parts(r) {
		blocks = append(blocks, p.blocks...)
	}
	if len(blocks) > mostHomeBlocks {
		blocks = append(blocks[:mostHomeBlocks-1], slack.NewContextBlock("", plainText(adapter.Ellipsis)))
	}
	if len(blocks) == 0 {
		blocks = []slack.Block{slack.NewDividerBlock()} // Slack refuses an empty view
	}
	return slack.HomeTabViewRequest{Type: slack.VTHomeTab, Blocks: slack.Blocks{BlockSet: blocks}}
}
