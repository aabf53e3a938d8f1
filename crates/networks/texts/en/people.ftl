# Persons, seats, organisations, consent, editing.
people-own = you
people-since = since { $when }
people-from-to = { $from } to { $until }
people-absent = away at present
people-contact = Contact
people-mailbox = Mailbox of the post
people-mail-office = Official e-mail
people-phone-office = Official telephone
people-mail-private = Private e-mail
people-phone-private = Private telephone
people-phone-post = Telephone of the post
people-term = Period
people-state = State
# Persons of a network
roster-title = Persons
roster-lead = { $count ->
    [one] One person takes part in { $network } and its bodies.
   *[other] { $count } persons take part in { $network } and its bodies.
  }
roster-caption = Persons in { $network }
roster-sort = Sorted by family name.
roster-name = Name
roster-place = Post or organisation
roster-roles = Role
roster-since = Since
roster-topics = Ask about
roster-word = Name or place
roster-filter = Filter persons
roster-role = Role
roster-role-any = all roles
roster-role-office = with an office
roster-role-elected = elected
roster-role-delegated = delegated
roster-role-advisory = advisory
roster-role-deputy = as deputy
roster-district = District or city
roster-district-any = all territories
roster-topic = Topic
roster-topic-any = all topics
roster-term = Term
roster-term-any = all terms
roster-term-ending = ends soon
roster-term-carries = in office until the next election
roster-term-vacant = vacant seats
roster-kept = { $count ->
    [one] One person has not released her name here.
   *[other] { $count } persons have not released their names here.
  }
roster-sensitive = Who takes part here stays within this network. Names are listed only where the person agreed.
roster-vacant-title = Vacant seats
roster-seat = Seat
roster-body = Body
roster-vacant-mail = Where to write
roster-empty = No persons yet.
roster-empty-text = As soon as seats are filled, the persons are listed here.
roster-none = No person fits this filter.
roster-reset = Reset the filter
roster-none-vacant = All seats are filled at present.
roster-found = { $count ->
    [one] One person found
   *[other] { $count } persons found
  }
# Person
person-now = Post today
person-then = Post on that day
person-seats = Seats
person-seats-none = No seats that you can see.
person-ask = Ask about
person-history = Earlier seats and posts
person-history-count = { $count ->
    [one] One earlier entry
   *[other] { $count } earlier entries
  }
person-posts-none = Without a post at present.
person-acting = acting
person-deputy = deputy
person-no-contact = No contact is released to you.
person-own-title = This is your page.
person-own-text = You see everything here. Others see only what you release.
person-own-link = Change what others see
person-pronouns = Pronouns
person-description = { $name }: post and public seats in networks for gender equality.
# Seat
seatpage-facts = About this seat
seatpage-own-post = This seat belongs to the post. It passes to the successor.
seatpage-own-organisation = This seat belongs to the organisation. It names who speaks for it.
seatpage-own-territory = This seat stands for a territory.
seatpage-own-territory-of = This seat stands for { $territory }.
seatpage-own-elected = This seat is filled by election. It does not pass to the successor.
seatpage-own-delegated = Another body sends somebody to this seat.
seatpage-own-delegated-by = { $body } sends somebody to this seat.
seatpage-own-ex-officio = This seat follows another office.
seatpage-own-personal = This seat belongs to the person herself.
seatpage-own-guest = This is a guest seat.
seatpage-body = Body
seatpage-network = Network
seatpage-voice = Voice
seatpage-votes = { $count ->
    [one] one vote
   *[other] { $count } votes
  }
seatpage-office = Office
seatpage-length = Length of a term
seatpage-months = { $count ->
    [one] one month
   *[other] { $count } months
  }
seatpage-years = { $count ->
    [one] one year
   *[other] { $count } years
  }
seatpage-carries = After the term
seatpage-carries-yes = The person stays until the next election.
seatpage-carries-no = The seat falls vacant.
seatpage-eligible = Requirement
seatpage-eligible-post = the post through which the person came
seatpage-eligible-organisation = the organisation through which the person came
seatpage-eligible-territory = from the territory
seatpage-eligible-seat = a seat in the sending body
seatpage-filled-by = How it is filled
seatpage-source = Sent by
seatpage-elected-by = Elected by
seatpage-follows = Follows the seat
seatpage-follows-hidden = an office that is not shown here
seatpage-territory = Territory
seatpage-exists = Exists
seatpage-holder = Who sits here
seatpage-vacant = This seat is vacant.
seatpage-vacant-since = This seat has been vacant since { $when }.
seatpage-vacant-mail = Please write to the mailbox:
seatpage-vacant-nomail = The network's coordination answers questions.
seatpage-gone = This seat ceased to exist on { $when }.
seatpage-not-yet = This seat exists only from { $when }.
seatpage-chain = Who sat here
seatpage-chain-coming = Who sat here and who follows
seatpage-chain-text = Everybody who had this seat, with the times when nobody did.
seatpage-vacancy = vacant
seatpage-picture = Terms as a picture
seatpage-picture-title = Terms: { $seat }, { $body }
seatpage-picture-text = { $count ->
    [one] The seat has been filled once so far.
   *[other] The seat has been filled { $count } times so far.
  } { $now }
seatpage-picture-now = On { $day } it is held by { $name }.
seatpage-picture-vacant = On { $day } it is vacant.
seatpage-picture-read = Read the picture as a table
seatpage-picture-table = Terms
seatpage-picture-today = today
seatpage-who = Who
seatpage-seat = Seat
seatpage-when = What happens if …
seatpage-when-leaves-post = the person leaves the post?
seatpage-when-absence = the person is away for long?
seatpage-when-resignation = the person resigns from the seat?
seatpage-when-post-vacant = the post is vacant?
seatpage-when-member-leaves = the organisation or territory leaves?
seatpage-when-merger = organisations or territories merge?
seatpage-when-term = the term ends without an election?
seatpage-when-removal = somebody asks for a removal?
seatpage-substitutes = Who stands in
seatpage-substitutes-none = Nobody is named to stand in for this seat.
seatpage-deputy = deputy of the post
seatpage-substitute = substitute
seatpage-second = second contact
seatpage-by-post = through { $post }
seatpage-by-organisation = for { $organisation }
seatpage-elected-until = elected until { $when }
seatpage-sent-until = sent until { $when }
seatpage-description = Seat in { $body }: to whom it belongs and who sits there.
# Reasons for an end
ended-term = term over
ended-resignation = resigned
ended-eligibility = requirement gone
ended-removal = voted out
ended-recall = recalled
ended-exit = left the network
ended-merger = merger
ended-death = deceased
ended-abolished = seat given up
# Organisation
orgpage-seats = Seats and roles
orgpage-seats-text = Where { $organisation } takes part and who speaks there.
orgpage-seats-none = No seat at present that you can see.
orgpage-seats-none-text = Many bodies show their seats to members only.
orgpage-role = Role
orgpage-who = Represented by
orgpage-body = Body
orgpage-itself = in the network itself
orgpage-since = Since
orgpage-posts = Posts
orgpage-posts-none = No post is entered.
orgpage-units = Parts of the organisation
orgpage-facts = About the organisation
orgpage-territory = Territory
orgpage-territory-in = { $territory } ({ $district })
orgpage-part-of = Part of
orgpage-merged = Merged into
orgpage-exists = Exists
orgpage-former = Former names
orgpage-mail = E-mail
orgpage-phone = Telephone
orgpage-address = Address
orgpage-web = Own pages
orgpage-as-of = Who represented { $organisation } on another day?
orgpage-embed = Show this on your own page
orgpage-embed-text = Copy these lines into your own page. It will always show the seats of the day.
orgpage-embed-look = Open the preview
orgpage-embed-title = Networks and seats: { $organisation }
orgpage-embed-back = More about this in { $site }
orgpage-embed-day = As of { $day }
orgpage-basis = Basis
orgpage-networks = { $count ->
    [one] in one network
   *[other] in { $count } networks
  }
orgpage-description = { $organisation }: all public seats in networks and bodies, and who holds them.
# Consent
consent-title = What others see
consent-account = My account
consent-lead = You decide for each item who sees it. You can withdraw any consent at once.
consent-seen = How others see you
consent-seen-public = The public and search engines
consent-seen-all = Members of all networks here
consent-seen-network = Members of { $network }
consent-seen-nothing = Nothing. Without your name you do not appear there.
consent-seen-own = You always see everything yourself.
consent-field-name = Name
consent-field-office-mail = Official e-mail
consent-field-office-phone = Official telephone
consent-field-private-mail = Private e-mail
consent-field-private-phone = Private telephone
consent-field-pronouns = Pronouns
consent-field-topics = Topics
consent-value = Entered: { $value }
consent-value-none = Nothing is entered yet.
consent-hint-name = In networks you belong to, members see your name. Sensitive networks are an exception.
consent-hint-office = Address and telephone of the post belong to the office. They stay visible.
consent-option-public = public
consent-option-all = all networks
consent-option-network = { $network }
consent-option-sensitive = { $network } (sensitive)
consent-sensitive-title = Sensitive networks
consent-sensitive = { $networks } is specially protected. Nobody outside learns that you belong. Even members see your name there only if you allow it here.
consent-sensitive-several = { $networks } are specially protected. Nobody outside learns that you belong. Even members see your name there only if you allow it here.
consent-public-note = Search engines can find and copy what is public.
consent-own-topics = What others can ask you about
consent-own-topics-hint = Choose what others can ask you about. It is shown only once you release it.
consent-more = { $count ->
    [one] One more item for which nothing is entered
   *[other] { $count } more items for which nothing is entered
  }
consent-form = Release
consent-given = What you have released
consent-given-none = You have released nothing.
consent-given-none-text = Choose below what others may see.
consent-for = { $field }: { $audience }
consent-former = a network you no longer belong to
consent-withdraw = Withdraw
consent-withdraw-all = Withdraw everything
consent-save = Save
consent-saved = Saved. Your choice applies from now on.
consent-unchanged = There was nothing to change.
consent-withdrawn = Withdrawn. It can no longer be seen from now on.
consent-own-page = View my page
# Editing
edit-title = Edit { $body }
edit-purpose = Purpose
edit-purpose-hint = What is the body for? Two or three sentences are enough.
edit-purpose-en = Purpose in English
edit-mail = Mailbox
edit-mail-hint = An address that stays when people change.
edit-rhythm = Rhythm
edit-rhythm-hint = For example: second Tuesday of the month, 9:30 am
edit-organisation = Organisation
edit-organisation-hint = What the body belongs to, for example: Kreis Düren
edit-topics = Topics
edit-open = Open to everybody
edit-open-option = Those who are not members can hold a seat here, too.
edit-join = Joining
edit-join-option = The page shows how to join.
edit-save = Save
edit-cancel = Cancel
edit-saved = Saved.
# Kinds in search
facet-bodies = Bodies
facet-persons = Persons
facet-posts = Posts
facet-organisations = Organisations
facet-seats = Seats
facet-vacant = vacant at present
# One's own data and erasure
own-seats = Seats
own-body = Network or body
own-capacity = Capacity
own-from = From
own-until = Until
own-field = Detail
own-audience = For whom
own-given = Released on
own-withdrawn = Withdrawn on
own-alone = You are the last person who coordinates { $network }. Please hand on the coordination first.
own-ends = Your seat ends today: { $role }, { $body }
own-consents-go = { $count ->
    [one] Your release is withdrawn.
   *[other] Your { $count } releases are withdrawn.
  }
own-stays = That somebody held a seat from when to when stays as a record of office. Your name no longer stands with it.
own-consents-stay = That you released something and withdrew it stays for three years as proof, without your name.
