package web

import "gangmu/office"

var (
	linkPage  = route{pattern: "GET /link/{token}", guess: true, open: true, handle: showLink}
	linkRoute = route{pattern: "POST /link/{token}", guess: true, open: true, handle: useLink}
)

// LinkPath is the address of a one-time link.
func LinkPath(l office.Link) string { return "/link/" + l.Token }

func (r *request) linkForm() (page, error) {
	p, err := r.app.Office.LinkHolder(r.Context(), r.PathValue("token"))
	return page{name: "link", title: "link.title", data: p}, err
}

func showLink(r *request) error {
	p, err := r.linkForm()
	if err != nil {
		return err
	}
	return r.print(p)
}

func useLink(r *request) error {
	if err := r.form(); err != nil {
		return err
	}
	p, err := r.linkForm()
	if err != nil {
		return err
	}
	if r.field("password") != r.field("again") {
		return r.again(p, errTwice)
	}
	s, err := r.app.Office.UseLink(r.Context(), r.actor.Origin, r.PathValue("token"), r.field("password"))
	if err != nil {
		return r.again(p, err)
	}
	return r.goOn(s, "/")
}
