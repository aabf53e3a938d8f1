# The first meeting with an old distribution list
first-title = First meeting
first-known = You only need your old distribution list and a day. Nobody but you needs an account.
first-list = Distribution list
first-list-hint = As your mail program copies it: names with addresses, parted by semicolons, commas or lines.
first-check = Continue to check
first-check-title = Is this right?
first-who = Invited are
first-promise = All of them become members of the network and get the invitation now. They accept or decline by its link.
first-send = { $count ->
    [one] Send the invitation now
   *[other] Send { $count } invitations now
  }
first-change = Change it
first-cancel = Cancel
