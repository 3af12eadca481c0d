package web

var homeRoute = route{pattern: "GET /{$}", handle: home}

// home leads to the first page that whoever asks may see.
func home(r *request) error {
	if nav := r.nav(); len(nav) > 0 {
		r.redirect(nav[0].Href)
		return nil
	}
	return r.print(page{name: "nothing", title: "nothing.title"})
}
