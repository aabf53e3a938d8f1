# Rules of a body: what holds, what changes.
rulebook-title = Rules
rulebook-description = Rules: { $name }. What holds, since when, with its clause.
rulebook-give = Set rules
rulebook-give-other = Choose another template
rulebook-of-network = This body has no rules of its own. Those of this network hold: { $name }
rulebook-informal = There are no formal votes here. So there are no ballots, no quorum and no proxies.
rulebook-empty = No rules are set yet.
rulebook-empty-text = Only with rules can votes be taken here. One question and one template are enough to begin with.
rulebook-this = This version
rulebook-since = In force since
rulebook-profile = Template
rulebook-note = Reason of the change
rulebook-note-hint = For instance “resolution 2026/007”.
rulebook-parameter = Rule
rulebook-value = What holds
rulebook-clause = Clause
rulebook-clause-hint = For instance “§ 4 (2)”.
rulebook-clause-text = Words of the rule
rulebook-clause-only = (clause only)
rulebook-text-alone = For reading. Whether it is kept is for you to check.
rulebook-change-link = Change
rulebook-change = Change: { $name }
rulebook-versions = Versions
rulebook-version = Version from { $day }
rulebook-holds = in force
rulebook-ahead = not in force yet
rulebook-held = held before
rulebook-compare = Compare versions
rulebook-compare-from = From
rulebook-compare-to = To
rulebook-compare-none = There are no two versions yet.
rulebook-compare-none-text = As soon as something changes, both stand here side by side.
rulebook-changes = What changes
rulebook-same = These versions do not differ.
rulebook-review = Check the change
rulebook-save = Put into force from { $day }
rulebook-again = Change more
rulebook-saved = The rules are saved.
rulebook-becomes-own = So far the rules of the network hold here. With this change the body gets its own.
rulebook-until-next = From { $day } a version holds that is entered already. It does not contain this change.
rulebook-question = Do you vote formally?
rulebook-question-hint = With no, ballots, quorum and proxies disappear from the pages. This can be changed later.
rulebook-formal-no = No, we agree by talking
rulebook-formal-yes = Yes, we count votes
rulebook-formal-gone = Ballots, quorum and proxies disappear from the pages from that day.
rulebook-next = Next
rulebook-template = What would you like to begin with?
rulebook-template-known = Every rule can be adapted afterwards. Until the first day all of it stays one version.
rulebook-from = From when?
rulebook-from-hint = What is in force stays. Before that day you can go on changing, afterwards only with a new version.
rulebook-look = Check the change
rulebook-back = Take the version back
rulebook-back-known = { $name } is not in force yet and is removed. What holds today stays.
rulebook-back-stays = { $name } is in force, or votes are held under it. It stays.
rulebook-back-done = The version is taken back.
rulebook-own = Rules entered

## Fields for values
rulebook-count = Number
rulebook-most-hint = Left empty, there is no limit.
rulebook-pattern-hint = With { "{jahr}" } for the year and { "{nr}" } for the number, for instance { "{jahr}/{nr3}" }.
rulebook-share = Share
rulebook-share-hint = As a fraction, for instance 2/3. All is 1/1.
rulebook-more = How much is needed?
rulebook-more-word =
    { $word ->
        [at_least] at least the share
       *[more_than] more than the share
    }
rulebook-unit-label = Unit
rulebook-unit =
    { $unit ->
        [none] none
        [days] days
        [weeks] weeks
        [months] months
       *[years] years
    }
rulebook-by = Who can shorten it?
rulebook-who =
    { $who ->
        [nobody] nobody
        [chair] chair or speaker
        [board] board or lead team
        [secretariat] secretariat
        [host] the host
       *[assembly] the assembly
    }
rulebook-mixed =
    { $word ->
        [share] a share, given below
        [entitled] a share of all who may vote, given below
        [cast] a share of yes and no, given below
        [exactly] a fixed number, given below
        [groups] in groups one after the other, number below
        [check] is checked and said
       *[constraint] binds
    }
rulebook-some = with the majority below
rulebook-none = does not exist
rulebook-base-label = Of what?
rulebook-base =
    { $base ->
        [cast] of the votes cast
        [valid] of the valid votes
        [present] of the votes present
        [entitled] of all who may vote
       *[members] of all members
    }
rulebook-of =
    { $of ->
        [valid] of the valid ballots
        [ballots] of all ballots
        [present] of the votes present
       *[entitled] of all who may vote
    }
rulebook-abstentions = Abstentions
rulebook-abstentions-yes = count
rulebook-invalid = Invalid votes
rulebook-invalid-yes = count
rulebook-tie = With as many yes as no
rulebook-tie-word =
    { $tie ->
        [rejected] it is rejected
       *[chair] the chair decides
    }
rulebook-least = At least for each territory
rulebook-least-hint = 0 when no places are kept.
rulebook-most = At most for each territory
rulebook-most-hint-zero = 0 when there is no limit.
