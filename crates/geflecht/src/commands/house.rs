//! What `serve` and `demo` share: open, listen, say so, serve until told to stop, leave everything in order.

use std::{net::TcpListener, process::ExitCode, time::Duration};

use db::{Db, Open, Presence};
use fetch::Reach;
use kernel::Clock;
use web::Outside;

use super::{Context, print};
use crate::{
    Outcome,
    control::{Control, Powers},
    inbox::Inbox,
    mailing::Mailer,
    press, sentence, site,
    worker::{Duties, Worker},
};

/// The mailbox the demo's letters name for answers. Nothing is taken there unless the settings name a socket.
const DEMO_ANSWERS: &str = "antwort@example.org";

/// How long the worker may take for the letter it has in hand.
const LAST_LETTER: Duration = Duration::from_secs(5);

/// A house to be served.
pub struct House {
    /// Settings and place.
    pub context: Context,
    /// Where time comes from.
    pub clock: Clock,
    /// Whether it is the demo.
    pub demo: bool,
}

impl House {
    /// Serves until SIGTERM or SIGINT, then lets running requests finish. `prepare` sees the database before anybody else,
    /// and where the house will be reached.
    ///
    /// # Errors
    /// A sentence when something it needs is not there or is held by another process.
    pub fn serve(self, prepare: impl FnOnce(&Db, &str) -> Outcome) -> Outcome<ExitCode> {
        let Self { context, clock, demo } = self;
        context.place.make()?;
        let _held = context.place.hold()?;
        let open = context.open(Presence::Serve, clock);
        let db = Db::open(&open, &migrations::SCHEMA).map_err(|e| sentence(&e))?;
        let listener = TcpListener::bind(context.settings.listen)
            .map_err(|e| format!("{} cannot be listened on: {e}", context.settings.listen))?;
        let port = listener.local_addr().map_err(|e| e.to_string())?.port();
        let base_url = if demo { format!("http://localhost:{port}") } else { context.settings.address(port)? };
        prepare(&db, &base_url)?;
        let outside = outside(&context, base_url, demo);
        let done = tokio_runtime()?.block_on(stand(&context, &open, db.clone(), listener, outside, demo));
        // Whatever was still being written is done before the file is tidied up.
        db.leave().map_err(|e| sentence(&e))?;
        done
    }
}

fn outside(context: &Context, base_url: String, demo: bool) -> Outside {
    let host = base_url.rsplit("//").next().unwrap_or_default();
    let loopback = context.settings.listen.ip().is_loopback() && web::is_loopback(host);
    if !base_url.starts_with("https://") && !web::is_loopback(host) {
        tracing::warn!("{base_url} is not encrypted: whoever is on the way can read along and sign in as others");
    }
    let proxies = context.settings.proxies.clone();
    if proxies == web::Proxies::default() && context.settings.listen.ip().is_loopback() && !web::is_loopback(host) {
        tracing::warn!(
            "proxies is not set: at forms open to everybody all who come through the web server in front count as one sender"
        );
    }
    Outside { base_url, loopback, proxies, observe: demo }
}

fn tokio_runtime() -> Outcome<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| format!("The server cannot start: {e}"))
}

async fn stand(
    context: &Context,
    open: &Open,
    db: Db,
    listener: TcpListener,
    outside: Outside,
    demo: bool,
) -> Outcome<ExitCode> {
    let stop = signals()?;
    let base_url = outside.base_url.clone();
    let house = site::build(db.clone(), outside, demo).map_err(|e| sentence(&e))?.printing(press::own());
    let local = listener.local_addr().map_err(|e| e.to_string())?;
    listener.set_nonblocking(true).map_err(|e| e.to_string())?;
    let listener = tokio::net::TcpListener::from_std(listener).map_err(|e| e.to_string())?;
    let mut mailer = if demo { Mailer::trapping(site::trap()) } else { Mailer::of(&context.settings, &base_url) };
    if mailer.is_none() {
        tracing::warn!("no mail server is set (mail.host): letters wait until there is one");
    }
    let address = base_url.clone();
    let sender = mailer.as_ref().map(Mailer::sender);
    let answers = context.settings.mail.as_ref().and_then(|mail| mail.answers.clone());
    // The demo's letters never leave the house; they name an address all the same, so that one sees how it goes on.
    let at = answers.as_ref().map(|answers| answers.mailbox.to_string());
    let at = at.or_else(|| demo.then(|| DEMO_ANSWERS.to_owned()));
    let mailbox = at.clone();
    let key = db
        .write(move |tx| {
            site::remember_address(tx, &address)?;
            sender.map_or(Ok(()), |sender| site::remember_sender(tx, &sender, at.as_deref()))?;
            db::setting(tx, networks::ANSWERS_KEY)
        })
        .await
        .map_err(|e| sentence(&e))?;
    if let (Some(mailbox), Some(key)) = (mailbox.and_then(|at| mail::Address::new(&at).ok()), key) {
        mailer = mailer.map(|mailer| mailer.answered_at(mailbox, key));
    }
    let domain = mailer.as_ref().map_or_else(String::new, |mailer| mailer.domain().to_owned());
    let _inbox = match &answers {
        Some(answers) => Some(Inbox::listen(answers, &domain, &db, house.slices())?),
        None => None,
    };
    let powers = Powers {
        db: db.clone(),
        open: open.clone(),
        recipient: context.settings.recipient.clone(),
        base_url: base_url.clone(),
    };
    let _control = Control::listen(&context.place, powers)?;
    let jobs = house.slices().iter().flat_map(|slice| slice.jobs.iter().copied()).collect();
    // The demo leaves this machine for nothing: what it reads are pages of its own.
    let reach = if demo { site::demo_reach() } else { Reach::public() };
    let duties = Duties {
        jobs,
        nightly: site::NIGHTLY,
        errands: site::ERRANDS,
        reach,
        mailer,
        may_leave: site::may_leave,
        after_events: site::after_events,
    };
    let worker = Worker::start(&db, duties).map_err(|e| format!("The worker cannot start: {e}"))?;
    let set_up = db.write(site::set_up).await.map_err(|e| sentence(&e))?;
    let shown = if local.ip().is_loopback() || local.ip().is_unspecified() {
        format!("localhost:{}", local.port())
    } else {
        local.to_string()
    };
    let mut lines = format!("Geflecht listens on http://{shown}\n");
    if let Some(path) = set_up {
        lines.push_str(&format!("Nobody runs this installation yet. Set it up here: {base_url}{path}\n"));
    }
    print(&lines)?;
    web::run(house, listener, stop).await.map_err(|e| sentence(&e))?;
    tracing::info!("stopping");
    worker.stop(LAST_LETTER);
    Ok(ExitCode::SUCCESS)
}

/// Ends when the process is asked to stop.
fn signals() -> Outcome<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let told = |e: std::io::Error| format!("Signals cannot be received: {e}");
    let (mut terminate, mut interrupt) =
        (signal(SignalKind::terminate()).map_err(told)?, signal(SignalKind::interrupt()).map_err(told)?);
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {},
            _ = interrupt.recv() => {},
        }
    })
}
