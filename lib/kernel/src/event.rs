//! Events: the one log that every write leaves in its own transaction.

/// A thing of the product, named by kind and number: what events, cards and links speak of.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Subject {
    /// The kind's name, for instance `body`.
    pub kind: &'static str,
    /// Its number.
    pub id: i64,
}

impl Subject {
    /// Names a thing.
    #[must_use]
    pub const fn new(kind: &'static str, id: i64) -> Self {
        Self { kind, id }
    }
}

/// What happened. Details hold ids and stored words, never names, texts or contact data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// The verb in the past, `seat.filled`.
    pub verb: &'static str,
    /// What it happened to.
    pub subject: Subject,
    /// Who did it; `None` for the program itself.
    pub actor: Option<i64>,
    /// The network it belongs to, for the lists of what is new.
    pub network: Option<i64>,
    /// The body it belongs to.
    pub body: Option<i64>,
    /// How far the fact may be seen.
    pub level: i64,
    /// Other things it touched: the index and derived lists look at these too.
    pub touched: Vec<Subject>,
}

impl Event {
    /// An event only named persons would see, until [`Event::within`] says otherwise.
    #[must_use]
    pub const fn new(verb: &'static str, subject: Subject) -> Self {
        Self { verb, subject, actor: None, network: None, body: None, level: 5, touched: Vec::new() }
    }
    /// Who did it.
    #[must_use]
    pub const fn by(mut self, person: Option<i64>) -> Self {
        self.actor = person;
        self
    }
    /// Where it belongs and how far it may be seen.
    #[must_use]
    pub const fn within(mut self, scope: crate::Scope) -> Self {
        self.network = scope.network;
        self.body = scope.body;
        self.level = scope.level.number();
        self
    }
    /// What else it touched.
    #[must_use]
    pub fn touching(mut self, subject: Subject) -> Self {
        self.touched.push(subject);
        self
    }
}
