//! What this slice holds about a person, for her eyes, and how all of it goes.

use db::{Conn, Tx};
use kernel::{Actor, Error, Id, Lang, Moment, Result, Term};
use people::{Mode, Person, TitleForm};
use web::{Fact, Fate, Own, Parting, Record, Viewer};

use crate::{actions, device, pages::word_of_proof, store, texts::T};

/// Given to the house.
pub const OWN: Own = Own { data, parting, erase };

fn erase(tx: &Tx<'_>, by: &Actor) -> Result<()> {
    actions::erase_access(tx, by)
}

/// Writes records down in one language.
struct Scribe {
    t: T,
    lang: Lang,
    all: Vec<Record>,
}

impl Scribe {
    fn add(&mut self, group: &'static str, title: &str, facts: Vec<Fact>) {
        self.all.push(Record { group, title: title.to_owned(), facts });
    }
    fn at(&self, key: &'static str, label: &str, at: Moment) -> Fact {
        Fact::new(key, label, i18n::day_medium(self.lang, at.day())).for_programs(written(at))
    }
    fn term(&self, term: Term) -> Vec<Fact> {
        let day = |key, label: &str, day: kernel::Day| {
            Fact::new(key, label, i18n::day_medium(self.lang, day)).for_programs(day.to_string())
        };
        let mut facts = vec![day("from", self.t.data_from(), term.from)];
        if !term.is_open() {
            facts.push(day("until", self.t.data_until(), term.until));
        }
        facts
    }
}

/// A moment for programs, in seconds since 1970 (UTC).
pub fn written(at: Moment) -> String {
    (at.micros() / 1_000_000).to_string()
}

fn data(conn: &Conn, viewer: &Viewer) -> Result<Vec<Record>> {
    let id: Id<Person> = viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let mut scribe = Scribe { t: T(viewer.lang), lang: viewer.lang, all: Vec::new() };
    person(conn, id, &mut scribe)?;
    access(conn, id, &mut scribe)?;
    office(conn, id, &mut scribe)?;
    Ok(scribe.all)
}

fn person(conn: &Conn, id: Id<Person>, s: &mut Scribe) -> Result<()> {
    let (t, me) = (s.t, people::find_person(conn, id)?);
    let form = match me.title_form {
        TitleForm::Female => t.form_female(),
        TitleForm::Male => t.form_male(),
        TitleForm::Neutral => t.form_neutral(),
    };
    let mut facts = vec![Fact::new("given", t.given(), me.given), Fact::new("family", t.family(), me.family)];
    let optional = [
        ("title", t.person_title(), me.title),
        ("pronouns", t.pronouns(), me.pronouns),
        ("private_mail", t.private_mail(), me.private_mail),
        ("private_phone", t.private_phone(), me.private_phone),
    ];
    facts.extend(optional.into_iter().filter_map(|(key, label, value)| Some(Fact::new(key, label, value?))));
    facts.push(Fact::new("title_form", t.form(), form).for_programs(me.title_form.word()));
    s.add("person", t.about_me(), facts);
    Ok(())
}

fn access(conn: &Conn, id: Id<Person>, s: &mut Scribe) -> Result<()> {
    let t = s.t;
    if let (Some(account), Some(opened)) = (store::account_of(conn, id)?, store::find_opened(conn, id)?) {
        let lang = if account.lang == Lang::De { t.lang_de() } else { t.lang_en() };
        let theme = match account.theme.as_str() {
            "light" => t.theme_light(),
            "dark" => t.theme_dark(),
            _ => t.theme_auto(),
        };
        let facts = vec![
            Fact::new("mail", t.mail(), account.mail),
            Fact::new("language", t.lang(), lang).for_programs(account.lang.code()),
            Fact::new("colours", t.theme(), theme).for_programs(account.theme),
            s.at("opened", t.data_opened(), opened),
        ];
        s.add("account", t.access(), facts);
    }
    for change in store::list_mail_changes(conn, id)? {
        let mut facts = vec![
            Fact::new("from", t.data_address_old(), change.old),
            Fact::new("to", t.address_new(), change.new),
            s.at("asked", t.data_sent(), change.created_at),
        ];
        facts.extend(change.confirmed_at.map(|at| s.at("confirmed", t.data_accepted(), at)));
        facts.extend(change.undone_at.map(|at| s.at("undone", t.data_undone(), at)));
        s.add("address_changes", t.address(), facts);
    }
    for session in store::list_sessions(conn, id)? {
        let facts = vec![
            Fact::new("device", t.data_device(), device::words(&session.device, s.lang)).for_programs(session.device),
            Fact::new("proof", t.data_proof(), word_of_proof(t, session.proof)).for_programs(session.proof.word()),
            s.at("since", t.data_since(), session.created_at),
            s.at("seen", t.data_seen(), session.seen_at),
        ];
        s.add("devices", t.data_devices(), facts);
    }
    for passkey in store::list_passkeys(conn, id)? {
        let mut facts =
            vec![Fact::new("name", t.passkey_name(), passkey.name), s.at("since", t.data_since(), passkey.created_at)];
        facts.extend(passkey.used_at.map(|at| s.at("used", t.data_seen(), at)));
        s.add("passkeys", t.passkeys(), facts);
    }
    if let Some((since, used)) = store::find_app_times(conn, id)? {
        let mut facts = vec![s.at("since", t.data_since(), since)];
        facts.extend(used.map(|at| s.at("used", t.data_seen(), at)));
        s.add("app", t.app(), facts);
    }
    let codes = store::factors_of(conn, id)?.emergency;
    if codes > 0 {
        s.add("emergency_codes", t.codes(), vec![Fact::new("left", t.data_left(), codes.to_string())]);
    }
    for invitation in store::list_invitations_of(conn, id)? {
        let mut facts = vec![
            Fact::new("mail", t.mail(), invitation.mail),
            s.at("sent", t.data_sent(), invitation.created_at),
            s.at("valid_until", t.invitation_until(), invitation.expires_at),
        ];
        facts.extend(invitation.accepted_at.map(|at| s.at("accepted", t.data_accepted(), at)));
        s.add("invitations", t.side_invitations(), facts);
    }
    for (at, purpose, address) in store::list_letters(conn, id)? {
        let facts = vec![
            s.at("at", t.data_sent(), at),
            Fact::new("mail", t.mail(), address),
            // The kind of letter is a word of programs; readers know the day.
            Fact::new("purpose", "", "").for_programs(purpose),
        ];
        s.add("letters", t.data_letters(), facts);
    }
    Ok(())
}

/// Posts she holds, and when she was away.
fn office(conn: &Conn, id: Id<Person>, s: &mut Scribe) -> Result<()> {
    let t = s.t;
    let form = people::find_person(conn, id)?.title_form;
    let tenures = people::list_tenures_of_person(conn, id)?;
    let posts = people::list_posts(conn, &tenures.iter().map(|t| t.post).collect::<Vec<_>>())?;
    let homes = people::list_organisations(conn, &posts.iter().map(|p| p.organisation).collect::<Vec<_>>())?;
    for tenure in tenures {
        let post = posts.iter().find(|p| p.id == tenure.post);
        let title = post.map_or("", |p| p.titles.in_form(form));
        let home = post.and_then(|p| homes.iter().find(|o| o.id == p.organisation)).map_or("", |o| o.name.as_str());
        let mode = match tenure.mode {
            Mode::Holder => t.data_holder(),
            Mode::Acting => t.data_acting(),
            Mode::Deputy => t.data_deputy(),
        };
        let mut facts = vec![
            Fact::new("post", t.data_post(), title),
            Fact::new("organisation", t.data_organisation(), home),
            Fact::new("mode", t.data_mode(), mode).for_programs(tenure.mode.word()),
        ];
        facts.extend(s.term(tenure.term));
        let optional = [
            ("mail", t.data_office_mail(), tenure.mail),
            ("phone", t.data_office_phone(), tenure.phone),
            ("file_reference", t.data_file_reference(), tenure.file_reference),
        ];
        facts.extend(optional.into_iter().filter_map(|(key, label, value)| Some(Fact::new(key, label, value?))));
        s.add("posts", t.data_posts(), facts);
    }
    for absence in people::list_absences(conn, id)? {
        let facts = s.term(absence.term);
        s.add("absences", t.data_absences(), facts);
    }
    Ok(())
}

fn parting(conn: &Conn, viewer: &Viewer) -> Result<Vec<Parting>> {
    let id: Id<Person> = viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let (t, today) = (T(viewer.lang), conn.today());
    let line = |fate, text: &str| Parting { fate, text: text.to_owned(), link: None };
    let mut all = Vec::new();
    if viewer.actor.operator && store::count_other_operators(conn, id, today)? == 0 {
        all.push(line(Fate::Blocks, t.erase_last_operator()));
    }
    all.push(line(Fate::Goes, t.erase_name()));
    all.push(line(Fate::Goes, t.erase_access()));
    let form = people::find_person(conn, id)?.title_form;
    let held: Vec<_> =
        people::list_tenures_of_person(conn, id)?.into_iter().filter(|tenure| tenure.term.until > today).collect();
    for post in people::list_posts(conn, &held.iter().map(|tenure| tenure.post).collect::<Vec<_>>())? {
        all.push(Parting { fate: Fate::Goes, text: t.erase_post(post.titles.in_form(form)), link: None });
    }
    all.push(line(Fate::Stays, t.erase_log()));
    all.push(line(Fate::Stays, t.erase_backups()));
    Ok(all)
}
