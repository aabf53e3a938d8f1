//! Conferences and councils of associations, and the registered association.

use super::base::{ABSOLUTE, at_least, base, majority};
use crate::rules::{
    Base, Casting, Consent, Fraction, Holders, OnTie, Period, QuorumBase, RuleSet, Shortened, Spread, Stagger, Stands,
    Threshold, Trigger, Unit, Who,
};

/// A conference of associations: two delegates share one vote, abstentions work like a no.
pub(super) fn conference() -> RuleSet {
    let mut set = base();
    let notice = &mut set.notice;
    notice.period.set(Period::Months(2), "Zur Konferenz wird zwei Monate vorher eingeladen.");
    notice.shortened.set(Shortened { period: Period::None, by: Who::Nobody }, "Die Frist kann nicht verkürzt werden.");
    notice.motions.set(Period::Weeks(4), "Anträge liegen vier Wochen vor der Konferenz vor.");
    notice.urgency.set(None, "Beschlossen wird nur, was auf der Tagesordnung steht.");
    set.quorum.base.set(QuorumBase::Members, "Gemessen wird an der Zahl der Mitgliedsverbände.");
    set.quorum
        .need
        .set(at_least(2, 3), "Beschlussfähig ist die Konferenz, wenn zwei Drittel der Mitglieder anwesend sind.");
    set.votes.unit.set(Unit::Organisation, "Jeder Verband hat eine Stimme, auch wenn er zwei Delegierte entsendet.");
    set.votes.casting.set(
        Casting::Together,
        "Delegierte eines Verbands stimmen gemeinsam ab; sind sie uneinig, gilt das als Enthaltung.",
    );
    set.votes.ordinary.set(
        majority(Base::Present, Threshold::MORE_THAN_HALF),
        "Ein Beschluss braucht die Mehrheit der anwesenden Mitglieder. Eine Enthaltung wirkt wie ein Nein.",
    );
    set.votes.secret.set(Trigger::One, "Abgestimmt wird mit Handzeichen, auf Antrag eines Mitglieds geheim.");
    set.elections.eligible.set(Stands::Organisation, "Wählbar ist, wen ein Mitgliedsverband vorschlägt.");
    set.elections.term.set(Period::Years(1), "Der Vorsitz wechselt jedes Jahr zum nächsten Land.");
    set
}

/// Delegates by the size of associations, for three years and at most four terms.
pub(super) fn delegates() -> RuleSet {
    let mut set = base();
    set.notice.motions.set(Period::Weeks(4), "Anträge und Wahlvorschläge liegen vier Wochen vor der Versammlung vor.");
    set.notice.minority.set(
        Fraction::new(1, 4),
        "Auf Verlangen eines Viertels der Mitglieder findet eine außerordentliche Versammlung statt.",
    );
    set.quorum.base.set(QuorumBase::VotingSeats, "Gemessen wird an der Zahl der Delegierten mit Stimmrecht.");
    set.quorum.need.set(
        Threshold::MORE_THAN_HALF,
        "Beschlussfähig ist die Versammlung, wenn mehr als die Hälfte der Delegierten anwesend ist.",
    );
    set.votes.unit.set(Unit::Weight, "Die Zahl der Stimmen richtet sich nach der Größe des Verbands.");
    set.votes.removal.set(
        majority(Base::Cast, at_least(2, 3)),
        "Das Misstrauen wird mit zwei Dritteln der abgegebenen Stimmen ausgesprochen.",
    );
    set.proxies
        .holders
        .set(Holders::SameUnit, "Delegierte und ihre Stellvertretung aus demselben Verband vertreten einander.");
    let elections = &mut set.elections;
    elections.eligible.set(Stands::Organisation, "Wählbar ist, wen ein Mitgliedsverband vorschlägt.");
    elections.nominations.set(Period::Weeks(4), "Wahlvorschläge liegen vier Wochen vor der Versammlung vor.");
    elections.from_floor.set(false, "Vorschläge in der Versammlung sind nicht möglich.");
    elections.term.set(Period::Years(3), "Gewählt wird für drei Jahre.");
    elections.most_terms.set(Some(2), "Einmalige Wiederwahl in dasselbe Amt ist möglich.");
    elections.stagger.set(Stagger::Own, "Jede Amtszeit beginnt mit der eigenen Wahl.");
    elections.balance.set(
        crate::rules::Balance::Check(Spread { least: 0, most: 2 }),
        "Aus einem Gebiet sollen nicht mehr als zwei Gewählte kommen.",
    );
    set
}

/// The registered association, as the BGB has it where statutes say nothing else.
pub(super) fn association() -> RuleSet {
    let mut set = base();
    let notice = &mut set.notice;
    notice.period.set(Period::Weeks(4), "Die Mitgliederversammlung wird mit einer Frist von vier Wochen einberufen.");
    notice.shortened.set(Shortened { period: Period::None, by: Who::Nobody }, "Die Frist kann nicht verkürzt werden.");
    notice.convener.set(Who::Board, "Die Versammlung wird vom Vorstand einberufen.");
    notice.urgency.set(None, "Beschlossen wird nur, was in der Einladung bezeichnet ist (§ 32 BGB).");
    notice.minority.set(
        Fraction::new(1, 10),
        "Die Versammlung ist einzuberufen, wenn ein Zehntel der Mitglieder es verlangt (§ 37 BGB).",
    );
    let votes = &mut set.votes;
    votes.unit.set(Unit::Organisation, "Jede Mitgliedsorganisation hat eine Stimme, die ihre Vertretung abgibt.");
    votes.rule_change.set(
        majority(Base::Cast, at_least(3, 4)),
        "Die Satzung wird mit drei Vierteln der abgegebenen Stimmen geändert (§ 33 BGB).",
    );
    votes
        .purpose_change
        .set(majority(Base::Members, at_least(1, 1)), "Den Zweck ändern nur alle Mitglieder gemeinsam (§ 33 BGB).");
    votes.removal.set(
        majority(Base::Cast, Threshold::MORE_THAN_HALF),
        "Die Bestellung des Vorstands kann die Versammlung mit Mehrheit widerrufen (§ 27 BGB).",
    );
    votes.dissolution.set(
        majority(Base::Cast, at_least(3, 4)),
        "Die Auflösung bedarf dreier Viertel der abgegebenen Stimmen (§ 41 BGB).",
    );
    set.bars.own_matter.set(
        true,
        "Bei einem Rechtsgeschäft oder Rechtsstreit mit dem Mitglied selbst ist es nicht stimmberechtigt (§ 34 BGB).",
    );
    set.circular.consent.set(
        Consent::All,
        "Ohne Versammlung ist ein Beschluss gültig, wenn alle Mitglieder in Textform zustimmen (§ 32 BGB).",
    );
    let elections = &mut set.elections;
    elections.also.set(Vec::new(), "Andere Formen der Wahl sieht die Satzung nicht vor.");
    elections.first.set(ABSOLUTE, "Gewählt ist, wer mehr als die Hälfte der gültigen Stimmen erhält.");
    elections.second.set(None, "Eine Stichwahl sieht die Satzung nicht vor.");
    elections.tie.set(OnTie::Repeat, "Bei gleicher Stimmenzahl wird der Wahlgang wiederholt.");
    elections.eligible.set(Stands::Organisation, "Wählbar ist, wen eine Mitgliedsorganisation vorschlägt.");
    elections
        .acceptance
        .set(Period::None, "Die Wahl wird in der Versammlung angenommen; die Annahme steht in der Niederschrift.");
    set
}
