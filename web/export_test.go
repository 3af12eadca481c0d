package web

// Patterns are those of all routes, for the test that asks each as each role.
func Patterns() []string {
	var all []string
	for _, r := range routes {
		all = append(all, r.pattern)
	}
	return all
}
