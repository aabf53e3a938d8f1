//! What is stored about me, to read and as a file; and having all of it erased.

use askama::Template;
use kernel::{Error, Id, Result};
use serde_json::{Map, Value};
use web::{Answer, Cookie, Fact, Fate, FormView, Own, Page, Parting, Reading, Record, Writing};

use super::{marked, require_fresh, require_fresh_to, side, site_name};
use crate::{
    actions, own,
    paths::{ErasePage, OwnDataAll, OwnDataFile, OwnDataPage},
    store,
    texts::T,
};

#[derive(Template)]
#[template(path = "data.html")]
struct Door {
    t: T,
    side: String,
    site: String,
    all: String,
    erase: String,
}

pub fn show(r: &Reading<'_>, _: OwnDataPage) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let page = Door {
        t,
        side: side(r.viewer, "data"),
        site: site_name(r.conn)?,
        all: OwnDataAll {}.to_string(),
        erase: ErasePage {}.to_string(),
    };
    r.page(Page::new(t.side_data()).nav("account"), &page)
}

fn slices<'a>(site: &'a web::Site) -> impl Iterator<Item = &'static Own> + 'a {
    site.slices().iter().filter_map(|slice| slice.own)
}

/// Everything every slice holds, and what the log says she did.
fn everything(r: &Reading<'_>) -> Result<Vec<Record>> {
    let t = T(r.viewer.lang);
    let person = r.viewer.actor.person.map(Id::new).ok_or(Error::NotFound)?;
    let mut all = Vec::new();
    for own in slices(r.site) {
        all.extend((own.data)(r.conn, r.viewer)?);
    }
    for (at, verb, kind) in store::list_acts(r.conn, person)? {
        let what = r.site.kinds().find(|k| k.name == kind).map_or(t.side_profile(), |k| (k.label)(r.viewer.lang));
        let day = i18n::day_medium(r.viewer.lang, at.day());
        let facts = vec![
            Fact::new("at", t.data_at(), day).for_programs(own::written(at)),
            Fact::new("about", t.data_about(), what).for_programs(kind),
            Fact::new("what", "", "").for_programs(verb),
        ];
        all.push(Record { group: "history", title: t.data_history().to_owned(), facts });
    }
    Ok(all)
}

/// Label and value of one fact.
type Cell = (String, String);

/// Records of one heading.
struct Group {
    title: String,
    /// The columns, in the order in which they first come.
    labels: Vec<String>,
    rows: Vec<Vec<Cell>>,
    /// How many more stand in the file.
    more: usize,
}

impl Group {
    /// The only record of a short group.
    fn first(&self) -> &[Cell] {
        self.rows.first().map_or(&[], Vec::as_slice)
    }
    /// A record's values below the columns; empty where it says nothing.
    fn cells<'a>(&'a self, row: &'a [Cell]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.labels.iter().map(move |label| {
            let value = row.iter().find(|(l, _)| l == label).map_or("", |(_, value)| value.as_str());
            (label.as_str(), value)
        })
    }
}

/// As many of one kind as anybody reads; the file has all.
const SHOWN: usize = 50;

fn groups(all: Vec<Record>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for record in all {
        let row: Vec<Cell> =
            record.facts.into_iter().filter(|f| !f.text.is_empty()).map(|f| (f.label, f.text)).collect();
        if groups.last().is_none_or(|g| g.title != record.title) {
            groups.push(Group { title: record.title, labels: Vec::new(), rows: Vec::new(), more: 0 });
        }
        let Some(group) = groups.last_mut() else { continue };
        if group.rows.len() == SHOWN {
            group.more += 1;
            continue;
        }
        for (label, _) in &row {
            if !group.labels.contains(label) {
                group.labels.push(label.clone());
            }
        }
        group.rows.push(row);
    }
    groups
}

#[derive(Template)]
#[template(path = "own_data.html")]
struct All {
    t: T,
    side: String,
    groups: Vec<Group>,
    file: String,
    back: String,
}

pub fn show_all(r: &Reading<'_>, _: OwnDataAll) -> Result<Answer> {
    if let Some(answer) = require_fresh(r) {
        return Ok(answer);
    }
    let t = T(r.viewer.lang);
    let page = All {
        t,
        side: side(r.viewer, "data"),
        groups: groups(everything(r)?),
        file: OwnDataFile {}.to_string(),
        back: OwnDataPage {}.to_string(),
    };
    r.page(Page::new(t.data_all()).nav("account"), &page)
}

/// The same for programs (Art. 20 GDPR): groups of records; days as ISO 8601, moments as seconds since 1970.
pub fn file(r: &Reading<'_>, _: OwnDataFile) -> Result<Answer> {
    if let Some(answer) = require_fresh(r) {
        return Ok(answer);
    }
    let mut groups: Map<String, Value> = Map::new();
    for record in everything(r)? {
        let facts: Map<String, Value> =
            record.facts.into_iter().map(|f| (f.key.to_owned(), Value::String(f.data))).collect();
        let group = groups.entry(record.group).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(rows) = group {
            rows.push(Value::Object(facts));
        }
    }
    let text = serde_json::to_vec_pretty(&Value::Object(groups)).map_err(Error::internal)?;
    let mut answer = Answer::data("application/json", text);
    answer.download = Some("meine-daten.json".to_owned());
    Ok(answer)
}

#[derive(Template)]
#[template(path = "erase.html")]
struct Erasing<'a> {
    t: T,
    form: &'a FormView,
    side: String,
    blocks: Vec<Parting>,
    goes: Vec<Parting>,
    stays: Vec<Parting>,
    confirm: String,
    action: String,
    back: String,
    data: String,
}

pub fn show_erase(r: &Reading<'_>, _: ErasePage) -> Result<Answer> {
    if let Some(answer) = require_fresh(r) {
        return Ok(answer);
    }
    erase_page(r, &FormView::new(r.viewer.lang, &[]))
}

fn erase_page(r: &Reading<'_>, form: &FormView) -> Result<Answer> {
    let t = T(r.viewer.lang);
    let mut all = Vec::new();
    for own in slices(r.site) {
        all.extend((own.parting)(r.conn, r.viewer)?);
    }
    let of = |fate: Fate| all.iter().filter(|p| p.fate == fate).cloned().collect::<Vec<_>>();
    let page = Erasing {
        t,
        form,
        side: side(r.viewer, "data"),
        blocks: of(Fate::Blocks),
        goes: of(Fate::Goes),
        stays: of(Fate::Stays),
        confirm: form
            .boxes("endgueltig", t.erase_legend(), vec![("ja".to_owned(), t.erase_confirm().to_owned())])
            .to_string(),
        action: ErasePage {}.to_string(),
        back: OwnDataPage {}.to_string(),
        data: OwnDataAll {}.to_string(),
    };
    let head = Page::new(t.erase()).nav("account");
    r.page(if form.is_refused() { head.refused() } else { head }, &page)
}

pub fn erase(w: &Writing<'_>, _: ErasePage) -> Result<Answer> {
    if let Some(answer) = require_fresh_to(w.viewer, &ErasePage {}.to_string()) {
        w.tx.silent("a fresh proof comes first");
        return Ok(answer);
    }
    let r = w.reading();
    if !w.ask.ticked("endgueltig") {
        return erase_page(&r, &marked(&r, "endgueltig", |t| t.erase_unconfirmed().to_owned()));
    }
    match actions::erase_self(w.tx, &w.viewer.actor, slices(w.site)) {
        Ok(()) => {
            let gone = Cookie { name: "s", value: String::new(), seconds: None };
            Ok(Answer::to("/").with_note(T(w.viewer.lang).erased()).with_cookie(gone))
        }
        Err(Error::Rule(reason)) => {
            let problem = kernel::Problem { field: "endgueltig", reason };
            erase_page(&r, &FormView::kept(w.viewer.lang, w.ask, vec![problem]))
        }
        Err(cause) => Err(cause),
    }
}
