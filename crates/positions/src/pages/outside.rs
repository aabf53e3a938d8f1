//! Associations, persons and posts that sign: who may, asking associations, signing for oneself, and the link of an association.

use kernel::{Error, Id, Result};
use networks::shell::{self, Pill};
use web::{Answer, Fields, FormView, Page, Reading, Sheet, Writing};

use super::{
    Place,
    view::{Block, Line, View},
};
use crate::{
    Signer, SignerSort, SignerState, SigningRules,
    actions::{self, Invited},
    paths::{PositionOutside, SelfSign, SignerLetter},
    store::{signers, versions},
    words::T,
};

/// How a signature stands, for the public: a pill.
pub fn pill(r: &Reading<'_>, t: T, s: &Signer) -> Pill {
    let day = |day: Option<kernel::Day>| day.map(|d| i18n::day_medium(r.viewer.lang, d)).unwrap_or_default();
    match s.state {
        SignerState::Signed if s.late => Pill::new("o1", "signature", t.signature_late(day(s.signed))),
        SignerState::Signed => Pill::new("o1", "signature", t.signature_signed(day(s.signed))),
        SignerState::Withdrawn => Pill::new("w1", "signature", t.signature_withdrawn(day(s.signed), day(s.withdrawn))),
        SignerState::Asked => Pill::new("", "signature", t.signature_asked()),
        SignerState::Clearing => Pill::new("", "clock", t.signer_clearing()),
        SignerState::Declined => Pill::new("", "signature", t.signature_declined()),
    }
}

/// What sort of signer it is.
fn sort_word(t: T, sort: SignerSort) -> &'static str {
    match sort {
        SignerSort::Association => t.signer_association(),
        SignerSort::Person => t.signer_person(),
        SignerSort::Post => t.signer_post(),
    }
}

/// Those who signed as everybody reads it, and how many more there are who are not named. A person who took it back is shown no longer.
pub fn shown(r: &Reading<'_>, t: T, all: &[Signer]) -> (Vec<(String, String, Pill)>, usize) {
    let holds = |s: &&Signer| match s.state {
        SignerState::Signed => true,
        SignerState::Withdrawn => s.sort != SignerSort::Person,
        _ => false,
    };
    let seen: Vec<&Signer> = all.iter().filter(holds).collect();
    let unnamed = seen.iter().filter(|s| !s.named && s.state == SignerState::Signed).count();
    let line = |s: &&Signer| (s.name.clone(), sort_word(t, s.sort).to_owned(), pill(r, t, s));
    (seen.iter().filter(|s| s.named).map(line).collect(), unnamed)
}

/// The page of those who lead.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn show(r: &Reading<'_>, p: PositionOutside) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let rules = signers::signing_rules(r.conn, p.position)?;
    let mut values = Vec::new();
    for (on, key) in [(rules.persons, "persons"), (rules.posts, "posts"), (rules.clearance, "clearance")] {
        if on {
            values.push(("may", key));
        }
    }
    page(r, &place, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut view = View::new(v.lang, t.outside_title(), form);
    view.crumbs = place.crumbs(r, true);
    view.lead = place.position.title.clone();
    if place.position.adopted.is_none() {
        view.notes.push(t.signers_first().to_owned());
    } else {
        let all = signers::list_signers(r.conn, place.position.id)?;
        let name = |s: &Signer| if s.named { s.name.clone() } else { t.signer_unnamed().to_owned() };
        let line = |s: &Signer| Line {
            title: name(s),
            detail: [sort_word(t, s.sort).to_owned(), s.how.clone(), s.clearance.clone()]
                .into_iter()
                .filter(|d| !d.is_empty())
                .collect(),
            pills: vec![pill(r, t, s)],
            ..Line::default()
        };
        view.section("wer", t.signed_title(), vec![Block::Rows(all.iter().map(line).collect())]);
        let fields = vec![
            form.text("name", t.association_name()).to_string(),
            form.text("mail", t.field_mail()).kind("email").to_string(),
        ];
        let text = Block::Text(vec![t.association_text().to_owned()]);
        view.section(
            "verband",
            t.association_ask(),
            vec![text, Block::Form(fields, vec![("bitten", t.signers_ask(), true)])],
        );
        let options = vec![
            ("persons".to_owned(), t.may_persons().to_owned()),
            ("posts".to_owned(), t.may_posts().to_owned()),
            ("clearance".to_owned(), t.may_clearance().to_owned()),
        ];
        let field = form.boxes("may", t.field_may_sign(), options).to_string();
        view.section("duerfen", t.may_title(), vec![Block::Form(vec![field], vec![("erlauben", t.save(), false)])]);
        if all.iter().any(|s| s.state == SignerState::Clearing) {
            let text = Block::Text(vec![t.waiting_text().to_owned()]);
            let form = Block::Form(Vec::new(), vec![("ohne", t.waiting_drop(), false)]);
            view.section("fehlt", t.waiting_title(), vec![text, form]);
        }
    }
    view.links.push((t.back(), place.link(r)));
    view.answer(r, place.page(r, t.outside_title())?, form)
}

/// Asks, allows, or goes on without.
///
/// # Errors
/// As the verbs.
pub fn act(w: &Writing<'_>, p: PositionOutside) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let (by, base) = (&w.viewer.actor, w.site.outside().base_url.as_str());
    let done = match w.ask.field("tat") {
        "bitten" => {
            let mut fields = Fields::of(w.ask);
            let name = fields.line("name", 120);
            if !fields.problems.is_empty() {
                return again(fields.problems);
            }
            actions::invite_association(w.tx, by, p.position, (&name, w.ask.field("mail")), base)
        }
        "erlauben" => {
            let may = |key: &str| w.ask.every("may").any(|chosen| chosen == key);
            let new = SigningRules { persons: may("persons"), posts: may("posts"), clearance: may("clearance") };
            actions::allow_signers(w.tx, by, p.position, new)
        }
        "ohne" => actions::drop_waiting(w.tx, by, p.position),
        _ => Err(super::choose()),
    };
    match done {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.note_saved())),
        Err(fault) => again(shell::problems(fault, "name", &[])?),
    }
}

/// A position that persons or posts may sign, and what this one signed.
fn own(r: &Reading<'_>, id: Id<crate::Position>) -> Result<(Place, SigningRules, Vec<Signer>)> {
    let place = Place::load(r, id)?;
    let rules = signers::signing_rules(r.conn, id)?;
    let person = r.viewer.actor.person.map(Id::new);
    let mut mine = signers::list_signers(r.conn, id)?;
    mine.retain(|s| s.person.is_some() && s.person == person);
    let holds = mine.iter().any(|s| matches!(s.state, SignerState::Signed | SignerState::Clearing));
    if !r.viewer.actor.is_member() || !(rules.persons || rules.posts || holds) {
        return Err(Error::Denied(None));
    }
    Ok((place, rules, mine))
}

/// The page for signing oneself.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Denied`] where that is not allowed.
pub fn one(r: &Reading<'_>, p: SelfSign) -> Result<Answer> {
    let of = own(r, p.position)?;
    one_page(r, &of, &FormView::new(r.viewer.lang, &[("named", "ja")]))
}

fn one_page(
    r: &Reading<'_>,
    (place, rules, mine): &(Place, SigningRules, Vec<Signer>),
    form: &FormView,
) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut view = View::new(v.lang, t.self_title(), form);
    view.crumbs = place.crumbs(r, true);
    view.lead = place.position.title.clone();
    let line = |s: &Signer| Line {
        title: s.name.clone(),
        detail: vec![sort_word(t, s.sort).to_owned()],
        pills: vec![pill(r, t, s)],
        ..Line::default()
    };
    view.section("stand", t.self_state(), vec![Block::Rows(mine.iter().map(line).collect())]);
    let holds =
        |sort| mine.iter().any(|s| s.sort == sort && matches!(s.state, SignerState::Signed | SignerState::Clearing));
    let mut sorts = Vec::new();
    for (may, sort, word) in
        [(rules.persons, SignerSort::Person, t.self_person()), (rules.posts, SignerSort::Post, t.self_post())]
    {
        if may && !holds(sort) {
            sorts.push((sort.word().to_owned(), word.to_owned()));
        }
    }
    if !sorts.is_empty() {
        let named = vec![("ja".to_owned(), t.self_named().to_owned()), ("nein".to_owned(), t.self_hidden().to_owned())];
        let fields = vec![
            form.radios("sort", t.field_self_sort(), sorts).to_string(),
            form.radios("named", t.field_voice_named(), named).to_string(),
        ];
        let mut text = vec![t.self_text().to_owned()];
        if rules.clearance {
            text.push(t.self_clearance().to_owned());
        }
        let form = Block::Form(fields, vec![("zeichnen", t.self_submit(), true)]);
        view.section("zeichnen", t.self_title(), vec![Block::Text(text), form]);
    }
    if mine.iter().any(|s| s.state == SignerState::Clearing) {
        let field = form.text("clearance", t.field_clearance()).hint(t.field_clearance_hint()).to_string();
        view.section(
            "zustimmung",
            t.signer_clearing(),
            vec![Block::Form(vec![field], vec![("zugestimmt", t.save(), true)])],
        );
    }
    let mut buttons = Vec::new();
    if holds(SignerSort::Person) {
        buttons.push(("zurueck-person", t.self_back_person(), false));
    }
    if holds(SignerSort::Post) {
        buttons.push(("zurueck-post", t.self_back_post(), false));
    }
    if !buttons.is_empty() {
        view.section("zurueck", t.withdraw_submit(), vec![Block::Form(Vec::new(), buttons)]);
    }
    view.links.push((t.back(), place.link(r)));
    view.answer(r, place.page(r, t.self_title())?, form)
}

/// Signs, says that the employer cleared it, or takes it back.
///
/// # Errors
/// As the verbs.
pub fn sign(w: &Writing<'_>, p: SelfSign) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = own(&r, p.position)?;
    let (by, id) = (&w.viewer.actor, p.position);
    let done = match w.ask.field("tat") {
        "zeichnen" => match SignerSort::from_word(w.ask.field("sort")) {
            Some(sort) => actions::sign_self(w.tx, by, id, sort, w.ask.field("named") != "nein"),
            None => Err(super::choose()),
        },
        "zugestimmt" => actions::clear(w.tx, by, id, w.ask.field("clearance")),
        "zurueck-person" => actions::withdraw_self(w.tx, by, id, SignerSort::Person),
        "zurueck-post" => actions::withdraw_self(w.tx, by, id, SignerSort::Post),
        _ => Err(super::choose()),
    };
    match done {
        Ok(()) => Ok(Answer::to(of.0.link(&r)).with_note(t.note_saved())),
        Err(fault) => {
            let found = shell::problems(fault, "sort", &[])?;
            one_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found))
        }
    }
}

fn gone(r: &Reading<'_>) -> Result<Answer> {
    web::gone(r, Some(T(r.viewer.lang).invitation_gone().to_owned()))
}

/// The page of an association's link: the text, and the answer. Opening it changes nothing.
///
/// # Errors
/// When the database cannot be read.
pub fn letter(r: &Reading<'_>, p: SignerLetter) -> Result<Answer> {
    match actions::by_invitation(r.conn, p.token.as_str())? {
        Some(of) => letter_page(r, &of, &FormView::new(r.viewer.lang, &[("answer", "ja")])),
        None => gone(r),
    }
}

fn letter_page(r: &Reading<'_>, of: &Invited, form: &FormView) -> Result<Answer> {
    let (t, v, it) = (T(r.viewer.lang), r.viewer, &of.position);
    let text = versions::list_paragraphs(r.conn, it.id, it.text)?;
    let mut known = vec![t.invitation_for(&of.signer.name)];
    known.extend(text.into_iter().enumerate().map(|(n, p)| format!("({}) {}", n + 1, p.text)));
    let mut options = Vec::new();
    if of.signer.state == SignerState::Signed {
        options.push(("zurueck".to_owned(), t.invitation_back().to_owned()));
        known.push(t.invitation_signed().to_owned());
    } else {
        options.push(("ja".to_owned(), t.invitation_yes().to_owned()));
        if of.signer.state == SignerState::Asked {
            options.push(("nein".to_owned(), t.invitation_no().to_owned()));
        }
    }
    let sheet = Sheet {
        title: t.invitation_title().to_owned(),
        lead: it.title.clone(),
        known,
        fields: vec![
            form.radios("answer", t.field_invitation(), options).to_string(),
            form.text("how", t.field_confirmed_by()).hint(t.field_confirmed_hint()).optional().to_string(),
        ],
        submit: t.invitation_submit(),
        back: v.link(&"/"),
        ..Sheet::new(v.lang)
    };
    Ok(sheet.of(form).answer(r, Page::new(t.invitation_title()), form)?.secret())
}

/// The association answers.
///
/// # Errors
/// When the database refuses.
pub fn answer(w: &Writing<'_>, p: SignerLetter) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let Some(of) = actions::by_invitation(w.tx, p.token.as_str())? else { return gone(&r) };
    let again = |found| letter_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found));
    let to = match w.ask.field("answer") {
        "ja" => SignerState::Signed,
        "nein" => SignerState::Declined,
        "zurueck" => SignerState::Withdrawn,
        _ => return again(shell::problems(super::choose(), "answer", &[])?),
    };
    let mut fields = Fields::of(w.ask);
    let how = fields.line("how", 120);
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    match actions::answer_invitation(w.tx, &of, to, &how) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&p)).with_note(t.note_invitation())),
        Err(fault) => again(shell::problems(fault, "answer", &[])?),
    }
}
