# Handing a post over
handover-title = Hand a post over
handover-intro = Everything changes on one day: seats, rights and public pages. Until then you can take it back.
handover-vacant = Nobody has this post at present.
handover-somebody = a person
handover-whose = Whose time in the post ends?
handover-last = Last day
handover-last-hint = On the day after, the post belongs to the successor.
handover-no-day = Please give the last day.
handover-seek = Who succeeds? Search by name
handover-seek-hint = Only needed if the person is entered here already.
handover-seek-none = Nobody found. You can enter the person below.
handover-preview = Show preview
handover-passes = Passes to the successor
handover-passes-none = The post has no seat that you see.
handover-ends = Hangs on the post
handover-ends-none = No personal mandate hangs on the post.
handover-voice = speaks for the organisation there; it names anew
handover-voice-passes = the post speaks for the organisation there
handover-voice-stays = speaks for another organisation there
handover-stands-in-passes = the post stands in there
handover-stands-in-stays = stands in there in person
handover-hangs-on = hangs on another seat
handover-stays = Stays with the person
handover-stays-none = Nothing.
handover-enter = Enter the handover
handover-ends-which = Which mandates end with the post?
handover-ends-hint = A mandate that is not ticked goes on.
whom-label = Who is it?
handover-nobody = not named yet
whom-new = A new person
whom-new-hint = Only for a new person.
whom-given = Given name of the new person
whom-family = Family name of the new person
whom-mail = E-mail of the new person
whom-mail-hint = The invitation goes to this address.
handover-submit = Enter the handover
handover-saved = The handover is entered.
handover-page = Handover
handover-planned = prepared
handover-done = done
handover-leaver = Who leaves
handover-comes = Who comes
handover-first = First day of the successor
handover-when = When
handover-tasks = To be done until then
handover-task-mail = Sign in without the mailbox of the post
handover-task-mail-why = Remember a device of your own or set up an app. The mailbox stays with the post.
handover-task-answers = { $count ->
    [0] Answer open requests
    [one] Answer one open request
   *[other] Answer { $count } open requests
  }
handover-task-answers-why = Requests to you in person do not pass on.
handover-task-next = Have the successor named
handover-task-next-why = The coordination of a network enters that.
handover-mails = Whoever goes and whoever comes is told the day by mail. Where nobody is named, a mail asks the coordination of the networks.
handover-next = Name the successor
handover-next-lead = { $post }. The new term begins on { $day }.
handover-next-go = Enter
handover-next-saved = The successor is named.
handover-letter-off = The handover of the post “{ $post }” was taken back. Everything goes on as before.
handover-undo = Take back
handover-undo-text = Then everything goes on as before.
handover-undo-go = Take the handover back
handover-taken-back = The handover is taken back.
handover-letter = Letter as text
handover-letter-pdf = Letter as PDF
handover-letter-word = Letter for Word
handover-paper-file = handover.txt
handover-paper-leaves = { $who } gives up the post “{ $post }”. The last day is { $day }.
handover-paper-comes = { $who } takes it over. The first day is { $day }.
handover-paper-nobody = The successor is not named yet. From { $day } on the post is vacant.
handover-paper-passes = These seats belong to the post and pass on:
handover-paper-tasks = These tasks of the post pass on, too:
handover-paper-ends = These personal mandates end:
handover-paper-mail = The post can still be reached at { $mail }.
handover-letter-subject = Handover of a post
handover-letter-quiet = Something has changed with a seat. Please look who sits there today.
handover-letter-passed = The post “{ $post }” has a new holder since { $day }. Its seats have passed on. Please check mandates that hung on the person.
handover-letter-vacant = The post “{ $post }” is vacant since { $day }. Its seats remain. Please check mandates that hung on the person.
handover-letter-leaver =
    A handover is entered for your post “{ $post }”. Your last day is { $day }. What passes on, what ends and what is to be done until then is here:
    { $link }
handover-letter-leaver-by-mail = A handover is entered for your post “{ $post }”. Your last day is { $day }. The seats of the post pass to whoever follows. Please have ready by then what is needed. You do not have to sign in for that; the coordination of your network helps with questions.
handover-letter-named =
    A successor is entered for your post “{ $post }”. The first day is { $day }. More is here:
    { $link }
handover-letter-named-by-mail = A successor is entered for your post “{ $post }”. The first day is { $day }.
handover-letter-asks =
    A handover of the post “{ $post }” is entered. From { $day } on it is vacant. Enter who follows here:
    { $link }
handover-invited = { $post }, from { $day }
handover-letter-successor =
    You take over the post “{ $post }”. Your first day is { $day }. What passes on with it is here:
    { $link }
handover-why-mailbox = You get this mail because the post has a seat with you.
handover-why-mailbox-quiet = You get this mail because that seat is with you.
handover-why-leaver = You get this mail because you hold the post today.
handover-why-successor = You get this mail because you take over the post.
handover-why-asks = You get this mail because you coordinate a network in which the post sits.
handover-why-off = You get this mail because you knew of the handover.
# Filling a post, ending a deputyship
post-fill = Fill the post
post-seek-hint = Only needed if the person is entered here already.
post-how = In which way?
post-holder = has the post
post-acting = fills it for the time being
post-deputy = deputises
post-filled = Entered. The seats of the post follow by themselves.
post-end = End a deputyship
post-end-nobody = Nobody deputises for this post.
post-end-whose = Whose entry ends?
post-end-hint = On the day after, the entry gives no more rights.
post-ended = The end is entered.
# Editing an organisation
org-edit = Edit details
org-save = Save
org-purpose = What it is for
org-end = Dissolve or merge
org-end-text = Posts and seats remain until you end them. What was stays visible.
org-end-hint = On the day after, the organisation no longer exists.
org-into = Does it merge into another one?
org-into-none = no
org-into-seek = Name of the organisation it merges into; otherwise leave empty
org-ended = The end is entered.
# Who speaks for an organisation, who stands in
standing-contact = Name a contact
standing-substitute = Name a substitute
standing-first = first contact
standing-second = second contact
standing-stands-in = stands in
standing-moves-up = moves up
standing-as = As what?
standing-rank = In which place?
standing-rank-hint = 1 stands in first.
standing-list = Moving up
standing-moves-up-option = Only moves up, does not stand in.
standing-saved = Entered.
standing-nobody = Nobody is named for this seat.
