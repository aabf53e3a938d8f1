//! What all templates share: simple majorities, open votes, one vote for each post.

use crate::rules::{
    Balance, BallotKind, Bars, Base, ByElection, Casting, Channel, Circular, Consent, CountsFrom, Crosses, Elections,
    Form, Fraction, Holders, Hurdle, Majority, Minutes, Notice, Of, OnTie, Period, Proxies, Quorum, QuorumBase,
    Resolutions, Rule, RuleSet, RunoffSet, Shortened, Stagger, Stands, Stops, Threshold, Tie, Trigger, Unit, Votes,
    Who,
};

/// More than half of yes and no.
pub(super) const SIMPLE: Majority = majority(Base::Cast, Threshold::MORE_THAN_HALF);

/// More than half of the valid ballots.
pub(super) const ABSOLUTE: Hurdle = Hurdle::Share(Of::Valid, Threshold::MORE_THAN_HALF);

/// A majority where nothing but yes and no counts and a tie rejects.
pub(super) const fn majority(base: Base, need: Threshold) -> Majority {
    Majority { base, need, tie: Tie::Rejected, abstentions: false, invalid: false }
}

/// At least so much.
pub(super) fn at_least(part: u32, whole: u32) -> Threshold {
    Threshold::AtLeast(Fraction::new(part, whole).unwrap_or(Fraction::ALL))
}

/// The rules all begin with.
pub(super) fn base() -> RuleSet {
    RuleSet {
        formal: Rule::new(true, "§ 1", "Das Gremium fasst Beschlüsse durch förmliche Abstimmung."),
        notice: notice(),
        quorum: quorum(),
        votes: votes(),
        proxies: Proxies {
            allowed: Rule::new(false, "§ 5 Abs. 1", "Das Stimmrecht kann nicht auf andere übertragen werden."),
            form: Rule::new(Form::Written, "§ 5 Abs. 2", "Eine Vollmacht bedarf der Schriftform."),
            holders: Rule::new(
                Holders::Voting,
                "§ 5 Abs. 3",
                "Eine Vollmacht üben nur stimmberechtigte Mitglieder aus.",
            ),
            one_sitting: Rule::new(
                true,
                "§ 5 Abs. 4",
                "Eine Vollmacht gilt nur für die Sitzung, die in ihr genannt ist.",
            ),
            cap: Rule::new(Some(1), "§ 5 Abs. 5", "Niemand übt mehr als eine Vollmacht aus."),
        },
        bars: Bars {
            own_matter: Rule::new(
                true,
                "§ 6 Abs. 1",
                "Bei Geschäften und Rechtsstreiten mit dem Mitglied selbst ruht sein Stimmrecht.",
            ),
            own_organisation: Rule::new(
                false,
                "§ 6 Abs. 2",
                "Für Angelegenheiten der eigenen Organisation gilt kein Stimmverbot.",
            ),
            out_of_base: Rule::new(
                true,
                "§ 6 Abs. 3",
                "Betroffene zählen bei diesem Punkt nicht zu den Stimmberechtigten.",
            ),
        },
        circular: Circular {
            consent: Rule::new(Consent::Never, "§ 7 Abs. 1", "Beschlüsse werden nur in Sitzungen gefasst."),
            period: Rule::new(Period::Days(14), "§ 7 Abs. 2", "Die Frist für Antworten beträgt vierzehn Tage."),
            reminder: Rule::new(3, "§ 7 Abs. 3", "Drei Tage vor Ende wird erinnert, wer noch nicht geantwortet hat."),
            stops: Rule::new(
                Stops::One,
                "§ 7 Abs. 4",
                "Verlangt ein Mitglied die Beratung, entscheidet die nächste Sitzung.",
            ),
        },
        elections: elections(),
        resolutions: Resolutions {
            pattern: Rule::new(
                "{jahr}/{nr3}".to_owned(),
                "§ 11 Abs. 1",
                "Beschlüsse erhalten das Jahr und eine laufende Nummer.",
            ),
            yearly: Rule::new(true, "§ 11 Abs. 2", "Die Zählung beginnt mit jedem Kalenderjahr neu."),
        },
        minutes: Minutes::default(),
    }
}

fn notice() -> Notice {
    Notice {
        period: Rule::new(
            Period::Weeks(3),
            "§ 2 Abs. 1",
            "Zur Sitzung wird mit einer Frist von drei Wochen eingeladen.",
        ),
        shortened: Rule::new(
            Shortened { period: Period::Weeks(1), by: Who::Chair },
            "§ 2 Abs. 2",
            "In dringenden Fällen kann die Frist auf eine Woche verkürzt werden.",
        ),
        convener: Rule::new(Who::Chair, "§ 2 Abs. 3", "Die Sitzung wird von Vorsitz oder Sprecher*innen einberufen."),
        channel: Rule::new(Channel::Text, "§ 2 Abs. 4", "Eingeladen wird in Textform unter Angabe der Tagesordnung."),
        counts_from: Rule::new(CountsFrom::Dispatch, "§ 2 Abs. 5", "Maßgeblich ist der Tag der Absendung."),
        whole_days: Rule::new(
            true,
            "§ 2 Abs. 6",
            "Der Tag der Absendung und der Sitzungstag werden nicht mitgerechnet.",
        ),
        motions: Rule::new(Period::Weeks(1), "§ 2 Abs. 7", "Anträge liegen spätestens eine Woche vor der Sitzung vor."),
        urgency: Rule::new(
            Some(majority(Base::Cast, at_least(2, 3))),
            "§ 2 Abs. 8",
            "Über einen Dringlichkeitsantrag wird beraten, wenn zwei Drittel der abgegebenen Stimmen ihn zulassen.",
        ),
        minority: Rule::new(
            Fraction::new(1, 4),
            "§ 2 Abs. 9",
            "Eine Sitzung ist einzuberufen, wenn ein Viertel der Mitglieder es verlangt.",
        ),
    }
}

fn quorum() -> Quorum {
    Quorum {
        base: Rule::new(
            QuorumBase::None,
            "§ 3 Abs. 1",
            "Eine Mindestzahl anwesender Mitglieder ist nicht vorgeschrieben.",
        ),
        need: Rule::new(
            Threshold::MORE_THAN_HALF,
            "§ 3 Abs. 2",
            "Wo eine Mindestzahl gilt, ist es mehr als die Hälfte.",
        ),
        least: Rule::new(0, "§ 3 Abs. 3", "Eine feste Zahl von Anwesenden ist nicht erforderlich."),
        senders: Rule::new(0, "§ 3 Abs. 4", "Aus wie vielen Verbänden die Anwesenden kommen, ist ohne Bedeutung."),
        proxies: Rule::new(false, "§ 3 Abs. 5", "Wer durch Vollmacht vertreten ist, gilt nicht als anwesend."),
        remote: Rule::new(true, "§ 3 Abs. 6", "Wer zugeschaltet ist, gilt als anwesend."),
        vacant: Rule::new(false, "§ 3 Abs. 7", "Unbesetzte Sitze werden nicht mitgezählt."),
        duly_invited: Rule::new(true, "§ 3 Abs. 8", "Beschlüsse setzen eine ordnungsgemäße Einladung voraus."),
        presumed: Rule::new(false, "§ 3 Abs. 9", "Die Beschlussfähigkeit wird zu Beginn festgestellt."),
        second_summons: Rule::new(false, "§ 3 Abs. 10", "Eine zweite Einladung hat keine besonderen Folgen."),
    }
}

fn votes() -> Votes {
    Votes {
        unit: Rule::new(Unit::Post, "§ 4 Abs. 1", "Jede Stelle hat eine Stimme."),
        casting: Rule::new(
            Casting::First,
            "§ 4 Abs. 2",
            "Es gilt die Stimme der berechtigten Person, die zuerst abstimmt.",
        ),
        several: Rule::new(false, "§ 4 Abs. 3", "Niemand gibt mehr als eine Stimme ab."),
        ordinary: Rule::new(
            SIMPLE,
            "§ 4 Abs. 4",
            "Ein Antrag ist angenommen, wenn mehr als die Hälfte der abgegebenen Stimmen für ihn ist. Enthaltungen zählen \
             nicht mit, bei Stimmengleichheit ist er abgelehnt.",
        ),
        rule_change: Rule::new(
            majority(Base::Cast, at_least(2, 3)),
            "§ 4 Abs. 5",
            "Diese Regeln ändert das Gremium mit zwei Dritteln der abgegebenen Stimmen.",
        ),
        purpose_change: Rule::new(
            majority(Base::Cast, at_least(3, 4)),
            "§ 4 Abs. 6",
            "Den Zweck ändert das Gremium mit drei Vierteln der abgegebenen Stimmen.",
        ),
        removal: Rule::new(
            majority(Base::Cast, at_least(2, 3)),
            "§ 4 Abs. 7",
            "Wer gewählt ist, kann mit zwei Dritteln der abgegebenen Stimmen abgewählt werden.",
        ),
        dissolution: Rule::new(
            majority(Base::Cast, at_least(3, 4)),
            "§ 4 Abs. 8",
            "Die Auflösung bedarf dreier Viertel der abgegebenen Stimmen.",
        ),
        secret: Rule::new(
            Trigger::Majority,
            "§ 4 Abs. 9",
            "Geheim wird abgestimmt, wenn die Mehrheit der Anwesenden es verlangt.",
        ),
    }
}

fn elections() -> Elections {
    Elections {
        ballot: Rule::new(BallotKind::Single, "§ 8 Abs. 1", "Jedes Amt wird in einem eigenen Wahlgang besetzt."),
        also: Rule::new(
            vec![BallotKind::Combined],
            "§ 8 Abs. 2",
            "Gleiche Ämter können auf Beschluss in Gesamtwahl besetzt werden.",
        ),
        crosses: Rule::new(
            Crosses::AsPlaces,
            "§ 8 Abs. 3",
            "Auf einem Stimmzettel werden höchstens so viele Namen angekreuzt, wie Plätze zu besetzen sind.",
        ),
        all_crosses: Rule::new(false, "§ 8 Abs. 4", "Nicht alle Stimmen müssen vergeben werden."),
        first: Rule::new(Hurdle::Most, "§ 8 Abs. 5", "Gewählt ist, wer die meisten Stimmen erhält."),
        second: Rule::new(
            Some(Hurdle::Most),
            "§ 8 Abs. 6",
            "Bei gleicher Stimmenzahl um den letzten Platz findet eine Stichwahl statt.",
        ),
        third: Rule::new(None, "§ 8 Abs. 7", "Ein dritter Wahlgang findet nicht statt."),
        no_counts: Rule::new(true, "§ 8 Abs. 8", "Bei nur einem Vorschlag zählt ein Nein als gültige Stimme."),
        runoff: Rule::new(
            RunoffSet::OneMore,
            "§ 8 Abs. 9",
            "In die Stichwahl kommt eine Person mehr, als Plätze zu besetzen sind.",
        ),
        tie: Rule::new(OnTie::Lot, "§ 8 Abs. 10", "Bleibt es bei gleicher Stimmenzahl, entscheidet das Los."),
        secret: Rule::new(
            Trigger::One,
            "§ 8 Abs. 11",
            "Gewählt wird offen; widerspricht ein Mitglied, wird geheim gewählt.",
        ),
        eligible: Rule::new(
            Stands::Post,
            "§ 9 Abs. 1",
            "Wählbar ist, wer am Wahltag eine Stelle im Gebiet des Netzwerks innehat.",
        ),
        nominations: Rule::new(Period::None, "§ 9 Abs. 2", "Eine Frist für Wahlvorschläge gibt es nicht."),
        from_floor: Rule::new(true, "§ 9 Abs. 3", "Vorschläge sind bis zur Eröffnung des Wahlgangs möglich."),
        absent: Rule::new(true, "§ 9 Abs. 4", "Abwesende sind wählbar, wenn ihre Zustimmung in Textform vorliegt."),
        acceptance: Rule::new(Period::None, "§ 9 Abs. 5", "Die Annahme der Wahl wird in der Sitzung erklärt."),
        balance: Rule::new(Balance::None, "§ 9 Abs. 6", "Die Herkunft aus den Gebieten bindet die Wahl nicht."),
        term: Rule::new(Period::Years(2), "§ 10 Abs. 1", "Gewählt wird für zwei Jahre."),
        stagger: Rule::new(Stagger::Together, "§ 10 Abs. 2", "Alle Amtszeiten enden gemeinsam."),
        most_terms: Rule::new(None, "§ 10 Abs. 3", "Wiederwahl ist möglich."),
        carry_over: Rule::new(true, "§ 10 Abs. 4", "Die Gewählten bleiben bis zur Neuwahl im Amt."),
        challenge: Rule::new(
            Period::Weeks(2),
            "§ 10 Abs. 5",
            "Eine Wahl kann innerhalb von zwei Wochen angefochten werden.",
        ),
        by_election: Rule::new(
            ByElection::Rest,
            "§ 10 Abs. 6",
            "Scheidet jemand vorzeitig aus, wird für den Rest der Amtszeit nachgewählt.",
        ),
        move_up: Rule::new(false, "§ 10 Abs. 7", "Ein Nachrücken findet nicht statt."),
    }
}
