package value

import "errors"

// LogFormat is text or json.
type LogFormat string

// The formats of a log.
const (
	TextLog LogFormat = "text"
	JSONLog LogFormat = "json"
)

func (f *LogFormat) String() string { return string(*f) }

func (f *LogFormat) Set(s string) error {
	format := LogFormat(s)
	if format != TextLog && format != JSONLog {
		return errors.New("it is text or json")
	}
	*f = format
	return nil
}

func (f *LogFormat) Type() string { return "format" }
