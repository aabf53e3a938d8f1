questions-title = Election questions
questions-lead = What networks ask parties before elections, and what these answer
questions-none = No election questions yet.
questions-new-for = Begin election questions for
questions-new = Begin election questions
questions-title-hint = For example “Questions for the state election 2027”.
questions-field = Questions
questions-hint = One question a line.
questions-edit = Change the questions
questions-fixed = The questions are agreed and stay as they are.
questions-draft = Draft
questions-agreed = agreed
questions-published = published
questions-by = Asked by { $network }
questions-election = Election day
questions-election-on = Election on { $day }
questions-due = Answers by
questions-agreed-on = Agreed on
questions-asked = Parties asked
questions-agree-title = Agree on the questions
questions-agree-text = Once the network agrees, the questions stay as they are and can go out.
questions-agree = Enter as agreed
question-number = Question { $number }
answer-missing = no answer
answer-word = Answer
party-word = Party
parties-title = Parties
party-none = Add more parties under “To whom positions go”.
party-add = Add a party
party-add-submit = Add
party-not-asked = not asked yet
questions-send-title = Send the questions
questions-send-text = Whoever has a mailbox gets a mail. For the others, print the file.
questions-send = Send to all that were not asked yet
note-questions-sent = Sent: { $mailed } by mail, { $printed } as letters to print.
answers-title = Answers: { $party }
answers-text = What stays empty is shown to the public as “no answer”.
questions-subject = [{ $network }] { $title }
questions-letter = Dear Sir or Madam,

  { $network } asks the parties about the election on { $election }. We ask for your answers by { $due }. We publish them side by side.

  { $questions }

  Yours faithfully
