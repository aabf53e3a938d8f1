//! What a row means for the seats of a network of posts, of organisations, of persons.

use kernel::{Day, Id};
use people::{Mode, Organisation, Person, Post, Tenure};
use web::{Row, RowChoice};

use super::{
    cells::{self, Function},
    plan::{Days, Look, Planner, PostPlan, Ref},
    who,
};

/// A row that was read.
pub struct At<'a> {
    pub row: &'a Row,
    pub person: Option<&'a cells::Named>,
    pub mail: Option<&'a str>,
    pub days: Days,
    pub place: Option<Ref<Organisation>>,
    pub function: Function,
}

impl At<'_> {
    /// Whether it speaks of the past.
    pub fn is_past(&self, today: Day) -> bool {
        self.days.until <= today
    }
    /// What a row that says the same would say, besides the address.
    fn same(&self) -> String {
        let n = self.person.map(|n| people::rules::person_sort_name(&n.given, &n.family)).unwrap_or_default();
        let word = |key| i18n::fold(self.row.get(key));
        format!("{n}|{:?}|{}|{}|{}|{}", self.place, word("post"), word("function"), self.days.from, self.days.until)
    }
}

/// Whether another row said the same before; then this one does nothing of its own.
fn is_repeated(planner: &mut Planner<'_>, at: &At<'_>, look: &mut Look) -> bool {
    if at.row.choice == RowChoice::Other {
        return false;
    }
    let (same, mail) = (at.same(), at.mail.unwrap_or_default().to_lowercase());
    match planner.before.same.get(&same) {
        Some((row, other)) if *other == mail || mail.is_empty() => {
            look.note(format!("Das steht schon in Zeile {row}."), format!("This stands in row {row} already."));
            look.steps = super::plan::Steps::default();
            true
        }
        Some(_) => false,
        None => {
            planner.before.same.insert(same, (at.row.number, mail));
            false
        }
    }
}

/// The title a row gives its post.
fn title(planner: &Planner<'_>, row: &Row) -> (String, bool) {
    let (post, function) = (row.get("post").trim(), row.get("function").trim());
    if !post.is_empty() {
        (post.to_owned(), true)
    } else if i18n::fold(function).contains("beauftragt") && cells::function(function) == Function::Member {
        (function.to_owned(), true)
    } else {
        (planner.default_title.to_owned(), false)
    }
}

/// The post of an organisation that is there and goes by that title.
fn known_post(planner: &Planner<'_>, of: Id<Organisation>, title: &str, given: bool) -> Option<Id<Post>> {
    let all: Vec<&Post> = planner.facts.posts.iter().filter(|p| p.organisation == of).collect();
    let wanted = i18n::fold(title);
    let called = |p: &&&Post| {
        let t = &p.titles;
        [Some(&t.neutral), t.female.as_ref(), t.male.as_ref()].into_iter().flatten().any(|x| i18n::fold(x) == wanted)
    };
    let seated = || all.iter().filter(|p| planner.facts.seated_posts.contains(&p.id)).collect::<Vec<_>>();
    let alike =
        |p: &Post| i18n::fold(&p.titles.neutral).starts_with("gleichstellung") && wanted.starts_with("gleichstellung");
    let found = all.iter().find(called).copied();
    found.map(|p| p.id).or_else(|| match (seated()[..].as_ref(), all[..].as_ref()) {
        ([one], _) if !given || alike(one) => Some(one.id),
        (_, [one]) if !given || alike(one) => Some(one.id),
        _ => None,
    })
}

/// A network whose members are posts.
pub fn post(planner: &mut Planner<'_>, at: &At<'_>, look: &mut Look) {
    let Some(of) = at.place else { return };
    let (title, given) = title(planner, at.row);
    if let Err(reason) = people::rules::name(&title) {
        look.problems.push(("post", reason));
        return;
    }
    if is_repeated(planner, at, look) {
        return;
    }
    let today = planner.facts.today;
    let start = planner.earliest.get(&i18n::fold(at.row.get("organisation"))).copied().unwrap_or(today).min(today);
    let known = match of {
        Ref::Known(id) => known_post(planner, id, &title, given),
        Ref::Made(_) => None,
    };
    let post = known.map_or_else(|| Ref::Made(made_post(planner, of, &title, start)), Ref::Known);
    look.steps.organisation = Some(of);
    look.steps.post = Some(post);
    look.steps.seat = Some(Days { from: start, until: Day::OPEN, ..at.days });
    look.makes = match post {
        Ref::Known(id) => !planner.facts.seated_posts.contains(&id),
        Ref::Made(_) => true,
    };
    let Some(person) = at.person else {
        if look.makes {
            look.note("Die Stelle wird unbesetzt eingetragen.", "The post is entered as vacant.");
        }
        return;
    };
    let mode = if let Function::With(mode) = at.function { mode } else { Mode::Holder };
    let none = Vec::new();
    let tenures = known.and_then(|id| planner.facts.tenures.get(&id)).unwrap_or(&none);
    let name = people::rules::person_sort_name(&person.given, &person.family);
    let term = kernel::Term { from: at.days.from, until: at.days.until };
    let hers = |t: &&Tenure| planner.facts.is_called(t.person, &name);
    let there = tenures
        .iter()
        .find(|t| hers(t) && t.term.overlaps(&term) && (t.mode == Mode::Deputy) == (mode == Mode::Deputy));
    let likely = there.or_else(|| tenures.iter().find(hers)).map(|t| t.person);
    if there.is_none() && mode == Mode::Holder && !at.is_past(today) && at.row.choice != RowChoice::Other {
        let other = tenures.iter().any(|t| t.mode == Mode::Holder && t.term.overlaps(&term) && !hers(&t));
        if other {
            look.refuse(
                "name",
                "Diese Stelle hat schon jemand anderes inne. Einen Wechsel tragen Sie beim Sitz ein.",
                "Somebody else holds this post already. A change is entered at its seat.",
            );
            look.options
                .push((RowChoice::Other, kernel::Reason::new("Beide teilen sich die Stelle.", "Both share the post.")));
            return;
        }
    }
    if let Some(tenure) = there {
        same_but(at, tenure, look);
    }
    let was_there = there.is_some();
    if !was_there && !reaches_back(planner, post, at.days.from, look) {
        return;
    }
    let begins = known.and_then(|id| planner.facts.posts.iter().find(|p| p.id == id)).map(|p| p.term.from);
    if !was_there && let Some(first) = begins.filter(|first| at.days.from < *first) {
        look.refuse(
            "from",
            format!("Die Stelle ist erst ab {} eingetragen.", i18n::day_numeric(kernel::Lang::De, first)),
            format!("The post is entered from {} on only.", i18n::day_numeric(kernel::Lang::En, first)),
        );
        return;
    }
    let Some(who) = who::find(planner, at, &format!("{of:?}"), likely, look) else { return };
    look.steps.person = Some(who);
    if !was_there && mode == Mode::Holder && !at.is_past(today) {
        if let Some(other) = planner.before.holders.get(&post) {
            look.note(
                format!("Mit Zeile {other} teilen sich dann mehrere die Stelle."),
                format!("With row {other}, several share the post then."),
            );
        }
        planner.before.holders.entry(post).or_insert(at.row.number);
    }
    if planner.plan.persons[who].known.is_some_and(|id| Some(id) == planner.facts.own) && !was_there {
        look.note(
            "Das sind Sie. Ihre eigene Bestellung trägt eine andere Person ein.",
            "This is you. Somebody else enters your own appointment.",
        );
    } else if !was_there {
        look.steps.tenure = Some((mode, at.days));
        look.makes = true;
    }
    office(planner, at, who, look);
    who::ask_for_mail(planner, at, who, look);
}

/// What differs from an appointment that is there.
fn same_but(at: &At<'_>, tenure: &Tenure, look: &mut Look) {
    if let Some(mail) = at.mail.filter(|m| tenure.mail.as_deref().is_none_or(|there| !there.eq_ignore_ascii_case(m))) {
        look.differs = true;
        look.steps.change = Some((tenure.id, mail.to_owned()));
        let reason = match &tenure.mail {
            Some(there) => kernel::Reason::new(
                format!("Adresse ändern: bisher {there}, neu {mail}."),
                format!("Change the address: so far {there}, new {mail}."),
            ),
            None => kernel::Reason::new(format!("Adresse ergänzen: {mail}."), format!("Add the address: {mail}.")),
        };
        look.options.push((RowChoice::Change, reason));
    }
    if !at.row.get("from").trim().is_empty() && tenure.term.from != at.days.from {
        look.note(
            format!(
                "Eingetragen ist der Anfang {}. Das bleibt.",
                i18n::day_numeric(kernel::Lang::De, tenure.term.from)
            ),
            format!("The beginning entered is {}. It stays.", i18n::day_numeric(kernel::Lang::En, tenure.term.from)),
        );
    }
}

/// Lets a post that is to be made, and its organisation, begin early enough for everybody who is to have held it.
fn reaches_back(planner: &mut Planner<'_>, post: Ref<Post>, day: Day, look: &mut Look) -> bool {
    let Ref::Made(number) = post else { return true };
    let of = planner.plan.posts[number].of;
    match of {
        Ref::Known(id) => {
            let first = planner.facts.organisation(id).map_or(day, |o| o.term.from);
            if day < first {
                look.refuse(
                    "from",
                    format!("Die Organisation ist erst ab {} eingetragen.", i18n::day_numeric(kernel::Lang::De, first)),
                    format!("The organisation is entered from {} on only.", i18n::day_numeric(kernel::Lang::En, first)),
                );
                return false;
            }
        }
        Ref::Made(n) => {
            let organisation = &mut planner.plan.organisations[n];
            organisation.from = organisation.from.min(day);
        }
    }
    let plan = &mut planner.plan.posts[number];
    plan.from = plan.from.min(day);
    true
}

fn made_post(planner: &mut Planner<'_>, of: Ref<Organisation>, title: &str, from: Day) -> usize {
    let key = (of, i18n::fold(title));
    if let Some(there) = planner.before.posts.get(&key) {
        return *there;
    }
    let first = match of {
        Ref::Known(id) => planner.facts.organisation(id).map_or(from, |o| o.term.from),
        Ref::Made(n) => planner.plan.organisations[n].from,
    };
    planner.plan.posts.push(PostPlan { of, title: title.to_owned(), from: from.max(first) });
    planner.before.posts.insert(key, planner.plan.posts.len() - 1);
    planner.plan.posts.len() - 1
}

/// An office of the network beside her seat, unless she has it.
fn office(planner: &mut Planner<'_>, at: &At<'_>, who: usize, look: &mut Look) {
    let Function::Office(office) = at.function else { return };
    let known: Option<Id<Person>> = planner.plan.persons[who].known;
    if known.is_some_and(|id| planner.facts.offices.contains(&(office, id))) || at.is_past(planner.facts.today) {
        return;
    }
    if let Some(row) = planner.before.offices.get(&office) {
        look.note(format!("Dieselbe Funktion hat Zeile {row}."), format!("Row {row} has the same function."));
    }
    planner.before.offices.entry(office).or_insert(at.row.number);
    look.steps.office = Some((office, at.days));
    look.makes = true;
}

/// A network whose members are organisations.
pub fn organisation(planner: &mut Planner<'_>, at: &At<'_>, look: &mut Look) {
    let Some(of) = at.place else { return };
    if is_repeated(planner, at, look) {
        return;
    }
    let today = planner.facts.today;
    let start = planner.earliest.get(&i18n::fold(at.row.get("organisation"))).copied().unwrap_or(today).min(today);
    let occupancy = match of {
        Ref::Known(id) => planner.facts.seated_organisations.get(&id).copied(),
        Ref::Made(_) => None,
    };
    look.steps.organisation = Some(of);
    look.steps.seat = Some(Days { from: start, until: Day::OPEN, ..at.days });
    look.makes = occupancy.is_none() && !planner.before.speakers.contains_key(&of);
    let Some(person) = at.person else {
        look.steps.house_mail = true;
        if at.mail.is_some() && matches!(of, Ref::Known(_)) {
            look.note(
                "Die Adresse der Organisation bleibt, wie sie ist.",
                "The address of the organisation stays as it is.",
            );
        }
        planner.before.speakers.entry(of).or_insert(0);
        return;
    };
    let name = people::rules::person_sort_name(&person.given, &person.family);
    let speaking: Vec<_> = planner.facts.spoken.iter().filter(|(o, ..)| Some(*o) == occupancy).collect();
    let there = speaking.iter().filter_map(|(.., who)| *who).find(|who| planner.facts.is_called(*who, &name));
    let most = speaking.iter().map(|(_, rank, _)| *rank).max().unwrap_or(0);
    let Some(who) = who::find(planner, at, &format!("{of:?}"), there, look) else { return };
    look.steps.person = Some(who);
    if there.is_none() {
        let rank = planner.before.speakers.entry(of).or_insert(0);
        *rank = (*rank).max(most) + 1;
        look.steps.speaks = Some((*rank, at.days));
        look.makes = true;
    }
    office(planner, at, who, look);
    who::ask_for_mail(planner, at, who, look);
}

/// A network whose members are persons.
pub fn person(planner: &mut Planner<'_>, at: &At<'_>, look: &mut Look) {
    let Some(person) = at.person else {
        look.refuse("name", "Bitte nennen Sie die Person.", "Please name the person.");
        return;
    };
    if is_repeated(planner, at, look) {
        return;
    }
    let facts = planner.facts;
    let name = people::rules::person_sort_name(&person.given, &person.family);
    let of = at.place.filter(|of| match of {
        Ref::Known(_) => true,
        // Its name would be known beyond the network then.
        Ref::Made(n) => !facts.body.sensitive || planner.plan.organisations[*n].kind.is_public_body(),
    });
    if of != at.place {
        look.note(
            "Die Organisation wird nicht eingetragen: Das Netzwerk ist sensibel.",
            "The organisation is not entered: the network is sensitive.",
        );
    }
    if at.is_past(facts.today) && at.days.until <= facts.body.term.from {
        look.refuse("until", "Damals gab es das Netzwerk noch nicht.", "The network did not exist then.");
        return;
    }
    let fits = |through: &Option<Id<Organisation>>| match (through, of) {
        (Some(there), Some(Ref::Known(id))) => *there == id,
        (Some(_), Some(Ref::Made(_))) => false,
        _ => true,
    };
    let there = facts.seated_persons.iter().filter(|(who, through)| facts.is_called(**who, &name) && fits(through));
    let mut there: Vec<Id<Person>> = there.map(|(who, _)| *who).collect();
    there.sort_unstable();
    let likely = there.first().copied().filter(|_| at.row.choice != RowChoice::Other);
    look.steps.organisation = of;
    let Some(who) = who::find(planner, at, &of.map_or_else(String::new, |of| format!("{of:?}")), likely, look) else {
        return;
    };
    look.steps.person = Some(who);
    if likely.is_none() {
        look.steps.seat = Some(at.days);
        look.makes = true;
    }
    office(planner, at, who, look);
    who::ask_for_mail(planner, at, who, look);
}
