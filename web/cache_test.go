package web_test

import (
	"strings"
	"testing"

	"gangmu/office"
)

// A page that is kept is the one that would be printed: for whoever asks, after
// whatever happened.
func TestKeptPages(t *testing.T) {
	_, as := demoWorld(t)
	staff, deputy := as[office.PlanOffice], as[office.Deputy]
	staff.get("/plan")
	path := staff.path
	first := staff.get(path).body
	if again := staff.get(path).body; again != first {
		t.Error("the same page again differs")
	}
	if deputy.get(path).body == first {
		t.Error("a deputy sees the page of the plan office")
	}
	row := staff.find(`href="(/plan/[^"/]+/\d+)"`)
	last := staff.get(row).get(row).find(`href="([^"]+)"[^>]*>看上年这一行`)
	staff.get(last)
	form := staff.find(`action="(/plan/[^"/]+/\d+/correct)"`)
	before := staff.body
	staff.post(form, "value", "12.34", "source", "年报", "reason", "年报数").get(last)
	if staff.body == before || !strings.Contains(staff.body, "12.34") {
		t.Error("the page does not show what was entered")
	}
	if english := staff.get(path + "?lang=en").body; !strings.Contains(english, `lang="en"`) || english == first {
		t.Error("the page is not in the language that was asked for")
	}
	staff.get(path + "?lang=zh")
	staff.post("/sign-out")
	staff.get(path).sees(200)
	if staff.path == path {
		t.Error("who signed out still sees the page")
	}
}
