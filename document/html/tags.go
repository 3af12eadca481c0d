package html

import "golang.org/x/net/html/atom"

// traits say what matters about an element.
type traits uint16

const (
	block    traits = 1 << iota // begins and ends a line
	void                        // has no content
	closesP                     // ends an open paragraph
	boundary                    // end tags within do not reach out of it
	dropped                     // never text
	wrapper                     // may hold the text of a page as a whole
	heading                     // h1 to h6
	noisy                       // holds no text of its own, as a rule
)

// tags are the elements that are more than characters of some form.
var tags = map[atom.Atom]traits{
	atom.P: block | closesP,

	atom.H1: block | closesP | heading, atom.H2: block | closesP | heading, atom.H3: block | closesP | heading,
	atom.H4: block | closesP | heading, atom.H5: block | closesP | heading, atom.H6: block | closesP | heading,

	atom.Html: block | wrapper | boundary, atom.Body: block | wrapper, atom.Head: block | dropped,
	atom.Div: block | closesP | wrapper, atom.Section: block | closesP | wrapper, atom.Article: block | closesP | wrapper,
	atom.Main: block | closesP | wrapper, atom.Center: block | closesP | wrapper, atom.Blockquote: block | closesP | wrapper,
	atom.Fieldset: block | closesP | wrapper, atom.Form: block | closesP | wrapper, atom.Details: block | closesP | wrapper,
	atom.Address: block | closesP, atom.Figure: block | closesP, atom.Figcaption: block | closesP, atom.Hgroup: block | closesP,
	atom.Summary: block | closesP, atom.Legend: block, atom.Pre: block | closesP, atom.Xmp: block | closesP, atom.Listing: block | closesP,
	atom.Font: wrapper, atom.Span: wrapper,

	atom.Header: block | closesP | noisy, atom.Footer: block | closesP | noisy, atom.Nav: block | closesP | noisy, atom.Aside: block | closesP | noisy,

	atom.Ul: block | closesP | wrapper, atom.Ol: block | closesP | wrapper, atom.Menu: block | closesP, atom.Dir: block | closesP,
	atom.Li: block | closesP, atom.Dl: block | closesP, atom.Dt: block | closesP, atom.Dd: block | closesP,

	atom.Table: block | closesP | boundary | wrapper, atom.Caption: block | boundary, atom.Colgroup: block | dropped, atom.Col: void,
	atom.Thead: block | wrapper, atom.Tbody: block | wrapper, atom.Tfoot: block | wrapper, atom.Tr: block | wrapper,
	atom.Td: block | boundary | wrapper, atom.Th: block | boundary,

	atom.Br: void, atom.Img: void, atom.Input: void, atom.Meta: void, atom.Link: void, atom.Area: void, atom.Base: void,
	atom.Embed: void, atom.Param: void, atom.Source: void, atom.Track: void, atom.Wbr: void, atom.Keygen: void,
	atom.Hr: block | void | closesP,

	atom.Script: dropped, atom.Style: dropped, atom.Noscript: dropped, atom.Template: dropped, atom.Iframe: dropped,
	atom.Noframes: dropped, atom.Noembed: dropped, atom.Frameset: dropped, atom.Object: dropped, atom.Applet: dropped,
	atom.Svg: dropped, atom.Canvas: dropped, atom.Audio: dropped, atom.Video: dropped, atom.Map: dropped,
	atom.Textarea: dropped, atom.Select: dropped, atom.Datalist: dropped, atom.Button: dropped, atom.Dialog: block | dropped,
	atom.Title: dropped, atom.Del: dropped, atom.Rt: dropped, atom.Rp: dropped,
}

// inHead are the elements that may stand in a page's head.
func inHead(tag atom.Atom) bool {
	switch tag {
	case atom.Title, atom.Meta, atom.Link, atom.Script, atom.Style, atom.Base, atom.Noscript, atom.Template:
		return true
	}
	return false
}

// raw are the elements whose content is read up to their end tag, markup or not.
func raw(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Xmp, atom.Plaintext:
		return true
	}
	return false
}
