//! What would become of each row: pure, from the rows and what is known. Checking shows it, taking does it.

use std::collections::HashMap;

use kernel::{Day, Id, Office, Reason};
use people::{Grain, Mode, NewPerson, Organisation, OrganisationKind, Person, Post, Tenure, Territory, TitleForm};
use web::{Row, RowChoice, State, Verdict};

use super::{Kind, cells, cells::Function, facts::Facts, places, seats};

/// Something that is there, or will be made: the number in the plan's list.
#[derive(Debug)]
pub enum Ref<T: 'static> {
    /// There.
    Known(Id<T>),
    /// To be made.
    Made(usize),
}

// Derived, these would ask the same of what is referred to.
impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ref<T> {}
impl<T> Ref<T> {
    const fn parts(self) -> (bool, i128) {
        match self {
            Self::Known(id) => (true, id.raw() as i128),
            Self::Made(n) => (false, n as i128),
        }
    }
}
impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.parts() == other.parts()
    }
}
impl<T> Eq for Ref<T> {}
impl<T> std::hash::Hash for Ref<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.parts().hash(state);
    }
}

/// An organisation to be made.
#[derive(Clone, Debug)]
pub struct OrganisationPlan {
    pub name: String,
    pub kind: OrganisationKind,
    pub territory: Option<Id<Territory>>,
    pub from: Day,
}

/// A post to be made.
#[derive(Clone, Debug)]
pub struct PostPlan {
    pub of: Ref<Organisation>,
    pub title: String,
    pub from: Day,
}

/// A person to be made, or one who is there.
#[derive(Clone, Debug)]
pub struct PersonPlan {
    pub known: Option<Id<Person>>,
    pub new: NewPerson,
}

/// From when to when, as written.
#[derive(Clone, Copy, Debug)]
pub struct Days {
    pub from: Day,
    pub until: Day,
    pub grain: Grain,
}

/// What a row does.
#[derive(Clone, Default, Debug)]
pub struct Steps {
    pub organisation: Option<Ref<Organisation>>,
    pub post: Option<Ref<Post>>,
    /// The number in the plan's persons.
    pub person: Option<usize>,
    /// The seat the row needs is made unless it is there: since this day.
    pub seat: Option<Days>,
    pub tenure: Option<(Mode, Days)>,
    /// Speaks for the organisation with this rank.
    pub speaks: Option<(i64, Days)>,
    pub office: Option<(Office, Days)>,
    pub mail: Option<String>,
    /// Another address for an appointment that is there.
    pub change: Option<(Id<Tenure>, String)>,
    /// The address of an organisation nobody is named for.
    pub house_mail: bool,
}

/// One row.
pub struct RowPlan {
    pub verdict: Verdict,
    /// What is done; nothing for a row that is unclear or known.
    pub steps: Option<Steps>,
}

/// All of them.
#[derive(Default)]
pub struct Plan {
    pub organisations: Vec<OrganisationPlan>,
    pub posts: Vec<PostPlan>,
    pub persons: Vec<PersonPlan>,
    pub rows: Vec<RowPlan>,
}

/// A row while it is looked at.
#[derive(Default)]
pub struct Look {
    pub problems: Vec<(&'static str, Reason)>,
    pub notes: Vec<Reason>,
    pub options: Vec<(RowChoice, Reason)>,
    pub missing: Vec<&'static str>,
    pub differs: bool,
    pub steps: Steps,
    /// Whether anything is made.
    pub makes: bool,
}

impl Look {
    pub fn refuse(&mut self, at: &'static str, de: impl Into<String>, en: impl Into<String>) {
        self.problems.push((at, Reason::new(de, en)));
    }
    pub fn note(&mut self, de: impl Into<String>, en: impl Into<String>) {
        self.notes.push(Reason::new(de, en));
    }
    fn take<T>(&mut self, at: &'static str, read: Result<Option<T>, Reason>) -> Option<T> {
        read.unwrap_or_else(|reason| {
            self.problems.push((at, reason));
            None
        })
    }
}

/// What rows before this one said.
#[derive(Default)]
pub struct Before {
    pub organisations: HashMap<String, usize>,
    pub posts: HashMap<(Ref<Organisation>, String), usize>,
    /// Persons by name and place, with the row and its address.
    pub persons: HashMap<(String, String), (usize, i64, String)>,
    pub names: HashMap<String, i64>,
    pub mails: HashMap<String, i64>,
    /// Rows that say the same: by everything but the address.
    pub same: HashMap<String, (i64, String)>,
    /// Current holders by post: the first row.
    pub holders: HashMap<Ref<Post>, i64>,
    pub speakers: HashMap<Ref<Organisation>, i64>,
    /// Offices taken in this list.
    pub offices: HashMap<Office, i64>,
}

/// What is fixed while planning.
pub struct Planner<'a> {
    pub facts: &'a Facts,
    pub default_title: &'a str,
    pub plan: Plan,
    pub before: Before,
    /// The earliest day any row of an organisation names, by its folded name.
    pub earliest: HashMap<String, Day>,
}

/// The person a row names: from one cell or from two.
///
/// # Errors
/// The column and the sentence.
pub fn named(row: &Row) -> Result<Option<cells::Named>, (&'static str, Reason)> {
    let (whole, given, family) = (row.get("name").trim(), row.get("given").trim(), row.get("family").trim());
    let at = if whole.is_empty() && !family.is_empty() { "family" } else { "name" };
    let both = || Reason::new("Bitte nennen Sie Vor- und Familiennamen.", "Please give the given and the family name.");
    let found = match (whole, given, family) {
        ("", "", "") => return Ok(None),
        (text, "", "") | ("", "", text) | ("", text, "") if cells::is_vacant(text) => return Ok(None),
        // „Name“ beside „Vorname“ is the family name.
        (family, given, "") | ("", given, family) | (_, given, family) if !given.is_empty() && !family.is_empty() => {
            let title = Some(row.get("title").trim().to_owned()).filter(|t| !t.is_empty());
            let (in_front, given) = match cells::whole_name(&format!("{given} X")) {
                Some(n) => (n.title, n.given),
                None => (None, given.to_owned()),
            };
            cells::Named { title: title.or(in_front), given, family: family.to_owned() }
        }
        (text, "", "") if !text.is_empty() => {
            let mut named = cells::whole_name(text).ok_or_else(|| (at, both()))?;
            if named.title.is_none() {
                named.title = Some(row.get("title").trim().to_owned()).filter(|t| !t.is_empty());
            }
            named
        }
        _ => return Err((if given.is_empty() { "given" } else { "family" }, both())),
    };
    for text in [&found.given, &found.family].into_iter().chain(&found.title) {
        people::rules::name(text).map_err(|reason| (at, reason))?;
    }
    Ok(Some(found))
}

/// Plans every row.
pub fn plan(facts: &Facts, default_title: &str, rows: &[Row]) -> Plan {
    let mut planner =
        Planner { facts, default_title, plan: Plan::default(), before: Before::default(), earliest: HashMap::new() };
    for row in rows {
        if let Ok(Some((from, _))) = cells::day(row.get("from")) {
            let key = i18n::fold(row.get("organisation"));
            planner.earliest.entry(key).and_modify(|day| *day = from.min(*day)).or_insert(from);
        }
    }
    for row in rows {
        let planned = planner.row(row);
        planner.plan.rows.push(planned);
    }
    planner.plan
}

impl Planner<'_> {
    fn row(&mut self, row: &Row) -> RowPlan {
        let mut look = Look::default();
        if row.torn && row.choice == RowChoice::Usual {
            look.refuse(
                "name",
                "Diese Zeile sieht zerrissen aus, etwa durch verbundene Zellen. Bitte prüfen Sie jede Zelle.",
                "This row looks torn, as by merged cells. Please check each cell.",
            );
            look.options
                .push((RowChoice::Other, Reason::new("Die Zeile ist richtig so.", "The row is right like this.")));
        }
        let person = named(row).unwrap_or_else(|(at, reason)| {
            look.problems.push((at, reason));
            None
        });
        let mail = look.take("mail", cells::mail(row.get("mail")));
        let days = self.days(row, &mut look);
        let place = places::find(self, row, &mut look);
        let function = cells::function(row.get("function"));
        self.common(row, person.as_ref(), mail.as_deref(), function, &mut look);
        look.steps.mail.clone_from(&mail);
        if look.problems.is_empty() {
            let at = seats::At { row, person: person.as_ref(), mail: mail.as_deref(), days, place, function };
            match self.facts.kind {
                Kind::Posts => seats::post(self, &at, &mut look),
                Kind::Organisations => seats::organisation(self, &at, &mut look),
                Kind::Persons => seats::person(self, &at, &mut look),
            }
        }
        finished(look, row)
    }

    /// From when to when; without a first day from today on.
    fn days(&self, row: &Row, look: &mut Look) -> Days {
        let from = look.take("from", cells::day(row.get("from")));
        let until = look.take("until", cells::day(row.get("until")));
        let (start, grain) = from.unwrap_or((self.facts.today, Grain::Day));
        let end = until.map_or(Day::OPEN, |(last, grain)| cells::after(last, grain));
        if until.is_some() && from.is_none() && end <= self.facts.today && look.problems.is_empty() {
            look.refuse("from", "Für diese Zeit fehlt der Anfang.", "The beginning of that time is missing.");
        } else if start >= end {
            look.refuse("until", "Das Ende liegt vor dem Anfang.", "The end lies before the beginning.");
        }
        Days { from: start, until: end, grain: from.map_or_else(|| until.map_or(grain, |(_, g)| g), |(_, g)| g) }
    }

    /// What holds for rows of every kind: names that are missing, rows that come twice, addresses, functions.
    fn common(
        &mut self,
        row: &Row,
        person: Option<&cells::Named>,
        mail: Option<&str>,
        function: Function,
        look: &mut Look,
    ) {
        let vacant = ["name", "given", "family"].iter().any(|key| cells::is_vacant(row.get(key)));
        if person.is_none() && look.problems.is_empty() && !vacant && self.facts.kind != Kind::Organisations {
            look.refuse(
                "name",
                "Es fehlt der Name. Für eine unbesetzte Stelle schreiben Sie: N.N.",
                "The name is missing. For a vacant post write: N.N.",
            );
        }
        match function {
            Function::Unknown => look.note(
                format!("Die Funktion „{}“ kennen wir nicht. Sie wird nicht eingetragen.", row.get("function").trim()),
                format!("We do not know the function “{}”. It is not entered.", row.get("function").trim()),
            ),
            Function::Keeper => look.note(
                "Die Koordination vergeben Sie später beim Sitz. Hier wird sie nicht eingetragen.",
                "The coordination is given later at its seat. It is not entered here.",
            ),
            Function::With(_) | Function::Office(_) | Function::Member => {}
        }
        if let Some(mail) = mail {
            match self.before.mails.get(&mail.to_lowercase()) {
                Some(other) if person.is_some() => look.note(
                    format!("Dieselbe Adresse steht in Zeile {other}."),
                    format!("The same address stands in row {other}."),
                ),
                _ => drop(self.before.mails.insert(mail.to_lowercase(), row.number)),
            }
        }
    }
}

fn finished(look: Look, row: &Row) -> RowPlan {
    let unclear = !look.problems.is_empty();
    let changes = look.differs && row.choice == RowChoice::Change;
    let state = match (unclear, look.makes, look.differs) {
        (true, ..) => State::Unclear,
        (_, true, _) => State::New,
        (_, _, true) => State::Differs,
        _ => State::Known,
    };
    let verdict =
        Verdict { state, problems: look.problems, notes: look.notes, options: look.options, missing: look.missing };
    let steps = (!unclear).then_some(look.steps).map(|s| Steps { change: s.change.clone().filter(|_| changes), ..s });
    RowPlan { verdict, steps }
}

/// A person as she is entered.
pub fn new_person(named: &cells::Named) -> NewPerson {
    NewPerson {
        given: named.given.clone(),
        family: named.family.clone(),
        title: named.title.clone(),
        title_form: TitleForm::Neutral,
    }
}
