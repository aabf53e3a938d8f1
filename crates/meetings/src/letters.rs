//! The letters about meetings. Of a sensitive network they say when, and nothing else: neither name nor title, place or
//! agenda, in the words as in the subject.
//!
//! What a calendar is told (RFC 5546) leaves with the words, in one letter: [`calendar::part`] makes it.

pub mod days;
pub mod minutes;

use db::OutMail;
use kernel::{Lang, Moment};
use networks::Body;
use web::Mail;

use crate::{
    Answer, Invitation, Item, LetterKind, Meeting, PlaceFor,
    calendar::{self, Organizer},
    rules::{self, Hearing, hears},
    words::T,
};

/// A meeting, as letters tell of it.
pub struct Told<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The same before it was changed, for letters that say what became another.
    pub before: Option<&'a Meeting>,
    /// Its body.
    pub body: &'a Body,
    /// Its items in their order.
    pub items: &'a [Item],
    /// The papers whoever it goes to may have.
    pub papers: &'a [&'a files::Attachment],
    /// The code that opens them, where the link alone does not.
    pub code: Option<&'a str>,
    /// Where the house is reached.
    pub base: &'a str,
    /// Who invites, for calendars; `None` where letters tell them nothing.
    pub organizer: Option<&'a Organizer>,
    /// When the letter is written.
    pub now: Moment,
}

/// The beginning of every letter of meetings: `[RAG] Einladung: Herbsttreffen`. Whose meeting it is is not told of a sensitive
/// network; there `about` is a day.
#[must_use]
pub fn begun(lang: Lang, body: &Body, what: &str, about: &str) -> Mail {
    Mail::new(lang, &format!("{what}: {about}")).from(Some(body.short()).filter(|_| !body.sensitive))
}

/// When a meeting is: `Mittwoch, 25. November 2026, 18 Uhr bis 20 Uhr`.
#[must_use]
pub fn when(lang: Lang, meeting: &Meeting) -> String {
    when_at(lang, meeting.starts_at, meeting.minutes)
}

/// The same of a beginning and so many minutes.
#[must_use]
pub fn when_at(lang: Lang, begin: Moment, minutes: i64) -> String {
    let end = begin.plus_seconds(minutes.saturating_mul(60));
    let end = if begin.day() == end.day() { time(lang, end) } else { i18n::moment_long(lang, end) };
    T(lang).from_to(i18n::moment_long(lang, begin), end)
}

/// A time of day.
#[must_use]
pub fn time(lang: Lang, at: Moment) -> String {
    let local = at.local();
    i18n::time(lang, local.hour(), local.minute())
}

/// The link of a letter; `answer` is what its page begins with.
#[must_use]
pub fn link(base: &str, lang: Lang, token: &str, answer: Option<Answer>) -> String {
    let english = if lang == Lang::En { "/en" } else { "" };
    let asked = answer.map_or_else(String::new, |answer| format!("?antwort={}", asked_word(answer)));
    format!("{base}{english}/einladung/{token}{asked}")
}

/// Where the link of a letter leads to the papers.
#[must_use]
pub fn papers_link(base: &str, lang: Lang, token: &str) -> String {
    format!("{}/unterlagen", link(base, lang, token, None))
}

/// What a link calls an answer.
#[must_use]
pub const fn asked_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "zusagen",
        Answer::No => "absagen",
        Answer::Substitute => "vertretung",
        Answer::None => "",
    }
}

impl Told<'_> {
    /// What somebody invited hears of the agenda.
    fn hearing(invitation: &Invitation) -> Hearing {
        crate::reads::hearing_of(invitation)
    }

    /// The letter. `token` is the secret of its link; `note` what whoever convenes wrote to it.
    #[must_use]
    pub fn letter(&self, to: &Invitation, kind: LetterKind, token: Option<&str>, note: &str) -> OutMail {
        OutMail {
            to: to.address.clone(),
            person: to.person.map(kernel::Id::raw),
            calendar: self
                .organizer
                .and_then(|organizer| calendar::part((self.meeting, self.body), to, kind, organizer, self.now)),
            ..self.mail(to, kind, token, note).out("meeting")
        }
    }

    fn begun(&self, lang: Lang, kind: LetterKind, called_off: bool) -> Mail {
        let t = T(lang);
        let what = match kind {
            LetterKind::Invitation => t.letter_subject_invitation(),
            LetterKind::Agenda => t.letter_subject_agenda(),
            LetterKind::Change => t.letter_subject_change(),
            LetterKind::Cancellation if called_off => t.letter_subject_cancellation(),
            LetterKind::Cancellation => t.letter_subject_no_longer(),
            LetterKind::Reminder => t.letter_subject_reminder(),
            LetterKind::Question => t.letter_subject_question(),
            LetterKind::Substitute => t.letter_subject_substitute(),
        };
        let name =
            if self.body.sensitive { i18n::day_medium(lang, self.meeting.day()) } else { self.meeting.title.clone() };
        begun(lang, self.body, what, &name)
    }

    fn first(&self, lang: Lang, kind: LetterKind, called_off: bool) -> String {
        let t = T(lang);
        if self.body.sensitive {
            return match kind {
                LetterKind::Invitation => t.letter_quiet_invitation(),
                LetterKind::Agenda => t.letter_quiet_agenda(),
                LetterKind::Change => t.letter_quiet_change(),
                LetterKind::Cancellation if called_off => t.letter_quiet_cancellation(),
                LetterKind::Cancellation => t.letter_quiet_no_longer(),
                LetterKind::Reminder => t.letter_quiet_reminder(),
                LetterKind::Question => t.letter_question(),
                LetterKind::Substitute => t.letter_quiet_substitute(),
            }
            .to_owned();
        }
        let (title, body) = (self.meeting.title.as_str(), self.body.name_in(lang));
        match kind {
            LetterKind::Invitation => t.letter_invitation(title, body),
            LetterKind::Agenda => t.letter_agenda(title, body),
            LetterKind::Change => t.letter_change(title, body),
            LetterKind::Cancellation if called_off => t.letter_cancellation(title, body),
            LetterKind::Cancellation => t.letter_no_longer(title, body),
            LetterKind::Reminder => t.letter_reminder(title, body),
            LetterKind::Question => t.letter_question().to_owned(),
            LetterKind::Substitute => t.letter_substitute(title, body),
        }
    }

    fn mail(&self, to: &Invitation, kind: LetterKind, token: Option<&str>, note: &str) -> Mail {
        let (lang, t, m) = (to.lang, T(to.lang), self.meeting);
        let called_off = m.state == crate::MeetingState::Cancelled;
        let mut mail = self.begun(lang, kind, called_off).says(self.first(lang, kind, called_off));
        if !self.body.sensitive {
            mail = mail.says(note);
        }
        let mut facts = vec![t.letter_when(when(lang, m))];
        let moved = self.before.filter(|was| (was.starts_at, was.minutes) != (m.starts_at, m.minutes));
        facts.extend(moved.map(|was| t.letter_before(when(lang, was))));
        let open = !self.body.sensitive && kind != LetterKind::Cancellation;
        if open {
            facts.extend(self.where_lines(t, to));
            facts.extend(self.place_before(t, to));
        }
        let mut parts = vec![facts.join("\n")];
        if open {
            parts.push(m.note.clone());
            parts.extend(self.agenda(lang, to));
            parts.extend(token.and_then(|token| self.papers(lang, token)));
        }
        if kind != LetterKind::Cancellation {
            parts.extend(self.ways(to, kind, token));
        }
        parts.into_iter().fold(mail, Mail::says).because(if kind == LetterKind::Cancellation {
            t.letter_why_was()
        } else {
            t.letter_why()
        })
    }

    /// Where the papers are, what they are called, and the code that opens them for guests.
    fn papers(&self, lang: Lang, token: &str) -> Option<String> {
        let t = T(lang);
        let mut lines = vec![t.letter_papers(papers_link(self.base, lang, token))];
        lines.extend(self.code.map(|code| t.letter_papers_code(code)));
        lines.extend(self.papers.iter().map(|paper| format!("- {} ({})", paper.name, files::about(lang, paper))));
        (!self.papers.is_empty()).then(|| lines.join("\n"))
    }

    fn where_lines(&self, t: T, to: &Invitation) -> Vec<String> {
        let m = self.meeting;
        if m.place_for == PlaceFor::Coming && to.answer != Answer::Yes {
            return vec![t.letter_where_later().to_owned()];
        }
        let place = Some(&m.place).filter(|p| !p.is_empty()).map(|p| t.letter_where(p));
        let online = Some(&m.online).filter(|o| !o.is_empty()).map(|o| t.letter_online(o));
        place.into_iter().chain(online).collect()
    }

    /// Where it was to be before, where that became another place and she may know it.
    fn place_before(&self, t: T, to: &Invitation) -> Option<String> {
        let (m, was) = (self.meeting, self.before?);
        let hidden = |m: &Meeting| m.place_for == PlaceFor::Coming && to.answer != Answer::Yes;
        if (&was.place, &was.online) == (&m.place, &m.online) || hidden(was) || hidden(m) {
            return None;
        }
        let words: Vec<&str> =
            [was.place.as_str(), was.online.as_str()].into_iter().filter(|w| !w.is_empty()).collect();
        (!words.is_empty()).then(|| t.letter_before(words.join(", ")))
    }

    /// The items she may hear, with the time each begins.
    fn agenda(&self, lang: Lang, to: &Invitation) -> Option<String> {
        let t = T(lang);
        let times = rules::times(self.meeting, self.items);
        let who = Self::hearing(to);
        let heard = self
            .items
            .iter()
            .zip(&times.begins)
            .enumerate()
            .filter(|(_, (it, _))| to.item.map_or_else(|| hears(who, it.openness), |only| it.id == only));
        let lines: Vec<String> = heard
            .map(|(n, (it, begin))| {
                let time = if times.minutes > 0 { format!("{} ", time(lang, *begin)) } else { String::new() };
                format!("{}. {time}{}", n + 1, it.title)
            })
            .collect();
        (!lines.is_empty()).then(|| format!("{}\n{}", t.letter_agenda_title(), lines.join("\n")))
    }

    fn ways(&self, to: &Invitation, kind: LetterKind, token: Option<&str>) -> Vec<String> {
        let (lang, t, m) = (to.lang, T(to.lang), self.meeting);
        let mut parts = Vec::new();
        let asks =
            matches!(kind, LetterKind::Invitation | LetterKind::Change | LetterKind::Reminder | LetterKind::Question);
        if let (Some(day), true) = (m.answer_until, asks) {
            parts.push(t.letter_answer_until(i18n::day_long(lang, day)));
        }
        let Some(token) = token else { return parts };
        let line = |word: &str, answer| format!("{word}: {}", link(self.base, lang, token, answer));
        if asks {
            let mut lines = vec![line(t.answer_yes(), Some(Answer::Yes)), line(t.answer_no(), Some(Answer::No))];
            if crate::reads::may_send(to.capacity) {
                lines.push(line(t.answer_substitute(), Some(Answer::Substitute)));
            }
            parts.push(lines.join("\n"));
        } else {
            parts.push(line(t.letter_page(), None));
        }
        if !m.is_frozen()
            && kind == LetterKind::Invitation
            && let Some(day) = m.proposals_until
        {
            parts.push(t.letter_proposals(i18n::day_long(lang, day)));
        }
        parts
    }
}
