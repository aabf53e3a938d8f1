//! Working groups of municipal equality officers in the Länder.

use super::base::{at_least, base, majority};
use crate::rules::{
    Balance, BallotKind, Base, Casting, Form, Period, QuorumBase, RuleSet, Shortened, Spread, Stagger, Stands, Unit,
    Who,
};

/// Members are offices: each has one vote, however many work there.
pub(super) fn offices() -> RuleSet {
    let mut set = base();
    set.notice
        .period
        .set(Period::Weeks(3), "Die Mitgliederversammlung wird mit einer Frist von drei Wochen einberufen.");
    set.notice.shortened.set(
        Shortened { period: Period::Weeks(1), by: Who::Board },
        "Eine außerordentliche Versammlung berufen die Sprecher*innen mit einer Frist von einer Woche ein.",
    );
    set.notice.convener.set(Who::Board, "Es laden die Sprecher*innen gemeinsam ein.");
    set.votes.unit.set(Unit::Office, "Mitglied ist das Gleichstellungsbüro; jedes Büro hat eine Stimme.");
    set.votes
        .casting
        .set(Casting::First, "Die Stimme eines Büros gibt die berechtigte Person ab, die zuerst abstimmt.");
    set.elections.term.set(Period::None, "Die Sprecher*innen werden ohne feste Amtszeit gewählt.");
    set.elections.carry_over.set(false, "Ein Amt endet mit Rücktritt oder Neuwahl.");
    set.elections
        .by_election
        .set(crate::rules::ByElection::Full, "Wer nachgewählt wird, hat das Amt wie alle anderen.");
    set
}

/// A quarter of the voting members decides; proxies in writing for one meeting.
pub(super) fn quarter() -> RuleSet {
    let mut set = base();
    set.quorum.base.set(QuorumBase::VotingSeats, "Gemessen wird an allen stimmberechtigten Mitgliedern.");
    set.quorum.need.set(
        at_least(1, 4),
        "Beschlussfähig ist die Versammlung, wenn ein Viertel der stimmberechtigten Mitglieder anwesend ist.",
    );
    set.votes.unit.set(Unit::Office, "Jede Gleichstellungsstelle hat eine Stimme.");
    set.votes.rule_change.set(
        majority(Base::Present, at_least(2, 3)),
        "Diese Geschäftsordnung wird mit zwei Dritteln der anwesenden stimmberechtigten Mitglieder geändert.",
    );
    set.proxies.allowed.set(true, "Das Stimmrecht kann auf ein anderes stimmberechtigtes Mitglied übertragen werden.");
    set.proxies.form.set(Form::Written, "Die Vollmacht wird schriftlich erteilt.");
    set.proxies.one_sitting.set(true, "Die Vollmacht gilt nur für die Versammlung, die in ihr genannt ist.");
    set
}

/// Regions elect their people into the lead team.
pub(super) fn regions() -> RuleSet {
    let mut set = base();
    set.notice
        .period
        .set(Period::Weeks(4), "Zur halbjährlichen Konferenz wird mit einer Frist von vier Wochen eingeladen.");
    set.elections.ballot.set(BallotKind::Combined, "Jede Region wählt ihre Vertretung in einem gemeinsamen Wahlgang.");
    set.elections.also.set(vec![BallotKind::Single], "Ein einzelner Platz wird für sich besetzt.");
    set.elections.eligible.set(Stands::Territory, "Wählbar ist, wer eine Stelle in der Region innehat.");
    set.elections.balance.set(
        Balance::Constraint(Spread { least: 2, most: 2 }),
        "Die Leitung besteht aus je zwei Gewählten aus jeder Region.",
    );
    set.elections
        .move_up
        .set(true, "Scheidet jemand aus, rückt nach, wer in derselben Region die nächsthöhere Stimmenzahl hat.");
    set
}

/// A large assembly with co-equal speakers, half of them elected each year.
pub(super) fn assembly() -> RuleSet {
    let mut set = base();
    set.notice
        .period
        .set(Period::Weeks(4), "Zu den Versammlungen im Jahr wird mit einer Frist von vier Wochen eingeladen.");
    set.notice.convener.set(Who::Secretariat, "Die Geschäftsstelle lädt im Auftrag der Sprecher*innen ein.");
    set.elections
        .ballot
        .set(BallotKind::Combined, "Die gleichberechtigten Sprecher*innen werden in Gesamtwahl gewählt.");
    set.elections.also.set(vec![BallotKind::Single], "Ein einzelner Platz wird für sich besetzt.");
    set.elections.stagger.set(Stagger::Groups(2), "Die Amtszeiten enden versetzt, damit nie alle zugleich wechseln.");
    set
}
