package office

import "context"

// SignInDemo lets a visitor of the demonstration be somebody, without a password.
// Anywhere else there is no such thing.
func (o *Office) SignInDemo(ctx context.Context, origin, person string) (Session, error) {
	if !o.demo {
		return Session{}, ErrNotFound
	}
	acc, err := o.account(ctx, byID(person))
	if err != nil {
		return Session{}, err
	}
	if !acc.Active {
		return Session{}, ErrSignIn
	}
	return o.enter(ctx, origin, acc, "demo")
}
