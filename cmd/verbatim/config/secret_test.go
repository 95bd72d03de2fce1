package config

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// first and second are what no setting, no error and no format may show.
const first, second = "xoxb-1-canary", "xoxe.xoxb-2-canary"

func TestSecretsComeFromVariablesAndFiles(t *testing.T) {
	token := written(t, "token", "\n"+first+" \n"+second+"\n")
	windows := written(t, "windows", "\ufeff"+first+"\r\n"+second+"\r\n")
	inFile := written(t, "v.yaml", "http: a\nslack-bot-token: ["+first+", "+second+"]\n")
	named := written(t, "v.yaml", "slack-bot-token-file: "+token+"\n")
	both := first + ", " + second
	for _, test := range []struct{ environ, file, from string }{
		{"SLACK_BOT_TOKEN=" + both, "", "environment SLACK_BOT_TOKEN"},
		{"SLACK_BOT_TOKEN=" + both, inFile, "environment SLACK_BOT_TOKEN"},
		{"VERBATIM_SLACK_BOT_TOKEN=" + both, "", "environment VERBATIM_SLACK_BOT_TOKEN"},
		{"SLACK_BOT_TOKEN_FILE=" + token, "", "environment SLACK_BOT_TOKEN_FILE " + token},
		{"SLACK_BOT_TOKEN_FILE=" + windows, "", "environment SLACK_BOT_TOKEN_FILE " + windows},
		{"VERBATIM_SLACK_BOT_TOKEN_FILE=" + token, inFile, "environment VERBATIM_SLACK_BOT_TOKEN_FILE " + token},
		{"", inFile, "file " + inFile + " line 2"},
		{"SLACK_BOT_TOKEN=", named, "file " + named + " line 1 " + token},
	} {
		var p program
		held, err := filled(t, &p, nil, []string{test.environ}, test.file)
		if err != nil {
			t.Error(err)
			continue
		}
		if !slices.Equal(p.tokens, []string{first, second}) {
			t.Errorf("from %s come %q", test.from, p.tokens)
		}
		i := slices.IndexFunc(held, func(s Setting) bool { return s.Name == "slack-bot-token" })
		if held[i].Value != "xoxb-…, xoxe.xoxb-…" || held[i].From != test.from {
			t.Errorf("it is told as %+v, not from %s", held[i], test.from)
		}
		if all := fmt.Sprintf("%v %+v %#v", held, held, held); strings.Contains(all, "canary") {
			t.Errorf("it is shown: %s", all)
		}
	}
}

func TestSecretsAreRefusedWithoutAWordOfThem(t *testing.T) {
	empty, token := written(t, "empty", " \n"), written(t, "token", first)
	large, spaced := written(t, "large", strings.Repeat("canary", largestSecret)), written(t, "spaced", "canary canary")
	missing := filepath.Join(t.TempDir(), "missing")
	open := written(t, "open.yaml", "discord-token: canary\n")
	if err := os.Chmod(open, 0o640); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, file string
		environ    []string
		want       string
	}{
		{"a value and a file", "", []string{"DISCORD_TOKEN=canary", "DISCORD_TOKEN_FILE=" + token}, "DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set"},
		{"two values", "", []string{"DISCORD_TOKEN=canary", "VERBATIM_DISCORD_TOKEN=canary"}, "DISCORD_TOKEN and VERBATIM_DISCORD_TOKEN are both set"},
		{"two keys", written(t, "v.yaml", "discord-token: canary\ndiscord-token-file: "+token), nil, ":2: discord-token-file: the same stands in "},
		{"no file", "", []string{"DISCORD_TOKEN_FILE=" + missing}, "DISCORD_TOKEN_FILE: " + missing + ": no such file or directory; name a file"},
		{"a folder", "", []string{"DISCORD_TOKEN_FILE=" + filepath.Dir(token)}, "DISCORD_TOKEN_FILE: " + filepath.Dir(token) + ": is a directory; name a file"},
		{"nothing in it", "", []string{"VERBATIM_DISCORD_TOKEN_FILE=" + empty}, "VERBATIM_DISCORD_TOKEN_FILE: " + empty + ": the file is empty"},
		{"too much in it", "", []string{"DISCORD_TOKEN_FILE=" + large}, "DISCORD_TOKEN_FILE: " + large + ": it is larger than 16 KiB"},
		{"more than a word in it", "", []string{"DISCORD_TOKEN_FILE=" + spaced}, "DISCORD_TOKEN_FILE: there is a space"},
		{"a file's file", written(t, "v.yaml", "http: a\ndiscord-token-file: "+missing), nil, "v.yaml:2: discord-token-file: " + missing + ": no such file"},
		{"files", written(t, "v.yaml", "discord-token-file: [a, b]"), nil, "v.yaml:1: discord-token-file: it takes the path of one file"},
		{"a file that others read", open, nil, open + ":1: discord-token: other users can read this file; chmod 600 it"},
		{"an anchor", written(t, "v.yaml", "discord-token: *canary"), nil, "v.yaml: it is no YAML: unknown anchor referenced"},
		{"a variable for a file", "", []string{"VERBATIM_DISCORD_TOKENFILE=canary"}, "VERBATIM_DISCORD_TOKENFILE: there is no such setting; did you mean VERBATIM_DISCORD_TOKEN_FILE?"},
		{"a value for a key", written(t, "v.yaml", "xoxb-canary-"+strings.Repeat("1", 60)+": a"), nil, "v.yaml:1: a long name: there is no such setting"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := filled(t, &program{}, nil, test.environ, test.file)
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.ContainsAny(err.Error(), "\n") || strings.Contains(err.Error(), "canary") {
				t.Errorf("it says %v\nnot   %s", err, test.want)
			}
		})
	}
}

// A file that others can read may name the files of the secrets.
func TestAFileForEverybodyNamesFiles(t *testing.T) {
	path := written(t, "v.yaml", "http: a\ndiscord-token-file: "+written(t, "token", "canary\n")+"\ndiscord-token:\n")
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	var p program
	if _, err := filled(t, &p, nil, nil, path); err != nil || p.token != "canary" {
		t.Errorf("it holds %q, %v", p.token, err)
	}
}
