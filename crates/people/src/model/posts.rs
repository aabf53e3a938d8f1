//! Posts, who is with them, and who is away.

use kernel::{Day, Id, Term};

use super::{Engagement, Grain, Mode, Organisation, Person, Territory, TitleForm};

/// The title of a post: the neutral form and what a holder may choose instead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PostTitles {
    /// `Gleichstellungsbeauftragung`, or whatever the town calls it; always there.
    pub neutral: String,
    /// `Gleichstellungsbeauftragte`.
    pub female: Option<String>,
    /// `Gleichstellungsbeauftragter`.
    pub male: Option<String>,
}

impl PostTitles {
    /// A title with the forms a holder may choose.
    pub fn new(neutral: impl Into<String>, female: Option<&str>, male: Option<&str>) -> Self {
        Self { neutral: neutral.into(), female: female.map(str::to_owned), male: male.map(str::to_owned) }
    }
    /// The title in the form a holder chose; the neutral one where that form is not given.
    #[must_use]
    pub fn in_form(&self, form: TitleForm) -> &str {
        let chosen = match form {
            TitleForm::Female => self.female.as_deref(),
            TitleForm::Male => self.male.as_deref(),
            TitleForm::Neutral => None,
        };
        chosen.unwrap_or(&self.neutral)
    }
}

/// A post: exists while it is vacant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    /// Its number.
    pub id: Id<Self>,
    /// The organisation it belongs to.
    pub organisation: Id<Organisation>,
    /// The territory it is responsible for, where that differs from the organisation's.
    pub territory: Option<Id<Territory>>,
    /// Its title.
    pub titles: PostTitles,
    /// The statute it rests on, `§ 5 GO NRW`.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Counts changes.
    pub version: i64,
    /// How long it has existed.
    pub term: Term,
}

/// What is asked for a new post.
#[derive(Clone, Debug)]
pub struct NewPost {
    /// The organisation it belongs to.
    pub organisation: Id<Organisation>,
    /// The territory it is responsible for, where that differs from the organisation's.
    pub territory: Option<Id<Territory>>,
    /// Its title.
    pub titles: PostTitles,
    /// The statute it rests on.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Since when it has existed.
    pub from: Day,
}

impl NewPost {
    /// A full-time post of that title since a day, everything else left open.
    #[must_use]
    pub const fn new(organisation: Id<Organisation>, titles: PostTitles, from: Day) -> Self {
        Self {
            organisation,
            territory: None,
            titles,
            legal_basis: None,
            engagement: Engagement::FullTime,
            mail: None,
            phone: None,
            from,
        }
    }
}

/// What can be changed of a post; its title changes by renaming.
#[derive(Clone, Debug)]
pub struct PostEdit {
    /// The territory it is responsible for, where that differs from the organisation's.
    pub territory: Option<Id<Territory>>,
    /// The statute it rests on.
    pub legal_basis: Option<String>,
    /// How it is exercised.
    pub engagement: Engagement,
    /// Functional mailbox.
    pub mail: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
}

/// Who is with a post from when to when. Several at once make a shared post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tenure {
    /// Its number.
    pub id: Id<Self>,
    /// The post.
    pub post: Id<Post>,
    /// The person.
    pub person: Id<Person>,
    /// In which way.
    pub mode: Mode,
    /// Order among several of the same mode, from 1.
    pub rank: i64,
    /// Share of a full post, 1 to 100.
    pub share_percent: i64,
    /// Her own official address.
    pub mail: Option<String>,
    /// Her own official telephone.
    pub phone: Option<String>,
    /// File reference of the appointment.
    pub file_reference: Option<String>,
    /// How exact the days are.
    pub grain: Grain,
    /// From when to when.
    pub term: Term,
}

/// What is asked for an appointment.
#[derive(Clone, Debug)]
pub struct NewTenure {
    /// The post.
    pub post: Id<Post>,
    /// The person.
    pub person: Id<Person>,
    /// In which way.
    pub mode: Mode,
    /// Order among several of the same mode, from 1.
    pub rank: i64,
    /// Share of a full post, 1 to 100.
    pub share_percent: i64,
    /// Her own official address.
    pub mail: Option<String>,
    /// Her own official telephone.
    pub phone: Option<String>,
    /// File reference of the appointment.
    pub file_reference: Option<String>,
    /// How exact the days are.
    pub grain: Grain,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when no end is known.
    pub until: Day,
}

impl NewTenure {
    /// The person holds the whole post from a day on.
    #[must_use]
    pub const fn holder(post: Id<Post>, person: Id<Person>, from: Day) -> Self {
        Self {
            post,
            person,
            mode: Mode::Holder,
            rank: 1,
            share_percent: 100,
            mail: None,
            phone: None,
            file_reference: None,
            grain: Grain::Day,
            from,
            until: Day::OPEN,
        }
    }
    /// The person deputises from a day on.
    #[must_use]
    pub fn deputy(post: Id<Post>, person: Id<Person>, from: Day) -> Self {
        Self { mode: Mode::Deputy, ..Self::holder(post, person, from) }
    }
    /// Until the given day, which no longer belongs to it.
    #[must_use]
    pub fn until(mut self, until: Day) -> Self {
        self.until = until;
        self
    }
}

/// When somebody is away and must be stood in for. Has no reason: a reason would be health data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Absence {
    /// Its number.
    pub id: Id<Self>,
    /// Who is away.
    pub person: Id<Person>,
    /// Only from this tenure; from everything when empty.
    pub tenure: Option<Id<Tenure>>,
    /// From when to when.
    pub term: Term,
}

/// What is asked for an absence.
#[derive(Clone, Debug)]
pub struct NewAbsence {
    /// Who is away.
    pub person: Id<Person>,
    /// Only from this tenure; from everything when empty.
    pub tenure: Option<Id<Tenure>>,
    /// First day.
    pub from: Day,
    /// First day after; [`Day::OPEN`] when not known.
    pub until: Day,
}
