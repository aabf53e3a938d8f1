//! A data directory and the program on it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::mpsc,
    time::{Duration, Instant},
};

use db::{Db, Open, Url};

/// The program, with nothing of this process's settings.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_geflecht"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("GEFLECHT_") {
            command.env_remove(name);
        }
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A directory of its own for one test, with a data directory in it.
pub struct House {
    pub folder: PathBuf,
    /// Another database than the file in the data directory.
    pub database: Option<String>,
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
        if let (Some(server), Some(url)) = (testkit::server(), &self.database) {
            testkit::drop_on(&server, url.rsplit('/').next().unwrap().split('?').next().unwrap());
        }
    }
}

impl House {
    pub fn new() -> Self {
        let folder = std::env::temp_dir().join(testkit::unique("geflecht-program"));
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder, database: None }
    }

    /// The same on a PostgreSQL of its own, if the environment names a server.
    pub fn on_postgres() -> Option<Self> {
        let server = testkit::server()?;
        let name = testkit::unique("geflecht_program");
        let _ = testkit::made_on(&server, &name, "template0");
        let (base, query) = server.split_once('?').map_or((server.as_str(), ""), |(b, q)| (b, q));
        let database = format!("{}/{name}?{query}", base.rsplit_once('/').unwrap().0);
        let mut house = Self::new();
        house.database = Some(database.trim_end_matches('?').to_owned());
        Some(house)
    }

    pub fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    pub fn url(&self) -> Url {
        self.database.as_ref().map_or_else(|| Url::Sqlite(self.data().join("geflecht.db")), |url| url.parse().unwrap())
    }

    /// A command on this installation, in the test's own directory.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = program();
        command.current_dir(&self.folder).args(words).arg("--data").arg(self.data());
        if let Some(url) = &self.database {
            command.args(["--database", url]);
        }
        command
    }

    pub fn run(&self, words: &[&str]) -> Said {
        Said::of(self.command(words).output().unwrap())
    }

    /// Opens the database as a program of this version would, for planting things.
    pub fn open(&self) -> Db {
        std::os::unix::fs::DirBuilderExt::mode(std::fs::DirBuilder::new().recursive(true), 0o700)
            .create(self.data())
            .unwrap();
        Db::open(&Open::new(self.url(), testkit::clock()), &migrations::SCHEMA).unwrap()
    }

    /// Closes what [`House::open`] opened and waits until nobody holds it any more: a handle's threads end by themselves.
    pub fn close(&self, db: Db) {
        drop(db);
        let until = Instant::now() + Duration::from_secs(10);
        while !self.is_free() {
            assert!(Instant::now() < until, "somebody still holds the database");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    fn is_free(&self) -> bool {
        match self.url() {
            Url::Sqlite(path) => {
                std::fs::File::open(path.with_extension("db.lock")).is_ok_and(|lock| lock.try_lock().is_ok())
            }
            Url::Postgres(_) => {
                let held = "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
                db::peek(&Open::new(self.url(), testkit::clock()), |c| c.count(held, db::args! {})).unwrap() == Some(0)
            }
        }
    }

    /// Everything in the database, as a backup writes it.
    pub fn dump(&self) -> String {
        let mut out = Vec::new();
        db::peek(&Open::new(self.url(), testkit::clock()), |c| db::dump(c, &mut out)).unwrap().unwrap();
        String::from_utf8(out).unwrap()
    }

    pub fn serve(&self) -> Served {
        self.start(&["serve"]).unwrap()
    }

    /// Starts a server and waits until it says that it listens.
    pub fn start(&self, words: &[&str]) -> Result<Served, Said> {
        let begun = Instant::now();
        let mut command = self.command(words);
        if !words.contains(&"--listen") {
            command.args(["--listen", "127.0.0.1:0"]);
        }
        let mut child = command.spawn().unwrap();
        let (told, hears) = mpsc::channel();
        let out = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || out.lines().map_while(Result::ok).for_each(|line| drop(told.send(line))));
        match hears.recv_timeout(Duration::from_secs(60)) {
            Ok(line) => {
                let port = line.rsplit(':').next().and_then(|port| port.parse().ok());
                let port = port.unwrap_or_else(|| panic!("not a line about listening: {line}"));
                assert_eq!(line, format!("Geflecht listens on http://localhost:{port}"));
                Ok(Served { child, port, ready: begun.elapsed(), lines: hears })
            }
            Err(_) => Err(Said::of(child.wait_with_output().unwrap())),
        }
    }
}

/// What a command printed and how it ended.
#[derive(Debug)]
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: Option<i32>,
}

impl Said {
    pub fn of(output: Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }

    /// It went well; gives what it printed.
    #[track_caller]
    pub fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// It refused with exactly one line that says this.
    #[track_caller]
    pub fn refused(self, with: &str) {
        assert_eq!(self.code, Some(1), "{self:?}");
        assert!(self.err.contains(with), "not `{with}` but: {}", self.err);
        assert_eq!(self.err.trim_end().lines().count(), 1, "one sentence is enough: {}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
    }
}

/// A running server.
pub struct Served {
    pub child: Child,
    pub port: u16,
    /// From the start of the process to the line that says it listens.
    pub ready: Duration,
    pub lines: mpsc::Receiver<String>,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Served {
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Sends a request with this host and gives the whole answer.
    pub fn get(&self, path: &str, host: &str) -> String {
        let mut stream = self.connect();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    pub fn signal(&self, name: &str) {
        assert!(
            Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status().unwrap().success()
        );
    }

    /// Waits for the end, at most so long.
    pub fn ended(mut self, within: Duration) -> Said {
        let until = Instant::now() + within;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let mut err = String::new();
                self.child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
                return Said { out: self.lines.try_iter().collect::<Vec<_>>().join("\n"), err, code: status.code() };
            }
            assert!(Instant::now() < until, "the server did not end within {within:?}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Stops it and sees that it ends well.
    pub fn stop(self) {
        self.signal("TERM");
        let said = self.ended(Duration::from_secs(12));
        assert_eq!(said.code, Some(0), "{said:?}");
    }
}

/// The access bits of a file.
pub fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(path).unwrap().permissions()) & 0o777
}

/// On SQLite, and on PostgreSQL when the environment names a server.
pub fn both(test: impl Fn(&House)) {
    test(&House::new());
    if let Some(house) = House::on_postgres() {
        test(&house);
    }
}
