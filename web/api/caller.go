package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"gangmu/office"
	"gangmu/render"
)

// caller is who asks, and in which language.
type caller struct {
	actor office.Actor
	lang  render.Lang
}

type callerKey struct{}

func callerOf(ctx context.Context) caller {
	c, ok := ctx.Value(callerKey{}).(caller)
	if !ok {
		c.lang = render.Zh
	}
	return c
}

// identify finds out who asks. A token that does not count is refused even for
// what the public may read: the program should learn of it.
func (a *API) identify(ctx huma.Context, next func(huma.Context)) {
	r, w := humago.Unwrap(ctx)
	c := caller{lang: languageOf(r.Header.Get("Accept-Language")), actor: office.Actor{Origin: a.Origin(r)}}
	w.Header().Set("Vary", "Authorization, Accept-Language")
	w.Header().Set("Content-Language", map[render.Lang]string{render.Zh: "zh-CN", render.En: "en"}[c.lang])
	if header := r.Header.Get("Authorization"); header != "" {
		actor, err := a.authenticate(r, header, c.actor.Origin)
		if err != nil {
			writeProblem(w, c.problem(err))
			return
		}
		c.actor = actor
	}
	next(huma.WithValue(ctx, callerKey{}, c))
}

func (a *API) authenticate(r *http.Request, header, origin string) (office.Actor, error) {
	scheme, key, found := strings.Cut(header, " ")
	if !found || !strings.EqualFold(scheme, "Bearer") {
		return office.Actor{}, office.ErrToken
	}
	return a.Office.AuthenticateToken(r.Context(), strings.TrimSpace(key), origin)
}

// languageOf is English for who prefers it, else Chinese.
func languageOf(accept string) render.Lang {
	first, _, _ := strings.Cut(accept, ",")
	if strings.HasPrefix(strings.ToLower(strings.TrimSpace(first)), "en") {
		return render.En
	}
	return render.Zh
}

func (c caller) pick(zh, en string) string {
	if c.lang == render.En {
		return en
	}
	return zh
}
