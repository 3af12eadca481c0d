package web

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// origin is the network address that a request came from. A proxy of ours says for
// whom it asks, last in X-Forwarded-For; what others write there is not believed.
func (a *App) origin(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return ""
	}
	forwarded := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for i := len(forwarded) - 1; i >= 0 && a.isProxy(host); i-- {
		next, err := netip.ParseAddr(strings.TrimSpace(forwarded[i]))
		if err != nil {
			break
		}
		host = next.String()
	}
	return host
}

func (a *App) isProxy(host string) bool {
	addr, err := netip.ParseAddr(host)
	return err == nil && slices.ContainsFunc(a.Proxies, func(p netip.Prefix) bool { return p.Contains(addr.Unmap()) })
}

// unknown reports an address that may stand for anybody: that of a proxy on this
// machine which nobody told us of.
func (a *App) unknown(origin string) bool {
	addr, err := netip.ParseAddr(origin)
	return err == nil && addr.IsLoopback() && len(a.Proxies) == 0
}
