//! Bodies, how they hang together, what persons let others see.

use kernel::{Day, Id, Level, Scope, Term};
use people::{Organisation, Person, Territory};

use super::{Audience, BodyKind, EdgeKind, Field, Reach};

/// A network or another body.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Body {
    /// Its number.
    pub id: Id<Self>,
    /// The network it belongs to; itself for a network.
    pub network: Id<Self>,
    /// What sort it is.
    pub kind: BodyKind,
    /// Its part of an address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// A short name.
    pub short_name: Option<String>,
    /// What it is for.
    pub purpose: String,
    /// The same in English.
    pub purpose_en: Option<String>,
    /// How far it reaches.
    pub reach: Reach,
    /// Which of the six colours it is marked with.
    pub hue: i64,
    /// The organisation that carries it.
    pub organisation: Option<Id<Organisation>>,
    /// The territory it is for.
    pub territory: Option<Id<Territory>>,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// When it meets, in words.
    pub rhythm: Option<String>,
    /// Whether it votes formally.
    pub formal: bool,
    /// Who belongs never leaves the network.
    pub sensitive: bool,
    /// Its existence is hidden too.
    pub unlisted: bool,
    /// Who is no member of the network may hold seats in it.
    pub open_to_non_members: bool,
    /// Whether it shows how to join.
    pub join_page: bool,
    /// Who may see its page.
    pub level: Level,
    /// Who may see seats, holders and counts.
    pub roster_level: Level,
    /// Whether those elected stay until the next election.
    pub carries_over: bool,
    /// Whether deputies of a post read like its holder.
    pub deputy_reads: bool,
    /// Whether former holders keep reading the records of their time.
    pub former_read: bool,
    /// Counts changes.
    pub version: i64,
    /// How long it has existed.
    pub term: Term,
}

impl Body {
    /// The scope of its page.
    #[must_use]
    pub const fn scope(&self) -> Scope {
        Scope::body(self.level, self.network.raw(), self.id.raw())
    }
    /// The scope of its seats, holders and counts.
    #[must_use]
    pub const fn roster_scope(&self) -> Scope {
        Scope::body(self.roster_level, self.network.raw(), self.id.raw())
    }
    /// Whether it is a network.
    #[must_use]
    pub fn is_network(&self) -> bool {
        self.kind == BodyKind::Network
    }
    /// Its name in a language, German where there is no English one.
    #[must_use]
    pub fn name_in(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::De => &self.name,
            kernel::Lang::En => self.name_en.as_deref().unwrap_or(&self.name),
        }
    }
    /// Its purpose in a language, German where there is no English one.
    #[must_use]
    pub fn purpose_in(&self, lang: kernel::Lang) -> &str {
        match lang {
            kernel::Lang::De => &self.purpose,
            kernel::Lang::En => self.purpose_en.as_deref().unwrap_or(&self.purpose),
        }
    }
    /// The short name, or the name.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }
}

/// What is asked for a new body, and what can be changed of one later. For a network see [`NewNetwork`].
#[derive(Clone, Debug)]
pub struct BodyForm {
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: Option<String>,
    /// A short name.
    pub short_name: Option<String>,
    /// What it is for.
    pub purpose: String,
    /// The same in English.
    pub purpose_en: Option<String>,
    /// How far it reaches.
    pub reach: Reach,
    /// Which of the six colours, 1 to 6.
    pub hue: i64,
    /// The organisation that carries it.
    pub organisation: Option<Id<Organisation>>,
    /// The territory it is for.
    pub territory: Option<Id<Territory>>,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// When it meets, in words.
    pub rhythm: Option<String>,
    /// Whether it votes formally.
    pub formal: bool,
    /// Who belongs never leaves the network.
    pub sensitive: bool,
    /// Its existence is hidden too.
    pub unlisted: bool,
    /// Who is no member of the network may hold seats in it.
    pub open_to_non_members: bool,
    /// Whether it shows how to join.
    pub join_page: bool,
    /// Who may see its page: public to body.
    pub level: Level,
    /// Who may see seats, holders and counts: public to body, never wider than the page.
    pub roster_level: Level,
    /// Whether those elected stay until the next election.
    pub carries_over: bool,
    /// Whether deputies of a post read like its holder.
    pub deputy_reads: bool,
    /// Whether former holders keep reading the records of their time.
    pub former_read: bool,
}

impl BodyForm {
    /// A body of that name seen by its network only, everything else as most have it.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            name_en: None,
            short_name: None,
            purpose: String::new(),
            purpose_en: None,
            reach: Reach::Region,
            hue: 1,
            organisation: None,
            territory: None,
            mail: None,
            rhythm: None,
            formal: false,
            sensitive: false,
            unlisted: false,
            open_to_non_members: false,
            join_page: false,
            level: Level::Network,
            roster_level: Level::Network,
            carries_over: true,
            deputy_reads: true,
            former_read: true,
        }
    }
    /// What a body has now, to change some of it.
    #[must_use]
    pub fn of(body: &Body) -> Self {
        Self {
            name: body.name.clone(),
            name_en: body.name_en.clone(),
            short_name: body.short_name.clone(),
            purpose: body.purpose.clone(),
            purpose_en: body.purpose_en.clone(),
            reach: body.reach,
            hue: body.hue,
            organisation: body.organisation,
            territory: body.territory,
            mail: body.mail.clone(),
            rhythm: body.rhythm.clone(),
            formal: body.formal,
            sensitive: body.sensitive,
            unlisted: body.unlisted,
            open_to_non_members: body.open_to_non_members,
            join_page: body.join_page,
            level: body.level,
            roster_level: body.roster_level,
            carries_over: body.carries_over,
            deputy_reads: body.deputy_reads,
            former_read: body.former_read,
        }
    }
}

/// What is asked to found a network.
#[derive(Clone, Debug)]
pub struct NewNetwork {
    /// Its part of an address; made from the name when empty.
    pub slug: Option<String>,
    /// What it is.
    pub form: BodyForm,
    /// Since when it has existed.
    pub from: Day,
    /// Who keeps its membership from today on.
    pub admin: Id<Person>,
}

/// What is asked for a body of a network.
#[derive(Clone, Debug)]
pub struct NewBody {
    /// The network it belongs to.
    pub network: Id<Body>,
    /// What sort it is, anything but a network.
    pub kind: BodyKind,
    /// Its part of an address; made from the name when empty.
    pub slug: Option<String>,
    /// What it is.
    pub form: BodyForm,
    /// Since when it has existed.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl NewBody {
    /// A body of that kind in the network.
    #[must_use]
    pub const fn new(network: Id<Body>, kind: BodyKind, form: BodyForm, from: Day) -> Self {
        Self { network, kind, slug: None, form, from, until: Day::OPEN }
    }
}

/// How two bodies hang together, from when to when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edge {
    /// Its number.
    pub id: Id<Self>,
    /// The first body.
    pub from: Id<Body>,
    /// The second body.
    pub to: Id<Body>,
    /// How they hang together.
    pub kind: EdgeKind,
    /// What it is called here, where that says more than the kind.
    pub label: Option<String>,
    /// The same in English.
    pub label_en: Option<String>,
    /// From when to when.
    pub term: Term,
}

/// What is asked to connect two bodies.
#[derive(Clone, Debug)]
pub struct NewEdge {
    /// The first body.
    pub from: Id<Body>,
    /// The second body.
    pub to: Id<Body>,
    /// How they hang together.
    pub kind: EdgeKind,
    /// What it is called here.
    pub label: Option<String>,
    /// The same in English.
    pub label_en: Option<String>,
    /// First day.
    pub since: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl NewEdge {
    /// The first body hangs on the second in that way since a day.
    #[must_use]
    pub const fn new(from: Id<Body>, kind: EdgeKind, to: Id<Body>, since: Day) -> Self {
        Self { from, to, kind, label: None, label_en: None, since, until: Day::OPEN }
    }
}

/// What a person lets whom see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Consent {
    /// Its number.
    pub id: Id<Self>,
    /// Whose.
    pub person: Id<Person>,
    /// Which field.
    pub field: Field,
    /// Whom.
    pub audience: Audience,
    /// The network or body, for [`Audience::Network`].
    pub body: Option<Id<Body>>,
}

/// A subject networks work on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Topic {
    /// Its number.
    pub id: Id<Self>,
    /// Its part of an address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
}
