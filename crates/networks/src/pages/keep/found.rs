//! `/netzwerke/gruenden`: a new network. One question decides how it works („Stimmen Sie förmlich ab?“), one who sees
//! it, one who keeps its membership. For who runs the installation; afterwards the network belongs to its keeper.

use accounts::{Invite, Right};
use kernel::{Actor, Error, Id, Level, Problem, Reason, Result, Subject};
use people::{NewPerson, Person};
use web::{Answer, Fields, FormView, Page, Reading, Writing};

use super::{Sheet, problems};
use crate::{
    Body, BodyForm, NewNetwork, Reach, found_network, may_found,
    pages::shared::{self, reach_word},
    paths::{BodyKeep, NetworkList, NetworkNew},
    store::bodies,
    words::T,
};

const NAME_MOST: usize = 120;
const PURPOSE_MOST: usize = 2000;

/// Who sees a network, in the four ways people ask for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Openness {
    /// Page, seats and holders who agreed are public.
    Open,
    /// The page is public; who belongs is seen inside only.
    Quiet,
    /// Name, purpose and mailbox are public; who belongs never leaves the network.
    Sensitive,
    /// Its existence is hidden, too.
    Unlisted,
}

impl Openness {
    /// Every way with the key forms send.
    pub const ALL: [(&'static str, Self); 4] =
        [("offen", Self::Open), ("still", Self::Quiet), ("sensibel", Self::Sensitive), ("verborgen", Self::Unlisted)];

    /// The way in words.
    pub const fn word(self, t: T) -> &'static str {
        match self {
            Self::Open => t.found_open(),
            Self::Quiet => t.found_quiet(),
            Self::Sensitive => t.found_sensitive(),
            Self::Unlisted => t.found_unlisted(),
        }
    }

    /// How a network stands now.
    pub const fn of(body: &Body) -> Self {
        match (body.unlisted, body.sensitive, body.roster_level) {
            (true, _, _) => Self::Unlisted,
            (false, true, _) => Self::Sensitive,
            (false, false, Level::Public) => Self::Open,
            (false, false, _) => Self::Quiet,
        }
    }

    /// The key forms send.
    pub fn key(self) -> &'static str {
        Self::ALL.iter().find(|(_, o)| *o == self).map_or("still", |(key, _)| key)
    }

    /// The levels and marks that make it so.
    pub const fn applied(self, mut form: BodyForm) -> BodyForm {
        (form.level, form.roster_level) = match self {
            Self::Open => (Level::Public, Level::Public),
            Self::Quiet | Self::Sensitive => (Level::Public, Level::Network),
            Self::Unlisted => (Level::Network, Level::Network),
        };
        form.sensitive = matches!(self, Self::Sensitive | Self::Unlisted);
        form.unlisted = matches!(self, Self::Unlisted);
        form
    }
}

fn asked(by: &Actor) -> Result<()> {
    if may_found(by) { Ok(()) } else { Err(Error::Denied(None)) }
}

/// The form.
///
/// # Errors
/// [`Error::Denied`] but for the operator.
pub fn form(r: &Reading<'_>, _: NetworkNew) -> Result<Answer> {
    asked(&r.viewer.actor)?;
    if let Some(answer) = accounts::require_fresh(r) {
        return Ok(answer);
    }
    let today = r.viewer.today.to_string();
    let values = [("reach", "region"), ("formal", "nein"), ("openness", "still"), ("keeper", "ich"), ("from", &today)];
    page(r, &FormView::new(r.viewer.lang, &values))
}

fn page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let pairs = |list: &[(&str, &str)]| list.iter().map(|(k, w)| ((*k).to_owned(), (*w).to_owned())).collect();
    let reach = Reach::ALL.iter().map(|x| (x.word().to_owned(), reach_word(t, *x).to_owned())).collect();
    let open = Openness::ALL.iter().map(|(key, o)| ((*key).to_owned(), o.word(t).to_owned())).collect();
    let mut sheet = Sheet::new(t.0).of(form);
    sheet.crumbs = shared::crumbs(r, &[]);
    sheet.title = t.found_title().to_owned();
    sheet.lead = t.found_lead().to_owned();
    sheet.back = r.viewer.link(&NetworkList {});
    sheet.fields = vec![
        form.text("name", t.bodies_name()).hint(t.found_name_hint()).most(120).to_string(),
        form.text("short_name", t.found_short()).hint(t.found_short_hint()).most(120).optional().to_string(),
        form.text("purpose", t.edit_purpose()).hint(t.found_purpose_hint()).lines(3).optional().to_string(),
        form.select("reach", t.found_reach(), reach).to_string(),
        form.radios("formal", t.found_formal(), pairs(&[("nein", t.found_informal()), ("ja", t.found_votes())]))
            .hint(t.found_formal_hint())
            .to_string(),
        form.radios("openness", t.found_openness(), open).to_string(),
        form.text("from", t.found_since()).kind("date").to_string(),
        form.radios("keeper", t.found_keeper(), pairs(&[("ich", t.found_me()), ("andere", t.found_other())]))
            .hint(t.found_keeper_hint())
            .to_string(),
        form.text("given", t.found_given()).hint(t.found_other_hint()).most(120).to_string(),
        form.text("family", t.found_family()).most(120).to_string(),
        form.text("mail", t.found_mail()).kind("email").to_string(),
    ];
    sheet.submit = t.found_title();
    sheet.answer(r, Page::new(t.found_title()).nav("networks"), form)
}

/// Who will keep the membership.
enum Keeper {
    Me(Id<Person>),
    Other { person: NewPerson, mail: String },
}

struct Typed {
    new: BodyForm,
    from: kernel::Day,
    keeper: Keeper,
}

fn typed(w: &Writing<'_>) -> Result<Typed, Vec<Problem>> {
    let mut fields = Fields::of(w.ask);
    let filled = |text: String| Some(text).filter(|t| !t.is_empty());
    let name = fields.needed("name", NAME_MOST, "Bitte schreiben Sie den Namen.", "Please write the name.");
    let mut form = BodyForm::new(name);
    form.short_name = filled(fields.line("short_name", NAME_MOST));
    form.purpose = fields.text("purpose", PURPOSE_MOST);
    let reaches: Vec<(&str, Reach)> = Reach::ALL.iter().map(|x| (x.word(), *x)).collect();
    let reach = fields.choice("reach", &reaches);
    let formal = fields.choice("formal", &[("nein", false), ("ja", true)]);
    let openness = fields.choice("openness", &Openness::ALL);
    let from = super::day(&mut fields, "from", "Bitte nennen Sie den ersten Tag.", "Please give the first day.");
    let keeper = keeper(w, &mut fields);
    match (reach, formal, openness, from, keeper) {
        (Some(reach), Some(formal), Some(openness), Some(from), Some(keeper)) if fields.problems.is_empty() => {
            (form.reach, form.formal) = (reach, formal);
            Ok(Typed { new: openness.applied(form), from, keeper })
        }
        _ => Err(fields.problems),
    }
}

fn keeper(w: &Writing<'_>, fields: &mut Fields<'_>) -> Option<Keeper> {
    if fields.choice("keeper", &[("ich", true), ("andere", false)])? {
        return w.viewer.actor.person.map(|id| Keeper::Me(Id::new(id)));
    }
    let given = fields.needed("given", NAME_MOST, "Bitte schreiben Sie den Vornamen.", "Please write the given name.");
    let family =
        fields.needed("family", NAME_MOST, "Bitte schreiben Sie den Nachnamen.", "Please write the family name.");
    match people::rules::mail(w.ask.raw("mail")) {
        Ok(mail) => Some(Keeper::Other { person: NewPerson::new(given, family), mail }),
        Err(reason) => {
            fields.problems.push(Problem { field: "mail", reason });
            None
        }
    }
}

/// Founds it, and invites whoever is to keep it.
///
/// # Errors
/// As [`found_network`] and [`accounts::invite`].
pub fn save(w: &Writing<'_>, _: NetworkNew) -> Result<Answer> {
    asked(&w.viewer.actor)?;
    if let Some(answer) = accounts::require_fresh_in(w) {
        return Ok(answer);
    }
    let r = w.reading();
    let again = |problems| page(&r, &FormView::kept(w.viewer.lang, w.ask, problems));
    let typed = match typed(w) {
        Ok(typed) => typed,
        Err(problems) => return again(problems),
    };
    match found(w, typed) {
        Ok(answer) => Ok(answer),
        Err(fault) => again(problems(fault, "name", &[("slug", "name"), ("address", "mail")])?),
    }
}

fn found(w: &Writing<'_>, typed: Typed) -> Result<Answer> {
    let (t, by) = (T(w.viewer.lang), &w.viewer.actor);
    // Networks take turns with the six colours, so that neighbours differ.
    let hue = i64::try_from(bodies::list_networks(w.tx, by, w.viewer.today)?.len()).unwrap_or(0) % 6 + 1;
    let admin = match &typed.keeper {
        Keeper::Me(id) => *id,
        Keeper::Other { person, mail } => match accounts::person_at(w.tx, mail, person)? {
            Some(id) => id,
            None => people::add_person(w.tx, by, person)?,
        },
    };
    let (name, secret) = (typed.new.name.clone(), typed.new.sensitive);
    let form = BodyForm { hue, ..typed.new };
    let made = found_network(w.tx, by, &NewNetwork { slug: None, form, from: typed.from, admin })?;
    let Keeper::Other { mail, .. } = typed.keeper else {
        return Ok(Answer::to(w.viewer.link(&BodyKeep { body: made.network })).with_note(t.found_done()));
    };
    // A sensitive network is never named in a mail.
    let about_words = (!secret).then(|| Reason::new(name.clone(), name));
    let about = Some(Subject::new("network", made.network.raw()));
    let invite = Invite { person: admin, mail, about, about_words };
    accounts::invite(w.tx, by, &Right::house(), &w.site.outside().base_url, &invite).map_err(|fault| match fault {
        Error::Rule(reason) => Error::field("mail", reason),
        other => other,
    })?;
    Ok(Answer::to(w.viewer.link(&NetworkList {})).with_note(t.found_invited()))
}
