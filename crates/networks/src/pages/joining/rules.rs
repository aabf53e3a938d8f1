//! `/gremien/{body}/beitritt`: what a body asks of newcomers and of whoever leaves. Who saves over somebody else's change
//! sees what stands there now.

use kernel::{Error, Problem, Result};
use web::{Answer, Fields, FormView, Reading, Writing};

use super::vouching_word;
use crate::{
    JoinRule, SeatKind, Vouching,
    pages::{
        keep::{body::KeptBody, is_current, problems},
        shared::seat_kind_word,
    },
    paths::{BodyKeep, JoinRules},
    rules::PERIODS,
    save_join_rule,
    store::joining::rule_of,
    words::T,
};

const KINDS: [SeatKind; 3] = [SeatKind::Personal, SeatKind::Organisation, SeatKind::Post];

/// The form.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub fn form(r: &Reading<'_>, p: JoinRules) -> Result<Answer> {
    let kept = KeptBody::load(r, p.body)?;
    let rule = rule_of(r.conn, p.body)?;
    page(r, &kept, &rule, &of(r, &rule))
}

fn of(r: &Reading<'_>, rule: &JoinRule) -> FormView {
    let (days, notice) = (rule.objection_days.to_string(), rule.notice_months.to_string());
    let values = [
        ("vouching", rule.vouching.word()),
        ("objection_days", days.as_str()),
        ("seat_kind", rule.seat_kind.word()),
        ("question", rule.question.as_deref().unwrap_or_default()),
        ("notice_months", notice.as_str()),
        ("statement", if rule.statement { "ja" } else { "" }),
        ("year_end", if rule.year_end { "ja" } else { "" }),
    ];
    FormView::new(r.viewer.lang, &values)
}

fn page(r: &Reading<'_>, kept: &KeptBody, rule: &JoinRule, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let yes = |word: &str| vec![("ja".to_owned(), word.to_owned())];
    let vouching = Vouching::ALL.iter().map(|v| (v.word().to_owned(), vouching_word(t, *v).to_owned())).collect();
    let days = PERIODS
        .iter()
        .map(|d| (d.to_string(), if *d == 0 { t.join_rule_no_days().to_owned() } else { t.join_rule_days(*d) }));
    let kinds = KINDS.iter().map(|k| (k.word().to_owned(), seat_kind_word(t, *k, None))).collect();
    let mut sheet = kept.sheet(r, t.join_rule_title())?.of(form);
    let open = if kept.body.is_network() { kept.body.join_page } else { kept.body.open_to_non_members };
    sheet.known.push(if open { t.join_rule_open() } else { t.join_rule_closed() }.to_owned());
    sheet.hidden.push(("version", rule.version.to_string()));
    sheet.fields = vec![
        form.radios("vouching", t.join_rule_vouching(), vouching).to_string(),
        form.select("objection_days", t.join_rule_objection(), days.collect())
            .hint(t.join_rule_objection_hint())
            .to_string(),
        form.radios("seat_kind", t.join_rule_seat(), kinds).to_string(),
        form.boxes("statement", t.join_rule_statement(), yes(t.join_rule_statement_yes())).to_string(),
        form.text("question", t.join_rule_question())
            .hint(t.join_rule_question_hint())
            .most(200)
            .optional()
            .to_string(),
        form.text("notice_months", t.join_rule_notice()).hint(t.join_rule_notice_hint()).to_string(),
        form.boxes("year_end", t.join_rule_year(), yes(t.join_rule_year_yes())).to_string(),
    ];
    sheet.submit = t.join_rule_save();
    sheet.answer(r, kept.page(r, t.join_rule_title())?, form)
}

/// Saves.
///
/// # Errors
/// As [`save_join_rule`].
pub fn save(w: &Writing<'_>, p: JoinRules) -> Result<Answer> {
    let (r, t) = (w.reading(), T(w.viewer.lang));
    let kept = KeptBody::load(&r, p.body)?;
    let now = rule_of(r.conn, p.body)?;
    let again = |problems: Vec<Problem>| page(&r, &kept, &now, &FormView::kept(w.viewer.lang, w.ask, problems));
    let overtaken =
        || page(&r, &kept, &now, &FormView::kept(w.viewer.lang, w.ask, Vec::new()).overtaken(&of(&r, &now)));
    let version = now.version;
    if !is_current(w, version) {
        return overtaken();
    }
    let mut fields = Fields::of(w.ask);
    let vouching: Vec<(&str, Vouching)> = Vouching::ALL.iter().map(|v| (v.word(), *v)).collect();
    let vouching = fields.choice("vouching", &vouching);
    let days: Vec<(String, i64)> = PERIODS.iter().map(|d| (d.to_string(), *d)).collect();
    let days: Vec<(&str, i64)> = days.iter().map(|(word, d)| (word.as_str(), *d)).collect();
    let objection_days = fields.choice("objection_days", &days);
    let seat_kind = fields.choice("seat_kind", &KINDS.map(|k| (k.word(), k)));
    let question = Some(fields.line("question", 200)).filter(|q| !q.is_empty());
    let notice = w.ask.field("notice_months");
    let notice_months = if notice.is_empty() { Some(0) } else { notice.parse().ok() };
    if notice_months.is_none() {
        fields.refuse("notice_months", "Bitte schreiben Sie eine Zahl.", "Please write a number.");
    }
    let (Some(vouching), Some(objection_days), Some(seat_kind), Some(notice_months), []) =
        (vouching, objection_days, seat_kind, notice_months, &fields.problems[..])
    else {
        return again(fields.problems);
    };
    let new = JoinRule {
        vouching,
        objection_days,
        seat_kind,
        statement: w.ask.ticked("statement"),
        question,
        notice_months,
        year_end: w.ask.ticked("year_end"),
        version,
    };
    match save_join_rule(w.tx, &w.viewer.actor, p.body, &new) {
        Ok(()) => Ok(Answer::to(w.viewer.link(&BodyKeep { body: p.body })).with_note(t.edit_saved())),
        Err(Error::Stale) => overtaken(),
        Err(fault) => again(problems(fault, "vouching", &[])?),
    }
}
