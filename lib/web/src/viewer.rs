//! Who looks at a page, in which language, at which day.

use kernel::{Actor, Day, Lang, Moment};

/// Who is signed in, as the shell shows her.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// The person.
    pub person: i64,
    /// The session.
    pub session: i64,
    /// Her name.
    pub name: String,
    /// Her initials.
    pub initials: String,
    /// The language she chose.
    pub lang: Lang,
    /// `auto`, `light` or `dark`.
    pub theme: String,
    /// When she last proved herself afresh.
    pub proved_at: Moment,
    /// When she last proved herself with a device or an app of her own; `None` when only her mailbox vouches for her.
    pub strong_at: Option<Moment>,
    /// Whether nothing but an address that others read too says that it is she.
    pub shared_address: bool,
    /// Whether the session should be marked as seen again.
    pub to_touch: bool,
}

/// Who looks.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// What she may do.
    pub actor: Actor,
    /// Who she is; `None` for the public.
    pub signed: Option<Signed>,
    /// The language of the page.
    pub lang: Lang,
    /// Today.
    pub today: Day,
    /// The moment of the request.
    pub now: Moment,
    /// The day facts are shown for: today, or the one `?stand=` asks for. Rights and consent are those of now.
    pub stand: Day,
    pub(crate) english: bool,
}

impl Viewer {
    /// A link to an address, in the language prefix the reader is in.
    #[must_use]
    pub fn link(&self, path: &impl std::fmt::Display) -> String {
        let path = path.to_string();
        match (self.english, path.as_str()) {
            (true, "/") => "/en".to_owned(),
            (true, _) => format!("/en{path}"),
            _ => path,
        }
    }
    /// A link that keeps the day facts are shown for.
    #[must_use]
    pub fn link_then(&self, path: &impl std::fmt::Display) -> String {
        let link = self.link(path);
        if self.is_past() { format!("{link}?stand={}", self.stand) } else { link }
    }
    /// Whether facts of another day than today are shown.
    #[must_use]
    pub fn is_past(&self) -> bool {
        self.stand != self.today
    }
    /// Whether somebody is signed in.
    #[must_use]
    pub const fn is_signed_in(&self) -> bool {
        self.signed.is_some()
    }
    /// Whether she proved herself within the last 15 minutes.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.signed.as_ref().is_some_and(|s| self.now.seconds_since(s.proved_at) < 900)
    }
    /// Whether she proved herself with a device or an app of her own within the last 15 minutes.
    #[must_use]
    pub fn is_strong(&self) -> bool {
        let at = self.signed.as_ref().and_then(|s| s.strong_at);
        at.is_some_and(|at| self.now.seconds_since(at) < 900)
    }
}
