# Seats elsewhere
elsewhere-title = Seats elsewhere
elsewhere-lead = In bodies that are not on this installation. Only you see this unless you show it.
elsewhere-new = Note a seat
elsewhere-edit = Change a seat
elsewhere-now = At present
elsewhere-past = Earlier
elsewhere-none = Nothing noted yet.
elsewhere-none-text = Note councils, boards and networks that do not appear here.
elsewhere-manage = Note and change
elsewhere-own-page = To my page
elsewhere-council = Advisory council
elsewhere-other = another body
elsewhere-body = Name of the body
elsewhere-body-hint = Such as the town's council of senior citizens.
elsewhere-kind = Sort
elsewhere-role = Role
elsewhere-role-hint = Such as advisory member.
elsewhere-from = First day
elsewhere-until = Last day
elsewhere-for-whom = For whom do you sit there?
elsewhere-for-me = for myself
elsewhere-for-post-passes = for the post, goes to the successor
elsewhere-for-post-ends = for the post, ends with it
elsewhere-passes = When you give the post up
elsewhere-passes-yes = Offer it to the successor
elsewhere-passes-hint = She or he learns body, sort and role, not your note. Without the tick the seat ends with the post.
elsewhere-note = Note
elsewhere-note-hint = For you only.
elsewhere-audience = Who may see the seat on your page?
elsewhere-audience-hint = Voluntary. You change it at any time. The note stays with you.
elsewhere-only-you = only me
elsewhere-one-network = one network
elsewhere-shown = shown to: { $whom }
elsewhere-forget = Delete
elsewhere-forget-yes = Delete this seat
elsewhere-forgotten = Deleted.
elsewhere-offers = Offered with the post
elsewhere-offers-text = The post had these seats before you. Take over what you go on with.
elsewhere-offer-until = held until { $day }
elsewhere-take = Take over
elsewhere-leave = Do not take over
elsewhere-taken = Taken over. The seat is in your list now.
elsewhere-left = Not taken over.
elsewhere-passes-on = is offered to the successor
elsewhere-ends-with = ends with the post
elsewhere-stays = own note
own-elsewhere-go =
    { $count ->
        [one] One seat noted elsewhere is deleted.
       *[other] { $count } seats noted elsewhere are deleted.
    }
