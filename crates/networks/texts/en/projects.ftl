# Project groups
project-title = Mandate
project-no-charge = No mandate entered yet.
project-due = Planned last day
project-due-hint = Four weeks before, the start page reminds of the report.
project-late = without report
project-edit = Mandate and end
project-partners-edit = Partners and cost
project-partners = Partners
project-charge = Mandate
project-charge-hint = What should the group achieve? Whoever may see the body reads this.
project-total = Total cost in euros
project-total-hint = Such as 12,500.00. Only the group and the coordination see what it costs.
project-total-is = Total cost: { $amount }
project-cost-note = Only those who sit in the group and the coordination see what it costs.
project-sum-amount = Together the shares are { $amount }.
project-sum-total = Together the shares are exactly the total cost of { $amount }.
project-sum-missing = { $amount } are still missing to the total cost.
project-sum-whole = Together the shares are exactly the whole.
project-sum-missing-part = { $part } is still missing to the whole.
project-seek-hint = Look here for an organisation the program knows. Others you write below as a name.
project-share-of = Share: { $name }
project-share-hint = An amount such as 1,250.00, a fraction such as 1/3 or a percentage such as 25 %.
project-share-new = Share of the new partner
project-partner-gone = No longer in it
project-partner-known = Organisation found
project-partner-none = none of these
project-partner-name = New partner, as a name
project-partner-name-hint = For all the program does not know.
project-close = Report and end
project-closed = closed on { $day }
project-closed-already = The project group has closed with a report already.
project-over = This project group has closed with a report. Its last day was { $day }.
project-over-open = This project group is over, its report is missing. Its last day was { $day }.
project-before = Who belonged: as of the last day
bodies-closed = Closed project groups
news-project-closed = closed with a report
# Closing report
report-title = Closing report
report-aim = Aim
report-aim-hint = What did the group want to achieve?
report-deeds = What was done
report-deeds-hint = Meetings, surveys, events, texts.
report-result = Result
report-result-hint = What came of it? This field or the report as one text is enough.
report-remains = What remains
report-remains-hint = Who goes on with what?
report-advice = Advice
report-advice-hint = What do you advise the next group?
report-whole = Or the whole report as one text
report-whole-short = Report
report-whole-hint = At most 4000 characters. Please name no persons without their consent.
report-last = Last day of the group
report-last-hint = All seats end on this day.
report-seats =
    { $count ->
        [0] Nobody sits in this group at present.
        [one] One seat ends with it.
       *[other] { $count } seats end with it.
    }
report-stays = The page stays readable with the report. Once closed, it cannot be changed any more.
report-over = The group is over already. Its last day was { $day }.
report-close = Close with report
report-draft = Save draft
report-drafted = Draft saved.
report-closed = The project group is closed.
