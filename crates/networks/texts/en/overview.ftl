# Networks, bodies, members and their pictures.
# P09
networks-title = Networks
networks-lead = Who works together here: in the region, the state, the country.
networks-description = The networks of municipal equality work with their tasks and bodies.
networks-mine = Your networks
networks-view = View
networks-as-list = List
networks-as-picture = Overview as a picture
networks-picture-intro = Which network works with whom, who belongs where?
networks-empty = No network yet.
networks-empty-text = Networks appear here once the first one is founded.
networks-says = { $count ->
    [one] One network.
   *[other] { $count } networks of region, state and country.
  }
networks-members-hidden = Who belongs stays within the network.
in-a-body = seat in a body
# Numbers
members = { $count ->
    [one] 1 member
   *[other] { $count } members
  }
members-elected = { $count ->
    [one] 1 elected member
   *[other] { $count } elected members
  }
seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
  }
seats-advisory = { $count ->
    [one] advisory, 1 seat
   *[other] advisory, { $count } seats
  }
seats-vacant = { $count ->
    [one] 1 seat, vacant
   *[other] { $count } seats, vacant
  }
seats-filled = { $filled } of { $all } seats filled
and-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
# P10
contact = Contact us
write-to = Email to { $mail }
you-are = You: { $role }
fact-members = { $count ->
    [one] Member
   *[other] Members
  }
fact-organisations = { $count ->
    [one] Member organisation
   *[other] Member organisations
  }
fact-districts = { $count ->
    [one] District or city
   *[other] Districts and cities
  }
fact-outside = { $count ->
    [one] Seat in bodies of others
   *[other] Seats in bodies of others
  }
fact-bodies = { $count ->
    [one] Body
   *[other] Bodies
  }
structure-title = How the network is built
structure-intro = Who belongs, who is elected, where do we have a say?
structure-intro-informal = Who belongs, where do we have a say?
structure-sends = election and delegation
structure-sends-informal = delegation
structure-belongs = belonging
structure-cooperates = cooperation
picture-as-table = Read the picture as a table
map-as-table = Read the map as a table
picture-large = See the large picture
where-title = Where we work
speaks-title = Who speaks for us
speaks-empty-seat = vacant at present
elected-until = elected until { $when }
until-when = until { $when }
since-when = since { $when }
join-title = Take part
join-open = open to non-members, too
join-become = Become a member
join-become-plain = Tell us who you are. This is how it goes on.
topics-title = Topics
news-title = What is new
news-empty = Nothing has happened here yet.
ending-title = Seats and terms
ending-empty = All seats are filled. No term ends soon.
ending-all = See all bodies
ask-title = Whom you can ask
ask-all = All people
ask-empty = Nobody coordinates the network at present.
bodies-rhythm-title = Bodies and their meetings
sensitive-note = Only members learn who belongs to the network.
# What happened
news-and-more = { $count ->
    [one] { $what }, and one more
   *[other] { $what }, and { $count } more
  }
news-founded = Network founded
news-body-added = New body
news-body-ended = Body ended
news-renamed = Renamed
news-edited = Details changed
news-topics = Topics changed
news-connected = New connection
news-disconnected = Connection ended
news-seat-filled = Seat filled
news-seat-vacated = Seat becomes free
news-seat-ended = Seat abolished
news-seats-added = New seats
news-post-filled = Post filled
news-post-left = Post becomes free
news-representative = Representative of the organisation changed
news-substitute = Substitute named
# The picture
picture-title = Structure: { $network }
picture-who = Who
picture-size = Size
picture-links = Connection
group-city = City of { $name }
group-municipality = Municipality of { $name }
group-others = Others
heading-districts = Municipalities and districts
heading-regions = Administrative regions
heading-lands = States
heading-members = Members
heading-organisations = Organisations
heading-committees = Committees
heading-bodies = Bodies
heading-advises = Advises in
heading-takes-part = Takes part in
link-form = together form
link-bodies = has these bodies
link-advises = advises in
link-takes-part = takes part in
link-named = { $who }: { $verb }
link-seats = seats in
partners-heading = { $network } works together with:
partner-cooperates = cooperates
partner-we-belong = member there
partner-belongs = member here
partner-we-send = delegates there
partner-sends = sends delegates here
partner-organ = connected
edge-belongs = belongs to
edge-elects = elects
edge-elects-every = { $years ->
    [one] elects every year
   *[other] elects every { $years } years
  }
edge-elected-by = elected by
edge-sends = sends to
edge-sent-by = seats from
edge-organ-of = organ of
edge-has-organ = has as organ
edge-cooperates = works together with
edge-member-of = is a member of
says-members = { $count ->
    [one] { $network } has one member.
   *[other] { $network } has { $count } members.
  }
says-bodies = Bodies: { $names }.
says-bodies-many = There are { $count } bodies.
says-outside = Represented in bodies of others: { $names }.
says-outside-many = The network is represented in { $count } bodies of others.
says-partners = { $count ->
    [one] There is a connection to one other network.
   *[other] There are connections to { $count } others.
  }
# The map
map-title = Map of municipalities: { $network }
map-place = Municipality
map-area = Area
map-state = Status
map-group = { $name } ({ $part } of { $whole })
map-says = { $all } municipalities. The network is represented in { $part } of them.
map-represented = represented in the network
map-vacant = post vacant at present
map-absent = not in the network
map-caption = Filled: represented in the network.
map-hex = Each hexagon is a municipality.
map-elsewhere = { $count ->
    [one] One more member has no municipality of its own, such as one at a district.
   *[other] { $count } more members have no municipality of their own, such as those at districts.
  }
# P11
large-page-title = Overview as a picture: { $network }
large-description = How { $network } is built: members, bodies, delegations.
large-years = Years
large-year-today = today
large-focus = In the centre
large-focus-all = everything
large-empty = No picture yet.
large-empty-text = As soon as there are two bodies, a picture appears here.
large-skip = Skip the picture
chains-title = Who sends whom
chains-intro = From election to seat: where the chain holds and where it is broken.
chain-title = The way to { $body }
chain-title-all = The ways to { $count } bodies
chain-says = { $count ->
    [one] One body.
   *[other] { $count } bodies, from { $first } to { $last }.
  }
chain-stage = Body
chain-from = Sent by
chain-who = Who
chain-state = State
chain-ok = filled
chain-vacant = vacant
chain-broken = broken: no seat any more in the body that sends
terms-title = Terms: { $body }
terms-says = { $count ->
    [one] One seat and who had it.
   *[other] { $count } seats and who had them.
  }
terms-seat = Seat
terms-who = Who
terms-period = Period
terms-state = State
terms-today = today
terms-key-end = end of the term
terms-key-open = no fixed end
terms-held = in office
terms-over = ended
terms-next = to come
terms-vacant = vacant
terms-someone = filled
# P12 and the list of bodies
bodies-title = Bodies
bodies-page-title = Bodies: { $network }
bodies-description = The bodies of { $network } and where the network takes part.
bodies-own = Own bodies
bodies-outside = Bodies of others in which the network takes part
bodies-empty = No body yet.
bodies-empty-text = Committees, board and project groups appear here once they exist.
body-description = { $body } of { $network }: task and seats.
body-edit = Change details
body-terms = Terms
body-facts = At a glance
body-kind = Kind
body-network = Network
body-organ-of = Organ of
body-elected-by = Elected by
body-sent-by = Seats from
body-sends-to = Sends to
body-cooperates = Works together with
body-member-of = Member of
body-rhythm = Meetings
body-term = Term
body-term-years = { $years ->
    [one] 1 year
   *[other] { $years } years
  }
body-term-months = { $months } months
body-open = Taking part
body-open-yes = Open to non-members of the network, too
body-open-no = For members of the network
body-topics = Topics
body-carries = After the term
body-carries-yes = Those elected stay in office until the next election.
body-carries-no = The seat is free until there is an election.
body-seats = Who sits here
body-advising = Advising and as guests
body-empty = Seats are not filled yet.
body-empty-text = Once there are seats, you find here who has them.
col-seat = Seat
col-who = Who
col-kind = Kind
col-since = Since
col-until = Until
col-state = Status
open-end = no fixed end
stands-title = Substitutes
stands-intro = Who stands in or moves up does not count as a seat.
stands-any = for any seat
stands-for = for { $seat }
stands-moves = moves up
stands-in = stands in
sent-title = Sent from here
absent = away at present
# P17
members-page-title = Members: { $network }
members-description = The members of { $network }.
members-count = { $count ->
    [one] 1 member
   *[other] { $count } members
  }
members-vacancies = { $count ->
    [one] one post vacant
   *[other] { $count } posts vacant
  }
members-list = List
members-map = Map
members-map-link = The map is on the page of the network.
members-filter = Area or kind
members-all = all
members-show = Show
members-reset = Reset filter
members-empty = No member yet.
members-empty-text = Members appear here once the first have joined.
members-no-hit = Nothing found.
members-no-hit-text = There are no members for this choice.
members-hidden = { $count ->
    [one] There is one more member whose name is not released.
   *[other] There are { $count } more members whose names are not released.
  }
col-member = Member
col-area = Area
col-organisation = Organisation
col-represented = Represented by
pages-label = Pages
