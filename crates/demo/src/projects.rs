//! Project groups of the Frauennetzwerk: one that comes to its end, and one that closed with a report.

use db::Tx;
use kernel::{Day, Result};
use networks::{Fraction, NewPartner, PartnerName, Project, Report, Share};

use crate::{facts::at, world::World};

const NETWORK: &str = "frauennetzwerk";

/// What they are charged with, who carries them, and how one of them ended.
pub fn groups(w: &World, tx: &Tx<'_>) -> Result<()> {
    let (by, guide) = (w.keeper(NETWORK)?, w.body("pg-wegweiser")?);
    let charge = "Erarbeitet einen Wegweiser zu Schutz und Beratung bei Gewalt, gedruckt und im Netz.\n\
        Prüft mit den Beratungsstellen, was fehlt, und übersetzt in fünf Sprachen.";
    let due = Some(Day::literal("2026-12-18"));
    let project = Project { charge: charge.to_owned(), due, total: Some(1_800_000), version: 0 };
    at("pg-wegweiser", networks::save_project(tx, &by, guide, &project))?;
    let third = Some(Share::Part(Fraction { numerator: 1, denominator: 3 }));
    let partners = [
        NewPartner { name: PartnerName::Organisation(w.organisation("05334")?), share: third },
        NewPartner { name: PartnerName::Organisation(w.organisation("05334002")?), share: third },
        NewPartner {
            name: PartnerName::Outside("Stiftung Offene Tür".to_owned()),
            share: Some(Share::Part(Fraction { numerator: 1, denominator: 6 })),
        },
        NewPartner { name: PartnerName::Outside("Druckerei am Markt".to_owned()), share: None },
    ];
    at("pg-wegweiser", networks::save_partners(tx, &by, guide, 1, &partners))?;

    let jubilee = w.body("pg-jubilaeum")?;
    let project = Project {
        charge: "Bereitet das dreißigste Jahr des Frauennetzwerks vor.".to_owned(),
        due: Some(Day::literal("2023-12-31")),
        ..Project::default()
    };
    at("pg-jubilaeum", networks::save_project(tx, &by, jubilee, &project))?;
    let report = Report {
        aim: "Das Jubiläum sollte in allen Städten der Region sichtbar sein.".to_owned(),
        deeds: "Ein Festabend, elf Abende in den Städten und eine Ausstellung über dreißig Jahre.".to_owned(),
        result: "Rund 900 Gäste, vier neue Mitglieder und eine Ausstellung, die weiter wandert.".to_owned(),
        remains: "Die Ausstellung leiht der Vorstand aus.".to_owned(),
        advice: "Räume ein Jahr vorher buchen und die Kosten von Anfang an teilen.".to_owned(),
        ..Report::default()
    };
    at("pg-jubilaeum", networks::close_project(tx, &by, jubilee, 1, None, &report))
}
