//! Who reads what is protected without a reader's condition, each with the reason.

/// File, function and why. An entry that is needed no longer fails the test.
pub const ALLOWED: &[(&str, &str, &str)] = &[
    // The rights themselves: from this the condition is made.
    (RIGHTS, "load", "derives the actor from her own seats"),
    (RIGHTS, "stand_in", "asks who sits beside her, and tells nobody"),
    (RIGHTS, "follow", "her own seats, one hop further"),
    // Verbs have found the thing under the reader's condition, and asked `require`, before.
    (BODIES, "is_slug_taken", "an address can be had once, whoever has it; asked by who founds or edits"),
    (BODIES, "count_more_open", "edit_body found the network and asked before; a number for its rule"),
    (BODIES, "network_of", "edit_body found one of its bodies and asked before; for the rule between the two"),
    (EDGES, "organ_edges_above", "connect found both ends and asked before; for the rule against circles"),
    (EDGES, "same_edges", "connect found both ends and asked before; only days come back"),
    (SEATS, "greatest_number", "add_seats found the body's roster and asked before"),
    (SEATS, "is_number_taken", "add_seats found the body's roster and asked before"),
    (OCCUPANCIES, "find_own_occupancy", "the statement asks for her own number: what she was invited to"),
    (OCCUPANCIES, "occupancies_of", "fill_seat and end_seat found the seat and asked before; for their rules"),
    (OCCUPANCIES, "has_followers", "fill_seat found the seat and asked before; yes or no"),
    (OCCUPANCIES, "substitutes_of", "its page found the seat and asked for its membership before"),
    (OCCUPANCIES, "representatives_of", "its callers found the occupancy under the condition"),
    (OCCUPANCIES, "find_representative", "end_representative finds its occupancy under the condition next"),
    (OCCUPANCIES, "find_substitute", "end_substitute finds its body under the condition next"),
    (OCCUPANCIES, "sits_in", "fill_seat may read that roster; yes or no for its rule"),
    (OCCUPANCIES, "sits_anywhere", "may_pick: whether she is new; whoever sits somewhere unseen is not found"),
    (OCCUPANCIES, "holds_post", "its callers have person and post; yes or no for their rule"),
    (OCCUPANCIES, "networks_of_post", "appoint: from the networks found it decides the right itself"),
    (OCCUPANCIES, "is_member", "fill_seat found the body and asked before; yes or no for its rule"),
    (OCCUPANCIES, "count_other_admins", "end_seat and end_occupancy asked before; against losing the last"),
    (CORRECTIONS, "of_seat_sql", "the seat's page found the seat's roster before; names are asked for each reader"),
    (CORRECTIONS, "count_mandates_since", "undo_correction asked for the post before; yes or no for its rule"),
    (CORRECTIONS, "count_built_on", "undo_correction found the occupancy and asked before; yes or no for its rule"),
    (HANDOVERS, "voices_of", "numbers for hand_over; pages find each seat under the condition next"),
    (
        HANDOVERS,
        "list_keepers_of",
        "letters that ask who keeps a network who comes, of a post hand_over asked for before",
    ),
    (HANDOVERS, "keeping_seats_of", "hand_over asked for the post before; against losing the last coordination"),
    (
        HANDOVERS,
        "mailboxes_of_post",
        "letters to functional mailboxes, which name no person; the reader sees none of it",
    ),
    (HANDOVERS, "mailboxes_of_mandates", "letters to functional mailboxes, which name no person"),
    (
        CANDIDATES,
        "list_organisations_named",
        "whether one sits nowhere; which are shown is asked of the reader's rosters",
    ),
    (OTHER_DATES, "list_others", "its callers ask for networks the reader belongs to, and no others"),
    (OTHER_DATES, "find_other", "found() asks next whether the reader belongs to its network"),
    (PAPER_CODES, "find_code", "whoever holds the letter's link; hashes only"),
    (DISPATCHES, "find_reply", "its page finds the position of its letter under the condition next"),
    (MEETING_INVITATIONS, "list_typed", "where letters go that are being written; shown to whoever convenes"),
    // A list that comes in: whoever keeps the membership was asked for that right before.
    (INTAKE, "is_as_made", "undo asked before; yes or no"),
    (PEOPLE_INTAKE, "is_changed", "undo asked before; yes or no"),
    (PEOPLE_INTAKE, "list_organisations_called", "former names of organisations, never of bodies"),
    // Joining and leaving: who somebody is to a request is decided in `stance`, after reading it.
    (REQUESTS, "find_request", "who may read it is decided next, by who she is to it"),
    (REQUESTS, "find_request_by_token", "whoever holds the letter's link"),
    (REQUESTS, "find_request_by_browser", "whoever holds the secret of the browser that asked"),
    (REQUESTS, "code_fits", "yes or no, to the browser that asked"),
    (REQUESTS, "list_own", "what she asked herself, for herself and for her erasure"),
    (REQUESTS, "list_requests", "its page found the body, and shows each by who the reader is to it"),
    (REQUESTS, "runs_already", "whoever proved the address; yes or no"),
    (REQUESTS, "list_asked_since", "moments only, against too many letters"),
    (REQUESTS, "list_unconfirmed_since", "moments only, against too many letters"),
    (REQUESTS, "waits_anywhere", "yes or no, so that Start asks no more than it must"),
    (REQUESTS, "list_waiting", "her own number and bodies she sits in; what she may do with each is decided next"),
    (REQUESTS, "OVER", "what is deleted after its time"),
    (VOUCHES, "list_vouches", "its callers found the request and who the reader is to it"),
    (VOUCHES, "list_named", "a request that is just confirmed asks those it names"),
    (VOUCHES, "list_objections", "counted by rule; shown to who decides"),
    (ASKING, "find_office_mail", "where she is written to; nobody is shown it"),
    (VOUCHES, "list_said", "her own words, for herself"),
    (JOINING, "list_persons_at", "whom a named address leads to; nobody is told"),
    (JOINING, "find_vacant_seat", "an admission was decided before; one seat's number for it"),
    (LEAVINGS, "find_leaving_of", "its callers found the occupancy and that it is hers"),
    (LEAVINGS, "list_elsewhere", "her own seats, for herself and for who keeps the membership"),
    (LEAVINGS, "list_with", "what goes back with her own leaving"),
    (PROJECTS, "list_led", "whether bodies she may change are led by anybody, for a reminder"),
    (PROJECTS, "list_open_occupancies", "close_project and its page asked before; for events and a number"),
    // Data checks: the house's own letters, and the person a link was sent to.
    (CHECKS, "list_yearly_due", "numbers of networks, for the daily job"),
    (CHECKS, "list_unasked", "whom the house writes to; its keeper asked before"),
    (CHECKS, "list_held_by", "for letters, and for the person herself behind her link"),
    (CHECKS, "list_links_of", "her own, for herself"),
    // Votes: the program itself opens, closes and counts; search decides each by its own level.
    (VOTES, "find_any_vote", "opening, closing and counting; search asks the level next"),
    (VOTES, "every_vote", "numbers only; each is decided by its kind"),
    (BODIES, "body_for_program", "opening, closing and requests to join: by the body's own rules; shown to nobody"),
    (RULEBOOK, "has_voted_since", "take_rules asked before; yes or no"),
    (RULEBOOK, "is_used", "its callers asked before; yes or no"),
    (RULEBOOK, "list_used", "its page found the body and asked before; numbers of versions"),
    (VOTES_PAST, "list_settled", "the daily job; numbers only"),
    (VOTES_OWN, "list_own", "her own, for herself"),
    // Tasks: who somebody is to one is decided in `stance`, after reading it; a body's list asks for her level before.
    (TASKS, "find_task", "its callers decide next what the reader is to it"),
    (TASKS, "find_made_for", "the program: what it left for a cause is done"),
    (TASKS, "list_by_id", "its caller decides next what the reader is to each"),
    (TASKS, "list_homes", "for the program, and for letters to those who have the task"),
    (TASK_LISTS, "list_mine", "the statement asks for her own number, and for bodies she leads"),
    (TASK_LISTS, "list_given", "the statement asks for her own number: what she gave"),
    (TASK_LISTS, "list_done_by", "the statement asks for her own number: what she did"),
    (TASK_LISTS, "list_of_body", "its callers found the body and asked how much she sees of it"),
    (TASK_LISTS, "list_leaving", "its caller decides next what the reader is to each"),
    (TASK_LISTS, "every", "numbers only; each is decided by its kind"),
    (TASK_TOPICS, "list_topics_of", "its callers found the tasks before"),
    (TASK_LETTERS, "list_due", "the daily job; nobody reads it"),
    (TASK_LETTERS, "list_holders", "whom a letter goes to; nobody is told"),
    (TASK_LETTERS, "list_leaders", "whom a letter goes to; nobody is told"),
    (TASK_OWN, "list_naming", "her own, for herself"),
    // Elections: pages and verbs found the vote under the condition before; names are asked for each reader.
    (STAND, "list_candidates", "its callers found the election and asked before"),
    (STAND, "list_candidacies", "her own, for herself"),
    (STAND, "find_counting", "its callers found the election and asked before"),
    (STAND, "find_waiver", "its callers found the election and asked before"),
    (VOTE_SEATS, "list_vote_seats", "which seats an election fills, of an election its callers found before"),
    (VOTE_SEATS, "list_held", "terms of seats whose election or roster its callers found before; no name is shown"),
    (VOTE_SEATS, "list_terms", "the terms of whoever stands, for the rule on terms in a row; yes or no"),
    (VOTE_SEATS, "list_being_filled", "its callers found the seats before; which of them an election fills"),
    (VOTE_SEATS, "list_promised", "its callers found the seats before; which of them somebody is elected to, not who"),
    // Names and contact: decided person by person and field by field, after reading.
    (CONSENTS, "list_persons_with_consents", "Names reads it and shows what consent lets this reader see"),
    (CONSENTS, "list_consents", "her own for herself; for search it becomes the scope of her entry"),
    (OWN, "list_all_consents", "her own, for herself"),
    (OWN, "count_keepers_but", "how many keep her own network beside her, before she goes"),
    (TOPICS, "list_topics_of_persons", "its callers ask consent for topics before"),
    (PEOPLE, "find_person", "her own data, or a verb that found her before"),
    (PEOPLE, "list_persons", "for search, which writes the scope beside"),
    (PEOPLE, "find_tenure", "end_tenure decides by the networks of its post next"),
    (PEOPLE, "list_tenures_of_posts", "its callers show names through Names only"),
    (PEOPLE, "list_tenures_of_person", "her own, or after her name may be shown openly"),
    (PEOPLE, "list_tenures_of_persons", "for persons whose names may be shown"),
    (PEOPLE, "list_absences", "her own"),
    (PEOPLE, "former_names_of_organisations", "of organisations, never of bodies"),
    (PEOPLE, "former_names_of_posts", "of posts, never of bodies"),
    // What search knows: whoever reads it writes the scope beside, and each hit is decided again by its slice.
    (WORDS, "scopes_of_organisation", "is the scope"),
    (WORDS, "scopes_of_person", "is the scope"),
    (WORDS, "body_words", "the scope comes with it"),
    (WORDS, "more_words_of_body", "goes with body_words"),
    (WORDS, "seat_words", "goes with body_words"),
    (WORDS, "posts_of_person", "goes with scopes_of_person"),
    (WORDS, "words_of_organisation", "names of organisations, never of bodies"),
    (WORDS, "every", "numbers only; each is decided by its kind"),
    (SEARCH, "list_entries", "keeps the index"),
    (SEARCH, "list_subjects", "keeps the index"),
    (SEARCH, "list_kinds", "keeps the index"),
    (SEARCH, "find_last_number", "keeps the index"),
    (SEARCH, "list_places", "keeps the index"),
    (SEARCH, "list_circles", "keeps the index"),
    (SEARCH, "list_exact", "numbers alone, of which list_readable says which its reader may look for"),
    (SEARCH, "list_begun", "numbers alone, of which list_readable says which its reader may look for"),
    (SEARCH, "list_candidates", "takes only what list_readable gave its reader"),
    // Accounts: whoever proves an address or a token is asked for by that.
    (ACCOUNTS, "list_accounts_at", "who has proved that the address is hers"),
    (ACCOUNTS, "find_session_by_token", "who holds the token"),
    (ACCESS, "list_acts", "what she did herself, for herself"),
    (INVITATIONS, "list_house_invitations", "its page and its verb are the operator's"),
    // Meetings: found under the reader's condition first; what hangs on one is read by its number, and what a reader hears
    // of it is decided in `hears`.
    (MEETINGS, "find_any_meeting", "letters, the daily jobs, and whoever holds the link of a letter"),
    (MEETINGS, "list_public", "the statement asks for public ones that were invited to"),
    (MEETINGS, "list_in_state", "the daily jobs; nobody reads it"),
    (MEETINGS, "every", "numbers only; each is decided by its kind"),
    (MEETINGS, "list_public_of", "the statement asks for public ones that were invited to"),
    (MEETINGS, "count_among", "its caller found the meetings before; a number of those she asks herself"),
    (FEEDS, "find_feed", "the statement asks for her own number"),
    (FEEDS, "find_by_token", "whoever holds the address"),
    (POLLS, "find_any_poll", "letters, the daily jobs, and whoever holds the link of a letter"),
    (POLLS, "list_open", "the daily jobs; nobody reads it"),
    (POLLS, "OVER", "what is deleted after its time"),
    (POLLED, "list_voters", "its callers found the poll before; names are asked for each reader"),
    (POLLED, "find_own_voter", "the statement asks for her own number"),
    (POLLED, "find_voter_by_token", "whoever holds the letter's link"),
    (POLLED, "list_picks", "its page found the poll before, for those who sit there or convene it"),
    (POLLED, "list_own_picks", "an answer: her session or the secret of her letter was asked before"),
    (POLLED, "list_polled", "her own, for herself"),
    (SERIES, "list_hosts", "its callers found the series before"),
    (SERIES, "list_decided", "its callers found the series before"),
    (AGENDA, "list_items", "its callers found the meeting before, and show what the reader hears"),
    (AGENDA, "find_item", "its callers find the meeting under the condition next"),
    (PROPOSALS, "list_proposals", "its callers found the meeting before, and show her own or what she decides"),
    (PROPOSALS, "find_proposal", "its callers find the meeting under the condition next"),
    (MEETING_INVITATIONS, "list_invitations", "its callers found the meeting before; names are asked for each reader"),
    (MEETING_INVITATIONS, "count_standing", "goes with list_invitations"),
    (MEETING_INVITATIONS, "find_invitation", "an answer: her session or the secret of her letter was asked before"),
    (MEETING_INVITATIONS, "find_own", "the statement asks for her own number"),
    (MEETING_INVITATIONS, "find_by_token", "whoever holds the letter's link"),
    (MEETING_INVITATIONS, "list_answers", "the statement asks for her own number"),
    (MEETING_LETTERS, "list_letters", "its page found the meeting before, for those who convene it"),
    (MEETING_LETTERS, "list_waiting", "the daily job; numbers only"),
    (MEETINGS, "find_next_open", "for what another body passes on to it; nobody is shown the meeting"),
    // Attendance and minutes hang on a meeting that was found before; what of them a reader reads is decided in `Reader`.
    (ATTENDANCE, "list_lines", "its callers found the meeting before, for those who convene it or sit there"),
    (ATTENDANCE, "list_spans", "goes with list_lines"),
    (ATTENDANCE, "find_head", "goes with list_lines"),
    (ATTENDANCE, "count_lines", "goes with list_lines"),
    (ATTENDANCE, "list_filed", "goes with list_lines, for those who convene"),
    (ATTENDANCE, "list_by_key", "its callers found the meeting before; names are asked for each reader"),
    (ATTENDANCE, "find_row", "add_authorisation found the meeting and asked before"),
    (ATTENDANCE, "list_sensitive_authorised", "what the calendar takes away"),
    (ATTENDANCE, "list_own", "a person's own lines of a meeting she found"),
    (ATTENDANCE, "count_check", "a number, for whoever enters herself in a meeting found before"),
    (MINUTES, "find_minutes_of", "its callers found the meeting before, and ask whether she may open them"),
    (MINUTES, "find_minutes", "its callers find the meeting under the condition next, or hold a letter's link"),
    (MINUTES, "list_closed", "the daily job; nobody reads it"),
    (MINUTES, "every", "numbers only; each is decided by its kind"),
    (MINUTES_ENTRIES, "list_entries", "its callers found the meeting before, and show what the reader reads"),
    (MINUTES_ENTRIES, "find_entry", "its callers find the meeting under the condition next, or hold a letter's link"),
    (MINUTES_ENTRIES, "list_todos", "shown with the entries a reader reads"),
    (MINUTES_ENTRIES, "find_todo", "its callers find the meeting under the condition next"),
    (MINUTES_LETTERS, "count_letters", "its page found the meeting before, for those who convene it; numbers only"),
    (MINUTES_LETTERS, "find_letter_by_token", "whoever holds the letter's link"),
    (MINUTES_LETTERS, "list_waiting", "the daily job; numbers only"),
    (MINUTES_LETTERS, "delete_letters", "what is deleted after its time"),
    (MINUTES_OBJECTIONS, "list_objections", "shown with the entries a reader reads; by a link her own alone"),
    (MINUTES_OBJECTIONS, "find_objection", "its callers find the meeting under the condition next"),
    (MINUTES_OBJECTIONS, "count_open", "its verb found the meeting before; a number only"),
    (MINUTES_OBJECTIONS, "list_addenda", "its callers found the meeting before"),
    (MINUTES_OWN, "list_attended", "her own, for herself"),
    (MINUTES_OWN, "list_objected", "her own, for herself"),
    (MEETING_OWN, "list_invited", "her own, for herself"),
    (MEETING_OWN, "list_proposed", "her own, for herself"),
    (MEETING_OWN, "OVER", "what is deleted after its time"),
    // Exchange: a thread is found under the reader's condition first; what hangs on one is read by its number. Letters are
    // written by the program, which asks for each reader's rights when it writes one.
    (THREADS, "find_any_thread", "letters, jobs and search, which decide again for each reader"),
    (THREADS, "list_forwarded", "the statement asks for what came to networks she is in"),
    (THREADS, "list_forwards", "its callers found the threads before, and name no network she may not see"),
    (THREADS, "list_unfinished", "the daily job; each writer's rights are asked before her letter"),
    (THREADS, "list_present", "its callers found the thread or the body before; yes or no for each writer"),
    (THREADS, "every", "numbers only; each is decided by its kind"),
    (REPLIES, "list_replies", "its callers found the thread before"),
    (REPLIES, "find_reply", "its callers find the thread under the condition next"),
    (REPLIES, "list_earlier", "its page found the thread before"),
    (STANDING, "list_own", "the statement asks for her own number"),
    (STANDING, "list_all", "letters; each reader is told of her own choice only"),
    (STANDING, "list_asked", "its callers found the thread before; names are asked for each reader"),
    (STANDING, "LONG_SILENT", "what is deleted after its time"),
    (COUNTS, "list_names", "to warn whoever writes of names in her own words; nobody is told them"),
    (TOLD, "list_lively", "letters; rights are asked for each reader"),
    (TOLD, "list_replies", "letters; rights are asked for each reader"),
    (TOLD, "list_writers", "letters; rights are asked for each reader"),
    (EXCHANGE_OWN, "list_begun", "what she wrote herself, for herself"),
    (EXCHANGE_OWN, "list_answered", "what she wrote herself, for herself"),
    (EXCHANGE_OWN, "list_chosen", "her own choices; threads are asked for under the condition next"),
    (INCOMING, "is_known", "yes or no for the inbox, which tells nobody"),
    (INCOMING, "list_outside", "the inbox finds each thread under the writer's condition next"),
    (INCOMING, "list_by_mail", "letters; each reader's rights are asked before hers"),
    (INCOMING, "find_held_by_token", "the statement asks for the hash of a secret a letter told"),
    (INCOMING, "find_held", "its callers ask next whether she leads the body"),
    (INCOMING, "list_held", "its page asked before whether she leads the body"),
    (INCOMING, "list_held_of", "what waits for one person, written in her name by the verb that found one of them"),
    (INCOMING, "count_held", "a number for the inbox"),
    (INCOMING, "find_by_alias", "whose a letter is, asked by the inbox"),
    (INCOMING, "list_aliases", "the statement asks for her own number"),
    (ROSTERS, "list_at_office", "whose a letter is, asked by the inbox; nobody is told"),
    (CIRCULARS, "find_any_circular", "its callers ask next whether she leads, is asked, or got it"),
    (CIRCULARS, "list_asking", "the statement asks for networks its page found that she leads"),
    (CIRCULARS, "list_due", "the job that sends"),
    (CIRCULARS, "list_recipients", "for those who lead, and for herself whether it went to her"),
    (CIRCULARS, "list_waiting", "the daily job; numbers only"),
    (CIRCULARS, "list_traits", "those who lead the body write to whoever sits there"),
    (CIRCULARS, "list_about", "those who lead the body write to whoever can be asked; numbers only"),
    (RELAYS, "list_relays", "its page asked before whether she leads the body"),
    (RELAYS, "find_relay", "its callers ask next whether she leads its body"),
    (RELAYS, "list_untold", "the daily job; numbers of bodies only"),
    (RELAYS, "list_leaders", "letters to those who lead"),
    ("crates/exchange/src/store/supports.rs", "list_of_person", "her own, for herself"),
    (TOLD, "list_words", "passages found the threads under the reader's condition before"),
    (BODIES, "quiet_bodies", "numbers of bodies that are named in no letter; nobody reads it"),
    (BODIES, "list_for_program", "what is told; rights are asked for each reader"),
    (SEARCH, "list_terms", "words to compare; which of them she may find is asked next"),
    (FOLLOWED, "list_followed", "her own choices; letters ask for whom they are written"),
    (FOLLOWED, "list_following", "numbers of persons, for the letters of the week"),
    (NOTICES, "list_marks", "what she put away herself; letters ask for whom they are written"),
    (NOTICES, "list_levels", "her own choices; letters ask for whom they are written"),
    (NOTICES, "list_away", "letters wait for who is away; nobody reads it"),
    (NOTICES, "list_sitting", "letters; rights are asked for each of them"),
    (NOTICES, "find_by_token", "whoever holds the letter's link"),
    (NOTICES, "find_by_stop", "whoever holds the letter's link"),
    (NOTICES, "OLD", "what is deleted after its time"),
    (ROSTERS, "list_office_addresses", "where letters to herself go; nobody reads it"),
    // Mandates: who is sent where has mostly no row of its own, so rows are read first and decided in `knows` and `stance`.
    (MANDATES, "find_delegation", "its callers decide next what the reader is to it"),
    (MANDATES, "list_on_seats", "its callers ask for her own seats, or decide for each"),
    (MANDATES, "list_into", "its callers decide for each; the daily jobs"),
    (MANDATES, "list_around", "its callers decide for each"),
    (MANDATES, "list_untold", "the daily job; nobody reads it"),
    (MANDATES, "list_succeeded", "the daily job; nobody reads it"),
    (MANDATE_LETTERS, "list_seats_of", "numbers of seats; of which the reader knows is decided next"),
    (OPARL, "find_source", "its callers asked who enters the sittings of that side before"),
    (OPARL, "find_reading", "the job that reads; nobody reads it"),
    (OPARL, "list_meetings", "its callers found the source of their side before"),
    (OPARL, "list_linked", "its callers found the source of their side before"),
    (RAISED, "list_steps_of", "its callers found what they belong to under the condition"),
    (RAISED, "list_senders", "numbers of bodies; what they raised is read under the condition next"),
    (MANDATE_SESSIONS, "find_session", "its callers ask next whether it is of her side"),
    (MANDATE_SESSIONS, "list_of_side", "its callers found a delegation of hers on that side before"),
    (MANDATE_SESSIONS, "list_between", "the daily jobs; nobody reads it"),
    (MANDATE_SESSIONS, "every", "numbers only; each is decided by its kind"),
    (MANDATE_SESSIONS, "list_items", "its callers found the sitting before; search writes the scope beside"),
    (
        MANDATE_REPORTS,
        "list_overdue",
        "for those who lead the senders, asked before; that one is missing, and no word of it",
    ),
    (MANDATE_FORMER, "list_reached", "the program: whose leaders are written to; nobody reads it"),
    (MANDATE_REPORTS, "list_waiting", "the daily jobs; nobody reads it"),
    (MANDATE_REPORTS, "every", "numbers only; each is decided by its kind"),
    (MANDATE_OPENED, "find_opened", "the statement asks for parts everybody may read"),
    (MANDATE_OPENED, "list_opened_by_id", "the statement asks for parts everybody may read"),
    (MANDATE_OPENED, "list_opened", "the statement asks for parts everybody may read"),
    (RAISED, "find_words", "for search, which writes the scope beside"),
    (RAISED, "every", "numbers only; each is decided by its kind"),
    (RAISED, "list_next", "the daily job; who is written to is asked again"),
    (RAISED, "list_steps", "its page found it before"),
    (RAISED, "list_followers", "its page found it before and shows how many; letters ask each again"),
    (MANDATE_LETTERS, "list_sent", "letters; pages show the names each reader may see"),
    (MANDATE_LETTERS, "list_leaders", "letters; nobody reads it"),
    (MANDATE_LETTERS, "list_above", "the program: how far a report rises"),
    (MANDATE_OWN, "list_reports", "her own, for herself"),
    (MANDATE_OWN, "list_notes", "her own, for herself"),
    (MANDATE_OWN, "list_raised", "her own, for herself"),
    // The register and the rules: numbers for the next one, the calendar, and what somebody entered herself.
    (REGISTER, "replaces_any", "withdraw found the entry before; yes or no"),
    (REGISTER, "list_topics_of", "its callers found the resolutions before"),
    (REGISTER, "list_taken", "adopt and enter_old found the body before; numbers for the next one"),
    (REGISTER, "find_words", "for search, which writes the scope beside"),
    (REGISTER, "every_resolution", "numbers only; each is decided by its kind"),
    (REGISTER, "list_entered", "what she entered herself, for herself"),
    (RULEBOOK, "list_coming_into_force", "the daily job: whether a body votes formally follows its rules"),
    (RULEBOOK, "list_given", "what she entered herself, for herself"),
    // What hangs on a position is read after the position was found under the reader's condition.
    (
        POSITIONS,
        "find_any_position",
        "for verbs that found it before, for search, which writes its scope beside, and for jobs",
    ),
    (POSITIONS, "list_input_over", "the daily job, which tells those who lead the body"),
    (POSITIONS, "list_to_review", "the daily job, which tells those who lead the body"),
    (POSITIONS, "last_number", "publish found the position and asked before; a number"),
    (POSITIONS, "every", "numbers for search, which writes the scope beside"),
    (POSITIONS, "list_minorities", "its callers found the position under the condition"),
    (POSITION_VERSIONS, "list_versions", "its page found the position and asks whether she is inside"),
    (
        POSITION_VERSIONS,
        "list_paragraphs",
        "its callers found the position under the condition; search writes its scope beside",
    ),
    (POSITION_VERSIONS, "list_keys", "its page found the position and asks whether she is inside"),
    (POSITION_VERSIONS, "list_part", "its page found the position under the condition"),
    (POSITION_VERSIONS, "count_paragraphs", "its page found the position under the condition; a number"),
    (POSITION_VERSIONS, "find_words", "its page found the position and asks whether she is inside"),
    (POSITION_VERSIONS, "find_version", "its callers found the position and ask whether she is inside"),
    (AMENDMENTS, "list_amendments", "its callers found the position and ask whether she is inside"),
    (AMENDMENTS, "list_beside", "its page found the position and asks whether she is inside"),
    (AMENDMENTS, "find_asked", "answers by letter: the seat somebody was asked on, for herself"),
    (AMENDMENTS, "list_own_comments", "answers by letter: what she wrote herself"),
    (AMENDMENTS, "find_amendment", "its callers find its position under the condition next"),
    (AMENDMENTS, "last_number", "propose found the position and asked before; a number"),
    (AMENDMENTS, "list_consents", "its callers found the position and ask whether she is inside"),
    (AMENDMENTS, "list_comments", "its page found the position and asks whether she is inside"),
    (AMENDMENTS, "list_comments_to", "its page found the position and asks whether she is inside"),
    (AMENDMENTS, "find_letter", "whoever holds the letter's link"),
    (SIGNATURES, "list_movers", "its callers found the position under the condition"),
    (
        SIGNATURES,
        "list_movers_of",
        "cards find the positions under the condition before; letters are judged for each reader",
    ),
    (
        SIGNATURES,
        "list_by_id",
        "cards of those of her own networks; their positions are found under the condition next",
    ),
    (SIGNATURES, "list_signatures", "its callers found the position; who is named is decided for each reader"),
    (SIGNATURES, "find_signature", "its callers find its position under the condition next"),
    (DISPATCHES, "list_dispatches", "its callers found the position; planned ones are shown to those who lead"),
    (DISPATCHES, "find_dispatch", "its callers find its position under the condition next"),
    (DISPATCHES, "list_overdue", "the daily job, which tells those who lead the body"),
    (DISPATCHES, "list_replies", "its callers found the position; what is not open is shown inside alone"),
    (DISPATCHES, "list_reminders", "its callers found the position; days alone are shown"),
    (DISPATCHES, "list_waiting", "numbers of mails, for the daily job that keeps the proof"),
    (AMENDMENTS, "list_amendments_of", "the motion book found its motions under the condition before"),
    (EFFECTS, "list_effects", "its callers found the position; what is not shown is read inside alone"),
    (SIGNERS, "list_signers", "its callers found the position; who is named is decided for each reader"),
    (SIGNERS, "find_by_hash", "whoever holds the association's link"),
    (SIGNERS, "signing_rules", "its callers found the position under the condition"),
    (SIGNERS, "find_contradiction", "publish found the position and asked before; a number"),
    (HEARINGS, "find_any_hearing", "answers by letter: whether its body takes any; rights are asked next"),
    (HEARINGS, "list_points", "its callers found the hearing under the condition, or by the link of a letter"),
    (HEARINGS, "list_networks", "its callers found the hearing; who is named is decided for each reader"),
    (HEARINGS, "list_voices", "for those who work on the reply; who is named is what each chose"),
    (HEARINGS, "list_own", "what she or her network said, for herself"),
    (HEARINGS, "count_voices", "how many, for those who work on the reply"),
    (HEARINGS, "list_releases", "its callers found the hearing and ask whether she is inside"),
    (HEARINGS, "find_letter", "whoever holds the letter's link"),
    (QUESTIONS, "find_any_questions", "for search, which writes its scope beside"),
    (QUESTIONS, "every", "numbers for search, which writes the scope beside"),
    (QUESTIONS, "list_questions", "its callers found the questions under the condition"),
    (QUESTIONS, "list_parties", "its callers found the questions; addresses are shown to those who lead"),
    (QUESTIONS, "find_party", "its callers find the questions under the condition next"),
    (QUESTIONS, "list_answers", "its callers found the questions under the condition"),
    (QUESTIONS, "list_waiting", "numbers of mails, for the daily job that keeps the proof"),
    (BOOKS, "list_texts", "the book found its motions under the condition before"),
    (BOOKS, "list_movers", "the book found its motions under the condition before"),
    (POSITION_OWN, "list_contributed", "the statement asks for her own number"),
    (POSITION_OWN, "list_told", "the statement asks for her own number"),
    (POSITION_OWN, "list_signed", "the statement asks for her own number"),
    (POSITION_OWN, "list_begun", "the statement asks for her own number"),
    (POSITION_OWN, "list_asked", "the statement asks for her own number"),
    (POSITION_OWN, "list_remarked", "the statement asks for her own number"),
    // The console of whoever runs the installation: numbers and counts, never names.
    (CHECK, "counts", "how much there is, for the console"),
    (CHECK, "QUESTIONS", "numbers of rows that contradict each other, for the console"),
    (CARE, "list_without_handover", "how many, for the daily job's line in the log"),
    (RETENTION, "list_forgotten", "persons nobody refers to any more, to take them away"),
    (CHECK, "documents", "numbers the index knows, for the console"),
];

const STAND: &str = "crates/decisions/src/store/candidates.rs";
const VOTE_SEATS: &str = "crates/decisions/src/store/election_seats.rs";
const ROSTERS: &str = "crates/networks/src/store/roster.rs";
const THREADS: &str = "crates/exchange/src/store/threads.rs";
const REPLIES: &str = "crates/exchange/src/store/replies.rs";
const STANDING: &str = "crates/exchange/src/store/standing.rs";
const COUNTS: &str = "crates/exchange/src/store/counts.rs";
const TOLD: &str = "crates/exchange/src/store/told.rs";
const EXCHANGE_OWN: &str = "crates/exchange/src/store/own.rs";
const INCOMING: &str = "crates/exchange/src/store/incoming.rs";
const CIRCULARS: &str = "crates/exchange/src/store/circulars.rs";
const RELAYS: &str = "crates/exchange/src/store/relays.rs";
const FOLLOWED: &str = "crates/notices/src/store/topics.rs";
const NOTICES: &str = "crates/notices/src/store.rs";
const OTHER_DATES: &str = "crates/meetings/src/store/others.rs";
const PAPER_CODES: &str = "crates/meetings/src/store/codes.rs";
const MEETINGS: &str = "crates/meetings/src/store/meetings.rs";
const FEEDS: &str = "crates/meetings/src/store/feeds.rs";
const POLLS: &str = "crates/meetings/src/store/polls/mod.rs";
const POLLED: &str = "crates/meetings/src/store/polls/asked.rs";
const SERIES: &str = "crates/meetings/src/store/series.rs";
const AGENDA: &str = "crates/meetings/src/store/agenda.rs";
const PROPOSALS: &str = "crates/meetings/src/store/proposals.rs";
const MEETING_INVITATIONS: &str = "crates/meetings/src/store/invitations.rs";
const MEETING_LETTERS: &str = "crates/meetings/src/store/letters.rs";
const ATTENDANCE: &str = "crates/meetings/src/store/attendance.rs";
const MINUTES: &str = "crates/meetings/src/store/minutes/mod.rs";
const MINUTES_ENTRIES: &str = "crates/meetings/src/store/minutes/entries.rs";
const MINUTES_LETTERS: &str = "crates/meetings/src/store/minutes/letters.rs";
const MINUTES_OBJECTIONS: &str = "crates/meetings/src/store/minutes/objections.rs";
const MINUTES_OWN: &str = "crates/meetings/src/store/minutes/own.rs";
const MEETING_OWN: &str = "crates/meetings/src/store/own.rs";
const POSITIONS: &str = "crates/positions/src/store/positions.rs";
const POSITION_VERSIONS: &str = "crates/positions/src/store/versions.rs";
const AMENDMENTS: &str = "crates/positions/src/store/amendments.rs";
const SIGNATURES: &str = "crates/positions/src/store/signatures.rs";
const DISPATCHES: &str = "crates/positions/src/store/dispatches.rs";
const EFFECTS: &str = "crates/positions/src/store/effects.rs";
const SIGNERS: &str = "crates/positions/src/store/signers.rs";
const HEARINGS: &str = "crates/positions/src/hearing/store.rs";
const QUESTIONS: &str = "crates/positions/src/questions/store.rs";
const BOOKS: &str = "crates/positions/src/book/store.rs";
const POSITION_OWN: &str = "crates/positions/src/store/own.rs";
const MANDATES: &str = "crates/mandates/src/store/delegations.rs";
const OPARL: &str = "crates/mandates/src/store/oparl.rs";
const MANDATE_SESSIONS: &str = "crates/mandates/src/store/sessions.rs";
const MANDATE_REPORTS: &str = "crates/mandates/src/store/reports.rs";
const MANDATE_FORMER: &str = "crates/mandates/src/store/former.rs";
const MANDATE_OPENED: &str = "crates/mandates/src/store/opened.rs";
const MANDATE_LETTERS: &str = "crates/mandates/src/store/letters.rs";
const MANDATE_OWN: &str = "crates/mandates/src/store/own.rs";
const RAISED: &str = "crates/mandates/src/store/raised.rs";
const TASKS: &str = "crates/tasks/src/store/mod.rs";
const TASK_TOPICS: &str = "crates/tasks/src/store/topics.rs";
const TASK_LISTS: &str = "crates/tasks/src/store/lists.rs";
const TASK_LETTERS: &str = "crates/tasks/src/store/letters.rs";
const TASK_OWN: &str = "crates/tasks/src/store/own.rs";
const REGISTER: &str = "crates/decisions/src/store/resolutions.rs";
const RULEBOOK: &str = "crates/decisions/src/store/rules.rs";
const RIGHTS: &str = "lib/rights/src/actor.rs";
const BODIES: &str = "crates/networks/src/store/bodies.rs";
const EDGES: &str = "crates/networks/src/store/edges.rs";
const SEATS: &str = "crates/networks/src/store/seats.rs";
const OCCUPANCIES: &str = "crates/networks/src/store/occupancies.rs";
const CONSENTS: &str = "crates/networks/src/store/consents.rs";
const OWN: &str = "crates/networks/src/store/own.rs";
const TOPICS: &str = "crates/networks/src/store/topics.rs";
const WORDS: &str = "crates/networks/src/store/pages_people.rs";
const PEOPLE: &str = "crates/people/src/store.rs";
const SEARCH: &str = "crates/search/src/store.rs";
const ACCOUNTS: &str = "crates/accounts/src/store.rs";
const ACCESS: &str = "crates/accounts/src/store/own.rs";
const INVITATIONS: &str = "crates/accounts/src/store/invitations.rs";
const PROJECTS: &str = "crates/networks/src/store/projects.rs";
const CHECKS: &str = "crates/networks/src/store/checks.rs";
const CARE: &str = "crates/networks/src/store/care.rs";
const CORRECTIONS: &str = "crates/networks/src/store/corrections.rs";
const HANDOVERS: &str = "crates/networks/src/store/handovers.rs";
const CANDIDATES: &str = "crates/networks/src/store/candidates.rs";
const INTAKE: &str = "crates/networks/src/store/intake.rs";
const PEOPLE_INTAKE: &str = "crates/people/src/store/intake.rs";
const RETENTION: &str = "crates/geflecht/src/retention.rs";
const CHECK: &str = "crates/geflecht/src/commands/check/store.rs";
const JOINING: &str = "crates/networks/src/store/joining/mod.rs";
const ASKING: &str = "crates/networks/src/store/asking.rs";
const REQUESTS: &str = "crates/networks/src/store/joining/requests.rs";
const VOTES: &str = "crates/decisions/src/store/votes.rs";
const VOTES_PAST: &str = "crates/decisions/src/store/past.rs";
const VOTES_OWN: &str = "crates/decisions/src/store/own.rs";
const VOUCHES: &str = "crates/networks/src/store/joining/vouches.rs";
const LEAVINGS: &str = "crates/networks/src/store/joining/leavings.rs";
