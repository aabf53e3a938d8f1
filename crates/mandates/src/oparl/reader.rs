//! Reads one answer of a server: System, Body, Organization, Meeting, or a page of a list (OParl 1.1, 2.5 and 3).

use kernel::{Day, Moment};
use serde::Deserialize;

use super::held::{Held, Links, List, Object};
use crate::rules::ITEMS_MOST;

/// The most characters of a title or a place.
const LINE_MOST: usize = 120;
/// The most characters of an item of an agenda.
const ITEM_MOST: usize = 300;
/// The most things of a page.
const PAGE_MOST: usize = 2_000;
/// The most characters of an id: it is an address.
const ID_MOST: usize = 500;

/// Why an answer is of no use.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// It is no JSON.
    NotJson,
    /// A field holds something of another type than the specification says.
    Field(&'static str),
    /// It is JSON, and nothing of OParl that leads to sittings.
    NotOparl,
    /// A page holds more than is kept of one.
    TooMany,
}

/// Something that is listed, to be chosen or followed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Its address.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// Where the sittings of a body are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Meetings {
    /// In a list.
    List(String),
    /// Each at an address of its own.
    Each(Vec<String>),
}

/// A sitting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MeetingRead {
    /// Its address: by it the sitting is recognised.
    pub id: String,
    /// What it is called; may be empty.
    pub title: String,
    /// When it begins.
    pub starts_at: Option<Moment>,
    /// Where; may be empty.
    pub place: String,
    /// Its agenda.
    pub items: Vec<String>,
    /// Whether it does not take place, or was deleted.
    pub called_off: bool,
}

/// What an answer is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Found {
    /// An object that leads to a list: a system to its municipalities, a municipality to its bodies.
    Above(String),
    /// A body, with its sittings.
    Organization(Meetings),
    /// A sitting by itself.
    Meeting(MeetingRead),
    /// A page of a list: bodies or sittings.
    Page {
        /// Municipalities and bodies.
        listed: Vec<Listed>,
        /// Sittings.
        meetings: Vec<MeetingRead>,
        /// The next page, if there is one.
        next: Option<String>,
    },
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Thing {
    id: Held<String>,
    #[serde(rename = "type")]
    kind: Held<String>,
    name: Held<String>,
    deleted: Held<bool>,
    cancelled: Held<bool>,
    start: Held<String>,
    location: Held<Object<Location>>,
    #[serde(rename = "agendaItem")]
    items: Held<List<Held<Object<Item>>, ITEMS_MOST>>,
    body: Held<Links>,
    organization: Held<Links>,
    meeting: Held<Links>,
}

/// A page, read apart from the fields of a thing: whatever lies deeper in it is passed over.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Page {
    data: Held<List<Held<Object<Thing>>, PAGE_MOST>>,
    links: Held<Object<Next>>,
}

#[derive(Deserialize, Default, Clone, PartialEq, Eq, Debug)]
#[serde(default)]
struct Next {
    next: Held<String>,
}

#[derive(Deserialize, Default, Clone, PartialEq, Eq, Debug)]
#[serde(default)]
struct Location {
    description: Held<String>,
    #[serde(rename = "streetAddress")]
    street: Held<String>,
    room: Held<String>,
    locality: Held<String>,
}

#[derive(Deserialize, Default, Clone, PartialEq, Eq, Debug)]
#[serde(default)]
struct Item {
    number: Held<String>,
    name: Held<String>,
    deleted: Held<bool>,
}

/// Reads an answer. What is not asked for is passed over; what is has the type the specification says, or it is said which
/// field does not.
///
/// # Errors
/// [`Trouble`].
pub fn read(bytes: &[u8]) -> Result<Found, Trouble> {
    let page: Page = serde_json::from_slice(bytes).map_err(|fault| shape_of(&fault))?;
    if let Some(data) = page.data.take("data").map_err(Trouble::Field)? {
        let links = page.links.take("links").map_err(Trouble::Field)?;
        let next = links.map(|l| l.0.next.take("next")).transpose().map_err(Trouble::Field)?.flatten();
        return listed(data, next);
    }
    one(serde_json::from_slice(bytes).map_err(|fault| shape_of(&fault))?)
}

/// JSON of another form than an object is JSON all the same.
fn shape_of(fault: &serde_json::Error) -> Trouble {
    if fault.is_data() { Trouble::NotOparl } else { Trouble::NotJson }
}

fn listed(data: List<Held<Object<Thing>>, PAGE_MOST>, next: Option<String>) -> Result<Found, Trouble> {
    if data.cut {
        return Err(Trouble::TooMany);
    }
    let (mut listed, mut meetings) = (Vec::new(), Vec::new());
    for held in data.all {
        let Some(Object(mut thing)) = held.take("data").map_err(Trouble::Field)? else { continue };
        match kind(&mut thing)?.as_str() {
            "Meeting" => meetings.push(meeting(thing).map_err(Trouble::Field)?),
            "Body" | "Organization" => listed.extend(entry(thing).map_err(Trouble::Field)?),
            _ => {}
        }
    }
    Ok(Found::Page { listed, meetings, next: next.filter(|n| !n.is_empty()) })
}

/// The word at the end of a type: `https://schema.oparl.org/1.1/Meeting`.
fn kind(thing: &mut Thing) -> Result<String, Trouble> {
    let kind = std::mem::take(&mut thing.kind).take("type").map_err(Trouble::Field)?.unwrap_or_default();
    Ok(kind.rsplit('/').next().unwrap_or_default().to_owned())
}

fn one(mut thing: Thing) -> Result<Found, Trouble> {
    let link = |held: Held<Links>, field| match held.take(field).map_err(Trouble::Field)? {
        Some(Links::List(url)) => Ok(url),
        Some(Links::Each(_)) => Err(Trouble::Field(field)),
        None => Err(Trouble::NotOparl),
    };
    match kind(&mut thing)?.as_str() {
        "System" => Ok(Found::Above(link(thing.body, "body")?)),
        "Body" => Ok(Found::Above(link(thing.organization, "organization")?)),
        "Organization" => match thing.meeting.take("meeting").map_err(Trouble::Field)? {
            Some(Links::List(url)) => Ok(Found::Organization(Meetings::List(url))),
            Some(Links::Each(all)) => Ok(Found::Organization(Meetings::Each(all))),
            None => Err(Trouble::NotOparl),
        },
        "Meeting" => Ok(Found::Meeting(meeting(thing).map_err(Trouble::Field)?)),
        _ => Err(Trouble::NotOparl),
    }
}

fn id(held: Held<String>) -> Result<String, &'static str> {
    let id = held.take("id")?.unwrap_or_default();
    let fine = !id.is_empty() && id.len() <= ID_MOST && id.chars().all(|c| c.is_ascii_graphic());
    if fine { Ok(id) } else { Err("id") }
}

/// Something to choose from. What was deleted is none.
fn entry(thing: Thing) -> Result<Option<Listed>, &'static str> {
    if thing.deleted.take("deleted")?.unwrap_or_default() {
        return Ok(None);
    }
    let id = id(thing.id)?;
    let name = line(&thing.name.take("name")?.unwrap_or_default(), LINE_MOST);
    Ok(Some(Listed { name: if name.is_empty() { id.clone() } else { name }, id }))
}

fn meeting(thing: Thing) -> Result<MeetingRead, &'static str> {
    let deleted = thing.deleted.take("deleted")?.unwrap_or_default();
    let cancelled = thing.cancelled.take("cancelled")?.unwrap_or_default();
    let starts_at = match thing.start.take("start")? {
        Some(text) if !text.is_empty() => Some(moment(&text).ok_or("start")?),
        _ => None,
    };
    let mut items = Vec::new();
    for held in thing.items.take("agendaItem")?.map(|list| list.all).unwrap_or_default() {
        if let Some(Object(item)) = held.take("agendaItem")? {
            items.extend(words(item)?);
        }
    }
    Ok(MeetingRead {
        id: id(thing.id)?,
        title: line(&thing.name.take("name")?.unwrap_or_default(), LINE_MOST),
        starts_at,
        place: thing.location.take("location")?.map(|l| place(l.0)).transpose()?.unwrap_or_default(),
        items,
        called_off: deleted || cancelled,
    })
}

/// What an item is about; one without a name is not public.
fn words(item: Item) -> Result<Option<String>, &'static str> {
    let (_, deleted) = (item.number.take("number")?, item.deleted.take("deleted")?.unwrap_or_default());
    let name = line(&item.name.take("name")?.unwrap_or_default(), ITEM_MOST);
    Ok(Some(name).filter(|name| !deleted && !name.is_empty()))
}

/// A place in one line: as it is described, else by its parts.
fn place(of: Location) -> Result<String, &'static str> {
    let described = of.description.take("description")?.unwrap_or_default();
    let parts = [of.room.take("room")?, of.street.take("streetAddress")?, of.locality.take("locality")?];
    if !described.trim().is_empty() {
        return Ok(line(&described, LINE_MOST));
    }
    let parts: Vec<String> = parts.into_iter().flatten().filter(|p| !p.trim().is_empty()).collect();
    Ok(line(&parts.join(", "), LINE_MOST))
}

/// One line without anything that is no letter, sign or blank.
fn line(text: &str, most: usize) -> String {
    let bare: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<&str> = bare.split_whitespace().collect();
    words.join(" ").chars().take(most).collect::<String>().trim_end().to_owned()
}

/// A moment as OParl writes it (RFC 3339); without an offset it counts as local. None before 1900 or after 2200.
fn moment(text: &str) -> Option<Moment> {
    let found = match text.parse::<jiff::Timestamp>() {
        Ok(at) => Moment::from_micros(at.as_microsecond()),
        Err(_) => {
            let local = text.parse::<jiff::civil::DateTime>().ok()?;
            let day: Day = local.date().to_string().parse().ok()?;
            day.at(local.hour(), local.minute())
        }
    };
    (1900..2200).contains(&found.local().year()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MEETING: &str = r#"{
        "id": "https://ris.example.org/meeting/281", "type": "https://schema.oparl.org/1.1/Meeting", "name": "4. Sitzung des Beirats",
        "meetingState": "eingeladen", "start": "2026-12-03T14:00:00+01:00", "end": "2026-12-03T17:00:00+01:00",
        "location": {"id": "https://ris.example.org/location/7", "type": "https://schema.oparl.org/1.1/Location", "room": "Raum 130", "streetAddress": "Bismarckstraße 16", "locality": "Düren"},
        "organization": ["https://ris.example.org/organization/34"], "participant": [],
        "agendaItem": [
            {"id": "https://ris.example.org/agendaitem/1", "type": "https://schema.oparl.org/1.1/AgendaItem", "number": "1.", "name": "Begrüßung", "public": true},
            {"id": "https://ris.example.org/agendaitem/2", "type": "https://schema.oparl.org/1.1/AgendaItem", "number": "2.", "public": false},
            {"id": "https://ris.example.org/agendaitem/3", "type": "https://schema.oparl.org/1.1/AgendaItem", "number": "3.", "name": "Förderung\n der Kompetenzzentren", "public": true}
        ],
        "created": "2026-10-01T08:00:00+02:00", "modified": "2026-11-02T08:00:00+01:00", "license": null, "keyword": ["Arbeit"]
    }"#;

    fn one_meeting() -> MeetingRead {
        match read(MEETING.as_bytes()).unwrap() {
            Found::Meeting(it) => it,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_meeting_is_read_with_day_place_and_agenda() {
        let it = one_meeting();
        assert_eq!(it.title, "4. Sitzung des Beirats");
        assert_eq!(it.starts_at, Some(Day::literal("2026-12-03").at(14, 0)));
        assert_eq!(it.place, "Raum 130, Bismarckstraße 16, Düren");
        assert_eq!(it.items, ["Begrüßung", "Förderung der Kompetenzzentren"]);
        assert!(!it.called_off);
    }

    #[test]
    fn objects_lead_to_lists_and_lists_to_their_next_page() {
        let system = r#"{"id":"https://ris.example.org/oparl","type":"https://schema.oparl.org/1.1/System","oparlVersion":"https://schema.oparl.org/1.1/","body":"https://ris.example.org/bodies","name":"RIS"}"#;
        assert_eq!(read(system.as_bytes()), Ok(Found::Above("https://ris.example.org/bodies".into())));
        let body = r#"{"id":"https://ris.example.org/body/1","type":"https://schema.oparl.org/1.1/Body","name":"Kreis Düren","organization":"https://ris.example.org/body/1/organization","meeting":"https://ris.example.org/body/1/meeting"}"#;
        assert_eq!(read(body.as_bytes()), Ok(Found::Above("https://ris.example.org/body/1/organization".into())));
        let organization = r#"{"id":"https://ris.example.org/organization/34","type":"https://schema.oparl.org/1.1/Organization","meeting":"https://ris.example.org/organization/34/meeting"}"#;
        assert_eq!(
            read(organization.as_bytes()),
            Ok(Found::Organization(Meetings::List("https://ris.example.org/organization/34/meeting".into())))
        );
        let each = organization.replace(
            r#""https://ris.example.org/organization/34/meeting""#,
            r#"["https://ris.example.org/meeting/1"]"#,
        );
        assert_eq!(
            read(each.as_bytes()),
            Ok(Found::Organization(Meetings::Each(vec!["https://ris.example.org/meeting/1".into()])))
        );
        let page = format!(
            r#"{{"data":[{MEETING},{organization},{{"id":"https://ris.example.org/organization/35","type":"https://schema.oparl.org/1.1/Organization","deleted":true}}],
               "pagination":{{"totalElements":3}},"links":{{"self":"https://ris.example.org/1","next":"https://ris.example.org/2"}}}}"#
        );
        let Ok(Found::Page { listed, meetings, next }) = read(page.as_bytes()) else { panic!("a page") };
        assert_eq!((listed.len(), meetings.len()), (1, 1));
        assert_eq!(next.as_deref(), Some("https://ris.example.org/2"));
        let last = r#"{"data":[],"links":{"next":null}}"#;
        assert_eq!(read(last.as_bytes()), Ok(Found::Page { listed: Vec::new(), meetings: Vec::new(), next: None }));
    }

    #[test]
    fn a_deleted_or_cancelled_meeting_does_not_take_place() {
        for mark in [r#""deleted": true,"#, r#""cancelled": true,"#] {
            let text = MEETING.replacen('{', &format!("{{{mark}"), 1);
            let Ok(Found::Meeting(it)) = read(text.as_bytes()) else { panic!("{mark}") };
            assert!(it.called_off, "{mark}");
        }
        let undated = r#"{"id":"https://ris.example.org/meeting/9","type":"https://schema.oparl.org/1.1/Meeting"}"#;
        assert!(matches!(read(undated.as_bytes()), Ok(Found::Meeting(MeetingRead { starts_at: None, .. }))));
    }

    #[test]
    fn a_field_of_a_wrong_type_is_named() {
        for (field, from, to) in [
            ("start", r#""2026-12-03T14:00:00+01:00""#, "1764766800"),
            ("start", r#""2026-12-03T14:00:00+01:00""#, r#""morgen""#),
            ("name", r#""4. Sitzung des Beirats""#, r#"["4. Sitzung"]"#),
            ("id", r#""https://ris.example.org/meeting/281""#, "281"),
            ("id", r#""https://ris.example.org/meeting/281""#, r#""""#),
            ("type", r#""https://schema.oparl.org/1.1/Meeting""#, "{}"),
            (
                "agendaItem",
                r#"{"id": "https://ris.example.org/agendaitem/1","#,
                r#""https://ris.example.org/agendaitem/1", {"id": "x","#,
            ),
            ("number", r#""1.""#, "1"),
            ("room", r#""Raum 130""#, "130"),
        ] {
            let text = MEETING.replacen(from, to, 1);
            assert_ne!(text, MEETING, "{from}");
            assert_eq!(read(text.as_bytes()), Err(Trouble::Field(field)), "{to}");
        }
        assert_eq!(read(br#"{"data":"all"}"#), Err(Trouble::Field("data")));
        assert_eq!(read(br#"{"data":[],"links":{"next":7}}"#), Err(Trouble::Field("next")));
    }

    #[test]
    fn what_is_no_oparl_is_said_so() {
        for no in ["", "<html>", "{", "nul", "{}{}"] {
            assert_eq!(read(no.as_bytes()), Err(Trouble::NotJson), "{no}");
        }
        for no in [
            "{}",
            "[]",
            "7",
            r#"{"id":"x","type":"https://schema.oparl.org/1.1/Paper"}"#,
            r#"{"type":"https://schema.oparl.org/1.1/System"}"#,
        ] {
            assert_eq!(read(no.as_bytes()), Err(Trouble::NotOparl), "{no}");
        }
    }

    #[test]
    fn a_page_of_empty_things_stays_small_and_deep_json_is_refused() {
        let many = format!(r#"{{"data":[{}{{}}]}}"#, "{},".repeat(3_000_000));
        assert_eq!(read(many.as_bytes()), Err(Trouble::TooMany));
        let items = format!(
            r#"{{"id":"https://ris.example.org/1","type":"x/Meeting","agendaItem":[{}{{}}]}}"#,
            r#"{"name":"a"},"#.repeat(100_000)
        );
        let Ok(Found::Meeting(it)) = read(items.as_bytes()) else { panic!("a meeting") };
        assert_eq!(it.items.len(), ITEMS_MOST);
        assert_eq!(read("[".repeat(100_000).as_bytes()), Err(Trouble::NotJson));
        assert!(read(format!(r#"{{"x":{}}}"#, "[".repeat(100_000)).as_bytes()).is_err());
    }

    proptest! {
        #[test]
        fn nothing_panics_and_what_is_read_keeps_its_bounds(cut in 0usize..1_400, with in "\\PC{0,6}") {
            let mut text = MEETING.to_owned();
            let at = text.char_indices().map(|(i, _)| i).nth(cut).unwrap_or(0);
            text.insert_str(at, &with);
            if let Ok(Found::Meeting(it)) = read(text.as_bytes()) {
                prop_assert!(it.title.chars().count() <= LINE_MOST && it.place.chars().count() <= LINE_MOST && it.items.len() <= ITEMS_MOST);
                prop_assert!(it.id.len() <= ID_MOST);
            }
        }
    }
}
