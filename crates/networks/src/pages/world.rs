//! A network as one page needs it: its bodies, how they hang together, its seats on a day. Everything the pages count
//! and draw is made from these rows, so numbers shown twice agree.

use std::{
    cell::OnceCell,
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use kernel::{Day, Id, Lang, Office, Result, Voice};
use people::Organisation;
use pictures::geo;
use web::Reading;

use super::shared::{is_open, organisation_word, sees_roster};
use crate::{
    Body, BodyKind, EdgeKind, Names, Seat, SeatKind,
    names::Who,
    rules::{Place, SeatState, seat_state},
    soon_after,
    store::{
        bodies::{former_names, list_bodies},
        overview::{HeldSeat, Joint, Sitter, Wanted, list_held, list_joints, list_lean, list_sitters},
    },
    words::T,
};

/// How many numbers of [`World::sight`] concern the network itself: what words and links are like, its own number and
/// whether its seats are shown.
const OWN_SIGHT: usize = 5;

/// What the reader may see of a network on the day she looks at.
pub struct World {
    /// The network.
    pub network: Body,
    /// Its other bodies, outside bodies among them.
    pub bodies: Vec<Body>,
    /// How they hang together, and with others.
    pub joints: Vec<Joint>,
    /// Its own seats by number, whole.
    own: Arc<Vec<HeldSeat>>,
    /// Those of the others by body, then by number: how they are filled, and of offices by which organisation.
    others: Arc<Vec<HeldSeat>>,
    /// The day.
    pub day: Day,
    /// What the reader's view of the facts depends on: language, links, day, then each body and whether its seats are
    /// shown, then the edges.
    sight: Vec<i64>,
    grouped: OnceCell<(By, Vec<Group>)>,
}

impl World {
    /// Reads it: four statements, a fifth on an earlier day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &Reading<'_>, mut network: Body) -> Result<Self> {
        let (conn, actor, day) = (r.conn, &r.viewer.actor, r.viewer.stand);
        if !is_open(r, &network) {
            return Ok(Self::of(r, network, Vec::new(), Vec::new(), [Arc::default(), Arc::default()]));
        }
        let mut bodies = list_bodies(conn, actor, network.id, day)?;
        // Of a sensitive network its bodies, too, are known only to who may see who sits there.
        bodies.retain(|b| !b.sensitive || sees_roster(r, b));
        if r.viewer.is_past() {
            rename(r, std::iter::once(&mut network).chain(bodies.iter_mut()).collect())?;
        }
        let mut ids: Vec<Id<Body>> = vec![network.id];
        ids.extend(bodies.iter().map(|b| b.id));
        let joints = list_joints(conn, actor, &ids, day)?;
        let seats = [own_seats(r, &network)?, seats_of_others(r, &bodies)?];
        Ok(Self::of(r, network, bodies, joints, seats))
    }
    fn of(
        r: &Reading<'_>,
        network: Body,
        bodies: Vec<Body>,
        joints: Vec<Joint>,
        [own, others]: [Arc<Vec<HeldSeat>>; 2],
    ) -> Self {
        let v = r.viewer;
        let mut sight = vec![i64::from(v.lang == Lang::En), i64::from(v.link(&"/") != "/"), i64::from(v.is_past())];
        for body in std::iter::once(&network).chain(&bodies) {
            sight.extend([body.id.raw(), i64::from(sees_roster(r, body))]);
        }
        sight.push(-1);
        sight.extend(joints.iter().map(|j| j.id.raw()));
        Self { network, bodies, joints, own, others, day: v.stand, sight, grouped: OnceCell::new() }
    }
    /// What is made of this world for this reader, remembered as long as no fact changes: the bodies and edges she may
    /// know of, whose seats she may see, her language and her day are all that pictures depend on besides the facts.
    /// `name` and `more` tell apart what is made. `make` asks for no name of a person.
    ///
    /// # Errors
    /// What `make` returns, or when the database cannot be read.
    pub fn remembered<T: Send + Sync + 'static>(
        &self,
        r: &Reading<'_>,
        (name, more): (&'static str, &[i64]),
        weigh: impl FnOnce(&T) -> usize,
        make: impl FnOnce() -> Result<T>,
    ) -> Result<Arc<T>> {
        r.conn.remembered((name, self.day, &[&self.sight, more].concat()), weigh, make)
    }
    /// The same of what is made of the network and its own seats alone.
    ///
    /// # Errors
    /// As [`World::remembered`].
    pub fn remembered_of_members<T: Send + Sync + 'static>(
        &self,
        r: &Reading<'_>,
        name: &'static str,
        weigh: impl FnOnce(&T) -> usize,
        make: impl FnOnce() -> Result<T>,
    ) -> Result<Arc<T>> {
        let own = self.sight.get(..OWN_SIGHT).unwrap_or(&self.sight);
        r.conn.remembered((name, self.day, own), weigh, make)
    }
    /// Reads the network's own seats alone: one statement, a second on an earlier day.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of_members(r: &Reading<'_>, mut network: Body) -> Result<Self> {
        if r.viewer.is_past() {
            rename(r, vec![&mut network])?;
        }
        let own = own_seats(r, &network)?;
        Ok(Self::of(r, network, Vec::new(), Vec::new(), [own, Arc::default()]))
    }
    /// A body of the network by its number, the network among them.
    #[must_use]
    pub fn body(&self, id: Id<Body>) -> Option<&Body> {
        std::iter::once(&self.network).chain(&self.bodies).find(|b| b.id == id)
    }
    /// All seats, those of the network first.
    pub fn seats(&self) -> impl Iterator<Item = &HeldSeat> {
        self.own.iter().chain(self.others.iter())
    }
    /// The seats of a body.
    pub fn seats_of(&self, body: Id<Body>) -> impl Iterator<Item = &HeldSeat> + Clone {
        let all = if body == self.network.id { &self.own } else { &self.others };
        // They come by body: pages ask for each body several times, and a network may have thousands of seats.
        let from = all.partition_point(|s| s.body < body);
        all.get(from..).unwrap_or_default().iter().take_while(move |s| s.body == body)
    }
    /// The seats of members of a body that are occupied.
    pub fn members_of(&self, body: Id<Body>) -> impl Iterator<Item = &HeldSeat> {
        self.seats_of(body).filter(|s| s.is_member_seat() && s.occupied)
    }
    /// How many members the network has.
    #[must_use]
    pub fn members(&self) -> usize {
        self.members_of(self.network.id).count()
    }
    /// Its own bodies, those of others left out.
    pub fn inner(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(|b| b.kind != BodyKind::Outside)
    }
    /// The bodies of others in which it has a voice.
    pub fn outside(&self) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(|b| b.kind == BodyKind::Outside)
    }
    /// Its members put together, once for all parts of a page. One language per page.
    pub fn groups(&self, lang: Lang) -> &(By, Vec<Group>) {
        self.grouped.get_or_init(|| groups(self, lang))
    }
    /// How a seat stands on the day.
    #[must_use]
    pub fn state(&self, seat: &HeldSeat) -> SeatState {
        state_on(seat, self.day)
    }
    /// Who sends into or elects a body: from edges and from its seats, each once.
    #[must_use]
    pub fn senders(&self, body: Id<Body>) -> Vec<Id<Body>> {
        let edges = self
            .joints
            .iter()
            .filter(|j| j.to.id == body && matches!(j.kind, EdgeKind::Elects | EdgeKind::DelegatesTo))
            .map(|j| j.from.id);
        let mut all: Vec<Id<Body>> =
            edges.chain(self.seats_of(body).filter_map(|s| s.source)).filter(|s| *s != body).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
    /// The length all terms in a body have, in months.
    #[must_use]
    pub fn term_months(&self, body: Id<Body>) -> Option<i64> {
        let mut months = self.seats_of(body).filter(|s| s.is_member_seat()).filter_map(|s| s.term_months);
        let first = months.next()?;
        months.all(|m| m == first).then_some(first)
    }
}

/// The network's own seats for a reader who may see them, remembered as long as no fact changes.
fn own_seats(r: &Reading<'_>, network: &Body) -> Result<Arc<Vec<HeldSeat>>> {
    if !sees_roster(r, network) {
        return Ok(Arc::default());
    }
    let (actor, day) = (&r.viewer.actor, r.viewer.stand);
    let read = || Ok(closed(list_held(r.conn, actor, network.id, day)?, std::slice::from_ref(network)));
    r.conn.remembered(("own seats", day, &[network.id.raw()]), |s| weight(s), read)
}

/// Those of these bodies whose seats the reader may see. Who sees the same bodies' seats is told the same of them, so
/// the bodies are all that what is remembered depends on.
fn seats_of_others(r: &Reading<'_>, bodies: &[Body]) -> Result<Arc<Vec<HeldSeat>>> {
    let mut ids: Vec<Id<Body>> = bodies.iter().filter(|b| sees_roster(r, b)).map(|b| b.id).collect();
    if ids.is_empty() {
        return Ok(Arc::default());
    }
    ids.sort_unstable();
    let (actor, day) = (&r.viewer.actor, r.viewer.stand);
    let numbers: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
    let read = || Ok(closed(list_lean(r.conn, actor, &ids, day)?, bodies));
    r.conn.remembered(("seats of others", day, &numbers), |s| weight(s), read)
}

/// About how many bytes seats take, with a guess of their texts.
fn weight(seats: &[HeldSeat]) -> usize {
    seats.len() * (size_of::<HeldSeat>() + 64)
}

/// In a sensitive network not even members learn where somebody comes from who did not give her name: the town or
/// employer would tell who she is.
fn closed(mut seats: Vec<HeldSeat>, bodies: &[Body]) -> Vec<HeldSeat> {
    let sensitive: Vec<Id<Body>> = bodies.iter().filter(|b| b.sensitive).map(|b| b.id).collect();
    for held in seats
        .iter_mut()
        .filter(|s| sensitive.contains(&s.body))
        .filter_map(|s| s.held.as_mut())
        .filter(|h| h.is_personal())
    {
        (held.territory, held.organisation, held.post) = (None, None, None);
    }
    seats
}

/// Puts the names in that these bodies had on the day looked at.
///
/// # Errors
/// When the database cannot be read.
pub fn rename(r: &Reading<'_>, mut bodies: Vec<&mut Body>) -> Result<()> {
    let ids: Vec<Id<Body>> = bodies.iter().map(|b| b.id).collect();
    let former = former_names(r.conn, &r.viewer.actor, &ids)?;
    for body in &mut bodies {
        if let Some(then) = former.iter().find(|f| f.of == body.id.raw() && f.term.contains(r.viewer.stand)) {
            body.name.clone_from(&then.name);
            (body.name_en, body.short_name) = (None, None);
        }
    }
    Ok(())
}

/// How a seat stands on a day.
#[must_use]
pub fn state_on(seat: &HeldSeat, day: Day) -> SeatState {
    match &seat.held {
        None => SeatState::Vacant,
        Some(held) => seat_state(Some(held.status), seat.occupied, held.term_end, held.until, day, soon_after(day)),
    }
}

/// The first day after the term, else after the occupancy.
#[must_use]
pub fn ends(seat: &HeldSeat) -> Day {
    seat.held.as_ref().map_or(Day::OPEN, |h| h.term_end.unwrap_or(h.until))
}

/// Who sits where, with the names the reader may see.
pub struct Sitters<'a> {
    by_seat: HashMap<Id<Seat>, Vec<Sitter>>,
    names: Names<'a>,
}

impl<'a> Sitters<'a> {
    /// Reads who sits there: two statements.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn load(r: &'a Reading<'_>, wanted: Wanted<'_>) -> Result<Self> {
        Self::named(r, &list_sitters(r.conn, &r.viewer.actor, wanted, r.viewer.stand)?)
    }
    /// Those of seats of this world, which the reader may see: who it is is remembered as long as no fact changes, how
    /// each may be named is asked anew.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn of_world(r: &'a Reading<'_>, seats: &[&HeldSeat]) -> Result<Self> {
        let ids: Vec<Id<Seat>> = seats.iter().map(|s| s.id).collect();
        let numbers: Vec<i64> = ids.iter().map(|id| id.raw()).collect();
        let (actor, day) = (&r.viewer.actor, r.viewer.stand);
        let read = || list_sitters(r.conn, actor, Wanted::Seats(&ids), day);
        let weigh = |rows: &Vec<Sitter>| rows.len() * size_of::<Sitter>();
        Self::named(r, &r.conn.remembered(("sitters", day, &numbers), weigh, read)?)
    }
    fn named(r: &'a Reading<'_>, rows: &[Sitter]) -> Result<Self> {
        let names = Names::load(r.conn, &r.viewer.actor, rows.iter().map(|s| s.person))?;
        let mut by_seat: HashMap<Id<Seat>, Vec<Sitter>> = HashMap::new();
        for row in rows {
            by_seat.entry(row.seat).or_default().push(row.clone());
        }
        Ok(Self { by_seat, names })
    }
    /// Those on a seat, of rank first.
    #[must_use]
    pub fn of(&self, seat: Id<Seat>) -> &[Sitter] {
        self.by_seat.get(&seat).map_or(&[], Vec::as_slice)
    }
    /// A person as she may be named in that place.
    #[must_use]
    pub fn who(&self, sitter: &Sitter, place: &Place) -> Option<Who> {
        self.names.in_place(sitter.person, place)
    }
    /// Whether a seat is held by somebody who has no seat any more in the body that sent her, whose seats are given.
    /// Only told where the reader sees both.
    pub fn is_broken<'s>(&self, sent: &HeldSeat, of_sender: impl Iterator<Item = &'s HeldSeat> + Clone) -> bool {
        let sits_there = |x: &Sitter| of_sender.clone().any(|s| self.of(s.id).iter().any(|y| y.person == x.person));
        let mut there = self.of(sent.id).iter().filter(|x| x.capacity.fills()).peekable();
        there.peek().is_some() && !there.any(sits_there)
    }
}

/// Members that belong together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// What it is told apart by: an official key, a kind's word, a seat's number.
    pub key: String,
    /// Its name.
    pub name: String,
    /// How many members.
    pub members: usize,
    /// The organisation, where the group is that one alone.
    pub single: Option<Id<Organisation>>,
}

/// By what members are put together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Districts and cities of their own.
    District,
    /// Administrative regions.
    Region,
    /// Länder.
    Land,
    /// Sorts of organisations.
    Kind,
    /// Each by itself.
    Each,
}

/// Names longer than this give way to that of the territory.
const LONG: usize = 44;
/// The most groups a picture shows by themselves.
const GROUPS: usize = 11;

/// Puts the members of a network together: posts and administrations by territory, others by sort; each by itself where
/// that would say nothing.
fn groups(world: &World, lang: Lang) -> (By, Vec<Group>) {
    let others = T(lang).group_others();
    let members: Vec<&HeldSeat> = world.members_of(world.network.id).collect();
    let keys: Vec<Option<&str>> = members.iter().map(|s| s.territory().and_then(|(ags, _)| ags.as_deref())).collect();
    let mut wider = None;
    if is_territorial(world) && keys.iter().flatten().count() * 5 >= members.len() * 4 {
        for (by, digits) in [(By::District, 5), (By::Region, 3), (By::Land, 2)] {
            let found = by_key(&members, digits, lang, others);
            let says = found.len() > 1 && found.len() < members.len();
            if says && (by == By::Land || (found.len() <= GROUPS && (by != By::Region || known_regions(&keys)))) {
                return (by, found);
            }
            wider = (found.len() > 1).then_some((by, found)).or(wider);
        }
    }
    let organisations = members.iter().all(|s| {
        s.organisation_kind().is_some()
            && (s.kind == SeatKind::Organisation || s.held.as_ref().is_some_and(|h| h.by_post))
    });
    let mut kinds: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for seat in &members {
        let kind = seat.organisation_kind().map_or((others, "~"), |k| (organisation_word(T(lang), k), k.word()));
        *kinds.entry(kind).or_default() += 1;
    }
    if organisations && (wider.is_some() || members.len() <= GROUPS || kinds.len() < 2) {
        return (By::Each, each(&members, lang));
    }
    if kinds.keys().all(|(_, key)| *key == "~") {
        return (By::Kind, Vec::new());
    }
    (
        By::Kind,
        kinds
            .into_iter()
            .map(|((name, key), members)| Group { key: key.to_owned(), name: name.to_owned(), members, single: None })
            .collect(),
    )
}

fn each(members: &[&HeldSeat], lang: Lang) -> Vec<Group> {
    let named = members.iter().filter_map(|s| {
        let (id, name, _) = s.held.as_ref()?.organisation.as_ref()?;
        // Sixteen working groups with long names differ by their Länder only.
        let land = s
            .territory()
            .filter(|_| name.chars().count() > LONG)
            .map(|(ags, name)| ags.as_deref().and_then(|a| group_name(a, lang)).unwrap_or_else(|| name.clone()));
        Some(Group { key: s.id.to_string(), name: land.unwrap_or_else(|| name.clone()), members: 1, single: Some(*id) })
    });
    let mut all: Vec<Group> = named.collect();
    all.sort_by_cached_key(|g| i18n::fold_name(&g.name));
    all
}

/// Whether most members are posts or administrations, whose territory says where the network works.
#[must_use]
pub fn is_territorial(world: &World) -> bool {
    let (mut all, mut of_towns) = (0, 0);
    for seat in world.members_of(world.network.id) {
        all += 1;
        of_towns += usize::from(
            seat.held.as_ref().is_some_and(|h| h.by_post)
                || seat.organisation_kind().is_some_and(people::OrganisationKind::is_public_body),
        );
    }
    all > 0 && of_towns * 2 >= all
}

fn known_regions(keys: &[Option<&str>]) -> bool {
    keys.iter().flatten().all(|k| geo::region(k).is_some())
}

fn by_key(members: &[&HeldSeat], digits: usize, lang: Lang, others: &str) -> Vec<Group> {
    // One entry per group; its name is looked up once, since a network may have hundreds of members.
    let mut found: BTreeMap<&str, (String, usize)> = BTreeMap::new();
    for seat in members {
        let territory = seat.territory().and_then(|(ags, name)| ags.as_deref().map(|a| (a, name)));
        // A seat that says itself what it stands for keeps that name.
        let own = seat.stands_for.is_some() && digits == 5;
        let key = territory.map_or("~", |(ags, _)| if own { ags } else { ags.get(..digits).unwrap_or(ags) });
        let named = || match territory {
            Some((ags, name)) => if own { town(ags, T(lang)) } else { group_name(key, lang) }.unwrap_or(name.clone()),
            None => others.to_owned(),
        };
        found.entry(key).or_insert_with(|| (named(), 0)).1 += 1;
    }
    let group =
        |(key, (name, members)): (&str, (String, usize))| Group { key: key.to_owned(), name, members, single: None };
    found.into_iter().map(group).collect()
}

/// A municipality beside districts is told apart by what it is: „Stadt Aachen".
fn town(ags: &str, t: T) -> Option<String> {
    geo::municipality(ags).map(|m| if m.city { t.group_city(m.name) } else { t.group_municipality(m.name) })
}

/// The name of a district, administrative region or Land by its official key.
#[must_use]
pub fn group_name(key: &str, lang: Lang) -> Option<String> {
    match key.len() {
        2 => land(key, lang).map(str::to_owned),
        3 => geo::region(key).map(str::to_owned),
        _ => geo::district(key).map(str::to_owned),
    }
}

/// The name of a Land by its official key.
#[must_use]
pub fn land(key: &str, lang: Lang) -> Option<&'static str> {
    const LANDS: [(&str, &str, &str); 16] = [
        ("01", "Schleswig-Holstein", "Schleswig-Holstein"),
        ("02", "Hamburg", "Hamburg"),
        ("03", "Niedersachsen", "Lower Saxony"),
        ("04", "Bremen", "Bremen"),
        ("05", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
        ("06", "Hessen", "Hesse"),
        ("07", "Rheinland-Pfalz", "Rhineland-Palatinate"),
        ("08", "Baden-Württemberg", "Baden-Württemberg"),
        ("09", "Bayern", "Bavaria"),
        ("10", "Saarland", "Saarland"),
        ("11", "Berlin", "Berlin"),
        ("12", "Brandenburg", "Brandenburg"),
        ("13", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
        ("14", "Sachsen", "Saxony"),
        ("15", "Sachsen-Anhalt", "Saxony-Anhalt"),
        ("16", "Thüringen", "Thuringia"),
    ];
    LANDS.iter().find(|(k, _, _)| *k == key).map(|(_, de, en)| if lang == Lang::De { *de } else { *en })
}

/// Whether an office speaks for the body towards others.
#[must_use]
pub const fn speaks(office: Office) -> bool {
    matches!(office, Office::Chair | Office::DeputyChair | Office::Speaker)
}

/// Whether all seats of a body only advise.
#[must_use]
pub fn only_advises<'a>(mut seats: impl Iterator<Item = &'a HeldSeat>) -> bool {
    seats.all(|s| matches!(s.voice, Voice::Advisory | Voice::Observer | Voice::Office))
}
