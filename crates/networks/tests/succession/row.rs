//! One row of the table, and how it is told.

use kernel::{Day, Level, Scope};
use networks::{Capacity, EndReason, Link, RosterSeat, SeatState, soon_after};
use rights::{Action, Kind};

use crate::{
    common::{day, read, try_read},
    scene::Scene,
};

/// Something that is done on a day.
pub type Step = for<'a, 'b> fn(&'a Scene<'b>);

/// What must hold on a day.
pub struct Check {
    day: &'static str,
    who: &'static str,
    state: Option<SeatState>,
    outside: &'static str,
    reads: &'static str,
    bars: &'static str,
    called: Option<&'static str>,
    link: Option<Link>,
    officers: Option<&'static str>,
    looked_back: bool,
}

/// A story.
pub struct Row {
    /// What happens.
    pub story: &'static str,
    seat: &'static str,
    steps: Vec<(&'static str, Step)>,
    on: Vec<Check>,
    ended: Vec<(&'static str, EndReason)>,
    undated: bool,
}

/// Begins a row about a seat of the scene.
pub fn row(story: &'static str, seat: &'static str) -> Row {
    Row { story, seat, steps: Vec::new(), on: Vec::new(), ended: Vec::new(), undated: false }
}

impl Row {
    /// What is done, on which day.
    pub fn step(mut self, day: &'static str, done: Step) -> Self {
        self.steps.push((day, done));
        self
    }
    /// Who sits there on a day (given name and capacity), how the seat stands, and the names the public reads: `?` for one
    /// that is kept back, `-` where it sees no seats.
    pub fn on(mut self, day: &'static str, who: &'static str, state: SeatState, outside: &'static str) -> Self {
        self.on.push(Check {
            day,
            who,
            state: Some(state),
            outside,
            reads: "",
            bars: "",
            called: None,
            link: None,
            officers: None,
            looked_back: false,
        });
        self
    }
    /// The seat is not there on that day.
    pub fn gone(self, day: &'static str) -> Self {
        self.on(day, "", SeatState::Vacant, "-").last(|c| c.state = None)
    }
    /// Who may read the papers of the body on that day.
    pub fn reads(self, names: &'static str) -> Self {
        self.last(|c| c.reads = names)
    }
    /// Who may not.
    pub fn bars(self, names: &'static str) -> Self {
        self.last(|c| c.bars = names)
    }
    /// How post or organisation are called on that day.
    pub fn called(self, name: &'static str) -> Self {
        self.last(|c| c.called = Some(name))
    }
    /// How the link of the delegation stands on that day.
    pub fn link(self, link: Link) -> Self {
        self.last(|c| c.link = Some(link))
    }
    /// Whether those of them who read hold an office in the body: exactly these.
    pub fn officers(self, names: &'static str) -> Self {
        self.last(|c| c.officers = Some(names))
    }
    /// The day is read when everything is done, because it was entered late.
    pub fn looked_back(self) -> Self {
        self.last(|c| c.looked_back = true)
    }
    /// Why somebody no longer has a seat.
    pub fn ends(mut self, seat: &'static str, reason: EndReason) -> Self {
        self.ended.push((seat, reason));
        self
    }
    /// What is done carries no day, so a view of an earlier day does not show it.
    pub fn undated(mut self) -> Self {
        self.undated = true;
        self
    }
    fn last(mut self, change: impl FnOnce(&mut Check)) -> Self {
        change(self.on.last_mut().expect("after a day"));
        self
    }
}

/// Tells a story and gives back what was otherwise than its row says.
pub fn tell(s: &Scene<'_>, row: &Row) -> Vec<String> {
    assert_eq!(row.on.len(), 3, "{}: three days", row.story);
    assert!(row.on.iter().any(|c| !(c.reads.is_empty() && c.bars.is_empty())), "{}: somebody's rights", row.story);
    let mut wrong = Vec::new();
    let mut steps = row.steps.iter().peekable();
    for check in row.on.iter().filter(|c| !c.looked_back) {
        while let Some((on, done)) = steps.next_if(|(on, _)| *on <= check.day) {
            s.fresh.clock.set(day(on).at(9, 0));
            done(s);
        }
        // Whoever keeps the networks does so since the day the world stands on.
        s.fresh.clock.set(day(check.day.max(crate::TODAY)).at(12, 0));
        facts(s, row, check, "on the day", &mut wrong);
        s.fresh.clock.set(day(check.day).at(12, 0));
        rights_of(s, row, check, &mut wrong);
    }
    assert!(steps.next().is_none(), "{}: every step before the last day", row.story);
    for check in row.on.iter().filter(|c| c.looked_back || !row.undated) {
        facts(s, row, check, "looking back", &mut wrong);
    }
    for (seat, reason) in &row.ended {
        let id = s.seat(seat);
        let history =
            read(s.fresh, Some(s.w.kora), move |c, a| Ok(networks::seat_page(c, a, id, c.today(), c.today())?.history));
        if !history.iter().any(|p| p.end_reason == Some(*reason)) {
            wrong.push(format!("{}: {seat} did not end by {reason:?}", row.story));
        }
    }
    wrong
}

fn facts(s: &Scene<'_>, row: &Row, check: &Check, when: &str, wrong: &mut Vec<String>) {
    let (id, on) = (s.seat(row.seat), day(check.day));
    let mut differs = |what: &str, found: String, said: String| {
        if found != said {
            wrong.push(format!("{}, {} {when}: {what} is {found:?}, should be {said:?}", row.story, check.day));
        }
    };
    let page = read(s.fresh, Some(s.w.kora), move |c, a| networks::seat_page(c, a, id, on, soon_after(on)));
    let now = page.now.filter(|_| page.body.term.contains(on));
    let link = read(s.fresh, Some(s.w.kora), move |c, a| networks::chain(c, a, page.body.id, on, soon_after(on)));
    differs("who sits there", now.as_ref().map_or_else(String::new, sitting), check.who.into());
    differs("the state", format!("{:?}", now.as_ref().map(|n| n.state)), format!("{:?}", check.state));
    differs("what the public sees", outside(s, row, on), check.outside.into());
    if let Some(called) = check.called {
        let post = now.as_ref().and_then(|n| n.post.as_ref()).map_or("", |p| p.title.as_str());
        let organisation = now.as_ref().and_then(|n| n.organisation.as_ref()).map_or("", |o| o.name.as_str());
        differs("the name", format!("{post}, {organisation}"), called.into());
    }
    if let Some(said) = check.link {
        let found = link.iter().find(|l| l.seat.id == id).and_then(|l| l.link);
        differs("the link", format!("{found:?}"), format!("{:?}", Some(said)));
    }
}

fn sitting(seat: &RosterSeat) -> String {
    let one = |s: &networks::Sitter| {
        let capacity = match s.capacity {
            Capacity::Own => "self",
            Capacity::Holder => "holder",
            Capacity::Acting => "acting",
            Capacity::Deputy => "deputy",
            Capacity::Representative => "speaks",
            Capacity::Substitute => "substitute",
        };
        format!("{} {capacity}", s.who.as_ref().map_or("?", |w| w.name.given.as_str()))
    };
    seat.sitters.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn outside(s: &Scene<'_>, row: &Row, on: Day) -> String {
    let (id, body) = (s.seat(row.seat), s.body(row.seat));
    let seen = try_read(s.fresh, None, move |c, a| {
        networks::roster(c, a, &networks::find_body(c, a, body)?, on, soon_after(on))
    });
    let Ok(Some(roster)) = seen else { return "-".into() };
    let Some(seat) = roster.seats.iter().find(|seat| seat.id == id) else { return "-".into() };
    assert!(seat.sitters.iter().all(|s| !s.absent), "{}: nobody outside reads who is away", row.story);
    let name = |s: &networks::Sitter| s.who.as_ref().map_or("?".to_owned(), |w| w.name.given.clone());
    seat.sitters.iter().map(name).collect::<Vec<_>>().join(" ")
}

fn rights_of(s: &Scene<'_>, row: &Row, check: &Check, wrong: &mut Vec<String>) {
    let (network, body) = (s.network(row.seat), s.body(row.seat));
    let papers = Scope::body(Level::Body, network.raw(), body.raw());
    for (names, should) in [(check.reads, true), (check.bars, false)] {
        for name in names.split_whitespace() {
            let may = read(s.fresh, Some(s.person(name)), move |_, a| {
                Ok(rights::allows(a, Kind::Roster, Action::Read, &papers))
            });
            if may != should {
                wrong.push(format!("{}, {}: {name} reads: {may}", row.story, check.day));
            }
        }
    }
    if let Some(officers) = check.officers {
        let holds = |name: &&str| {
            read(s.fresh, Some(s.person(name)), move |_, a| {
                Ok(a.sits.iter().any(|x| x.body == body.raw() && x.office.is_some() && !x.substitute))
            })
        };
        let found: Vec<&str> = check.reads.split_whitespace().filter(holds).collect();
        if found.join(" ") != officers {
            wrong.push(format!("{}, {}: officers are {found:?}", row.story, check.day));
        }
    }
}
