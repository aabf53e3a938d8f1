# Words all pages of networks need.
nav-networks = Networks
tab-overview = Overview
tab-bodies = Bodies
tab-persons = People
tab-members = Members
tab-picture = Picture
day-label = As of
day-show = Show
# Offices
office-chair = Chair
office-deputy-chair = Deputy chair
office-speaker = Speaker
office-secretary = Secretary
office-treasurer = Treasurer
office-assessor = Assessor
office-secretariat = Office of the network
office-network-admin = Coordination
office-host = Host
office-rapporteur = Rapporteur
# Voice
voice-voting = with a vote
voice-advisory = advisory
voice-observer = observing
voice-guest = as a guest
voice-office = office
# To whom a seat belongs
seat-post = seat of the post
seat-organisation = seat of the organisation
seat-territory = seat for a territory
seat-territory-of = seat for { $territory }
seat-elected = elected
seat-delegated = sent
seat-delegated-by = sent by { $body }
seat-ex-officio = ex officio
seat-personal = seat of the person
seat-guest = guest seat
seat-number = Seat { $number }
# Roles
role-member = member
role-member-post = member through the post
role-member-elected = elected member
role-member-delegated = delegated member
role-member-ex-officio = member ex officio
role-advisory = advisory member
role-observer = observer
role-guest = guest
capacity-acting = acting
capacity-deputy = as deputy
capacity-representative = for the organisation
capacity-substitute = as substitute
# How a seat stands
state-vacant = vacant
state-filled = filled
state-carries = in office until the next election
state-passes = passes to the successor
state-suspended = suspended
state-unrepresented = without representative
# Kinds of bodies
kind-network = Network
kind-assembly = Assembly
kind-committee = Committee
kind-project-group = Project group
kind-conference = Conference
kind-board = Board
kind-lead-team = Leadership team
kind-outside = Body of others
# Reach
reach-region = Region
reach-land = State
reach-federal = Federal
# Kinds of organisations
organisation-municipality = Municipality
organisation-district = District
organisation-land = State
organisation-federal = Federation
organisation-ministry = Ministry
organisation-association = Association
organisation-company = Company or chamber
organisation-unit = Office or department
organisation-other = Organisation
# Names that are not shown
name-hidden = Name for members only
name-withheld = Name not released
members-only = Only members of { $network } see this part.
members-only-ask = The contact address answers questions about the network.
not-then = On { $day } there was no { $name }.
not-then-text = Choose another day.
back-to-today = Back to today
told-body-ended = The body has ended
