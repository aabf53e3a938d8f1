//! Seats some persons have in bodies that are not here, as they noted them.

use db::Tx;
use kernel::{Day, Result, Term};
use networks::{Audience, ElsewhereKind, NewElsewhere};

use crate::{facts::at, guarded::own, world::World};

/// The officer with many hats has three, the one with a deputy one.
pub fn noted(w: &mut World, tx: &Tx<'_>) -> Result<()> {
    let mira = w.person(tx, "mira")?;
    let her = own(tx, mira)?;
    let since = |day: &str| Term::since(Day::literal(day));
    let post = w.post("05334002")?.id;
    let seats = [
        NewElsewhere {
            role: "Beratendes Mitglied".to_owned(),
            post: Some(post),
            passes: true,
            note: "Sitzungen am ersten Dienstag im Quartal, Unterlagen kommen spät.".to_owned(),
            ..NewElsewhere::new("Beirat des Frauenhauses", ElsewhereKind::Council, Day::literal("2021-02-01"))
        },
        NewElsewhere {
            role: "Jury".to_owned(),
            post: Some(post),
            term: Term { from: Day::literal("2025-01-01"), until: Day::literal("2027-01-01") },
            ..NewElsewhere::new("Preis für faire Arbeit", ElsewhereKind::Other, Day::literal("2025-01-01"))
        },
        NewElsewhere {
            role: "Vorsitz".to_owned(),
            term: since("2019-05-01"),
            audience: Some(Audience::AllNetworks),
            ..NewElsewhere::new("Chor am Markt e.V.", ElsewhereKind::Board, Day::literal("2019-05-01"))
        },
    ];
    seats.iter().try_for_each(|seat| at("seat elsewhere", networks::note_elsewhere(tx, &her, seat)).map(drop))
}
