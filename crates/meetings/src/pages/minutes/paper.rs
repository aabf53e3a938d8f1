//! The minutes as PDF/UA-1 and DOCX: what the reader reads, nothing of what was noted for those who write.

use kernel::Result;
use networks::{Body, Names, Place as Where, shell};
use papers::{Align, Block, Fact, Paper, Signature, Table, Words};
use web::{Answer, Reading};

use super::{
    Record, state_word,
    view::{Owners, counts, numbered, presence_words, standing},
};
use crate::{
    Addendum, Attendance, Capacity, Entry, Meeting, Minutes, MinutesState, Todo, actions,
    letters::when,
    paths::MinutesPaper,
    store::{meetings, minutes as store},
    words::T,
};

/// What a file is made of.
pub struct Made<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its body.
    pub body: &'a Body,
    /// The minutes.
    pub minutes: &'a Minutes,
    /// The entries that are read, each with its number.
    pub entries: &'a [(usize, Entry)],
    /// What is to be done of them.
    pub todos: &'a [Todo],
    /// Who does it.
    pub owners: &'a Owners,
    /// The meeting that approved.
    pub approved_in: Option<&'a Meeting>,
    /// What was added.
    pub addenda: &'a [Addendum],
    /// Whether the reader belongs to those who met: reads who was there.
    pub within: bool,
}

/// The file.
///
/// # Errors
/// [`kernel::Error::NotFound`] where she may not open the minutes.
pub fn show(r: &Reading<'_>, p: MinutesPaper) -> Result<Answer> {
    let record = Record::load(r, p.meeting)?;
    let (minutes, place) = (&record.minutes, &record.place);
    let entries = record.entries(r)?;
    let todos = store::list_todos(r.conn, minutes.id)?;
    let approved_in = approving(r, minutes)?;
    let made = Made {
        meeting: &place.meeting,
        body: &place.body,
        minutes,
        entries: &entries,
        owners: &Owners::known(r, &place.body, &todos)?,
        todos: &todos,
        approved_in: approved_in.as_ref(),
        addenda: &store::list_addenda(r.conn, minutes.id)?,
        within: record.reader.within(),
    };
    let list = if record.reader.within() && shell::sees_roster(r, &place.body) {
        Some(actions::attendance::attendance_of(r.conn, &place.meeting, &place.body)?)
    } else {
        None
    };
    Ok(Answer::paper(paper(r, &made, list.as_ref())?, p.format))
}

/// The meeting that approved, as far as the reader may see it.
///
/// # Errors
/// When the database cannot be read.
pub fn approving(r: &Reading<'_>, minutes: &Minutes) -> Result<Option<Meeting>> {
    let Some(id) = minutes.approved_in else { return Ok(None) };
    Ok(meetings::list_by_id(r.conn, &r.viewer.actor, &[id.raw()])?.into_iter().next())
}

/// The paper.
///
/// # Errors
/// When the database cannot be read.
pub fn paper(r: &Reading<'_>, made: &Made<'_>, list: Option<&Attendance>) -> Result<Paper> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut paper =
        Paper::new(lang, t.pro_title(), made.body.name_in(lang), made.meeting.day()).about(made.meeting.title.as_str());
    paper = paper.with(Block::Facts(facts(r, made)?));
    if let Some(list) = list {
        paper = attendance(r, made, paper, list)?;
    }
    for (number, entry) in made.entries {
        paper = one(r, made, paper, *number, entry);
    }
    if !made.addenda.is_empty() {
        paper = paper.heading(1, t.pro_addenda());
        for addendum in made.addenda {
            let day = i18n::day_long(lang, addendum.made_at.day());
            let office = addendum.office.map(|o| shell::seat_name(lang, 0, None, Some(o)));
            let signed = [Some(day), office].into_iter().flatten().collect::<Vec<_>>().join(", ");
            paper = paper.text(addendum.text.as_str()).text(Words::default().emphasis(signed));
        }
    }
    if let Some(hash) = &made.minutes.hash {
        paper = paper.with(Block::Note(t.pro_hash_note(hash).into()));
    }
    Ok(paper.with(Block::Signatures(vec![
        Signature { name: String::new(), role: t.pro_chair().to_owned() },
        Signature { name: String::new(), role: t.pro_keeper().to_owned() },
    ])))
}

fn facts(r: &Reading<'_>, made: &Made<'_>) -> Result<Vec<Fact>> {
    let (t, lang, m) = (T(r.viewer.lang), r.viewer.lang, made.meeting);
    let mut all = vec![Fact::new(t.fact_body(), made.body.name_in(lang)), Fact::new(t.fact_when(), when(lang, m))];
    if !m.place.is_empty() && made.within {
        all.push(Fact::new(t.fact_where(), m.place.as_str()));
    }
    for (word, name) in persons(r, made.body, made.minutes)? {
        all.push(Fact::new(word, name));
    }
    if let Some(notice) = m.notice.as_ref().filter(|_| made.within) {
        all.push(Fact::new(t.fact_notice(), notice.text(lang)));
    }
    let there = counts(t, made.minutes.there);
    if !there.is_empty() && made.within {
        let words: Vec<String> = there.iter().map(|(word, count)| format!("{word}: {count}")).collect();
        all.push(Fact::new(t.att_title(), words.join(", ")));
    }
    if let Some(quorum) = made.minutes.quorum.as_ref().filter(|_| made.within) {
        all.push(Fact::new(t.att_quorum(), quorum.text(lang)));
    }
    all.push(Fact::new(t.pro_fact_state(), state_word(t, made.minutes.state)));
    let standing = standing(t, lang, made.minutes, made.approved_in);
    all.extend(
        standing.into_iter().filter(|(word, _)| *word != t.pro_fact_hash()).map(|(word, value)| Fact::new(word, value)),
    );
    Ok(all)
}

/// Who led the meeting and who keeps the minutes, where the reader may know their names.
///
/// # Errors
/// When the database cannot be read.
pub fn persons(r: &Reading<'_>, body: &Body, minutes: &Minutes) -> Result<Vec<(&'static str, String)>> {
    let t = T(r.viewer.lang);
    let names =
        Names::load_with_places(r.conn, &r.viewer.actor, [minutes.chair, minutes.keeper].into_iter().flatten())?;
    let at = Where::from(body);
    let name = |person| names.in_place(person, &at).or_else(|| names.anywhere(person)).map(|who| who.name.full());
    let all = [(t.pro_chair(), minutes.chair), (t.pro_keeper(), minutes.keeper)];
    Ok(all.into_iter().filter_map(|(word, person)| Some((word, name(person?)?))).collect())
}

fn attendance(r: &Reading<'_>, made: &Made<'_>, paper: Paper, list: &Attendance) -> Result<Paper> {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let draft = made.minutes.state == MinutesState::Draft;
    if list.lines.is_empty() || (list.head.version == 0 && !draft) {
        return Ok(paper);
    }
    let names = super::super::attendance::names(r, made.body, &list.lines)?;
    let mut rows: Vec<(bool, String, Vec<Words>)> = list
        .lines
        .iter()
        .zip(names)
        .map(|(line, name)| {
            let guest = line.capacity == Capacity::Guest;
            let name = if guest { t.att_guest_named(&name) } else { name };
            (guest, i18n::fold(&name), vec![Words::from(name), Words::from(presence_words(t, lang, line))])
        })
        .collect();
    rows.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
    let head = vec![t.att_column_who().to_owned(), t.att_column_how().to_owned()];
    let rows = rows.into_iter().map(|(_, _, row)| row).collect();
    Ok(paper.with(Block::Table(Table {
        caption: t.att_title().to_owned(),
        head,
        rows,
        align: vec![Align::Start, Align::Start],
    })))
}

fn one(r: &Reading<'_>, made: &Made<'_>, paper: Paper, number: usize, entry: &Entry) -> Paper {
    let (t, lang) = (T(r.viewer.lang), r.viewer.lang);
    let mut paper = paper.heading(1, format!("{number}. {}", entry.title));
    for paragraph in numbered(number, entry) {
        let begin = Words::default().emphasis(format!("{} ", paragraph.number));
        if paragraph.items.is_empty() {
            paper = paper.text(begin.plain(paragraph.lines.join("\n")));
        } else {
            paper = paper.text(begin).list(paragraph.counted, paragraph.items);
        }
    }
    if !entry.result.is_empty() {
        paper = paper.text(Words::default().strong(format!("{}: ", t.pro_result())).plain(entry.result.as_str()));
    }
    let todos: Vec<&Todo> = made.todos.iter().filter(|todo| todo.entry == entry.id).collect();
    if todos.is_empty() {
        return paper;
    }
    let day = |todo: &Todo| todo.due.map_or_else(String::new, |day| i18n::day_medium(lang, day));
    let rows = todos
        .iter()
        .map(|todo| {
            let cells = [todo.title.clone(), made.owners.word(t, todo.owner), day(todo)];
            cells.into_iter().map(Words::from).collect()
        })
        .collect();
    paper.with(Block::Table(Table {
        caption: t.pro_tasks().to_owned(),
        head: [t.pro_task(), t.pro_owner(), t.pro_due()].map(str::to_owned).to_vec(),
        rows,
        align: vec![Align::Start; 3],
    }))
}
