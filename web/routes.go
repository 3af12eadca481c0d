package web

// routes are all actions; each is defined beside its handler.
var routes = []route{
	homeRoute,
	signInPage, signInRoute, signOutRoute, demoRoute,
	codePage, codeRoute, providerRoute, providerBackRoute,
	linkPage, linkRoute,
	passwordPage, passwordRoute,
	factorPage, factorRoute,
	accountRoute, tokenNewRoute, tokenRevokeRoute, sessionEndRoute,
	unitsRoute, unitRoute, unitNewPage, unitNewRoute, unitChangeRoute, unitCloseRoute,
	peopleRoute, personRoute, personNewPage, personNewRoute, personChangeRoute,
	personInviteRoute, personDisableRoute, personEnableRoute, personGrantRoute, personRevokeRoute,
	personFactorRoute, personSessionsRoute, personLinkRoute, personUnlinkRoute,
	auditRoute, settingsRoute, settingsChangeRoute, healthRoute,
	draftsRoute, draftNewPage, uploadRoute, draftRoute, versionRoute, asRoute, acceptRoute, reopenRoute, compareRoute,
	readingRoute, fixRoute, adoptRoute,
	planNewPage, planNewRoute, planFileRoute, planFormRoute,
	planRoute, overviewRoute, planDiffRoute, indicatorRoute, correctRoute, issueRoute, adjustRoute,
	tasksRoute, acceptSeriesRoute, contactRoute,
	watchLatestRoute, watchRoute, seriesRoute, seriesPartRoute, noteRoute, instructRoute, answerRoute, handoutRoute,
	sheetsRoute, sheetRoute, sheetSaveRoute, sheetStepRoute, sheetBookRoute, sheetTakeRoute, evidenceRoute, sheetFileRoute,
	assignPage, assignRoute, assignPartRoute, handOverRoute, assignBookRoute, assignTakeRoute,
}
