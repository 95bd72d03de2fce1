package load

import (
	"mime"

	"verbatim/answer/load/web"
)

// address loads what stands at a web address.
func (l *loader) address(name string) bool {
	if l.web == nil {
		l.web = web.New(l.rules)
	}
	page, err := l.web.Get(l.ctx, name)
	if err != nil {
		return l.refuse(name, "%s", err)
	}
	defer page.Close()
	mediaType, _, _ := mime.ParseMediaType(page.ContentType)
	k := kindOfResponse(mediaType, page.URL.Path)
	if k == other {
		return l.refuse(name, "is %.60s, which is not read yet; %s are", mediaType, kindsRead)
	}
	return l.stream(source{name: name, id: name, url: page.URL.String(), charset: page.ContentType, kind: k, Reader: page})
}
