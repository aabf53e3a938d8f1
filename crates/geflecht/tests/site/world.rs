//! The demo's world, built once and copied for each test that changes it.

use std::{
    path::PathBuf,
    sync::{Mutex, OnceLock},
};

use db::{Db, Open, Url};
use kernel::{Actor, Clock, Id};
use web::{Outside, Site};

use crate::client::Client;

/// Where the site believes to be reached.
pub const BASE: &str = "http://localhost:8080";

/// A running house of its own; what it changes nobody else sees.
pub struct World {
    /// The house.
    pub site: Site,
    /// Its addresses, ready to be asked.
    pub router: axum::Router,
    /// Its clock, at noon of the demo's day.
    pub clock: Clock,
    folder: Option<PathBuf>,
    dropped: Option<(String, String)>,
}

impl std::fmt::Debug for World {
    /// Which of the two databases, for what a test says when it fails.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.dropped.is_some() { "PostgreSQL" } else { "SQLite" })
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
        if let Some((server, name)) = &self.dropped {
            testkit::drop_on(server, name);
        }
    }
}

impl World {
    /// A visitor nobody knows.
    pub fn visitor(&self) -> Client<'_> {
        Client::new(self)
    }
    /// A persona of the demo, signed in.
    pub fn person(&self, slug: &str) -> Client<'_> {
        let mut client = Client::new(self);
        let page = client.post("/demo/anmelden", &[("person", slug)]);
        assert_eq!(page.status, 303, "{slug} signs in: {}", page.text());
        client
    }
    /// Anybody, persona or not, signed in without proof; whoever has no account gets one.
    pub fn signed_in(&self, person: i64) -> Client<'_> {
        let cookie = self.site.db().write_now(move |tx| {
            let (person, operator) = (Id::new(person), Actor { operator: true, ..Actor::default() });
            let mail = format!("p{}@demo.example.org", person.raw());
            if accounts::account_of(tx, person)?.is_none() {
                let new = accounts::NewAccount { person, mail: &mail, lang: kernel::Lang::De };
                accounts::open_account(tx, &operator, &new)?;
            }
            accounts::open_session(tx, person, "")
        });
        let cookie = cookie.unwrap();
        let mut client = Client::new(self);
        client.keep(&format!("g-{}", cookie.name), &cookie.value);
        client
    }
    /// Mails that wait to leave, newest last: address and text.
    pub fn mails(&self) -> Vec<(String, String, String)> {
        let read = self.site.db().read_now(|c| {
            c.all("SELECT address, subject, body_text FROM mail_out ORDER BY id", db::args! {}, |r| {
                Ok((r.get(0)?, r.get(1)?, r.get(2)?))
            })
        });
        read.unwrap()
    }
}

/// The world as it was built: a file to copy.
fn template() -> &'static PathBuf {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    BUILT.get_or_init(|| {
        let folder = std::env::temp_dir().join(testkit::unique("geflecht-world"));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("world.db");
        let db = opened(&Url::Sqlite(path.clone()), &testkit::clock());
        geflecht::site::build_world(&db).unwrap();
        // Everything into one file, so that a copy of it is the world.
        let to = folder.join("copy.db");
        let target = to.display().to_string();
        rusqlite::Connection::open(&path).unwrap().execute("VACUUM INTO ?1", [target]).unwrap();
        to
    })
}

fn opened(url: &Url, clock: &Clock) -> Db {
    let mut open = Open::new(url.clone(), clock.clone());
    open.synchronous = "OFF";
    Db::open(&open, &migrations::SCHEMA).unwrap()
}

fn house(url: &Url, folder: Option<PathBuf>, dropped: Option<(String, String)>) -> World {
    let clock = testkit::clock();
    let db = opened(url, &clock);
    let outside =
        Outside { base_url: BASE.to_owned(), loopback: true, observe: true, proxies: web::Proxies::default() };
    let site = geflecht::site::build(db, outside, true).unwrap().printing(press());
    let router = web::router(&site).unwrap();
    World { site, router, clock, folder, dropped }
}

/// Sets papers within the test: as the program does, without a process of its own.
fn press() -> web::Press {
    web::Press::new(|paper| {
        Box::pin(async move {
            let set =
                tokio::task::spawn_blocking(move || pdf::render(&paper)).await.map_err(kernel::Error::internal)?;
            set.map_err(kernel::Error::internal)
        })
    })
}

/// A world on SQLite.
pub fn sqlite() -> World {
    let folder = std::env::temp_dir().join(testkit::unique("geflecht-site"));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("world.db");
    std::fs::copy(template(), &path).unwrap();
    house(&Url::Sqlite(path), Some(folder), None)
}

/// A world on PostgreSQL, restored from the same world's backup, if the environment names a server.
pub fn postgres() -> Option<World> {
    static TEMPLATE: OnceLock<Option<(String, String)>> = OnceLock::new();
    static ONE: Mutex<()> = Mutex::new(());
    let made = TEMPLATE.get_or_init(|| {
        let server = testkit::server()?;
        let name = testkit::unique("geflecht_world");
        let url = testkit::made_on(&server, &name, "template0");
        let source = sqlite();
        let dump = source.site.db().read_now(|c| {
            let mut out = Vec::new();
            db::dump(c, &mut out)?;
            Ok(out)
        });
        let (dump, target) = (dump.unwrap(), opened(&url, &testkit::clock()));
        target.write_now(move |tx| db::restore(tx, &mut dump.as_slice())).unwrap();
        Some((server, name))
    });
    let (server, template) = made.as_ref()?;
    let name = testkit::unique("geflecht_site");
    let url = {
        // A template may not be in use while it is copied.
        let _one = ONE.lock().unwrap();
        testkit::made_on(server, &name, template)
    };
    Some(house(&url, None, Some((server.clone(), name))))
}

/// Runs a story on SQLite, and on PostgreSQL when the environment names a server.
pub fn both(story: impl Fn(&World)) {
    story(&sqlite());
    if let Some(world) = postgres() {
        story(&world);
    }
}

/// Runs a test that only reads on worlds shared by all such tests: on SQLite, and on PostgreSQL when the environment
/// names a server. The one on PostgreSQL goes with the server: nobody can tell who reads last.
pub fn reading(test: impl Fn(&World)) {
    static SHARED: OnceLock<Vec<World>> = OnceLock::new();
    SHARED.get_or_init(|| std::iter::once(sqlite()).chain(postgres()).collect()).iter().for_each(test);
}
