//! Connections: how many, and how long each of their steps may take.

use std::{
    io,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use hyper::service::{Service as _, service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use kernel::Result;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
    time::Sleep,
};

use super::router_within;
use crate::{Peer, Site};

/// What one connection may take. Nothing here needs to be set: these are the limits of a small public server.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// The most connections served at once.
    pub connections: usize,
    /// How long a browser may take for the headers of a request, or stay silent between two.
    pub headers: Duration,
    /// How long it may take for the body.
    pub body: Duration,
    /// How long the answer may take to be made.
    pub work: Duration,
    /// How long the browser may take to fetch an answer that is ready.
    pub fetch: Duration,
    /// How long running requests may take to finish when the server stops.
    pub stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self {
            connections: 1024,
            headers: seconds(10),
            body: seconds(30),
            work: seconds(60),
            fetch: seconds(60),
            stop: seconds(10),
        }
    }
}

/// The longest request line with headers: 32 KiB, as long as the longest field times the encoding of its blanks.
const HEADERS: usize = 32 << 10;

/// Serves until `stop` says so, then lets running requests finish, for at most ten seconds.
///
/// # Errors
/// When the router cannot be built.
pub async fn run(site: Site, listener: TcpListener, stop: impl Future<Output = ()>) -> Result<()> {
    run_within(site, listener, stop, Limits::default()).await
}

/// [`run`] within other limits.
///
/// # Errors
/// When the router cannot be built.
pub async fn run_within(
    site: Site,
    listener: TcpListener,
    stop: impl Future<Output = ()>,
    limits: Limits,
) -> Result<()> {
    let router = router_within(&site, limits)?;
    let slots = Arc::new(Semaphore::new(limits.connections));
    let running = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        // A full house must hear the signal to stop as well.
        let accepted = tokio::select! {
            accepted = async { (Arc::clone(&slots).acquire_owned().await, listener.accept().await) } => accepted,
            () = &mut stop => break,
        };
        let (Ok(permit), Ok((stream, from))) = accepted else {
            // Out of file handles or the like: breathe instead of spinning.
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let _ = stream.set_nodelay(true);
        // When the house fills up, whoever says nothing makes room sooner.
        let crowded = slots.available_permits() < limits.connections / 4;
        let mut builder = hyper::server::conn::http1::Builder::new();
        builder.timer(TokioTimer::new()).header_read_timeout(if crowded { limits.headers / 5 } else { limits.headers });
        builder.max_headers(64).max_header_size(HEADERS).max_buf_size(2 * HEADERS).keep_alive(true);
        let stream = TokioIo::new(Fetched { stream, within: limits.fetch, until: None });
        let house = TowerToHyperService::new(router.clone());
        let answer = service_fn(move |mut request: http::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(Peer(from.ip()));
            house.call(request)
        });
        let connection = running.watch(builder.serve_connection(stream, answer));
        tokio::spawn(async move {
            let _ = connection.await;
            drop(permit);
        });
    }
    drop(listener);
    // Pages that listen would go on listening.
    site.bell().stop();
    let _ = tokio::time::timeout(limits.stop, running.shutdown()).await;
    Ok(())
}

/// A stream that ends when the other side does not fetch what waits for it: hyper itself would wait for ever.
struct Fetched {
    stream: TcpStream,
    within: Duration,
    until: Option<Pin<Box<Sleep>>>,
}

impl Fetched {
    /// Passes on what a write came to; one that has to wait starts the clock, which runs until everything is out.
    fn timed(&mut self, cx: &mut Context<'_>, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            return written;
        }
        let within = self.within;
        let until = self.until.get_or_insert_with(|| Box::pin(tokio::time::sleep(within)));
        until.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for Fetched {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, into)
    }
}

impl AsyncWrite for Fetched {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, from: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, from);
        self.timed(cx, written)
    }
    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        from: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, from);
        self.timed(cx, written)
    }
    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        // Asked for when nothing is left to write.
        self.until = None;
        Pin::new(&mut self.stream).poll_flush(cx)
    }
    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
