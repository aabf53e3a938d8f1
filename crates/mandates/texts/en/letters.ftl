letter-quiet-subject = There is news
letter-quiet = There is news about a mandate. You read it once you have signed in:
why-quiet = You get this message because the mandate concerns you.
why-sent = You get this message because you are sent there or stand in.
why-leads = You get this message because you lead the body that sends.
why-reached = You get this message because you lead a body that reads this report.
why-was-reached = You get this message because a body you lead has read this report.
why-follows = You get this message because you follow this proposal.
why-receiver = You get this message because this mailbox is entered here for: { $body }.
receiver-answer = Please send confirmations and questions to: { $mail }
receiver-asked-subject = Nomination for: { $body }
receiver-asked =
    { $sender } nominates { $name } from { $day } for: { $body }.

    Please confirm this briefly.
receiver-ended-subject = End of a delegation: { $body }
receiver-ended =
    The delegation of { $name } ends with { $day }.

    { $sender } had sent her or him into: { $body }. We shall tell you who follows.
receiver-rests-subject = Stand-in for a delegation: { $body }
receiver-rests =
    { $name } cannot come for some time: { $body }.

    Until further notice { $stand_in } comes. Sent by { $sender }.
receiver-rests-alone =
    { $name } cannot come for some time: { $body }.

    We will tell you who stands in. Sent by { $sender }.
receiver-goes-on-subject = Back again: { $body }
receiver-goes-on =
    { $name } comes herself again: { $body }.

    Sent by { $sender }.
receiver-followed-subject = Successor of a delegation: { $body }
receiver-followed =
    From { $day } on { $name } comes to: { $body }.

    She was sent by { $sender }. The mandate belongs to the post, which is filled anew.
sent-asked-subject = You are nominated: { $body }
sent-asked = You are nominated for: { $body }. As soon as the body confirms, you will hear from us.
sent-confirmed-subject = Confirmed: { $body }
sent-confirmed = Your mandate is confirmed: { $body }. Here you find instruction, sittings and preparation.
sent-ended-subject = Mandate ended: { $body }
sent-ended = Your mandate has ended: { $body }.
free-seat-subject = A seat is free: { $body }
free-seat = A mandate has ended: { $body }. The seat still belongs to you. Please decide who follows.
free-informed = We have informed the body.
free-not-informed = Please inform the body with the letter on the page.
free-substitute = Until then the substitute acts.
pack-subject = Preparation: { $body }
pack-ahead = Your preparation is ready. { $body } meets: { $when }.
pack-moved-subject = Another time or place: { $body }
pack-moved = Something has changed about a sitting. { $body } now meets: { $when }.
pack-off-subject = Sitting called off: { $body }
pack-off = The sitting on { $when } is called off: { $body }.
pack-on-subject = Sitting takes place after all: { $body }
pack-on = The sitting takes place after all. { $body } meets: { $when }.
pack-stand-in-subject = Please stand in: { $body }
pack-stand-in = Whoever is sent cannot come. Please go. { $body } meets: { $when }. Here is the preparation.
nobody-subject = Nobody stands in: { $body }
nobody-stands-in = Whoever is sent cannot come, and no substitute is named. { $body } meets: { $when }.
report-due-subject = Report: { $body }
report-due-text = On { $day } the body met: { $body }. Your report is due on { $due }. It takes five minutes.
report-missing-subject = A report is missing: { $body }
report-missing-text = The report on the sitting of { $day } is still missing: { $body }.
report-rose-subject = New report: { $body }
report-rose-text = There is a report on the sitting of { $day }: { $body }.
report-corrected-subject = Report corrected: { $body }
report-corrected-text = The report on the sitting of { $day } was corrected: { $body }. What it says now holds.
report-taken-back-subject = Report taken back: { $body }
report-taken-back-text = The report on the sitting of { $day } is no longer passed on: { $body }. Please do not use what you have read.
raised-moved-subject = News of: { $title }
raised-moved = There is news of a proposal you follow. { $title }: { $state }.
look-after-subject = Look after today: { $title }
look-after = Today you wanted to see what came of a proposal: { $title }.
# Brief zum Ausdrucken
paper-asked = Nomination
paper-asked-text = { $sender } nominates { $name } for: { $body }.
paper-asked-please = Please confirm the nomination with day and signature.
paper-confirmed = Confirmation of the delegation
paper-confirmed-text = { $body } confirms the delegation of { $name } by: { $sender }.
paper-end = End of the delegation
paper-end-text = The delegation of { $name } by { $sender } into { $body } ends with { $day }. Reason: { $why }.
