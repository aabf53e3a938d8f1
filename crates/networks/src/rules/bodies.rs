//! What a body may be: addresses, and levels that do not contradict each other.

use kernel::{Level, Reason};
use people::rules::Check;

use crate::{Body, BodyForm, BodyKind};

/// Parts of an address that are pages of ours.
const TAKEN: &[&str] = &[
    "neu",
    "bearbeiten",
    "personen",
    "bild",
    "gremien",
    "menschen",
    "mitglieder",
    "verwalten",
    "en",
    "beitreten",
    "gruenden",
    "einlesen",
    "ausgeben",
];
/// The most characters of a part of an address.
const SLUG_MOST: usize = 60;

/// A part of an address as typed: small letters, digits, single hyphens, a letter first.
///
/// # Errors
/// With the sentence for the field.
pub fn slug(text: &str) -> Result<String, Reason> {
    let text = text.trim();
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let shaped = text.starts_with(|c: char| c.is_ascii_lowercase()) && !text.ends_with('-') && !text.contains("--");
    if !plain || !shaped || !(2..=SLUG_MOST).contains(&text.len()) {
        return Err(Reason::new(
            "Die Adresse hat 2 bis 60 Zeichen: kleine Buchstaben, Ziffern und einzelne Bindestriche, vorn ein Buchstabe.",
            "The address has 2 to 60 characters: small letters, digits and single hyphens, beginning with a letter.",
        ));
    }
    if TAKEN.contains(&text) {
        return Err(Reason::new(
            "Diese Adresse ist für eine Seite des Systems vergeben.",
            "This address is used by a page of the system.",
        ));
    }
    Ok(text.to_owned())
}

/// A part of an address made from a name: `Fachausschuss „Bildungswoche"` becomes `fachausschuss-bildungswoche`.
#[must_use]
pub fn slug_from(name: &str) -> String {
    let spelt: String = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' => "ae".to_owned(),
            'ö' => "oe".to_owned(),
            'ü' => "ue".to_owned(),
            other => other.to_string(),
        })
        .collect();
    let mut made = String::new();
    for c in i18n::fold(&spelt).chars() {
        if c.is_ascii_alphanumeric() {
            made.push(c);
        } else if !made.is_empty() && !made.ends_with('-') {
            made.push('-');
        }
    }
    let from = made.find(|c: char| c.is_ascii_lowercase()).unwrap_or(made.len());
    let short: String = made[from..].chars().take(SLUG_MOST).collect();
    let short = short.trim_matches('-').to_owned();
    if slug(&short).is_ok() {
        short
    } else {
        format!("gremium-{short}").trim_matches('-').chars().take(SLUG_MOST).collect()
    }
}

/// The form with every text trimmed and checked, and its levels in agreement with each other and with the network.
pub fn check_body(check: &mut Check, form: &BodyForm, kind: BodyKind, network: Option<&Body>) -> BodyForm {
    let checked = BodyForm {
        name: check.name("name", &form.name),
        name_en: check.name_or_none("name_en", form.name_en.as_deref()),
        short_name: check.name_or_none("short_name", form.short_name.as_deref()),
        purpose: check.text("purpose", Some(&form.purpose)).unwrap_or_default(),
        purpose_en: check.text("purpose_en", form.purpose_en.as_deref()),
        mail: check.mail("mail", form.mail.as_deref()),
        rhythm: check.name_or_none("rhythm", form.rhythm.as_deref()),
        ..form.clone()
    };
    check.that((1..=6).contains(&form.hue), "hue", || {
        Reason::new("Bitte wählen Sie eine der sechs Farben.", "Please choose one of the six colours.")
    });
    levels(check, form);
    if let Some(network) = network {
        within(check, form, network);
    }
    check.that((kind == BodyKind::Network) == network.is_none(), "kind", || {
        Reason::new(
            "Ein Netzwerk wird gegründet, ein Gremium gehört zu einem Netzwerk.",
            "A network is founded; a body belongs to a network.",
        )
    });
    checked
}

fn levels(check: &mut Check, form: &BodyForm) {
    let too_closed = form.level > Level::Body || form.roster_level > Level::Body;
    check.that(!too_closed, "level", || {
        Reason::new("Diese Stufe gibt es für Gremien nicht.", "Bodies do not have this level.")
    });
    check.that(form.roster_level >= form.level, "roster_level", || {
        Reason::new(
            "Die Besetzung kann nicht weiter sichtbar sein als die Seite.",
            "Seats and holders cannot be seen more widely than the page.",
        )
    });
    check.that(!form.sensitive || form.roster_level >= Level::Network, "roster_level", || {
        Reason::new(
            "In einem sensiblen Netzwerk sehen nur Mitglieder, wer dazugehört.",
            "In a sensitive network only members see who belongs.",
        )
    });
    check.that(!form.unlisted || form.sensitive, "unlisted", || {
        Reason::new("Was verborgen ist, ist immer auch sensibel.", "What is unlisted is always sensitive, too.")
    });
    check.that(!form.unlisted || form.level >= Level::Network, "level", || {
        Reason::new("Was verborgen ist, sehen nur Mitglieder.", "What is unlisted is seen by members only.")
    });
    check.that(!form.unlisted || !form.join_page, "join_page", || {
        Reason::new("Was verborgen ist, hat keine Beitrittsseite.", "What is unlisted has no join page.")
    });
}

fn within(check: &mut Check, form: &BodyForm, network: &Body) {
    check.that(!network.sensitive || form.sensitive, "sensitive", || {
        Reason::new(
            "Das Netzwerk ist sensibel, also auch seine Gremien.",
            "The network is sensitive, and so are its bodies.",
        )
    });
    check.that(!network.unlisted || form.unlisted, "unlisted", || {
        Reason::new(
            "Das Netzwerk ist verborgen, also auch seine Gremien.",
            "The network is unlisted, and so are its bodies.",
        )
    });
    check.that(form.level >= network.level, "level", || {
        Reason::new(
            "Ein Gremium ist nicht weiter sichtbar als sein Netzwerk.",
            "A body cannot be seen more widely than its network.",
        )
    });
}

/// Whether the new form is stricter than the old one in a way its bodies must follow first.
#[must_use]
pub const fn narrower_than(new: &BodyForm, old: &Body) -> bool {
    (new.sensitive && !old.sensitive) || (new.unlisted && !old.unlisted) || new.level.number() > old.level.number()
}

#[cfg(test)]
mod tests {
    use kernel::Error;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn addresses_are_spelt_like_the_name() {
        for (name, made) in [
            ("RAG Aachen", "rag-aachen"),
            ("Gender-Mainstreaming-Ausschuss", "gender-mainstreaming-ausschuss"),
            ("Frauennetzwerk StädteRegion Aachen e.V.", "frauennetzwerk-staedteregion-aachen-e-v"),
            ("  Größe & Maß ", "groesse-mass"),
            ("Kommunales LSBTIQ* NRW Netzwerk", "kommunales-lsbtiq-nrw-netzwerk"),
            ("27. Bundeskonferenz", "bundeskonferenz"),
            ("Neu", "gremium-neu"),
            ("東京", "gremium"),
        ] {
            assert_eq!(slug_from(name), made);
        }
    }

    #[test]
    fn typed_addresses_are_checked() {
        assert_eq!(slug(" ak-gb ").unwrap(), "ak-gb");
        for bad in ["", "a", "Ak", "ak gb", "-ak", "ak-", "a--b", "1ak", "ä-k", "neu", "bild", "../x", &"a".repeat(61)]
        {
            assert!(slug(bad).is_err(), "{bad}");
        }
    }

    fn problems(form: &BodyForm, network: Option<&Body>) -> Vec<&'static str> {
        let mut check = Check::new();
        let kind = if network.is_some() { BodyKind::Committee } else { BodyKind::Network };
        check_body(&mut check, form, kind, network);
        match check.done() {
            Err(Error::Form(list)) => list.into_iter().map(|p| p.field).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn levels_that_contradict_each_other_are_refused_with_a_sentence() {
        let base = || BodyForm::new("Kreis");
        assert!(problems(&base(), None).is_empty());
        assert_eq!(problems(&BodyForm { roster_level: Level::Public, ..base() }, None), ["roster_level"]);
        assert_eq!(
            problems(
                &BodyForm { sensitive: true, level: Level::Public, roster_level: Level::AllNetworks, ..base() },
                None
            ),
            ["roster_level"]
        );
        assert_eq!(problems(&BodyForm { unlisted: true, ..base() }, None), ["unlisted"]);
        assert_eq!(
            problems(&BodyForm { unlisted: true, sensitive: true, level: Level::AllNetworks, ..base() }, None),
            ["level"]
        );
        assert_eq!(
            problems(&BodyForm { unlisted: true, sensitive: true, join_page: true, ..base() }, None),
            ["join_page"]
        );
        assert!(
            problems(&BodyForm { sensitive: true, level: Level::Public, join_page: true, ..base() }, None).is_empty()
        );
        assert_eq!(problems(&BodyForm { level: Level::Named, roster_level: Level::Named, ..base() }, None), ["level"]);
        assert_eq!(problems(&BodyForm { hue: 7, name: " ".into(), ..base() }, None), ["name", "hue"]);
    }

    #[test]
    fn a_body_is_never_more_open_than_its_network() {
        let mut network = crate::store::tests_body();
        network.level = Level::Network;
        assert_eq!(problems(&BodyForm { level: Level::Public, ..BodyForm::new("x") }, Some(&network)), ["level"]);
        network.level = Level::Public;
        network.sensitive = true;
        assert_eq!(problems(&BodyForm::new("x"), Some(&network)), ["sensitive"]);
        network.unlisted = true;
        assert_eq!(problems(&BodyForm { sensitive: true, ..BodyForm::new("x") }, Some(&network)), ["unlisted"]);
    }

    proptest! {
        #[test]
        fn every_made_address_is_a_good_one(name in "\\PC{1,80}") {
            prop_assert!(slug(&slug_from(&name)).is_ok(), "{}", slug_from(&name));
        }
    }
}
