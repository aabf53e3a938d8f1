//! Asking networks to sign, and signing for one's own.

use kernel::{Error, Id, Result};
use networks::{Body, shell};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::{Place, decision::resolutions};
use crate::{
    Signature, SignatureState, Signing, actions,
    paths::{PositionSigners, SignaturePage},
    store::signatures,
    words::T,
};

/// The page for asking.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`] but for those who steer it.
pub fn show(r: &Reading<'_>, p: PositionSigners) -> Result<Answer> {
    let place = Place::led(r, p.position)?;
    let until = r.viewer.today.plus_days(42).to_string();
    page(r, &place, &FormView::new(r.viewer.lang, &[("until", &until)]))
}

/// How a signature stands, in a word.
fn word(t: T, state: SignatureState) -> &'static str {
    match state {
        SignatureState::Asked => t.signature_asked(),
        SignatureState::Signed => t.signature_has(),
        SignatureState::Declined => t.signature_declined(),
        SignatureState::Withdrawn => t.signature_back(),
    }
}

fn page(r: &Reading<'_>, place: &Place, form: &FormView) -> Result<Answer> {
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let mut sheet = place.sheet(r, t.signers_title());
    let all = signatures::list_signatures(r.conn, place.position.id)?;
    sheet.known = vec![t.signers_text().to_owned()];
    let ids: Vec<Id<Body>> = all.iter().map(|s| s.network).collect();
    let seen = if ids.is_empty() { Vec::new() } else { networks::list_bodies_by_id(r.conn, &v.actor, &ids)? };
    // Another of those who lead may have asked a network this one must not know of.
    let told = |s: &&Signature| s.named || seen.iter().any(|n| n.id == s.network);
    sheet.known.extend(all.iter().filter(told).map(|s| {
        let said = t.said_by(s.name_in(v.lang), word(t, s.state));
        if s.reason.is_empty() { said } else { format!("{said} {}", s.reason) }
    }));
    if place.position.adopted.is_none() {
        sheet.known.push(t.signers_first().to_owned());
    } else if place.position.ended.is_none() {
        let mut networks = networks::list_networks(r.conn, &v.actor, v.today)?;
        networks.retain(|n| n.id != place.position.network && !all.iter().any(|s| s.network == n.id));
        networks.sort_by_cached_key(|n| i18n::fold(n.name_in(v.lang)));
        let options = networks.iter().map(|n| (n.id.to_string(), n.name_in(v.lang).to_owned())).collect();
        sheet.fields = vec![
            form.select("network", t.field_network(), options).to_string(),
            form.text("until", t.field_sign_until()).kind("date").optional().to_string(),
        ];
        sheet.submit = t.signers_ask();
    }
    sheet.of(form).answer(r, place.page(r, t.signers_title())?, form)
}

/// Asks a network.
///
/// # Errors
/// As [`actions::ask_signature`].
pub fn ask(w: &Writing<'_>, p: PositionSigners) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let place = Place::led(&r, p.position)?;
    let again = |found| page(&r, &place, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let until = fields.day("until");
    let network = w.ask.field("network").parse::<Id<Body>>();
    if network.is_err() {
        fields.refuse("network", "Bitte wählen Sie ein Netzwerk.", "Please choose a network.");
    }
    let (Ok(network), true) = (network, fields.problems.is_empty()) else { return again(fields.problems) };
    match actions::ask_signature(w.tx, &w.viewer.actor, p.position, network, until) {
        Ok(_) => Ok(Answer::to(w.viewer.link(&PositionSigners { position: p.position })).with_note(t.note_asked())),
        Err(fault) => again(shell::problems(fault, "network", &[])?),
    }
}

/// What a network was asked, for those who lead it.
struct Asked {
    place: Place,
    signature: Signature,
    network: Body,
}

fn asked(r: &Reading<'_>, id: Id<Signature>) -> Result<Asked> {
    let signature = signatures::find_signature(r.conn, id)?;
    let place = Place::load(r, signature.position)?;
    let found = networks::list_bodies_by_id(r.conn, &r.viewer.actor, &[signature.network])?.into_iter().next();
    let network = found.filter(|n| r.viewer.actor.is_member_of(n.id.raw())).ok_or(Error::NotFound)?;
    if tasks::rules::leads(&r.viewer.actor, &network) {
        Ok(Asked { place, signature, network })
    } else {
        Err(Error::Denied(None))
    }
}

/// The page for answering.
///
/// # Errors
/// [`Error::NotFound`] but for members of the network that was asked; [`Error::Denied`] but for those who lead it.
pub fn one(r: &Reading<'_>, p: SignaturePage) -> Result<Answer> {
    let of = asked(r, p.signature)?;
    let today = r.viewer.today.to_string();
    let named = if of.network.sensitive { "" } else { "ja" };
    one_page(r, &of, &FormView::new(r.viewer.lang, &[("answer", "ja"), ("day", &today), ("named", named)]))
}

fn one_page(r: &Reading<'_>, of: &Asked, form: &FormView) -> Result<Answer> {
    let (t, v, s) = (T(r.viewer.lang), r.viewer, &of.signature);
    let mut sheet = of.place.sheet(r, t.sign_title());
    sheet.known = vec![t.said_by(of.network.name_in(v.lang), word(t, s.state))];
    if let Some(until) = s.until.filter(|_| s.state == SignatureState::Asked) {
        sheet.known.push(t.sign_until(i18n::day_long(v.lang, until)));
    }
    let options =
        |all: &[(&str, &str)]| all.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
    match s.state {
        SignatureState::Asked | SignatureState::Declined => {
            let mut answers = vec![("ja", t.sign_yes())];
            if s.state == SignatureState::Asked {
                answers.push(("nein", t.sign_no()));
            }
            sheet.fields = vec![
                form.radios("answer", t.field_sign(), options(&answers)).to_string(),
                form.select("resolution", t.field_resolution(), resolutions(r, &[of.network.id])?)
                    .hint(t.field_resolution_hint())
                    .to_string(),
                form.text("day", t.field_decided()).hint(t.field_decided_hint()).kind("date").to_string(),
                form.text("how", t.field_how()).hint(t.field_how_hint()).to_string(),
            ];
            if !of.network.unlisted {
                sheet.fields.push(form.boxes("named", t.field_named(), options(&[("ja", t.named_yes())])).to_string());
            }
            sheet.fields.push(
                form.text("reason", t.field_reason()).hint(t.field_decline_hint()).lines(3).optional().to_string(),
            );
            sheet.submit = t.sign_submit();
        }
        SignatureState::Signed => {
            sheet.known.push(t.withdraw_text().to_owned());
            sheet.hidden = vec![("answer", "zurueck".to_owned())];
            sheet.fields = vec![form.text("reason", t.field_reason()).lines(3).optional().to_string()];
            sheet.submit = t.withdraw_submit();
        }
        SignatureState::Withdrawn => {}
    }
    sheet.of(form).answer(r, of.place.page(r, t.sign_title())?, form)
}

/// Signs, declines, or takes it back.
///
/// # Errors
/// As the verbs.
pub fn answer(w: &Writing<'_>, p: SignaturePage) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let of = asked(&r, p.signature)?;
    let again = |found| one_page(&r, &of, &FormView::kept(w.viewer.lang, w.ask, found));
    let mut fields = Fields::of(w.ask);
    let (day, how, reason) = (fields.day("day"), fields.line("how", 120), fields.text("reason", 1_000));
    let resolution = w.ask.field("resolution");
    let resolution = if resolution.is_empty() { None } else { Some(resolution.parse().map_err(|_| Error::NotFound)?) };
    if !fields.problems.is_empty() {
        return again(fields.problems);
    }
    let (by, id) = (&w.viewer.actor, p.signature);
    let done = match w.ask.field("answer") {
        "ja" => {
            let new = Signing { resolution, day, how, named: w.ask.ticked("named") };
            actions::sign(w.tx, by, id, &new)
                .map(|published| if published { t.note_signed_published() } else { t.note_signed() })
        }
        "nein" => actions::decline_signature(w.tx, by, id, &reason).map(|()| t.note_saved()),
        "zurueck" => actions::withdraw_signature(w.tx, by, id, &reason).map(|()| t.note_withdrawn()),
        _ => Err(super::input::choose()),
    };
    match done {
        Ok(note) => Ok(Answer::to(of.place.link(&r)).with_note(note)),
        Err(fault) => again(shell::problems(
            fault,
            if of.signature.state == SignatureState::Signed { "reason" } else { "answer" },
            &[],
        )?),
    }
}
