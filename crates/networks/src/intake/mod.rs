//! Members of a network from a list: posts with who holds them, organisations with who speaks for them, or persons.
//!
//! `cells` reads what people write, `facts` reads what is known, `plan` says what would become of each row without
//! changing anything, and `take` does it by the verbs of this house. Whoever keeps the membership may; nobody else.

mod cells;
mod facts;
mod letters;
mod places;
mod plan;
mod seats;
mod take;
mod undo;
mod who;

use db::{Conn, Tx};
use kernel::{Lang, Result};
use web::{
    Answers, Column, Intake, Looks, Question, Reading, Row, Slug, Taken, Target, Thing, Undone, Verdict, Viewer,
};

use self::facts::{Facts, kept};
use crate::{
    SeatKind,
    pages::shared::{self, Tab},
    paths::PersonList,
    store::intake as store,
    words::T,
};

/// What the members of a network are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Posts: whoever holds one belongs to it.
    Posts,
    /// Organisations, with who speaks for them.
    Organisations,
    /// Persons as themselves.
    Persons,
}

impl Kind {
    const ALL: [(&'static str, Self); 3] =
        [("stellen", Self::Posts), ("organisationen", Self::Organisations), ("personen", Self::Persons)];

    fn of(answers: &Answers) -> Self {
        let given = answers.get("mitglieder").map_or("", String::as_str);
        Self::ALL.iter().find(|(word, _)| *word == given).map_or(Self::Posts, |(_, kind)| *kind)
    }
    const fn word(self, t: T) -> &'static str {
        match self {
            Self::Posts => t.intake_posts(),
            Self::Organisations => t.intake_organisations(),
            Self::Persons => t.intake_persons(),
        }
    }
}

/// What the registry gets.
pub const INTAKE: Intake = Intake {
    columns: COLUMNS,
    target,
    check,
    take: take_in,
    undo: undo_it,
    letter: letters::letter,
    invite: letters::invite,
};

const fn column(
    key: &'static str,
    label: fn(Lang) -> &'static str,
    words: &'static [&'static str],
    looks: Looks,
) -> Column {
    Column { key, label, words, looks }
}

const COLUMNS: &[Column] = &[
    column(
        "name",
        |l| T(l).intake_col_name(),
        &[
            "name",
            "person",
            "ansprechperson",
            "ansprechpartnerin",
            "kontaktperson",
            "name vorname",
            "vor und nachname",
            "vor- und nachname",
            "vorname name",
            "vorname und name",
            "inhaberin",
            "stelleninhaberin",
            "gleichstellungsbeauftragte",
            "mitglied",
            "full name",
            "vertreten durch",
        ],
        Looks::Name,
    ),
    column("given", |l| T(l).intake_col_given(), &["vorname", "given name", "first name", "rufname"], Looks::Anything),
    column(
        "family",
        |l| T(l).intake_col_family(),
        &["nachname", "familienname", "zuname", "family name", "last name", "surname"],
        Looks::Anything,
    ),
    column(
        "title",
        |l| T(l).intake_col_title(),
        &["titel", "akad. titel", "akademischer titel", "academic title"],
        Looks::Anything,
    ),
    column(
        "mail",
        |l| T(l).intake_col_mail(),
        &[
            "e-mail",
            "email",
            "mail",
            "e-mail-adresse",
            "e-mail adresse",
            "emailadresse",
            "mailadresse",
            "e mail",
            "e-mail dienstlich",
            "mail address",
            "adresse (e-mail)",
        ],
        Looks::Mail,
    ),
    column(
        "post",
        |l| T(l).intake_col_post(),
        &[
            "amt",
            "stelle",
            "amtsbezeichnung",
            "dienststellung",
            "position",
            "bezeichnung der stelle",
            "post",
            "job title",
        ],
        Looks::Anything,
    ),
    column(
        "organisation",
        |l| T(l).intake_col_organisation(),
        &[
            "kommune",
            "organisation",
            "stadt",
            "gemeinde",
            "stadt/gemeinde",
            "stadt / gemeinde",
            "kreis",
            "ort",
            "einrichtung",
            "verein",
            "verband",
            "institution",
            "dienststelle",
            "behorde",
            "arbeitgeberin",
            "municipality",
            "town",
            "gebietskorperschaft",
        ],
        Looks::Anything,
    ),
    column(
        "ags",
        |l| T(l).intake_col_ags(),
        &["ags", "gemeindeschlussel", "amtlicher gemeindeschlussel", "gkz", "schlussel", "official key"],
        Looks::Anything,
    ),
    column(
        "function",
        |l| T(l).intake_col_function(),
        &["funktion", "rolle", "aufgabe", "funktion im netzwerk", "function", "role"],
        Looks::Anything,
    ),
    column(
        "from",
        |l| T(l).intake_col_from(),
        &["seit", "von", "beginn", "ab", "im amt seit", "mitglied seit", "from", "since", "start"],
        Looks::Anything,
    ),
    column(
        "until",
        |l| T(l).intake_col_until(),
        &["bis", "ende", "im amt bis", "ausgeschieden", "until", "to", "end"],
        Looks::Anything,
    ),
];

fn target(r: &Reading<'_>, slug: &Slug) -> Result<Target> {
    let network = shared::network(r, slug)?;
    rights::require(&r.viewer.actor, rights::Kind::Roster, rights::Action::Edit, &network.roster_scope())?;
    let (t, v) = (T(r.viewer.lang), r.viewer);
    let there = store::count_kinds(r.conn, &v.actor, network.id, v.today)?;
    let most = there.iter().find_map(|(kind, _)| match kind {
        SeatKind::Post => Some(Kind::Posts),
        SeatKind::Organisation => Some(Kind::Organisations),
        SeatKind::Personal => Some(Kind::Persons),
        _ => None,
    });
    let chosen = most.unwrap_or(Kind::Posts);
    let word = Kind::ALL.iter().find(|(_, kind)| *kind == chosen).map_or("", |(word, _)| word);
    let options = Kind::ALL.iter().map(|(word, kind)| ((*word).to_owned(), kind.word(t).to_owned())).collect();
    let crumbs = vec![
        (t.nav_networks().to_owned(), v.link(&crate::paths::NetworkList {})),
        (network.short().to_owned(), shared::network_link(r, &network)?),
    ];
    Ok(Target {
        body: network.id.raw(),
        name: network.name_in(v.lang).to_owned(),
        sub: shared::sub(r, &network, Tab::Manage)?,
        crumbs,
        list: v.link(&PersonList { network: slug.clone() }),
        sensitive: network.sensitive,
        questions: vec![
            Question {
                name: "mitglieder",
                label: t.intake_members(),
                hint: t.intake_members_hint(),
                options,
                value: word.to_owned(),
            },
            Question {
                name: "stelle",
                label: t.intake_title(),
                hint: t.intake_title_hint(),
                options: Vec::new(),
                // A title is data, not a word of the page.
                value: T(Lang::De).intake_title_usual().to_owned(),
            },
        ],
    })
}

fn planned(conn: &Conn, viewer: &Viewer, body: i64, answers: &Answers, rows: &[Row]) -> Result<(Facts, plan::Plan)> {
    let body = kept(conn, &viewer.actor, body)?;
    let facts = Facts::load(conn, &viewer.actor, body, Kind::of(answers), rows)?;
    let usual = T(Lang::De).intake_title_usual();
    let title = answers.get("stelle").map(|t| t.trim()).filter(|t| !t.is_empty()).unwrap_or(usual);
    let plan = plan::plan(&facts, title, rows);
    Ok((facts, plan))
}

fn check(conn: &Conn, viewer: &Viewer, body: i64, answers: &Answers, rows: &[Row]) -> Result<Vec<Verdict>> {
    Ok(planned(conn, viewer, body, answers, rows)?.1.rows.into_iter().map(|row| row.verdict).collect())
}

fn take_in(tx: &Tx<'_>, viewer: &Viewer, body: i64, answers: &Answers, rows: &[Row]) -> Result<Taken> {
    let (facts, plan) = planned(tx, viewer, body, answers, rows)?;
    take::take(tx, &viewer.actor, &facts, &plan, rows)
}

fn undo_it(tx: &Tx<'_>, viewer: &Viewer, body: i64, things: &[Thing], touched: &[(String, i64)]) -> Result<Undone> {
    let body = kept(tx, &viewer.actor, body)?;
    undo::undo(tx, &viewer.actor, &body, things, touched)
}
