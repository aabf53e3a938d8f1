skip = Skip to content
nav = Main menu
tabs = Quick access
menu = Menu
menu-all = All areas
crumbs = Breadcrumbs
other-lang = Deutsch
search = Search
search-hint = Search
search-go = Start search
inbox = Inbox
inbox-waiting = { $count ->
    [0] Inbox
    [one] Inbox, { $count } entry waits for you
   *[other] Inbox, { $count } entries wait for you
  }
account = { $initials }, my account
account-short = Account
sign-in = Sign in
asof = As of { $day }
asof-text = You see how things were on that day.
asof-ahead = This day lies ahead. You see what is settled for it already.
asof-back = Back to today
demo-name = Demo
demo-text = All persons are invented.
demo-mail = Look at the mail
demo-who = Who is who?
demo-nobody = nobody: the public pages
demo-as = View as
demo-switch = Switch
foot-imprint = Imprint
foot-privacy = Privacy
foot-access = Accessibility statement
foot-register = Register of processing
foot-operator = Who runs this
foot-day = As of { $day }
foot-public-body = A service of a public body
title-failed = Error:
form-optional = (optional)
form-refused = { $count ->
    [one] Please check one entry
   *[other] Please check { $count } entries
  }
error-paper = The file could not be made.
error-paper-text = It is not your doing. Please try again in a minute. The page you came from is still there.
error-code = Error { $code }
error-incident = Reference for questions: { $incident }
error-home = To the start page
error-reload = Reload the page
error-sign-in = Sign in
error-missing = There is no such page.
error-missing-text = Perhaps the address is not complete. Some pages are only shown to members after they have signed in.
error-denied = You may not do this here.
error-denied-text = This step needs another office or another seat. Please ask the network's coordinator.
error-method = This page cannot be called like that.
error-method-text = Reload the page and try again.
error-stale = Somebody has changed this meanwhile.
error-stale-text = Reload the page, look at the new version and enter your change again.
error-gone = The link is no longer valid.
error-gone-text = Whoever wrote to you sends a new one. With an account you find everything after signing in.
error-large = That is too much at once.
error-large-text = Go back and shorten the text. What you typed is still there.
error-refused = That does not work.
error-refused-text = Go back and change what you entered. It is still there.
error-many = Too many tries.
error-many-here = Your connection sent this form very often within the last hour.
error-many-when = Please try again at { $time }.
error-many-text = We slow this down so that nobody tries out codes or fills mailboxes.
error-fault = That did not work.
error-fault-text = The fault is ours. Please try again in a minute.
error-origin = This request did not come from here.
error-origin-text = Reload the page with the form and send it again.
error-slow = Not all of your entries arrived.
error-slow-text = The connection was too slow or broke off. Go back and send the form again.
sheet-cancel = Cancel
sheet-back = Back
sheet-seek = Whom are you looking for?
sheet-seek-go = Search
sheet-seek-none = Nothing found. Try a shorter part of the name.
form-overtaken = Somebody has changed this in the meantime. What you entered is still here; where the new version differs, it stands beside the field. Please check it and save again.
form-now = Stored now: { $value }
form-now-nothing = Stored now: nothing
# Letters
letter-hello = Hello,
letter-bye =
    Kind regards
    Geflecht
