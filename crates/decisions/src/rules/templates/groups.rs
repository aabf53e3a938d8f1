//! The informal circle, and rules as councils have them.

use super::base::{ABSOLUTE, SIMPLE, at_least, base, majority};
use crate::rules::{
    BallotKind, Base, ByElection, Channel, Consent, Hurdle, OnTie, Period, QuorumBase, RuleSet, RunoffSet, Shortened,
    Stands, Stops, Threshold, Trigger, Unit, Who,
};

/// A circle that talks until it agrees.
pub(super) fn informal() -> RuleSet {
    let mut set = base();
    set.formal.set(false, "Der Kreis berät ohne förmliche Abstimmung und sucht eine gemeinsame Haltung.");
    let notice = &mut set.notice;
    notice.period.set(Period::None, "Termine werden verabredet; eine Frist gibt es nicht.");
    notice
        .shortened
        .set(Shortened { period: Period::None, by: Who::Nobody }, "Ohne Frist gibt es nichts zu verkürzen.");
    notice.convener.set(Who::Host, "Eingeladen wird von der Stelle, die das Treffen ausrichtet.");
    notice.channel.set(Channel::Any, "Die Form der Einladung ist frei.");
    notice.whole_days.set(false, "Gerechnet wird nach dem Kalender.");
    notice.motions.set(Period::None, "Themen können jederzeit vorgeschlagen werden.");
    notice.urgency.set(None, "Besondere Regeln für dringende Themen gibt es nicht.");
    notice.minority.set(None, "Ein Treffen kann von allen angeregt werden.");
    set.quorum.duly_invited.set(false, "Der Kreis arbeitet mit denen, die da sind.");
    let all = majority(Base::Cast, at_least(1, 1));
    set.votes.unit.set(Unit::Person, "Alle Anwesenden beraten mit gleichem Gewicht.");
    set.votes.ordinary.set(all, "Etwas ist vereinbart, wenn niemand widerspricht.");
    set.votes.rule_change.set(all, "Diese Absprachen werden gemeinsam geändert.");
    set.votes.purpose_change.set(all, "Über die Aufgaben des Kreises wird gemeinsam entschieden.");
    set.votes.removal.set(all, "Aufgaben werden gemeinsam neu verteilt.");
    set.votes.dissolution.set(all, "Der Kreis endet, wenn alle damit einverstanden sind.");
    set.votes.secret.set(Trigger::Never, "Geheim wird nicht abgestimmt.");
    set.circular.consent.set(
        Consent::Silence,
        "Zwischen den Treffen gilt ein Vorschlag als vereinbart, wenn bis zum Ende der Frist niemand widerspricht.",
    );
    set.circular.stops.set(Stops::One, "Ein Widerspruch genügt; dann wird beim nächsten Treffen gesprochen.");
    let elections = &mut set.elections;
    elections.also.set(Vec::new(), "Andere Formen der Wahl gibt es nicht.");
    elections.secret.set(Trigger::Never, "Aufgaben werden offen verabredet.");
    elections.eligible.set(Stands::Anybody, "Aufgaben können alle übernehmen.");
    elections.term.set(Period::None, "Aufgaben werden ohne feste Dauer übernommen.");
    elections.carry_over.set(false, "Wer eine Aufgabe abgibt, sagt es rechtzeitig.");
    elections.challenge.set(Period::None, "Über Einwände wird beim Treffen gesprochen.");
    elections.by_election.set(ByElection::Never, "Eine Nachfolge wird verabredet.");
    set
}

/// Rules as municipal councils have them (after § 50 GO NRW).
pub(super) fn council() -> RuleSet {
    let mut set = base();
    set.notice.period.set(Period::Weeks(2), "Zur Sitzung wird mit einer Frist von zwei Wochen eingeladen.");
    let quorum = &mut set.quorum;
    quorum.base.set(QuorumBase::VotingSeats, "Gemessen wird an der Zahl der Sitze mit Stimmrecht.");
    quorum.need.set(
        Threshold::MORE_THAN_HALF,
        "Beschlussfähig ist das Gremium, wenn mehr als die Hälfte der Stimmberechtigten anwesend ist.",
    );
    quorum.vacant.set(true, "Maßgeblich ist die vorgesehene Zahl der Sitze; unbesetzte zählen mit.");
    quorum.presumed.set(true, "Das Gremium gilt als beschlussfähig, solange niemand dies bezweifelt.");
    quorum.second_summons.set(true, "Wird zu demselben Gegenstand erneut eingeladen, ist das Gremium ohne Rücksicht auf die Zahl der Anwesenden beschlussfähig. Darauf ist in der Einladung hinzuweisen.");
    set.votes.ordinary.set(SIMPLE, "Beschlüsse werden mit der Mehrheit der abgegebenen Stimmen gefasst; bei Stimmengleichheit ist ein Antrag abgelehnt. Enthaltungen und ungültige Stimmen zählen nicht mit.");
    let elections = &mut set.elections;
    elections.ballot.set(BallotKind::Single, "Gewählt wird einzeln für jeden Platz.");
    elections.first.set(ABSOLUTE, "Gewählt ist, wer mehr als die Hälfte der gültigen Stimmen erhält.");
    elections
        .second
        .set(Some(Hurdle::Most), "Sonst findet eine engere Wahl statt; dabei genügt die höchste Stimmenzahl.");
    elections.no_counts.set(true, "Nein-Stimmen sind gültige Stimmen, Enthaltungen nicht.");
    elections.runoff.set(RunoffSet::OneMore, "In die engere Wahl kommen die beiden Personen mit den meisten Stimmen.");
    elections.tie.set(OnTie::Lot, "Bei gleicher Stimmenzahl entscheidet das Los, das der Vorsitz zieht.");
    elections
        .secret
        .set(Trigger::One, "Gewählt wird offen, auf Widerspruch auch nur eines Mitglieds mit Stimmzetteln.");
    set
}
