att-title = Attendance
att-present = in the room
att-remote = from elsewhere
att-represented = represented
att-proxy = gave a proxy
att-excused = excused
att-absent = not there
att-by = { $how } by { $name }
att-since = from { $time }
att-until = until { $time }
att-counts = Who is there
att-nobody = Nobody has been noted yet.
att-guests = { $count ->
    [one] one guest
   *[other] { $count } guests
  }
att-quorum = Quorum
att-enough = quorate
att-not-enough = not quorate
att-doubted = Somebody doubted the quorum.
att-second = This is the second meeting on the same subject, and the summons said so.
att-list = List
att-parts = Parts of the list
att-part = Part { $number }
att-votes = votes
att-no-vote = without a vote
att-how = How is { $name } there?
att-more = Substitute and times
att-who = Who comes for { $name }?
att-from = { $name }: there from
att-to = { $name }: there until
att-guest-new = Another guest
att-guest-named = { $name } (guest)
att-former = without a name
att-submit = Save attendance
att-note-kept = The attendance has been saved.
att-not-yet = Attendance is kept on the day of the meeting: { $day }.
att-sent = The minutes have been sent. The attendance stays as it is.
att-column-who = Who
att-column-how = How
att-contested = Two persons have checked in for the seat of { $name }. Please settle who is there.
att-note-since = { $count ->
    [one] Saved. One person checked in meanwhile. What she said stays.
   *[other] Saved. { $count } persons checked in meanwhile. What they said stays.
  }
att-times = Times
att-times-of = Times of { $name }
att-times-more = Came or left several times
att-times-text = One line for each time. Without “from” it begins with the sitting, without “to” it lasts to the end.
att-times-none = none
att-times-way = Time { $number }: how
att-times-by = Time { $number }: represented by
att-times-from = Time { $number }: from
att-times-to = Time { $number }: to
att-times-submit = Save times
att-note-times = The times have been saved.
# Authorisation
auth-title = Authorisation
auth-field = Authorisation as a file
auth-there = authorisation handed in
auth-missing = authorisation missing
auth-add = Add an authorisation
auth-read = See the authorisation
auth-none = No authorisation has been handed in yet.
auth-written = The rules ask for an authorisation in writing ({ $clause }).
auth-written-plain = The rules ask for an authorisation in writing.
auth-of-organisation = Whoever speaks for { $organisation } without being named for it shows an authorisation.
auth-possible = No authorisation is prescribed here. You can add one.
auth-not-here = Nobody is represented here. No authorisation is needed.
auth-who = Only those who convene and keep the attendance see the file. The minutes for members say that it was handed in.
auth-back = Back to the attendance
auth-note-added = The authorisation has been filed.
auth-note-removed = The authorisation has been removed.
