//! A network that votes: towns with their posts, each held by an invented person with an account, and a coordinator.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "each test file uses a part of it, and stops where something is wrong"
)]

use db::{Conn, Tx, args};
use decisions::{Choice, NewVote, Vote, rules::RuleSet};
use http::{HeaderMap, Request, StatusCode, header};
use http_body_util::BodyExt;
use kernel::{Actor, Day, Id, Lang, Level, Moment, Result};
use networks::{Body, BodyForm, NewNetwork, NewOccupancy, NewSeat, Occupant, Seat, SeatKind};
use people::{
    NewOrganisation, NewPerson, NewPost, NewTenure, Organisation, OrganisationKind, Person, Post, PostTitles, TitleForm,
};
use testkit::{Fresh, sqlite};
use tower::ServiceExt;
use web::{Hooks, Outside, Signed, Site, router};

pub const BASE: &str = "http://localhost:8080";

pub fn day(text: &str) -> Day {
    Day::literal(text)
}

/// A session's token is the number of the person; an `s` behind it says that only a mailbox others read vouches for her.
fn who(conn: &Conn, token: &str) -> Result<Option<Signed>> {
    let shared = token.ends_with('s');
    let Ok(person) = token.trim_end_matches('s').parse::<Id<Person>>() else { return Ok(None) };
    let name = people::find_person(conn, person)?.name().full();
    Ok(Some(Signed {
        person: person.raw(),
        session: 1,
        name,
        initials: "XY".into(),
        lang: Lang::De,
        theme: "auto".into(),
        proved_at: conn.now(),
        strong_at: None,
        shared_address: shared,
        to_touch: false,
    }))
}

pub struct House {
    pub fresh: Fresh,
    pub site: Site,
    /// Coordinates the network; votes nowhere.
    pub kora: Id<Person>,
    /// Belongs to no network.
    pub nora: Id<Person>,
    pub network: Id<Body>,
    pub rules: i64,
    /// Each voting seat with its post and who holds it.
    pub seats: Vec<(Id<Seat>, Id<Post>, Id<Person>)>,
}

pub struct Plan<'a> {
    pub seats: usize,
    /// How many of them each town has.
    pub each: usize,
    pub template: &'a str,
    pub sensitive: bool,
    pub change: fn(RuleSet) -> RuleSet,
}

impl Default for Plan<'_> {
    fn default() -> Self {
        Self { seats: 7, each: 1, template: "council", sensitive: false, change: |rules| rules }
    }
}

pub fn house(plan: &Plan<'_>) -> House {
    house_on(sqlite(), plan)
}

/// The same on each database there is.
pub fn houses(plan: &Plan<'_>) -> Vec<House> {
    let all = [Some(sqlite()), testkit::postgres()];
    all.into_iter().flatten().map(|fresh| house_on(fresh, plan)).collect()
}

pub fn house_on(fresh: Fresh, plan: &Plan<'_>) -> House {
    let (seats, each, sensitive) = (plan.seats, plan.each, plan.sensitive);
    let rules = (plan.change)(decisions::rules::template(plan.template).unwrap().rules);
    rules.check().unwrap();
    let json = rules.to_json();
    let profile = plan.template.to_owned();
    let made = fresh
        .db
        .write_now(move |tx| {
            let operator = Actor { operator: true, ..Actor::default() };
            let kora = person(tx, &operator, "Kora", "Koch")?;
            let nora = person(tx, &operator, "Nora", "Neu")?;
            let mut form = BodyForm::new("Regionale AG");
            (form.sensitive, form.formal) = (sensitive, true);
            form.level = Level::Public;
            if sensitive {
                (form.level, form.roster_level) = (Level::Public, Level::Network);
            }
            let from = day("1990-01-01");
            let network = networks::found_network(tx, &operator, &NewNetwork { slug: None, form, from, admin: kora })?.network;
            let by = rights::load(tx, kora.raw(), tx.today(), None)?;
            let (mut made, mut towns) = (Vec::new(), Vec::new());
            for n in 1..=seats.div_ceil(each) {
                let town = NewOrganisation::new(OrganisationKind::Municipality, format!("Stadt {n}"), from);
                towns.push(people::add_organisation(tx, &operator, &town)?);
            }
            for n in 1..=seats {
                made.push(seated(tx, &by, &operator, (network, towns[(n - 1) / each]), n)?);
            }
            let id: Id<()> = tx.id();
            tx.exec(
                "INSERT INTO rule_set (id, body_id, profile, rules, from_day, made_at) VALUES (:id, :body, :profile, :rules, '2000-01-01', 1)",
                args! { id: id, body: network, profile: profile, rules: json },
            )?;
            Ok((kora, nora, network, id.raw(), made))
        })
        .unwrap();
    let (kora, nora, network, rules, seats) = made;
    let outside = Outside { base_url: BASE.into(), loopback: true, observe: true, proxies: web::Proxies::default() };
    let hooks = Hooks { who, touch: |_, _| Ok(()), set_up: |_| Ok(None) };
    let slices = vec![accounts::slice(), networks::slice(), decisions::slice()];
    let site = Site::build(fresh.db.clone(), slices, outside, hooks, None).unwrap();
    House { fresh, site, kora, nora, network, rules, seats }
}

fn person(tx: &Tx<'_>, by: &Actor, given: &str, family: &str) -> Result<Id<Person>> {
    let id = people::add_person(tx, by, &NewPerson { title_form: TitleForm::Female, ..NewPerson::new(given, family) })?;
    let mail = format!("{}@example.org", given.to_lowercase());
    accounts::open_account(tx, by, &accounts::NewAccount { person: id, mail: &mail, lang: Lang::De })?;
    Ok(id)
}

/// A post of a town, held by somebody, with a seat in the network.
fn seated(
    tx: &Tx<'_>,
    by: &Actor,
    operator: &Actor,
    (network, town): (Id<Body>, Id<Organisation>),
    n: usize,
) -> Result<(Id<Seat>, Id<Post>, Id<Person>)> {
    let from = day("1990-01-01");
    let titles = PostTitles::new("Gleichstellungsstelle", Some("Gleichstellungsbeauftragte"), None);
    let post = people::add_post(tx, operator, &NewPost::new(town, titles, from))?;
    let who = person(tx, operator, &format!("P{n}"), &format!("Person{n}"))?;
    people::record_tenure(tx, operator, &NewTenure::holder(post, who, from))?;
    let seat = networks::add_seat(tx, by, network, &NewSeat::new(SeatKind::Post, from))?;
    networks::fill_seat(tx, by, &NewOccupancy::new(seat, Occupant::Post(post), from))?;
    Ok((seat, post, who))
}

pub struct Seen {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
}

impl Seen {
    pub fn main(&self) -> &str {
        self.html.split("<main").nth(1).unwrap_or(&self.html).split("<footer").next().unwrap()
    }
    #[track_caller]
    pub fn is(&self, status: u16) -> &Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.main());
        self
    }
    #[track_caller]
    pub fn says(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(self.html.contains(word), "{word} is missing in:\n{}", self.main());
        }
        self
    }
    #[track_caller]
    pub fn hides(&self, words: &[&str]) -> &Self {
        for word in words {
            assert!(!self.html.contains(word), "{word} is told in:\n{}", self.main());
        }
        self
    }
    /// The answer but for what marks its form as sent once: two that are alike tell the same.
    pub fn alike(&self) -> (u16, String) {
        let once = self.html.split("name=\"einmal\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        let html = once.map_or_else(|| self.html.clone(), |once| self.html.replace(once, ""));
        (self.status.as_u16(), html)
    }
    pub fn location(&self) -> &str {
        self.headers[header::LOCATION].to_str().unwrap()
    }
    /// The value of the first hidden field of that name.
    pub fn hidden(&self, name: &str) -> String {
        let mark = format!("name=\"{name}\" value=\"");
        self.html
            .split(&mark)
            .nth(1)
            .unwrap_or_else(|| panic!("no {name} in\n{}", self.main()))
            .split('"')
            .next()
            .unwrap()
            .to_owned()
    }
}

impl House {
    pub fn ask(&self, request: http::request::Builder, token: Option<String>, body: String) -> Seen {
        let router = router(&self.site).unwrap();
        let request = match token {
            Some(token) => request.header(header::COOKIE, format!("g-s={token}")),
            None => request,
        };
        let request = request.body(axum::body::Body::from(body)).unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async move {
            let (parts, body) = router.oneshot(request).await.unwrap().into_parts();
            let html = String::from_utf8(body.collect().await.unwrap().to_bytes().to_vec()).unwrap();
            let html = html.replace('\u{ad}', "");
            if html.contains("<html") {
                assert_eq!(html.matches("<h1").count(), 1, "one h1:\n{html}");
                for id in html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
                    assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "id {id} twice");
                }
            }
            Seen { status: parts.status, headers: parts.headers, html }
        })
    }
    pub fn get(&self, person: Option<Id<Person>>, path: &str) -> Seen {
        self.ask(Request::get(path), person.map(|p| p.to_string()), String::new())
    }
    pub fn post(&self, person: Id<Person>, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.send(person.to_string(), path, fields)
    }
    pub fn send(&self, token: String, path: &str, fields: &[(&str, &str)]) -> Seen {
        let coded = |v: &str| v.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
        let body = fields.iter().map(|(n, v)| format!("{n}={}", coded(v))).collect::<Vec<_>>().join("&");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.ask(request, Some(token), body)
    }
    /// The person on the n-th seat, from 1.
    pub fn voter(&self, n: usize) -> Id<Person> {
        self.seats[n - 1].2
    }
    pub fn act<T: Send + 'static>(
        &self,
        person: Id<Person>,
        f: impl FnOnce(&Tx<'_>, &Actor) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.fresh.db.write_now(move |tx| {
            let by = rights::load(tx, person.raw(), tx.today(), None)?;
            f(tx, &by)
        })
    }
    /// An online vote that is open now and ends in a week.
    pub fn open(&self, change: impl FnOnce(&mut NewVote)) -> Id<Vote> {
        let mut new = NewVote::motion("Sollen wir zweimal im Jahr tagen?", Level::Network);
        new.text = "Die Regionale AG tagt zweimal im Jahr.".to_owned();
        new.closes_at = Some(self.now().plus_seconds(7 * 86_400));
        change(&mut new);
        let network = self.network;
        self.act(self.kora, move |tx, by| {
            let id = decisions::prepare(tx, by, network, &new)?;
            decisions::announce(tx, by, id, BASE)?;
            Ok(id)
        })
        .unwrap()
    }
    pub fn now(&self) -> Moment {
        self.fresh.clock.now()
    }
    /// Casts through the pages: choose, check, cast.
    #[track_caller]
    pub fn vote(&self, n: usize, vote: Id<Vote>, choice: &Choice) -> Seen {
        let (who, path) = (self.voter(n), format!("/wahlen/{vote}/stimmzettel"));
        let ballot = self.get(Some(who), &path);
        ballot.is(200);
        let unit = ballot.hidden("unit");
        let text = choice.text();
        let checked = self.post(who, &path, &[("unit", &unit), ("choice", &text), ("tat", "pruefen")]);
        checked.is(200).says(&["Sie stimmen so ab:"]);
        self.post(who, &path, &[("unit", &unit), ("choice", &text), ("tat", "abgeben")])
    }
    /// Does all work that is due, as the worker does.
    pub fn work(&self) {
        loop {
            let site = self.site.clone();
            let more = self
                .fresh
                .db
                .write_now(move |tx| {
                    let Some(job) = tx.claim_job()? else { return Ok(false) };
                    let kind = site.slices().iter().flat_map(|s| s.jobs).find(|k| k.name == job.kind).unwrap();
                    (kind.run)(tx, &job.payload)?;
                    tx.settle_job(job.id, db::JobState::Done)?;
                    Ok(true)
                })
                .unwrap();
            if !more {
                return;
            }
        }
    }
    pub fn letters(&self, to: &str) -> Vec<(String, String)> {
        let to = to.to_owned();
        let read = move |c: &Conn| {
            c.all(
                "SELECT subject, body_text FROM mail_out WHERE address = :to ORDER BY created_at, id",
                args! { to: to.as_str() },
                |r| Ok((r.get(0)?, r.get(1)?)),
            )
        };
        self.fresh.db.read_now(read).unwrap()
    }
    pub fn count(&self, sql: &str, vote: Id<Vote>) -> i64 {
        let sql = sql.to_owned();
        self.fresh.db.read_now(move |c| c.count(&sql, args! { vote: vote })).unwrap()
    }
    /// The unit of the n-th seat's post, or of the n-th town.
    pub fn unit(&self, vote: Id<Vote>, number: usize) -> i64 {
        let sql = format!("SELECT id FROM entitlement WHERE vote_id = :vote AND number = {number}");
        self.count(&sql, vote)
    }
    /// Casts for one unit without looking at the ballot before.
    pub fn cast(&self, n: usize, vote: Id<Vote>, unit: usize, choice: &str) -> Seen {
        let unit = self.unit(vote, unit).to_string();
        let fields = [("unit", unit.as_str()), ("choice", choice), ("tat", "abgeben")];
        self.post(self.voter(n), &format!("/wahlen/{vote}/stimmzettel"), &fields)
    }
    /// Whoever leads ends it.
    pub fn close(&self, vote: Id<Vote>) {
        self.post(self.kora, &format!("/wahlen/{vote}/leiten"), &[("tat", "schliessen")]).is(303);
    }
    /// The result as stored: state, whether it holds, and the reasons.
    pub fn result(&self, vote: Id<Vote>) -> (String, Option<bool>, String) {
        let read = move |c: &Conn| {
            c.one(
                "SELECT state, holds, COALESCE(verdict_de, '') FROM vote WHERE id = :vote",
                args! { vote: vote },
                |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)),
            )
        };
        self.fresh.db.read_now(read).unwrap()
    }
}
