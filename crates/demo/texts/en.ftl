entrance-title = Demo: equality networks
entrance-lead = Here you see nine networks on 23 November 2026. Municipalities, networks and bodies are real. All persons are invented. Try whatever you like.
entrance-personas = Choose a person
entrance-as = Look
entrance-as-name = Look as { $name }
entrance-here = This is you now
entrance-networks = The networks
entrance-hidden = A tenth network is hidden. Whoever does not belong to it learns nothing of it.
entrance-letters = { $count ->
    [0] No mail yet
    [one] One mail
   *[other] { $count } mails
  }
entrance-letters-text = Mails do not leave the demo. You can read them here, also those with a sign-in code.
letters-title = Mail of the demo
letters-lead = These mails would have been sent, the newest first.
letters-kept = The last { $n } are kept.
letters-back = To the demo
letters-none = No mail yet.
letters-none-text = As soon as somebody gets an invitation or a code, the mail is here.
letters-from = From { $name }
letters-words = The same words as plain text
letters-to = To { $address }
letters-calendar = With an entry for the calendar
letters-calendar-cancel = With a cancellation for the calendar
why-mira = She sits in eight networks: through her post, elected, sent and as a person. Two of her terms end soon.
why-lag = She keeps 370 seats and has no vote herself. Two speakers' terms end soon, one is over already.
why-rag = She keeps 38 posts, the committee and its delegations. One delegation has lost its base.
why-ak = Her working circle never votes formally. One post is vacant, one colleague is stood in for.
why-gast = He works in the committee on digital change. Of the association he sees what everybody sees.
why-verein = She speaks in the women's network for one of its sixty member organisations.
why-stellvertretung = The officer is away for half a year. Until then her deputy acts for the post.
why-neu = She took over the seats of her post and has not shared anything yet.
why-ehemals = Her post and all her seats have passed to her successor or ended.
why-lsbtiq = Only members learn who belongs to this network.
why-verborgen = Nobody but its five members knows of this network.
why-betrieb = This person runs the installation and reads in no network.
pages-label = Pages
